package se.troskel.controller.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.troskel.config.Door;
import se.troskel.controller.door.DoorEffect.Append;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorHappening;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;

/// Goal: INV-01 to INV-06 hold in every state that a door can reach, and the drawing in the class
/// doc of [DoorStateMachine] is the truth. Method: enumerate states to closure, trying every input
/// now and just before, at and just after the next deadline; deadlines are taken relative to now,
/// in whole seconds.
class DoorWalkTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Duration GRANT = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(4);
    private static final Door DOOR = DoorFixture.door(Door.Kind.OWN, new Door.Times(2, 3, 4, 2));

    private final DoorStateMachine machine = new DoorStateMachine(DOOR);
    private final Map<String, Set<DoorMode>> drawn = new TreeMap<>();

    @Test
    void everyReachableStateKeepsTheInvariantsAndTheDrawing() throws IOException {
        Set<DoorState> reached = new HashSet<>();
        Deque<DoorState> open = new ArrayDeque<>();
        open.add(machine.initial());
        reached.add(machine.initial());
        List<DoorInput> inputs = inputs();
        long steps = 0;
        while (!open.isEmpty()) {
            DoorState state = open.remove();
            for (long now : moments(state)) {
                for (DoorInput input : inputs) {
                    Transition transition = machine.step(state, input, now);
                    check(state, input, now, transition);
                    steps++;
                    DoorState next = relativeTo(transition.state(), now);
                    if (reached.add(next)) {
                        open.add(next);
                    }
                }
            }
        }
        assertThat(reached).hasSizeGreaterThan(1000);
        assertThat(steps).isGreaterThan(10_000);
        assertThat(drawn).isEqualTo(drawing());
    }

    private static List<DoorInput> inputs() {
        List<DoorInput> inputs = new ArrayList<>();
        inputs.add(new DoorInput.Granted(GRANT, DoorCause.CREDENTIAL));
        inputs.add(new DoorInput.UnlockedFor(LONG, DoorCause.STAFF));
        inputs.add(new DoorInput.LockedNow(DoorCause.STAFF));
        inputs.add(new DoorInput.Blocked(true));
        inputs.add(new DoorInput.Blocked(false));
        inputs.add(new DoorInput.RequestToExitPressed());
        inputs.add(new DoorInput.OpenedOtherwiseAllowed(true));
        inputs.add(new DoorInput.OpenedOtherwiseAllowed(false));
        inputs.add(new DoorInput.Tick());
        for (DoorPhysicalState contact : DoorPhysicalState.values()) {
            inputs.add(new DoorInput.ContactChanged(contact));
            inputs.add(new DoorInput.Restarted(contact, LockState.LOCKED));
        }
        for (LockState lock : LockState.values()) {
            inputs.add(new DoorInput.LockMonitorChanged(lock));
        }
        return inputs;
    }

    private Set<Long> moments(DoorState state) {
        Set<Long> moments = new LinkedHashSet<>(List.of(0L));
        machine.nextDeadline(state)
                .ifPresent(due -> {
                    moments.add(Math.max(0, due - SECOND));
                    moments.add(Math.max(0, due));
                    moments.add(Math.max(0, due + SECOND));
                });
        Long exit = state.memory().exitUntilNanos();
        if (exit != null) {
            moments.add(exit);
        }
        return moments;
    }

    private static DoorState relativeTo(DoorState state, long now) {
        DoorMemory memory = state.memory();
        Long exit = minus(memory.exitUntilNanos(), now);
        return new DoorState(
                state.mode(),
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
                        exit != null && exit <= 0 ? null : exit,
                        memory.openedAtNanos() == null ? null : 0L,
                        minus(memory.heldFromNanos(), now),
                        minus(memory.jamAtNanos(), now)));
    }

    private static @Nullable Long minus(@Nullable Long time, long now) {
        return time == null ? null : (Long) (time - now);
    }

    private void check(DoorState before, DoorInput input, long now, Transition transition) {
        DoorState after = transition.state();
        List<DoorEffect> effects = transition.effects();
        Supplier<String> what = () -> before + " + " + input + " at " + now + " -> " + transition;
        boolean restarted = input instanceof DoorInput.Restarted;
        DoorState served =
                restarted ? before : machine.step(before, new DoorInput.Tick(), now).state();

        unlockedOnlyForItsTime(after, now, effects, what);
        unlockedOnlyByOrder(input, served, effects, what);
        forcedIffNothingAllowsIt(input, served, effects, what);
        alarmsOnceAndClearedOnClose(before, after, effects, what);
        if (restarted) {
            assertThat(after.told()).as(what).isEqualTo(LockCommand.LOCK);
            assertThat(effects.getFirst()).as(what).isEqualTo(new DoorEffect.Lock());
            assertThat(appended(effects))
                    .as(what)
                    .doesNotContain(DoorHappening.FORCED_OPEN, DoorHappening.OPEN_TOO_LONG);
        } else {
            draw(before, input, served, after);
        }
        sensedIsWhatWasSensed(before, input, after, what);
    }

    /// INV-01: what unlocks has an end, and is locked at it.
    private static void unlockedOnlyForItsTime(
            DoorState after, long now, List<DoorEffect> effects, Supplier<String> what) {
        Long until = after.unlockedUntilNanos();
        assertThat(after.told() == LockCommand.UNLOCK).as(what).isEqualTo(until != null);
        if (until != null) {
            assertThat(until).as(what).isGreaterThan(now);
            assertThat(until - now).as(what).isLessThanOrEqualTo(LONG.toNanos());
        }
        boolean unlocked = after.mode() == DoorMode.ACCESSED || after.mode() == DoorMode.UNLOCKED;
        assertThat(unlocked).as(what).isEqualTo(until != null);
        for (DoorEffect effect : effects) {
            if (effect instanceof DoorEffect.Unlock(Duration max)) {
                assertThat(max).as(what).isLessThanOrEqualTo(LONG).isPositive();
            }
        }
    }

    /// INV-02 and INV-03: only what is recorded before unlocks, and a blocked door by nothing.
    private static void unlockedOnlyByOrder(
            DoorInput input, DoorState served, List<DoorEffect> effects, Supplier<String> what) {
        boolean ordered =
                (input instanceof DoorInput.Granted || input instanceof DoorInput.UnlockedFor)
                        && served.mode() != DoorMode.BLOCKED;
        if (!ordered) {
            assertThat(effects).as(what).noneMatch(DoorEffect.Unlock.class::isInstance);
        }
    }

    /// INV-04, in both directions.
    private static void forcedIffNothingAllowsIt(
            DoorInput input, DoorState served, List<DoorEffect> effects, Supplier<String> what) {
        boolean opens =
                input instanceof DoorInput.ContactChanged(DoorPhysicalState contact)
                        && contact == DoorPhysicalState.OPEN
                        && served.contact() == DoorPhysicalState.CLOSED;
        boolean allowed =
                served.told() == LockCommand.UNLOCK
                        || served.memory().exitUntilNanos() != null
                        || served.memory().otherwiseAllowed();
        assertThat(appended(effects).contains(DoorHappening.FORCED_OPEN))
                .as(what)
                .isEqualTo(opens && !allowed);
    }

    /// INV-05: an alarm is raised out of NORMAL and ends with its clear on CLOSED, nowhere else.
    private static void alarmsOnceAndClearedOnClose(
            DoorState before, DoorState after, List<DoorEffect> effects, Supplier<String> what) {
        List<DoorHappening> appended = appended(effects);
        boolean raised =
                appended.contains(DoorHappening.OPEN_TOO_LONG)
                        || appended.contains(DoorHappening.FORCED_OPEN);
        boolean cleared =
                appended.contains(DoorHappening.OPEN_TOO_LONG_CLEARED)
                        || appended.contains(DoorHappening.FORCED_OPEN_CLEARED);
        if (raised) {
            assertThat(before.alarm()).as(what).isEqualTo(DoorAlarm.NORMAL);
        }
        if (after.contact() == DoorPhysicalState.CLOSED) {
            assertThat(after.alarm()).as(what).isEqualTo(DoorAlarm.NORMAL);
        }
        boolean stood = before.alarm() != DoorAlarm.NORMAL || raised;
        assertThat(cleared).as(what).isEqualTo(stood && after.alarm() == DoorAlarm.NORMAL);
        if (cleared) {
            assertThat(after.contact()).as(what).isEqualTo(DoorPhysicalState.CLOSED);
        }
    }

    private static void sensedIsWhatWasSensed(
            DoorState before, DoorInput input, DoorState after, Supplier<String> what) {
        switch (input) {
            case DoorInput.ContactChanged(DoorPhysicalState contact) ->
                    assertThat(after.contact()).as(what).isEqualTo(contact);
            case DoorInput.LockMonitorChanged(LockState lock) ->
                    assertThat(after.lock()).as(what).isEqualTo(lock);
            case DoorInput.Restarted(DoorPhysicalState contact, LockState lock) -> {
                assertThat(after.contact()).as(what).isEqualTo(contact);
                assertThat(after.lock()).as(what).isEqualTo(lock);
            }
            default -> {
                assertThat(after.contact()).as(what).isEqualTo(before.contact());
                assertThat(after.lock()).as(what).isEqualTo(before.lock());
            }
        }
    }

    private static List<DoorHappening> appended(List<DoorEffect> effects) {
        return effects.stream()
                .filter(Append.class::isInstance)
                .map(effect -> ((Append) effect).what())
                .toList();
    }

    private void draw(DoorState before, DoorInput input, DoorState served, DoorState after) {
        if (served.mode() != before.mode()) {
            observe(before.mode(), "End", served.mode());
        } else if (served.told() == LockCommand.LOCK) {
            observe(before.mode(), "End", before.mode());
        }
        String column =
                switch (input) {
                    case DoorInput.Granted _ -> "Granted";
                    case DoorInput.UnlockedFor _ -> "UnlockedFor";
                    case DoorInput.LockedNow _ -> "LockedNow";
                    case DoorInput.Blocked(boolean blocked) -> blocked ? "Block" : "Unblock";
                    case DoorInput.ContactChanged(DoorPhysicalState contact)
                            when contact == DoorPhysicalState.CLOSED ->
                            "Close";
                    default -> null;
                };
        if (column == null) {
            assertThat(after.mode()).isEqualTo(served.mode());
        } else {
            observe(served.mode(), column, after.mode());
        }
    }

    private void observe(DoorMode from, String column, DoorMode to) {
        drawn.computeIfAbsent(from + " " + column, _ -> new TreeSet<>()).add(to);
    }

    private static Map<String, Set<DoorMode>> drawing() throws IOException {
        Path source = Path.of("src/main/java/se/troskel/controller/door/DoorStateMachine.java");
        List<String[]> rows =
                Files.readAllLines(source).stream()
                        .filter(line -> line.startsWith("/// ") && line.contains(" | "))
                        .map(line -> line.substring(4).split("\\|", -1))
                        .toList();
        assertThat(rows).hasSize(5);
        String[] columns = rows.getFirst();
        Map<String, Set<DoorMode>> drawing = new TreeMap<>();
        for (String[] row : rows.subList(1, rows.size())) {
            DoorMode from = DoorMode.valueOf(row[0].strip());
            for (int i = 1; i < row.length; i++) {
                Set<DoorMode> to = new TreeSet<>();
                Arrays.stream(row[i].strip().split(" "))
                        .map(cell -> cell.equals("=") ? from : DoorMode.valueOf(cell))
                        .forEach(to::add);
                drawing.put(from + " " + columns[i].strip(), to);
            }
        }
        return drawing;
    }
}
