package se.troskel.kiosk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import se.troskel.kiosk.client.ControllerClient;
import se.troskel.kiosk.client.Reply;
import se.troskel.kiosk.sample.Samples;
import se.troskel.protocol.decision.ExamReason;
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

/// A controller without a network: answers as a test wants it to and remembers what it was asked.
final class FakeController implements ControllerClient {
    final List<Record> asked = new CopyOnWriteArrayList<>();
    private final List<Consumer<KioskView>> followers = new ArrayList<>();
    private final Function<Presentation, Reply<Answer>> answers;
    private final KioskView first;

    FakeController(KioskView first, Function<Presentation, Reply<Answer>> answers) {
        this.first = first;
        this.answers = answers;
    }

    @Override
    public Reply<Answer> present(Presentation presentation) {
        asked.add(presentation);
        return answers.apply(presentation);
    }

    @Override
    public Reply<Answer> visit(VisitRequest visit) {
        asked.add(visit);
        return new Reply.Unreachable<>();
    }

    @Override
    public Reply<Answer> exam(ExamChoice choice) {
        asked.add(choice);
        return new Reply.Heard<>(Samples.exam(ExamReason.PRE_OK, null));
    }

    @Override
    public Reply<Answer> enter(PinEntry pin) {
        asked.add(pin);
        return new Reply.Refused<>("no such challenge");
    }

    @Override
    public Reply<EnrolmentPinResult> choose(EnrolmentPin pin) {
        asked.add(pin);
        return new Reply.Heard<>(new EnrolmentPinResult(EnrolmentPinResult.Outcome.ACCEPTED));
    }

    @Override
    public void tell(PurposeChoice purpose) {
        asked.add(purpose);
    }

    @Override
    public Reply<StaffPinResult> open(StaffPin pin) {
        asked.add(pin);
        return new Reply.Heard<>(Samples.staffOpened());
    }

    @Override
    public Reply<StaffView> look(StaffLook look) {
        asked.add(look);
        return new Reply.Heard<>(Samples.staffView());
    }

    @Override
    public Reply<StaffOrderResult> order(StaffOrder order) {
        asked.add(order);
        return new Reply.Heard<>(new StaffOrderResult(true, Samples.staffView()));
    }

    @Override
    public void leave(StaffEnd end) {
        asked.add(end);
    }

    @Override
    public void follow(String kiosk, Consumer<KioskView> heard, Runnable lost) {
        followers.add(heard);
        heard.accept(first);
    }

    /// The centre changes.
    void say(KioskView view) {
        followers.forEach(each -> each.accept(view));
    }

    @Override
    public void close() {
        followers.clear();
    }
}
