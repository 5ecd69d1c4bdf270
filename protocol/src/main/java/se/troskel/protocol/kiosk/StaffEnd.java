package se.troskel.protocol.kiosk;

/// Staff mode was left. POST `/api/v1/kiosk/staff-ends`; answered with 204, also when it had ended
/// before.
public record StaffEnd(String kiosk, String token) {
    @Override
    public String toString() {
        return "StaffEnd[" + kiosk + "]";
    }
}
