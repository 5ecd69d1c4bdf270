package se.troskel.controller.door;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Device;

/// Whether an input still works: a door contact, lock monitor, exit button, tamper contact or
/// alarm. Pure: time comes in as monotonic nanoseconds, never blocks; one thread at a time.
///
/// - **Bouncing**: it changed over more often in a minute than allowed, after its driver's
///   debounce. It is calm again when a minute held at most half of that. Meanwhile nothing that it
///   says can be believed, so a loose wire neither opens nor closes a door a hundred times in the
///   journal. Whoever listens may make exceptions: nothing may hinder anybody from leaving.
/// - **A held exit button**: pressed without a break for longer than allowed. One press opened one
///   exit window and no more, so it can hold nothing unlocked; the handle opens in any case.
/// - **A contact stuck at closed**: so many unlockings for people in a row ended without an entry,
///   and in each of them the lock's own monitor said unlocked. Without a monitor nothing tells a
///   stuck contact from a door that does not open, which [DoorState#isNotOpening()] tells.
/// - **A contact stuck at open**: it says open for longer than allowed, and so many times the lock
///   was locked meanwhile: the door is propped open, or the contact never changes.
///
/// The latter three are suspicions, each over with the next change; what the input says still
/// counts, so that no alarm is lost to one.
public final class InputSupervision {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Device.Kind kind;
    private final InputLimits limits;

    /// When it changed over, the last so many times: one more than is allowed in a minute.
    private final long[] changedAt;

    private Says says = Says.NOTHING;
    private long changes;
    private long bouncedFrom;
    private boolean bouncing;
    private int passages;
    private boolean stuck;

    public InputSupervision(Device.Kind kind, InputLimits limits) {
        this.kind = kind;
        this.limits = limits;
        this.changedAt = new long[limits.changesPerMinute() + 1];
    }

    /// What an input says.
    public enum Says {
        /// Closed, locked, not pressed.
        REST,
        /// Open, unlocked, pressed.
        ACTIVE,
        /// Neither can be said.
        NOTHING
    }

    /// What is wrong with an input.
    public enum Trouble {
        STUCK,
        BOUNCING
    }

    /// It says something; the same as before is no change.
    public void says(Says said, long now) {
        tick(now);
        if (said == says) {
            return;
        }
        says = said;
        passages = 0;
        stuck = false;
        changedAt[slot(changes)] = now;
        changes++;
        int allowed = limits.changesPerMinute();
        if (!bouncing && changes > allowed && now - lately(allowed) < MINUTE) {
            bouncing = true;
            bouncedFrom = changes - allowed - 1;
        }
    }

    /// The door of this contact was unlocked for somebody, its monitor said so, and nobody came in.
    public void unusedPassage() {
        if (says == Says.REST) {
            passages++;
            stuck = passages >= limits.passages();
        }
    }

    /// The door of this contact was locked again.
    public void lockedAgain(long now) {
        if (says == Says.ACTIVE) {
            passages++;
            tick(now);
        }
    }

    /// Time passed.
    public void tick(long now) {
        if (bouncing && now - calmAt() >= 0) {
            bouncing = false;
        }
        OptionalLong due = stuckAt();
        if (due.isPresent() && now - due.getAsLong() >= 0) {
            stuck = true;
        }
    }

    /// When [#tick] is due; empty for never.
    public OptionalLong nextDeadline() {
        return bouncing ? OptionalLong.of(calmAt()) : stuckAt();
    }

    /// Null while nothing is wrong.
    public @Nullable Trouble trouble() {
        if (bouncing) {
            return Trouble.BOUNCING;
        }
        return stuck ? Trouble.STUCK : null;
    }

    /// How often it changed over while it bounced, the last time it did.
    public int changes() {
        return (int) (changes - bouncedFrom);
    }

    private OptionalLong stuckAt() {
        if (stuck || says != Says.ACTIVE) {
            return OptionalLong.empty();
        }
        if (kind == Device.Kind.REQUEST_TO_EXIT) {
            return OptionalLong.of(lately(0) + limits.held().toNanos());
        }
        return passages >= limits.passages()
                ? OptionalLong.of(lately(0) + limits.open().toNanos())
                : OptionalLong.empty();
    }

    /// When a whole minute will have held at most half of what is allowed.
    private long calmAt() {
        return lately(limits.changesPerMinute() / 2) + MINUTE;
    }

    /// When it changed over, `before` changes before the last.
    private long lately(int before) {
        return changedAt[slot(changes - 1 - before)];
    }

    private int slot(long change) {
        return (int) (change % changedAt.length);
    }
}
