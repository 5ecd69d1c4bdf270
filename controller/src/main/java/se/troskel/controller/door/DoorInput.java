package se.troskel.controller.door;

import java.time.Duration;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.LockState;

/// What a door's state machine hears.
public sealed interface DoorInput {
    /// A person was granted entry and it is recorded.
    ///
    /// @param duration how long the door may stay unlocked
    record Granted(Duration duration, DoorCause cause) implements DoorInput {}

    /// Staff or a schedule unlocks for a while, recorded; entries are not expected one by one.
    record UnlockedFor(Duration duration, DoorCause cause) implements DoorInput {}

    /// Staff or a schedule locks now.
    record LockedNow(DoorCause cause) implements DoorInput {}

    /// Staff refuses entry to everybody, or lifts that.
    record Blocked(boolean blocked) implements DoorInput {}

    /// The exit button or sensor.
    record RequestToExitPressed() implements DoorInput {}

    record ContactChanged(DoorPhysicalState contact) implements DoorInput {}

    record LockMonitorChanged(LockState lock) implements DoorInput {}

    /// Whether an opening by key or another system is allowed at this hour changed.
    record OpenedOtherwiseAllowed(boolean allowed) implements DoorInput {}

    /// A deadline of this door passed, or simply some time.
    record Tick() implements DoorInput {}

    /// The controller started; the lock stands in its safe state.
    record Restarted(DoorPhysicalState contact, LockState lock) implements DoorInput {}
}
