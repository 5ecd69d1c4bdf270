package se.troskel.hardware.pi4j;

import com.pi4j.io.gpio.digital.DigitalState;
import java.util.function.Consumer;
import se.troskel.protocol.door.LockCommand;

/// The far end of an in-memory output: the lock that hangs on it. Thread-safe.
public record MemoryLock(MemoryOutput line, LockPolarity polarity) {
    /// Calls `lock` with what the line's level means to it, at once and at each change; nothing
    /// while the line is cut, the lock then stays as it is.
    public void onDriven(Consumer<LockCommand> lock) {
        line.addListener(event -> tell(event.state(), lock));
        tell(line.state(), lock);
    }

    /// Takes the lock off its wire or puts it back.
    public void cut(boolean away) {
        if (away) {
            line.cut();
        } else {
            line.restore();
        }
    }

    private void tell(DigitalState level, Consumer<LockCommand> lock) {
        if (level != DigitalState.UNKNOWN) {
            boolean unlocks = level == polarity.level(LockCommand.UNLOCK);
            lock.accept(unlocks ? LockCommand.UNLOCK : LockCommand.LOCK);
        }
    }
}
