package se.troskel.simulation.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.controller.door.DoorInput;
import se.troskel.controller.door.DoorState;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;

/// Goal: the invariants hold in every state that a door can reach, and the drawings in the class
/// doc of the state machine are the truth. Method: walk each door to closure; what is seen on the
/// way is held against what is drawn.
class DoorWalkTest {
    private static final Path DRAWN =
            Path.of("../controller/src/main/java/se/troskel/controller/door/DoorStateMachine.java");

    private final Map<String, Set<DoorMode>> seen = new TreeMap<>();

    @Test
    void everyReachableStateKeepsTheInvariantsAndTheDrawing() throws IOException {
        Map<WalkedDoor, DoorWalk.Result> results =
                Arrays.stream(WalkedDoor.values())
                        .parallel()
                        .collect(Collectors.toConcurrentMap(walked -> walked, this::walk));
        assertThat(results)
                .allSatisfy((walked, result) -> {
                    assertThat(result.violations()).isEmpty();
                    assertThat(result.violated()).isZero();
                    assertThat(result.states()).isGreaterThan(10_000);
                });
        assertThat(seen).isEqualTo(drawnPhases());
    }

    private DoorWalk.Result walk(WalkedDoor walked) {
        var walk = new DoorWalk(walked.door(), DoorLogic.of(walked.door()));
        return walked == WalkedDoor.OWN_RELEASED
                ? walk.walk(DoorWalk.Until.CLOSURE, this::see)
                : walk.walk(DoorWalk.Until.CLOSURE, (_, _, _, _) -> {});
    }

    @ParameterizedTest
    @EnumSource(DoorPosture.class)
    void thePosturesLeaveOfItWhatIsDrawn(DoorPosture posture) throws IOException {
        WalkedDoor walked = WalkedDoor.OWN_NOT_RELEASED;
        DoorLogic door = DoorLogic.of(walked.door());
        DoorState closed =
                door.step(
                                door.initial(),
                                new DoorInput.Restarted(
                                        DoorPhysicalState.CLOSED, LockState.UNKNOWN, posture),
                                0)
                        .state();
        List<String> seenRow =
                List.of(
                        closed.mode().name(),
                        granted(door, closed),
                        unlockedFor(door, closed),
                        door.step(closed, new DoorInput.BreakGlassShown(), 0).state().mode().name(),
                        posture == DoorPosture.FIRE ? "nothing locks" : "what is permitted stays");
        assertThat(seenRow).isEqualTo(rowOf(posture));
    }

    private static String granted(DoorLogic door, DoorState closed) {
        Duration pulse = Duration.ofSeconds(1);
        boolean student = unlocks(door, closed, new DoorInput.Granted(pulse, DoorCause.CREDENTIAL));
        boolean returning = unlocks(door, closed, new DoorInput.Granted(pulse, DoorCause.ERRAND));
        boolean staff = unlocks(door, closed, new DoorInput.Granted(pulse, DoorCause.STAFF));
        assertThat(student && !returning).isFalse();
        assertThat(returning && !staff).isFalse();
        return returning && !student ? "returning" : who(student, staff);
    }

    private static String unlockedFor(DoorLogic door, DoorState closed) {
        Duration while_ = Duration.ofSeconds(2);
        boolean schedule =
                unlocks(door, closed, new DoorInput.UnlockedFor(while_, DoorCause.SCHEDULE));
        boolean staff = unlocks(door, closed, new DoorInput.UnlockedFor(while_, DoorCause.STAFF));
        assertThat(schedule && !staff).isFalse();
        return who(schedule, staff);
    }

    private static String who(boolean everybody, boolean staff) {
        if (everybody) {
            return "all";
        }
        return staff ? "staff" : "none";
    }

    private static boolean unlocks(DoorLogic door, DoorState closed, DoorInput input) {
        return door.step(closed, input, 0).state().told() == LockCommand.UNLOCK;
    }

    private void see(DoorState before, DoorState served, DoorInput input, DoorState after) {
        if (before.posture() != DoorPosture.NORMAL
                || input instanceof DoorInput.Restarted
                || input instanceof DoorInput.Ordered) {
            return;
        }
        if (served.mode() != before.mode()) {
            see(before.mode(), "End", served.mode());
        } else if (served.told() == LockCommand.LOCK) {
            see(before.mode(), "End", before.mode());
        }
        String column = column(input);
        if (column == null) {
            assertThat(after.mode()).isEqualTo(served.mode());
        } else {
            see(served.mode(), column, after.mode());
        }
    }

    private static @Nullable String column(DoorInput input) {
        return switch (input) {
            case DoorInput.Granted _ -> "Granted";
            case DoorInput.UnlockedFor _ -> "UnlockedFor";
            case DoorInput.BreakGlassShown _ -> "BreakGlass";
            case DoorInput.LockedNow _ -> "LockedNow";
            case DoorInput.ContactChanged(DoorPhysicalState contact) ->
                    contact == DoorPhysicalState.CLOSED ? "Close" : null;
            case DoorInput.Ordered _,
                    DoorInput.RequestToExitPressed _,
                    DoorInput.LockMonitorChanged _,
                    DoorInput.OpenedOtherwiseAllowed _,
                    DoorInput.Tick _,
                    DoorInput.Restarted _ ->
                    null;
        };
    }

    private void see(DoorMode from, String column, DoorMode to) {
        seen.computeIfAbsent(from + " " + column, _ -> EnumSet.noneOf(DoorMode.class)).add(to);
    }

    private static Map<String, Set<DoorMode>> drawnPhases() throws IOException {
        List<String[]> rows = table("phase");
        String[] columns = rows.getFirst();
        Map<String, Set<DoorMode>> drawing = new TreeMap<>();
        for (String[] row : rows.subList(1, rows.size())) {
            DoorMode from = DoorMode.valueOf(row[0]);
            for (int i = 1; i < row.length; i++) {
                Set<DoorMode> to = new TreeSet<>();
                Arrays.stream(row[i].split(" "))
                        .map(cell -> cell.equals("=") ? from : DoorMode.valueOf(cell))
                        .forEach(to::add);
                drawing.put(from + " " + columns[i], to);
            }
        }
        return drawing;
    }

    private static List<String> rowOf(DoorPosture posture) throws IOException {
        return table("posture").stream()
                .filter(row -> row[0].equals(posture.name()))
                .map(row -> List.of(row).subList(1, row.length))
                .findFirst()
                .orElseThrow();
    }

    /// The rows of the drawn table whose head begins with this word, the head first.
    private static List<String[]> table(String head) throws IOException {
        return Files.readAllLines(DRAWN).stream()
                .dropWhile(line -> !line.startsWith("/// " + head + " "))
                .takeWhile(line -> !line.equals("/// ```"))
                .filter(line -> line.contains("|"))
                .map(line -> line.substring(4).split("\\|", -1))
                .map(cells -> Arrays.stream(cells).map(String::strip).toArray(String[]::new))
                .toList();
    }
}
