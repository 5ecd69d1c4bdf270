package se.troskel.hardware.pi4j;

import static se.troskel.protocol.door.LockCommand.LOCK;
import static se.troskel.protocol.door.LockCommand.UNLOCK;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.hardware.HardwareException;
import se.troskel.hardware.LockOutput;
import se.troskel.hardware.internal.LineTimer;
import se.troskel.hardware.internal.Listeners;
import se.troskel.hardware.internal.ReportedHealth;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.event.DeviceHealth;

/// A lock on a Pi4J output. Thread-safe. Its safe state is locked: the line is requested with that
/// level, returns to it at the end of every unlock by its own timer, when the line comes back after
/// a break, and at [#close]. If locking again fails, the timer tries until it succeeds.
public final class Pi4jLockOutput implements LockOutput, AutoCloseable {
    /// How often locking is tried again after the line refused.
    static final Duration RETRY = Duration.ofMillis(250);

    /// How long a lock that did not move is let go before it is driven once more.
    static final Duration PAUSE = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(Pi4jLockOutput.class);

    private final String id;
    private final DigitalOutput line;
    private final LockPolarity polarity;
    private final LineTimer timer;
    private final ReportedHealth health = new ReportedHealth(DeviceHealth.ONLINE);
    private final Listeners<LockCommand> toldListeners = new Listeners<>();
    private LockCommand told = LOCK;
    private LineTimer.@Nullable Pending relock;
    // tells a timer task that was overtaken while it waited for the monitor
    private long turn;
    private boolean driving;

    /// Drives `line` from now on.
    ///
    /// @param line requested with the level of LOCK as its initial and its shutdown state
    /// @param timer this lock's own; closed with it
    Pi4jLockOutput(String id, DigitalOutput line, LockPolarity polarity, LineTimer timer) {
        this.id = id;
        this.line = line;
        this.polarity = polarity;
        this.timer = timer;
        line.addListener(event -> lineSays(event.state()));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public DeviceHealth health() {
        return health.now();
    }

    @Override
    public void onHealth(Consumer<DeviceHealth> listener) {
        health.onChange(listener);
    }

    @Override
    public void unlock(Duration max) {
        if (!max.isPositive()) {
            throw new IllegalArgumentException("an unlock must last more than zero: " + max);
        }
        try {
            synchronized (this) {
                unlockNow(max);
            }
        } finally {
            deliver();
        }
    }

    @Override
    public void unlockAgain(Duration max) {
        Duration rest = max.minus(PAUSE);
        try {
            synchronized (this) {
                if (rest.isPositive()) {
                    letGo(rest);
                } else {
                    lockNow();
                }
            }
        } finally {
            deliver();
        }
    }

    @Override
    public void release() {
        try {
            synchronized (this) {
                drive(UNLOCK);
                forgetRelock();
                nowTold(UNLOCK);
            }
        } finally {
            deliver();
        }
    }

    @Override
    public void lock() {
        try {
            synchronized (this) {
                lockNow();
            }
        } finally {
            deliver();
        }
    }

    @Override
    public synchronized LockCommand told() {
        return told;
    }

    @Override
    public void onTold(Consumer<LockCommand> listener) {
        toldListeners.add(listener);
    }

    /// Locks and ends the timer; the lock cannot be unlocked afterwards.
    @Override
    public void close() {
        timer.close();
        try {
            lock();
        } catch (HardwareException gone) {
            LOG.warn("lock {}: could not be put in its safe state at the end", id);
        }
    }

    private void unlockNow(Duration max) {
        drive(UNLOCK);
        try {
            relockAfter(max);
        } catch (RuntimeException noTimer) {
            lockNow();
            throw timerIsClosed(noTimer);
        }
        nowTold(UNLOCK);
    }

    private HardwareException timerIsClosed(RuntimeException cause) {
        return new HardwareException(
                "lock " + id + ": its timer is closed; open the devices again", cause);
    }

    /// Nobody is told of the pause: the order is still to unlock.
    private void letGo(Duration rest) {
        drive(LOCK);
        forgetRelock();
        long mine = turn;
        try {
            timer.after(PAUSE, () -> pauseIsOver(mine, rest));
        } catch (RuntimeException noTimer) {
            nowTold(LOCK);
            throw timerIsClosed(noTimer);
        }
    }

    private void pauseIsOver(long mine, Duration rest) {
        synchronized (this) {
            if (mine == turn) {
                try {
                    unlockNow(rest);
                } catch (HardwareException refused) {
                    nowTold(LOCK);
                    LOG.warn("lock {}: could not be told to unlock once more", id);
                }
            }
        }
        deliver();
    }

    private void lockNow() {
        drive(LOCK);
        forgetRelock();
        nowTold(LOCK);
    }

    private void forgetRelock() {
        turn++;
        if (relock != null) {
            relock.cancel();
            relock = null;
        }
    }

    private void relockAfter(Duration delay) {
        long mine = turn + 1;
        LineTimer.Pending next = timer.after(delay, () -> timeIsUp(mine));
        if (relock != null) {
            relock.cancel();
        }
        relock = next;
        turn = mine;
    }

    private void timeIsUp(long mine) {
        synchronized (this) {
            if (mine == turn) {
                try {
                    lockNow();
                } catch (HardwareException refused) {
                    LOG.error("lock {}: cannot be locked again, trying on: check the line", id);
                    relockAfter(RETRY);
                }
            }
        }
        deliver();
    }

    private void drive(LockCommand command) {
        driving = true;
        try {
            line.state(polarity.level(command));
            health.set(DeviceHealth.ONLINE);
        } catch (Pi4JException refused) {
            health.set(DeviceHealth.OFFLINE);
            throw new HardwareException(
                    "lock " + id + ": its line cannot be driven; check the board and its cable",
                    refused);
        } finally {
            driving = false;
        }
    }

    private void nowTold(LockCommand command) {
        if (command != told) {
            told = command;
            toldListeners.post(command);
        }
    }

    /// The provider reports the line's level, UNKNOWN when it is gone. A line that comes back may
    /// stand anyhow, so it is locked.
    private void lineSays(DigitalState state) {
        synchronized (this) {
            if (driving) {
                return;
            }
            if (state == DigitalState.UNKNOWN) {
                health.set(DeviceHealth.OFFLINE);
            } else if (health.now() == DeviceHealth.OFFLINE) {
                try {
                    lockNow();
                } catch (HardwareException refused) {
                    LOG.warn("lock {}: its line came back but refuses", id);
                }
            }
        }
        deliver();
    }

    private void deliver() {
        toldListeners.deliver();
        health.deliver();
    }
}
