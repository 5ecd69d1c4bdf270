package se.troskel.controller.commissioning;

import java.time.Instant;

/// What moves a commissioning on.
public sealed interface CommissioningInput {
    /// Somebody stands where this step is done; what was sensed of another is forgotten.
    ///
    /// @param by their name
    record Begun(String step, String by) implements CommissioningInput {}

    /// A device said something.
    record Heard(Sensed fact) implements CommissioningInput {}

    /// The person says that it worked. Counts for a step that asks, once all of it was sensed.
    record Confirmed(Instant at, String remark) implements CommissioningInput {}

    /// The person says that it does not work.
    ///
    /// @param reason not blank
    record Refuted(Instant at, String reason) implements CommissioningInput {}

    /// The person leaves it out.
    ///
    /// @param reason not blank
    record LeftOut(Instant at, String reason) implements CommissioningInput {}
}
