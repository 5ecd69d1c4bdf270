package se.troskel.protocol.kiosk;

/// Unlock or lock a door from staff mode. POST `/api/v1/kiosk/staff-orders`, answered by
/// [StaffOrderResult]; with 403 `STAFF_MODE_OVER` when the token does not count any more.
public record StaffOrder(String kiosk, String token, String door, Act act) {
    /// What is done to the door.
    public enum Act {
        /// For [StaffView#unlockMinutes()]; then it locks by itself.
        UNLOCK,
        LOCK
    }

    @Override
    public String toString() {
        return "StaffOrder[" + kiosk + " " + door + " " + act + "]";
    }
}
