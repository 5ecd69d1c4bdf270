package se.troskel.protocol.kiosk;

/// The PIN that opens a terminal's staff mode, for the challenge in [Answer#staff()]. POST
/// `/api/v1/kiosk/staff-pins`, answered by [StaffPinResult].
///
/// @param pin 4 to 6 digits; never logged
public record StaffPin(String kiosk, String challenge, String pin) {
    public StaffPin {
        if (!pin.matches("[0-9]{4,6}")) {
            throw new IllegalArgumentException("a PIN has 4 to 6 digits");
        }
    }

    @Override
    public String toString() {
        return "StaffPin[" + kiosk + "]";
    }
}
