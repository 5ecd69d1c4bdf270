package se.troskel.hardware.pi4j;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import se.troskel.config.Device;
import se.troskel.config.Door;
import se.troskel.hardware.internal.LineTimer;
import se.troskel.protocol.door.LockCommand;

/// The lines of one Pi4J context, opened as locks and inputs. Which provider stands behind them is
/// said when the context is made, never detected. Thread-safe.
public final class Pi4jLines implements AutoCloseable {
    private final Context context;
    private final Function<String, LineTimer> timers;
    private final LineTimer inputTimer;
    private final List<Pi4jLockOutput> locks = new CopyOnWriteArrayList<>();

    /// Opens nothing yet.
    ///
    /// @param context closed with this
    /// @param timers makes a timer with a name; every lock has its own, so that no other device can
    ///   delay it
    Pi4jLines(Context context, Function<String, LineTimer> timers) {
        this.context = context;
        this.timers = timers;
        this.inputTimer = timers.apply("inputs");
    }

    /// Lines in memory.
    public static Pi4jLines inMemory(Function<String, LineTimer> timers) {
        return new Pi4jLines(
                Pi4J.newContextBuilder()
                        .add(new MemoryOutputProvider(), new MemoryInputProvider())
                        .disableShutdownHook()
                        .build(),
                timers);
    }

    /// Opens the lock of `door`; its line has the level of LOCK from the first instant.
    ///
    /// @param number of the line on its chip
    public Pi4jLockOutput lock(Door door, Device output, int number) {
        LockPolarity polarity = LockPolarity.of(door, output);
        DigitalState safe = polarity.level(LockCommand.LOCK);
        DigitalOutput line =
                context.create(
                        DigitalOutput.newConfigBuilder(context)
                                .id(output.id())
                                .bcm(number)
                                .initial(safe)
                                .shutdown(safe)
                                .build());
        Pi4jLockOutput lock =
                new Pi4jLockOutput(
                        output.id(), line, polarity, timers.apply("lock-" + output.id()));
        locks.add(lock);
        return lock;
    }

    /// Opens a contact or button.
    ///
    /// @param number of the line on its chip
    public Pi4jInputLine input(Device device, int number) {
        DigitalInput line =
                context.create(
                        DigitalInput.newConfigBuilder(context)
                                .id(device.id())
                                .bcm(number)
                                .pull(PullResistance.PULL_UP)
                                .debounce(0L)
                                .build());
        return new Pi4jInputLine(device.id(), line, device.activeLow(), inputTimer);
    }

    /// The far end of a lock opened on in-memory lines.
    public MemoryLock memoryLock(Door door, Device output) {
        return new MemoryLock(
                context.io(output.id(), MemoryOutput.class), LockPolarity.of(door, output));
    }

    /// The far end of an input opened on in-memory lines.
    public MemoryContact memoryContact(Device device) {
        return new MemoryContact(context.io(device.id(), MemoryInput.class), device.activeLow());
    }

    /// Puts every lock in its safe state and releases the lines.
    @Override
    public void close() {
        locks.forEach(Pi4jLockOutput::close);
        inputTimer.close();
        context.shutdown();
    }
}
