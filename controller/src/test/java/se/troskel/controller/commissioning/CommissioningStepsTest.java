package se.troskel.controller.commissioning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.troskel.config.CentreConfig;
import se.troskel.config.Door;

/// Goal: nothing at a centre is left unproven. Method: the steps of both example centres written
/// down apart from the program, and every device looked for in them.
class CommissioningStepsTest {
    static Stream<CentreConfig> centres() {
        return Stream.of(Centres.KATRINEHOLM, Centres.TROSA);
    }

    @Test
    void aSmallCentreHasFewSteps() {
        assertThat(told(Centres.TROSA))
                .containsExactly(
                        "entrance-lock.lock-moves asks: entrance-lock TOLD_TO_LOCK,"
                                + " entrance-lock TOLD_TO_UNLOCK, entrance-lock TOLD_TO_LOCK",
                        "entrance-contact.contact: entrance-contact DOOR_CLOSED,"
                                + " entrance-contact DOOR_OPEN, entrance-contact DOOR_CLOSED",
                        "entrance.egress asks: entrance-lock TOLD_TO_LOCK,"
                                + " entrance-contact DOOR_CLOSED, entrance-contact DOOR_OPEN",
                        "entrance.power-cut-fail-secure asks: ",
                        "card-1.terminal-reader asks: ",
                        "scanner-1.terminal-scanner asks: ",
                        "kiosk1.terminal asks: kiosk1 ONLINE");
    }

    @Test
    void aLargeCentreGoesDoorByDoorAndEndsWithFire() {
        assertThat(CommissioningSteps.of(Centres.KATRINEHOLM).stream().map(CommissioningStep::id))
                .containsExactly(
                        "entrance-lock.lock-moves",
                        "entrance-contact.contact",
                        "entrance-exit.request-to-exit",
                        "entrance.egress",
                        "entrance.power-cut-fail-secure",
                        "exam-1-lock.lock-moves",
                        "exam-1-contact.contact",
                        "exam-1-exit.request-to-exit",
                        "exam-1.egress",
                        "exam-1.power-cut-fail-secure",
                        "exam-1-tamper.tamper",
                        "exam-1-reader.door-reader",
                        "exam-2-lock.lock-moves",
                        "exam-2-contact.contact",
                        "exam-2-exit.request-to-exit",
                        "exam-2.egress",
                        "exam-2.power-cut-fail-secure",
                        "group-1-pulse.lock-moves",
                        "group-1.egress",
                        "group-1.power-cut-fail-secure",
                        "group-1-granted.other-granted",
                        "card-1.terminal-reader",
                        "scanner-1.terminal-scanner",
                        "people-study-hall.occupancy",
                        "people-quiet.occupancy",
                        "people-group-1.occupancy",
                        "people-exam-1.occupancy",
                        "sounder-1.sounder",
                        "kiosk1.terminal",
                        "burglar-alarm.burglar-alarm",
                        "fire-alarm.fire-alarm",
                        "entrance.fire-release",
                        "exam-1.fire-release",
                        "exam-2.fire-release",
                        "fire-alarm.fire-reset");
    }

    @Test
    void aMonitorTellsInsteadOfAPerson() {
        assertThat(step("entrance-lock.lock-moves").asked()).isFalse();
        assertThat(step("entrance-lock.lock-moves").watches("entrance-bolt")).isTrue();
        assertThat(step("exam-1-lock.lock-moves").asked()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("centres")
    void everyDeviceIsProven(CentreConfig centre) {
        var steps = CommissioningSteps.of(centre);
        assertThat(centre.devices())
                .allSatisfy(device ->
                        assertThat(steps)
                                .anyMatch(step ->
                                        device.id().equals(step.device())
                                                || step.watches(device.id())));
    }

    @ParameterizedTest
    @MethodSource("centres")
    void everyDoorIsLeftByHandWithAndWithoutPower(CentreConfig centre) {
        for (Door door : centre.doors()) {
            assertThat(
                            CommissioningSteps.of(centre).stream()
                                    .filter(step -> door.id().equals(step.door()))
                                    .map(CommissioningStep::proof))
                    .contains(Proof.EGRESS, Proof.POWER_CUT_FAIL_SECURE);
        }
    }

    @ParameterizedTest
    @MethodSource("centres")
    void everyIdIsUnique(CentreConfig centre) {
        assertThat(CommissioningSteps.of(centre).stream().map(CommissioningStep::id))
                .doesNotHaveDuplicates();
    }

    private static CommissioningStep step(String id) {
        return CommissioningSteps.of(Centres.KATRINEHOLM).stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> told(CentreConfig centre) {
        return CommissioningSteps.of(centre).stream()
                .map(step ->
                        step.id()
                                + (step.asked() ? " asks: " : ": ")
                                + step.expected().stream()
                                        .map(one -> one.device() + " " + one.fact())
                                        .collect(Collectors.joining(", ")))
                .toList();
    }
}
