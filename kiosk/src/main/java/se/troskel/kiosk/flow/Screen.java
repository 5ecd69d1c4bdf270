package se.troskel.kiosk.flow;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.ExamDetails;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.Purpose;
import se.troskel.protocol.decision.ShortCode;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.PinChallenge;

/// What the terminal is doing, and so what it shows. Times are monotonic nanoseconds.
public sealed interface Screen {
    /// Waits for a card or a code; holds nothing about anybody.
    record Idle() implements Screen {}

    /// Asked the controller, no answer yet.
    ///
    /// @param ask number of the question
    /// @param enrolment set when the question is a chosen PIN
    /// @param group set when the question is about a group's host, or about the group of one
    record Checking(
            long ask,
            @Nullable String enrolment,
            @Nullable HostedGroup group,
            long since,
            Patience patience)
            implements Screen {}

    /// How long an answer has been waited for.
    enum Patience {
        /// Under 300 ms: a ring, no words.
        BRIEF,
        SHOWN,
        /// Over 3 s: says so.
        LONG
    }

    /// One sentence and one thing to do.
    record Result(Outcome outcome, long until) implements Screen {}

    /// A result that also asks what the visit is for; need not be answered.
    record AskPurpose(Answer answer, List<Purpose> purposes, long until) implements Screen {
        public AskPurpose {
            purposes = List.copyOf(purposes);
        }
    }

    /// The reader is broken; ends only when it works again.
    record OutOfOrder() implements Screen {}

    /// No controller; ends when it is heard again.
    record ControllerLost() implements Screen {}

    /// The building is being evacuated.
    record Evacuate() implements Screen {}

    /// Little time left; hides what is under it.
    record TimeoutWarning(Waits under, long until) implements Screen {}

    /// A screen that waits for a person, and gives up without one.
    sealed interface Waits extends Screen {
        /// When it was last touched.
        long touched();

        Waits touchedAt(long nanos);

        /// How long it waits before the warning comes.
        default long quietNanos() {
            return Limits.QUIET_NANOS;
        }
    }

    /// Asks for the PIN of a card.
    ///
    /// @param group set when the card is that of a group's host
    record AskPin(
            Answer answer,
            PinChallenge challenge,
            @Nullable HostedGroup group,
            String digits,
            long touched)
            implements Waits {
        @Override
        public AskPin touchedAt(long nanos) {
            return new AskPin(answer, challenge, group, digits, nanos);
        }

        AskPin typed(String all, long nanos) {
            return new AskPin(answer, challenge, group, all, nanos);
        }

        @Override
        public String toString() {
            return "AskPin[]";
        }
    }

    /// Asks for the PIN that opens staff mode.
    ///
    /// @param wrong whether the last try was wrong
    record AskStaffPin(PinChallenge challenge, boolean wrong, String digits, long touched)
            implements Waits {
        @Override
        public AskStaffPin touchedAt(long nanos) {
            return typed(digits, nanos);
        }

        AskStaffPin typed(String all, long nanos) {
            return new AskStaffPin(challenge, wrong, all, nanos);
        }

        @Override
        public String toString() {
            return "AskStaffPin[]";
        }
    }

    /// Rooms and doors for staff.
    ///
    /// @param chosen id of the door that the next press acts on; null for none
    /// @param said what became of the last order; null when there was none, or after the next press
    /// @param page which doors are shown, counted on and on: the first ones follow the last
    record StaffMode(
            StaffSession session,
            @Nullable String chosen,
            @Nullable Said said,
            int page,
            long touched)
            implements Waits {
        @Override
        public StaffMode touchedAt(long nanos) {
            return new StaffMode(session.pressedNow(), chosen, said, page, nanos);
        }

        StaffMode with(StaffSession next) {
            return new StaffMode(next, chosen, said, page, touched);
        }

        @Override
        public long quietNanos() {
            return Limits.STAFF_QUIET_NANOS;
        }
    }

    /// A new student chooses a PIN, typed twice.
    ///
    /// @param first the PIN as typed the first time; null until then
    record ChoosePin(
            String enrolment, @Nullable String first, String digits, Remark remark, long touched)
            implements Waits {
        @Override
        public ChoosePin touchedAt(long nanos) {
            return new ChoosePin(enrolment, first, digits, remark, nanos);
        }

        @Override
        public String toString() {
            return "ChoosePin[]";
        }
    }

    /// Why a PIN has to be chosen again.
    enum Remark {
        NONE,
        DIFFERENT,
        TOO_EASY
    }

