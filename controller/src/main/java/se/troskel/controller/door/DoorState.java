package se.troskel.controller.door;

import org.jspecify.annotations.Nullable;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;

/// One door at one instant: told, sensed lock and sensed position are three facts.
///
/// @param posture the standing order that counts
/// @param told what the lock was told last
/// @param lock what its monitor says
/// @param contact what the door contact says
/// @param jammed told to unlock, and the monitor went on saying locked; until it is once seen
///   unlocked
/// @param unlockedUntilNanos monotonic end of the present unlocking; null while told to lock
/// @param memory what only the state machine needs
public record DoorState(
        DoorMode mode,
        DoorPosture posture,
        LockCommand told,
        LockState lock,
        DoorPhysicalState contact,
        DoorAlarm alarm,
        boolean jammed,
        @Nullable Long unlockedUntilNanos,
        DoorMemory memory) {
    /// Whether it was unlocked for people twice in a row and never opened since.
    public boolean isNotOpening() {
        return memory.noEntries() >= DoorStateMachine.NO_ENTRIES;
    }
}
