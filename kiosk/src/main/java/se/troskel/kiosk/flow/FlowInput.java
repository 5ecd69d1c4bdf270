package se.troskel.kiosk.flow;

import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.Purpose;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.DocumentShown;
import se.troskel.protocol.kiosk.EnrolmentPinResult;
import se.troskel.protocol.kiosk.KioskView;
import se.troskel.protocol.kiosk.StaffOrderResult;
import se.troskel.protocol.kiosk.StaffPinResult;
import se.troskel.protocol.kiosk.StaffView;

/// What happens to a terminal.
public sealed interface FlowInput {
    /// A reader read something.
    ///
    /// @param value 1 to 512 characters
    record Presented(Medium medium, String value) implements FlowInput {
        @Override
        public String toString() {
            return "Presented[" + medium + "]";
        }
    }

    /// A reader gave something that cannot be asked about: nothing, or far too much.
    record Unreadable() implements FlowInput {}

    /// A character on the screen's or the real key pad.
    record Typed(char character) implements FlowInput {
        @Override
        public String toString() {
            return "Typed[]";
        }
    }

    /// A button.
    record Pressed(Button button) implements FlowInput {}

    /// Who a visit without a card is by.
    record VisitPressed(VisitKind kind) implements FlowInput {}

    /// What a visit is for.
    record PurposePressed(Purpose purpose) implements FlowInput {}

    /// Which exam it is.
    record SittingPressed(String sitting) implements FlowInput {}

    /// Which identity document it is.
    record DocumentPressed(DocumentShown document) implements FlowInput {}

    /// Language, size, contrast, reach mode or sound.
    record ToolUsed() implements FlowInput {}

    /// The controller's answer to a question.
    record Answered(long number, Answer answer) implements FlowInput {}

    /// What became of a chosen PIN.
    record PinTaken(long number, EnrolmentPinResult.Outcome outcome) implements FlowInput {}

    /// A door, in staff mode.
    record DoorPressed(String door) implements FlowInput {}

    /// What became of a PIN for staff mode.
    record StaffEntered(long number, StaffPinResult result) implements FlowInput {}

    /// Rooms and doors, in staff mode.
    record StaffSeen(long number, StaffView view) implements FlowInput {}

    /// What became of an order for a door.
    record StaffDone(long number, StaffOrderResult result) implements FlowInput {}

    /// The controller could not be reached, also not when asked again.
    record Unanswered(long number) implements FlowInput {}

    /// The controller is there but could not use the question, or its answer made no sense.
    record Refused(long number) implements FlowInput {}

    /// What the controller says of the centre; also says that it is there.
    record View(KioskView view) implements FlowInput {}

    /// The controller is not heard any more.
    record ControllerGone() implements FlowInput {}

    /// A reader tells its health.
    record ReaderHeard(String id, Medium medium, boolean works) implements FlowInput {}

    /// Time passes.
    record Tick() implements FlowInput {}
}
