package se.troskel.controller.door;

import java.time.Duration;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
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

    /// The standing order that counts is another ([DoorOrders#posture()]).
    ///
    /// @param cause who changed it
    record Ordered(DoorPosture posture, DoorCause cause) implements DoorInput {}

    /// A break-glass credential: unlocks at once, in every posture; recorded after.
    record BreakGlassShown() implements DoorInput {}

    /// The exit button or sensor.
    record RequestToExitPressed() implements DoorInput {}

    record ContactChanged(DoorPhysicalState contact) implements DoorInput {}

    record LockMonitorChanged(LockState lock) implements DoorInput {}

    /// Whether an opening by key or another system is allowed at this hour changed.
    record OpenedOtherwiseAllowed(boolean allowed) implements DoorInput {}

    /// A deadline of this door passed, or simply some time.
    record Tick() implements DoorInput {}

    /// The controller started; the lock stands in its safe state. `posture` is the standing order
    /// that outlived it.
    record Restarted(DoorPhysicalState contact, LockState lock, DoorPosture posture)
            implements DoorInput {}
}
