package se.troskel.kiosk.client;

import java.util.function.Consumer;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.EnrolmentPin;
import se.troskel.protocol.kiosk.EnrolmentPinResult;
import se.troskel.protocol.kiosk.ExamChoice;
import se.troskel.protocol.kiosk.KioskView;
import se.troskel.protocol.kiosk.PinEntry;
import se.troskel.protocol.kiosk.Presentation;
import se.troskel.protocol.kiosk.PurposeChoice;
import se.troskel.protocol.kiosk.StaffEnd;
import se.troskel.protocol.kiosk.StaffLook;
import se.troskel.protocol.kiosk.StaffOrder;
import se.troskel.protocol.kiosk.StaffOrderResult;
import se.troskel.protocol.kiosk.StaffPin;
import se.troskel.protocol.kiosk.StaffPinResult;
import se.troskel.protocol.kiosk.StaffView;
import se.troskel.protocol.kiosk.VisitRequest;

/// The way to the centre's controller. Thread-safe. Every question blocks for at most ten seconds
/// (call it on a virtual thread) and never throws for what the network or the controller does.
public interface ControllerClient extends AutoCloseable {
    /// Asked again with the same id when the answer got lost.
    Reply<Answer> present(Presentation presentation);

    /// Asked again with the same id when the answer got lost.
    Reply<Answer> visit(VisitRequest visit);

    /// Asked again when the answer got lost: chosen twice is chosen once.
    Reply<Answer> exam(ExamChoice choice);

    /// Asked again only when nothing was sent, so that no try is counted twice.
    Reply<Answer> enter(PinEntry pin);

    /// Asked again only when nothing was sent.
    Reply<EnrolmentPinResult> choose(EnrolmentPin pin);

    /// Told, and told again when that got lost; nobody waits for it.
    void tell(PurposeChoice purpose);

    /// Asked again only when nothing was sent, so that no try is counted twice.
    Reply<StaffPinResult> open(StaffPin pin);

    Reply<StaffView> look(StaffLook look);

    /// Asked again only when nothing was sent.
    Reply<StaffOrderResult> order(StaffOrder order);

    /// Told, and told again when that got lost; nobody waits for it.
    void leave(StaffEnd end);

    /// Follows what the controller says of the centre until this client is closed; connects again
    /// by itself. At most once.
    ///
    /// @param heard each view, in order, on a thread of this client
    /// @param lost called when the controller cannot be reached, also at the start
    void follow(String kiosk, Consumer<KioskView> heard, Runnable lost);

    @Override
    void close();
}
