package se.troskel.config;

import java.util.List;
import se.troskel.protocol.decision.Purpose;

/// The centre's rules of check-in; the defaults in the example centres are those of DOMAIN 6.
///
/// @param minimumAgeUnstaffed age from which somebody may be alone in the building, 0 for no limit
/// @param agreementUnstaffed whether the agreement on unstaffed hours must be accepted
/// @param pinTries wrong PINs before a pause, 1 to 10
/// @param pinPauseMinutes the pause
/// @param pinLength digits of a new PIN, 4 to 6
/// @param bookingEarlyMinutes how long before its start a booking opens the room
/// @param bookingNoShowMinutes how long after its start an unused booking is released
/// @param closingWarnMinutes when people are warned before unstaffed closing, descending, for
///   example 15, 5, 0
/// @param shortCodeTries wrong short codes at one terminal before a pause
/// @param shortCodePauseMinutes that pause
/// @param staffUnlockMinutes default length of an unlock by staff
/// @param staffUnlockMaxMinutes longest unlock by staff, never for ever
/// @param purposes what visitors are asked to choose from; empty not to ask
public record AccessRules(
        int minimumAgeUnstaffed,
        boolean agreementUnstaffed,
        int pinTries,
        int pinPauseMinutes,
        int pinLength,
        int bookingEarlyMinutes,
        int bookingNoShowMinutes,
        List<Integer> closingWarnMinutes,
        int shortCodeTries,
        int shortCodePauseMinutes,
        int staffUnlockMinutes,
        int staffUnlockMaxMinutes,
        List<Purpose> purposes) {
    public AccessRules {
        closingWarnMinutes = List.copyOf(closingWarnMinutes);
        purposes = List.copyOf(purposes);
    }
}
