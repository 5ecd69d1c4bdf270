package se.troskel.simulation.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.simulation.SimulateCommand;

/// Goal: 25 candidates who come at once are directed within eight minutes, and whoever is in
/// trouble delays nobody else. Method: many mornings with the real site and drawn human times; what
/// is judged is simulated time.
class ExamQueueTest {
    private static final int RUNS = 30;
    private static final Duration LIMIT = Duration.ofMinutes(8);
    private static final Duration SHORT = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Path CENTRE = Path.of("../config/centres/katrineholm");
    private static final QueueRuns MORNINGS = new QueueRuns(CENTRE);

    static Stream<QueueScene> scenes() {
        return Stream.of(
                scene(0, Duration.ZERO, false),
                scene(5, SHORT, false),
                scene(5, LONG, false),
                scene(5, SHORT, true),
                scene(5, LONG, true));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everybodyIsDirectedWithinEightMinutes(QueueScene scene) {
        assertThat(play(scene))
                .allSatisfy(result -> {
                    assertThat(result.candidates()).hasSize(25);
                    assertThat(result.directed()).isPositive().isLessThan(LIMIT);
                });
    }

    @Test
    void howLongTroubleLastsChangesNothingForTheOthers() {
        assertThat(play(scene(5, LONG, false))).isEqualTo(play(scene(5, SHORT, false)));
    }

    @Test
    void anInvigilatorWhoIsBusyWithTroubleHoldsUpNobodyAtTheTerminal() {
        List<QueueResult> busy = play(scene(5, LONG, true));
        assertThat(busy.stream().map(ExamQueueTest::atTerminal))
                .isEqualTo(
                        play(scene(5, SHORT, false)).stream()
                                .map(ExamQueueTest::atTerminal)
                                .toList());
        assertThat(busy)
                .as("whoever is with a problem for an hour lets nobody in")
                .anySatisfy(result -> assertThat(result.seated()).isGreaterThan(LONG));
    }

    private static List<List<Duration>> atTerminal(QueueResult result) {
        return result.candidates().stream()
                .map(one -> List.of(one.directed(), one.atTerminal()))
                .toList();
    }

    @Test
    void whoeverIsInTroubleLeavesTheTerminalWithinAMinute() {
        HumanTimes times = HumanTimes.ASSUMED;
        double most =
                times.stepUp().most()
                        + times.type().most()
                        + 2 * times.answer().most()
                        + times.scan().most()
                        + times.readRefusal().most();
        assertThat(most).isLessThan(70);
        assertThat(play(scene(5, LONG, true)))
                .allSatisfy(result ->
                        assertThat(result.atTerminal()).isLessThan(Duration.ofMinutes(1)));
    }

    @Test
    void everybodyIsToldWhatTheyAreToldAtACentre() {
        Map<Trouble, ExamReason> told =
                play(scene(5, SHORT, false)).getFirst().candidates().stream()
                        .filter(one -> one.trouble() != null)
                        .collect(
                                Collectors.toMap(
                                        one -> Objects.requireNonNull(one.trouble()),
                                        QueueResult.Candidate::told));
        assertThat(told)
                .containsOnly(
                        Map.entry(Trouble.NO_DOCUMENT, ExamReason.INVIGILATOR_DECIDES),
                        Map.entry(Trouble.OTHER_CENTRE, ExamReason.WRONG_SITE),
                        Map.entry(Trouble.NOT_LISTED, ExamReason.INVIGILATOR_DECIDES),
                        Map.entry(Trouble.OTHER_NUMBER, ExamReason.ID_MISMATCH),
                        Map.entry(Trouble.EXPIRED_DOCUMENT, ExamReason.DOC_EXPIRED));
    }

    @Test
    void slowPeopleMakeItTooLong() {
        HumanTimes quick = HumanTimes.ASSUMED;
        HumanTimes slow =
                new HumanTimes(
                        quick.type(),
                        quick.type(),
                        quick.answer(),
                        quick.chooseDocument(),
                        quick.scan(),
                        quick.read(),
                        quick.readRefusal(),
                        quick.walk(),
                        quick.compareFace());
        assertThat(play(new QueueScene(25, 5, SHORT, false, slow)))
                .anySatisfy(result -> assertThat(result.directed()).isGreaterThan(LIMIT));
    }

    @Test
    void theCommandSaysTheWorstOfAllRuns() {
        StringWriter printed = new StringWriter();
        int status =
                new CommandLine(new SimulateCommand(new PrintWriter(printed, true)))
                        .execute("queue", "--runs=3", "--seed=7", "--config=" + CENTRE);
        assertThat(status).isZero();
        assertThat(printed.toString().lines())
                .hasSize(5)
                .last()
                .asString()
                .matches(
                        "queue: candidates=25 runs=12 seed=7 directed\\.worst=[0-9.]+ limit=480"
                                + " held=yes");
    }

    private static List<QueueResult> play(QueueScene scene) {
        return MORNINGS.play(scene, 1, RUNS);
    }

    private static QueueScene scene(int troubled, Duration trouble, boolean atOnce) {
        return new QueueScene(25, troubled, trouble, atOnce, HumanTimes.ASSUMED);
    }
}
