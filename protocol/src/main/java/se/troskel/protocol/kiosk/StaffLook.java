package se.troskel.protocol.kiosk;

/// What are rooms and doors like now? Asked at most once a second in staff mode. POST
/// `/api/v1/kiosk/staff-looks`, answered by [StaffView]; with 403 `STAFF_MODE_OVER` when the token
/// does not count any more.
///
/// @param pressed whether something was pressed since the last one: only that keeps staff mode open
public record StaffLook(String kiosk, String token, boolean pressed) {
    @Override
    public String toString() {
        return "StaffLook[" + kiosk + "]";
    }
}
