package se.troskel.protocol.decision;

/// The one thing a person can do now. Every answer has one, and it must be possible at that hour at
/// that centre: `AT_DESK` steps only while staffed, `COME_BACK` only with a time, `CALL` only where
/// the centre has a phone number.
public enum NextStep {
    /// Sit where you like.
    SIT_DOWN,
    /// The door is unlocked now: go in.
    GO_IN,
    /// Go to the named room; its door is unlocked now.
    GO_TO_ROOM,
    /// There is space in another room.
    GO_TO_OTHER_ROOM,
    /// Enter the PIN on the terminal.
    ENTER_PIN,
    /// Ask the person at the desk.
    ASK_AT_DESK,
    /// Call the centre's number.
    CALL,
    /// Come back at a time.
    COME_BACK,
    /// Open the latest confirmation and show the code there.
    SHOW_LATEST_CODE,
    /// Show the card or code once more.
    SHOW_AGAIN,
    /// Choose a PIN on the terminal's key pad.
    CHOOSE_PIN,
    /// Continue with the person at the desk, who has the other half on the staff page.
    CONTINUE_AT_DESK,
    /// Go home, welcome back.
    GOODBYE,
    /// Leave the building now.
    LEAVE_NOW
}
