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
public record Answer(
        UUID presentation,
        CheckInReason reason,
        boolean recorded,
        NextStep next,
        @Nullable OpeningMode mode,
        AnswerDetails details,
        @Nullable PinChallenge pin) {}
