package se.troskel.protocol.kiosk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of a PIN for staff mode.
///
/// @param token what the terminal shows with everything it asks in staff mode, for two minutes from
///   the last press; set with `OPENED` only, never logged
/// @param view set with `OPENED` only
/// @param again set with `WRONG` only
/// @param until when the card's pause ends; set with `PAUSED` only
public record StaffPinResult(
        Outcome outcome,
        @Nullable String token,
        @Nullable StaffView view,
        @Nullable PinChallenge again,
        @Nullable Instant until) {
    /// The outcomes.
    public enum Outcome {
        OPENED,
        WRONG,
        /// Wrong too often: the card's PIN is not taken for a while, anywhere.
        PAUSED,
        /// The challenge is too old, or the card opens no staff mode any more.
        GONE
    }

    @Override
    public String toString() {
        return "StaffPinResult[" + outcome + "]";
    }
}
