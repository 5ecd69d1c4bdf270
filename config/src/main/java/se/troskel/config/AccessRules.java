package se.troskel.config;

import java.util.List;
import se.troskel.protocol.decision.Purpose;

/// The centre's rules of check-in; the defaults in the example centres are those of DOMAIN 6.
///
/// @param minimumAgeUnstaffed age from which somebody may be alone in the building, 0 for no limit
/// @param agreementUnstaffed whether the agreement on unstaffed hours must be accepted
/// @param pinTries wrong PINs before a pause, 1 to 10
/// @param pinPauseMinutes the pause, 1 to 1440
/// @param pinLength digits of a new PIN, 4 to 6
/// @param bookingEarlyMinutes how long before its start a booking opens the room, 0 to 120
/// @param bookingNoShowMinutes how long after its start an unused booking is released, 1 to 240
/// @param closingWarnMinutes when people are warned before unstaffed closing, descending, for
///   example 15, 5, 0
/// @param shortCodeTries wrong short codes at one terminal before a pause, 1 to 20
/// @param shortCodePauseMinutes that pause, 1 to 1440
/// @param staffUnlockMinutes default length of an unlock by staff, 1 to 480
/// @param staffUnlockMaxMinutes longest unlock by staff, never for ever, 1 to 720 and
///   `staffUnlockMinutes` or more
/// @param purposes what visitors are asked to choose from; empty not to ask
public record AccessRules(
        @Range(min = 0, max = 99) int minimumAgeUnstaffed,
        boolean agreementUnstaffed,
        @Range(min = 1, max = 10) int pinTries,
        @Range(min = 1, max = 1440) int pinPauseMinutes,
        @Range(min = 4, max = 6) int pinLength,
        @Range(min = 0, max = 120) int bookingEarlyMinutes,
        @Range(min = 1, max = 240) int bookingNoShowMinutes,
        @Range(min = 0, max = 120) List<Integer> closingWarnMinutes,
        @Range(min = 1, max = 20) int shortCodeTries,
        @Range(min = 1, max = 1440) int shortCodePauseMinutes,
        @Range(min = 1, max = 480) int staffUnlockMinutes,
        @Range(min = 1, max = 720) int staffUnlockMaxMinutes,
        List<Purpose> purposes) {
    public AccessRules {
        closingWarnMinutes = List.copyOf(closingWarnMinutes);
        purposes = List.copyOf(purposes);
    }
}
