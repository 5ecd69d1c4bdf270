package se.troskel.simulation.walk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Door;
import se.troskel.controller.door.DoorInput;
import se.troskel.controller.door.DoorMemory;
import se.troskel.controller.door.DoorState;
import se.troskel.controller.door.Transition;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockState;

/// Enumerates the states of one door until no step leads to a new one, and checks every step.
///
/// Each state is tried with every input now and just before, at and just after its next deadline
/// and the end of its exit window. States that differ only in when they are count as one: their
/// times are kept relative to now. Single-threaded; does not block.
public final class DoorWalk {
    static final long SECOND = 1_000_000_000L;

    private static final int MAX_TOLD = 20;

    private final DoorLogic logic;
    private final DoorChecks checks;
    private final Set<DoorState> reached = new HashSet<>();
    private final List<String> violations = new ArrayList<>();
    private long transitions;
    private long violated;

    public DoorWalk(Door door, DoorLogic logic) {
        this.logic = logic;
        this.checks = new DoorChecks(door);
    }

    /// What a walk found.
    ///
    /// @param violated how many steps broke an invariant
    /// @param violations the first of them in words
    public record Result(long states, long transitions, long violated, List<String> violations) {
        public Result {
            violations = List.copyOf(violations);
        }
    }

    /// How far to walk.
    public enum Until {
        CLOSURE,
        FIRST_VIOLATION
    }

    /// Hears of every step, for whoever draws what was seen.
    public interface Witness {
        /// Called once for each step.
        ///
        /// @param served `before` after the deadlines that had passed by `now`
        void saw(DoorState before, DoorState served, DoorInput input, DoorState after);
    }

    /// Walks to the end, or to the first violation.
    public Result walk(Until until, Witness witness) {
        List<DoorInput> inputs = inputs();
        Deque<DoorState> open = new ArrayDeque<>();
        reached.add(logic.initial());
        open.add(logic.initial());
        while (!open.isEmpty() && (until == Until.CLOSURE || violated == 0)) {
            DoorState state = open.remove();
            for (long now : moments(state)) {
                Transition served = logic.step(state, new DoorInput.Tick(), now);
                for (DoorInput input : inputs) {
                    Transition step = logic.step(state, input, now);
                    transitions++;
                    check(new DoorChecks.Step(state, served, input, now, step));
                    witness.saw(state, served.state(), input, step.state());
                    DoorState next = relativeTo(step.state(), now);
                    if (reached.add(next)) {
                        open.add(next);
                    }
                }
            }
        }
        return new Result(reached.size(), transitions, violated, violations);
    }

    private void check(DoorChecks.Step step) {
        String broken = checks.broken(step);
        if (broken != null) {
            violated++;
            if (violations.size() < MAX_TOLD) {
                violations.add(broken + ": " + step);
            }
        }
    }

    /// Every input, with one cause for each kind of right.
    static List<DoorInput> inputs() {
        Duration pulse = Duration.ofSeconds(1);
        Duration extended = Duration.ofSeconds(2);
        Duration longer = Duration.ofSeconds(WalkedDoor.LONG_SECONDS);
        List<DoorInput> inputs = new ArrayList<>();
        inputs.add(new DoorInput.Granted(pulse, DoorCause.CREDENTIAL));
        inputs.add(new DoorInput.Granted(extended, DoorCause.CREDENTIAL));
        inputs.add(new DoorInput.Granted(pulse, DoorCause.STAFF));
        inputs.add(new DoorInput.Granted(pulse, DoorCause.ERRAND));
        inputs.add(new DoorInput.UnlockedFor(longer, DoorCause.STAFF));
        inputs.add(new DoorInput.UnlockedFor(longer, DoorCause.SCHEDULE));
        inputs.add(new DoorInput.LockedNow(DoorCause.STAFF));
        inputs.add(new DoorInput.BreakGlassShown());
        inputs.add(new DoorInput.RequestToExitPressed());
        inputs.add(new DoorInput.OpenedOtherwiseAllowed(true));
        inputs.add(new DoorInput.OpenedOtherwiseAllowed(false));
        inputs.add(new DoorInput.Tick());
        for (DoorPosture posture : DoorPosture.values()) {
            inputs.add(new DoorInput.Ordered(posture, DoorCause.STAFF));
        }
        for (DoorPhysicalState contact : DoorPhysicalState.values()) {
            inputs.add(new DoorInput.ContactChanged(contact));
            for (DoorPosture posture : DoorPosture.values()) {
                inputs.add(new DoorInput.Restarted(contact, LockState.LOCKED, posture));
            }
        }
        for (LockState lock : LockState.values()) {
            inputs.add(new DoorInput.LockMonitorChanged(lock));
        }
        return inputs;
    }

    private List<Long> moments(DoorState state) {
        List<Long> moments = new ArrayList<>(List.of(0L));
        OptionalLong due = logic.nextDeadline(state);
        if (due.isPresent()) {
            add(moments, due.getAsLong() - SECOND);
            add(moments, due.getAsLong());
            add(moments, due.getAsLong() + SECOND);
        }
        Long exit = state.memory().exitUntilNanos();
        if (exit != null) {
            add(moments, exit);
        }
        return moments;
    }

    private static void add(List<Long> moments, long moment) {
        if (moment > 0 && !moments.contains(moment)) {
            moments.add(moment);
        }
    }

    private static DoorState relativeTo(DoorState state, long now) {
        DoorMemory memory = state.memory();
        Long exit = minus(memory.exitUntilNanos(), now);
        return new DoorState(
                state.mode(),
                state.posture(),
                state.told(),
                state.lock(),
                state.contact(),
                state.alarm(),
                state.jammed(),
                minus(state.unlockedUntilNanos(), now),
                new DoorMemory(
                        memory.unlockedBy(),
                        memory.wasOpen(),
                        memory.severalGranted(),
                        memory.warned(),
                        memory.otherwiseAllowed(),
                        memory.noEntries(),
                        memory.retried(),
                        exit != null && exit <= 0 ? null : exit,
                        memory.openedAtNanos() == null ? null : 0L,
                        minus(memory.heldFromNanos(), now),
                        minus(memory.jamAtNanos(), now)));
    }

    private static @Nullable Long minus(@Nullable Long time, long now) {
        return time == null ? null : (Long) (time - now);
    }
}
