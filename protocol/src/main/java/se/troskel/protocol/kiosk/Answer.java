package se.troskel.protocol.kiosk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.OpeningMode;

/// What a terminal shows: one reason, one thing to do, and the words' values. Holds nothing that
/// names the person.
///
/// @param presentation the id of the presentation or visit that this answers
/// @param recorded whether the journal has it, refusals included
/// @param mode how the centre is open now; null when the clock cannot be trusted
/// @param pin set with [CheckInReason#PIN_REQUIRED] and [CheckInReason#PIN_WRONG] only
/// @param staff set when the card is a staff member's: its PIN, entered once more, opens staff mode
/// @param inside true when the person was in the house already, so that the terminal can offer to
///   check them out; null otherwise, and always for a blocked card, which says no more than an
///   unknown one
/// @param exam set with [CheckInReason#EXAM] only
public record Answer(
        UUID presentation,
        CheckInReason reason,
        boolean recorded,
        NextStep next,
        @Nullable OpeningMode mode,
        AnswerDetails details,
        @Nullable PinChallenge pin,
        @Nullable PinChallenge staff,
        @Nullable Boolean inside,
        @Nullable ExamAnswer exam) {
    /// An answer that leads to no staff mode, to somebody who was not inside.
    public Answer(
            UUID presentation,
            CheckInReason reason,
            boolean recorded,
            NextStep next,
            @Nullable OpeningMode mode,
            AnswerDetails details,
            @Nullable PinChallenge pin) {
        this(presentation, reason, recorded, next, mode, details, pin, null, null, null);
    }

    /// The same, with a way into staff mode; null for none.
    public Answer withStaff(@Nullable PinChallenge challenge) {
        return new Answer(
                presentation, reason, recorded, next, mode, details, pin, challenge, inside, exam);
    }

    /// The same, to somebody who was in the house already.
    public Answer toSomebodyInside() {
        return new Answer(
                presentation, reason, recorded, next, mode, details, pin, staff, true, exam);
    }

    /// The same presentation, of somebody who came for an exam: that is what they are told.
    public Answer withExam(ExamAnswer answer) {
        return new Answer(
                presentation,
                CheckInReason.EXAM,
                recorded,
                next,
                mode,
                details,
                pin,
                staff,
                inside,
                answer);
    }
}
