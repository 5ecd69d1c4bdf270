package se.troskel.kiosk.flow;

import se.troskel.protocol.kiosk.StaffView;

/// Staff mode as the controller opened it at this terminal.
///
/// @param token shown with every question, never to anybody
/// @param view rooms and doors as heard last
/// @param asked number of the last question; only its answer counts
/// @param askedAt when it was asked
/// @param ordering whether that was an order that is not answered yet
/// @param pressed whether something was pressed since
public record StaffSession(
        String token, StaffView view, long asked, long askedAt, boolean ordering, boolean pressed) {
    StaffSession heard(StaffView now) {
        return new StaffSession(token, now, asked, askedAt, false, pressed);
    }

    StaffSession pressedNow() {
        return new StaffSession(token, view, asked, askedAt, ordering, true);
    }

    StaffSession asking(long number, long nanos, boolean order) {
        return new StaffSession(token, view, number, nanos, order, false);
    }

    @Override
    public String toString() {
        return "StaffSession[" + asked + " " + ordering + " " + pressed + "]";
    }
}
