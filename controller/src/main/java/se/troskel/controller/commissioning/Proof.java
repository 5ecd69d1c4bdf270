package se.troskel.controller.commissioning;

/// What a step proves. The order is the one in which a person walks: door by door, then the
/// building, fire last, because nothing locks while it is latched.
public enum Proof {
    /// Told to unlock, the lock moves, and locks again by itself.
    LOCK_MOVES,
    /// Closed, open, closed.
    CONTACT,
    REQUEST_TO_EXIT,
    /// While locked the door opens from inside by hand, in one movement (DOMAIN L12).
    EGRESS,
    /// Without power the lock is open, and the door opens from inside.
    POWER_CUT_FAIL_SAFE,
    /// Without power the lock stays locked from outside, and the door opens from inside.
    POWER_CUT_FAIL_SECURE,
    /// Without power the lock stays as it is, and the door opens from inside.
    POWER_CUT_MOTOR,
    TAMPER,
    /// Another system says that it let somebody in.
    OTHER_GRANTED,
    /// Another system says that it raised an alarm at the door.
    OTHER_ALARM,
    /// A reader at a door reads a card; its number is not kept.
    DOOR_READER,
    OCCUPANCY,
    SOUNDER,
    TERMINAL,
    /// A reader at a terminal: the terminal answers.
    TERMINAL_READER,
    /// A scanner at a terminal: the terminal answers.
    TERMINAL_SCANNER,
    BURGLAR_ALARM,
    FIRE_ALARM,
    /// While fire is latched the door stands released (DOMAIN L14).
    FIRE_RELEASE,
    /// After the alarm a reset by hand locks again.
    FIRE_RESET
}
