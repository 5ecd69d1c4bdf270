package se.troskel.hardware;

import java.time.Duration;
import se.troskel.protocol.door.LockCommand;

/// The output that drives a lock. Says Lock and Unlock only; polarity, fail-safe and fail-secure
/// are its own business. At creation the line stands in its safe state from the first instant.
public non-sealed interface LockOutput extends Device {
    /// Unlocks for at most `max`; the driver's own timer locks again, so a stalled controller
    /// cannot hold a door open. Unlocking an unlocked door starts `max` anew.
    ///
    /// @param max more than zero
    /// @throws HardwareException when the line cannot be driven; the lock is then as it was, and
    ///   the caller raises it
    void unlock(Duration max);

    /// For a lock that was told to unlock and did not move: lets go of it for a moment, then
    /// unlocks it once more; `max` counts from now.
    ///
    /// @param max more than the moment, which is half a second; for less it only locks
    /// @throws HardwareException as [#unlock(Duration)]
    void unlockAgain(Duration max);

    /// Unlocks until [#lock()]: only while fire is latched, when nothing may lock.
    ///
    /// @throws HardwareException as [#unlock(Duration)]
    void release();

    /// Locks at once.
    ///
    /// @throws HardwareException as [#unlock(Duration)]
    void lock();

    /// What the lock was told last; also after its own timer ended an unlock.
    LockCommand told();

    /// Calls `listener` whenever [#told()] changes, with what it is now, on the device's thread; it
    /// must only enqueue.
    void onTold(java.util.function.Consumer<LockCommand> listener);
}
