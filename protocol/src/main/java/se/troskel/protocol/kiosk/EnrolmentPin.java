package se.troskel.protocol.kiosk;

/// The PIN that a new student chose on the terminal's key pad. POST `/api/v1/kiosk/enrolment-pins`,
/// answered by [EnrolmentPinResult].
///
/// @param pin 4 to 6 digits; never logged
public record EnrolmentPin(String kiosk, String enrolment, String pin) {
    public EnrolmentPin {
        if (!pin.matches("[0-9]{4,6}")) {
            throw new IllegalArgumentException("a PIN has 4 to 6 digits");
        }
    }

    @Override
    public String toString() {
        return "EnrolmentPin[" + kiosk + "]";
    }
}
