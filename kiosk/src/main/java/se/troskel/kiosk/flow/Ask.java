package se.troskel.kiosk.flow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.kiosk.DocumentShown;

/// A question to the controller, without the ids that the terminal adds. Never logged: no
/// `toString` shows a value.
public sealed interface Ask {
    /// A card, a code or a typed short code of somebody who comes in.
    record Show(Medium medium, String value) implements Ask {
        @Override
        public String toString() {
            return "Show[" + medium + "]";
        }
    }

    /// The same, of somebody who leaves.
    record Leave(Medium medium, String value) implements Ask {
        @Override
        public String toString() {
            return "Leave[" + medium + "]";
        }
    }

    /// A card, a code or a typed number of somebody who said that they come to an exam.
    record Exam(Medium medium, String value) implements Ask {
        @Override
        public String toString() {
            return "Exam[" + medium + "]";
        }
    }

    /// What they chose, or the lines of their document; one of the last three is set.
    record ExamChosen(
            UUID presentation,
            @Nullable String sitting,
            @Nullable DocumentShown document,
            @Nullable String lines)
            implements Ask {
        @Override
        public String toString() {
            return "ExamChosen[]";
        }
    }

    /// The PIN that a decision waits for.
    record Pin(String challenge, String digits) implements Ask {
        @Override
        public String toString() {
            return "Pin[]";
        }
    }

    /// A visit without a card.
    ///
    /// @param people 1 to 99
    /// @param host the presentation with which a group's host was let in; null for none
    record Visit(VisitKind kind, int people, @Nullable UUID host) implements Ask {}

    /// The PIN that opens staff mode.
    record StaffPin(String challenge, String digits) implements Ask {
        @Override
        public String toString() {
            return "StaffPin[]";
        }
    }

    /// Rooms and doors as they are now.
    ///
    /// @param pressed whether something was pressed since the last question
    record StaffLook(String token, boolean pressed) implements Ask {
        @Override
        public String toString() {
            return "StaffLook[" + pressed + "]";
        }
    }

    /// Unlock or lock a door.
    record StaffOrder(String token, String door, se.troskel.protocol.kiosk.StaffOrder.Act act)
            implements Ask {
        @Override
        public String toString() {
            return "StaffOrder[" + door + " " + act + "]";
        }
    }

    /// The PIN that a new student chose.
    record ChosenPin(String enrolment, String digits) implements Ask {
        @Override
        public String toString() {
            return "ChosenPin[]";
        }
    }
}