    /// Waits for the card or code of somebody who leaves.
    ///
    /// @param unreadable whether what was shown last could not be read
    record Leaving(boolean unreadable, long touched) implements Waits {
        @Override
        public Leaving touchedAt(long nanos) {
            return new Leaving(unreadable, nanos);
        }
    }

    /// Types a short code.
    record TypeCode(String characters, Intent intent, long touched) implements Waits {
        @Override
        public TypeCode touchedAt(long nanos) {
            return with(characters, nanos);
        }

        TypeCode with(String all, long nanos) {
            return new TypeCode(all, intent, nanos);
        }

        public boolean isWhole() {
            return characters.length() == ShortCode.LENGTH;
        }

        TypeCode typed(char character, long nanos) {
            String upper = String.valueOf(character).toUpperCase(Locale.ROOT);
            boolean fits = upper.length() == 1 && ShortCode.has(upper.charAt(0)) && !isWhole();
            return with(fits ? characters + upper : characters, nanos);
        }

        @Override
        public String toString() {
            return "TypeCode[]";
        }
    }

    /// A guest, a group or a child.
    ///
    /// @param group whether the number of people in a group is being typed
    record GuestChoice(boolean group, String digits, long touched) implements Waits {
        @Override
        public GuestChoice touchedAt(long nanos) {
            return new GuestChoice(group, digits, nanos);
        }

        /// Whether a group of one or more was typed.
        public boolean isNumber() {
            return group && !digits.isEmpty() && Integer.parseInt(digits) > 0;
        }
    }

    /// Asks who hosts a group: somebody in it with a card, or nobody.
    record AskHost(int people, long touched) implements Waits {
        @Override
        public AskHost touchedAt(long nanos) {
            return new AskHost(people, nanos);
        }
    }

    /// Waits for the card, code or number of somebody who comes to an exam.
    ///
    /// @param characters typed so far: a short code or a personal number
    /// @param letters whether the screen's keys are letters
    record ExamCall(String characters, boolean letters, long touched) implements Waits {
        @Override
        public ExamCall touchedAt(long nanos) {
            return new ExamCall(characters, letters, nanos);
        }

        ExamCall withOtherKeys(long nanos) {
            return new ExamCall(characters, !letters, nanos);
        }

        ExamCall erased(long nanos) {
            int length = Math.max(0, characters.length() - 1);
            return new ExamCall(characters.substring(0, length), letters, nanos);
        }

        ExamCall typed(char character, long nanos) {
            char upper = character >= 'a' && character <= 'z' ? (char) (character - 32) : character;
            boolean fits =
                    Limits.NUMBER_CHARACTERS.indexOf(upper) >= 0
                            && characters.length() < Limits.NUMBER_MAX;
            return new ExamCall(fits ? characters + upper : characters, letters, nanos);
        }

        public boolean isLongEnough() {
            return characters.length() >= Limits.NUMBER_MIN;
        }

        /// No personal number has as few characters as a short code.
        Ask ask() {
            return ShortCode.parse(characters)
                    .map(code -> new Ask.Exam(Medium.SHORT_CODE, code))
                    .orElseGet(() -> new Ask.Exam(Medium.NUMBER, characters));
        }

        @Override
        public String toString() {
            return "ExamCall[]";
        }
    }

    /// Asks which exam it is that somebody writes now.
    record AskExam(Answer answer, long touched) implements Waits {
        @Override
        public AskExam touchedAt(long nanos) {
            return new AskExam(answer, nanos);
        }

        /// What they can choose from.
        public List<ExamDetails.Choice> choices() {
            return answer.exam() == null ? List.of() : answer.exam().details().choices();
        }

        @Override
        public String toString() {
            return "AskExam[]";
        }
    }

    /// Asks which identity document somebody will show at their exam, or takes its lines.
    ///
    /// @param more whether the less usual documents are on the screen
    /// @param lines of the document, read so far; all of the same length
    record AskDocument(Answer answer, boolean more, List<String> lines, long touched)
            implements Waits {
        public AskDocument {
            lines = List.copyOf(lines);
        }

        @Override
        public AskDocument touchedAt(long nanos) {
            return new AskDocument(answer, more, lines, nanos);
        }

        AskDocument withPage(boolean others, long nanos) {
            return new AskDocument(answer, others, lines, nanos);
        }

        AskDocument withLines(List<String> read, long nanos) {
            return new AskDocument(answer, more, read, nanos);
        }

        @Override
        public String toString() {
            return "AskDocument[" + more + "]";
        }
    }

    /// How to get help.
    record Help(long touched) implements Waits {
        @Override
        public Help touchedAt(long nanos) {
            return new Help(nanos);
        }
    }
}
