package se.troskel.controller.commissioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.troskel.controller.commissioning.CommissioningInput.Begun;
import se.troskel.controller.commissioning.CommissioningInput.Confirmed;
import se.troskel.controller.commissioning.CommissioningInput.Heard;
import se.troskel.controller.commissioning.CommissioningInput.LeftOut;
import se.troskel.controller.commissioning.CommissioningInput.Refuted;

/// Goal: a step passes only when all of it was sensed and, where one is asked, a person said so.
/// Method: every step of both example centres, passed, failed, left out, and with one thing
/// missing.
class CommissioningTest {
    private static final Instant AT = Instant.parse("2027-02-09T09:14:00Z");
    private static final String ALVA = "Alva Testsson";

    static Stream<CommissioningStep> steps() {
        return Stream.of(Centres.KATRINEHOLM, Centres.TROSA)
                .flatMap(centre -> CommissioningSteps.of(centre).stream());
    }

    static Stream<CommissioningStep> sensedSteps() {
        return steps().filter(step -> !step.expected().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void passesWhenAllWasSensedAndSaid(CommissioningStep step) {
        Commissioning done = heard(begun(step), step.expected());
        if (step.asked()) {
            assertThat(done.results()).isEmpty();
            done = done.step(new Confirmed(AT, "fine"));
        }
        assertThat(done.results())
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.step()).isEqualTo(step.id());
                    assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
                    assertThat(result.by()).isEqualTo(ALVA);
                    assertThat(result.sensed()).hasSameSizeAs(step.expected());
                });
        assertThat(done.next()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sensedSteps")
    void doesNotPassWhileOneFactIsMissing(CommissioningStep step) {
        for (int missing = 0; missing < step.expected().size(); missing++) {
            List<Expected> come = new ArrayList<>(step.expected());
            come.remove(missing);
            Commissioning tried = heard(begun(step), come).step(new Confirmed(AT, ""));
            assertThat(tried.results()).as("without fact %d", missing).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void failsAndIsLeftOutOnlyWithAReason(CommissioningStep step) {
        Commissioning begun = begun(step);
        assertThat(begun.step(new Refuted(AT, " "))).isSameAs(begun);
        assertThat(begun.step(new LeftOut(AT, ""))).isSameAs(begun);
        assertThat(begun.step(new Refuted(AT, "loose wire")).results())
                .extracting(Result::outcome, Result::remark)
                .containsExactly(tuple(Outcome.FAILED, "loose wire"));
        assertThat(begun.step(new LeftOut(AT, "not built yet")).count(Outcome.SKIPPED)).isOne();
    }

    @Test
    void factsOfOneDeviceCountInTheirOrderOnly() {
        CommissioningStep contact = step(Proof.CONTACT);
        String device = Objects.requireNonNull(contact.device());
        Commissioning open = heard(begun(contact), List.of(new Expected(device, Fact.DOOR_OPEN)));
        assertThat(Objects.requireNonNull(open.attempt()).sensed()).isEmpty();
        Commissioning done =
                heard(
                        open,
                        List.of(
                                new Expected(device, Fact.DOOR_CLOSED),
                                new Expected(device, Fact.DOOR_CLOSED),
                                new Expected(device, Fact.DOOR_OPEN),
                                new Expected("another", Fact.DOOR_CLOSED),
                                new Expected(device, Fact.DOOR_CLOSED)));
        assertThat(done.count(Outcome.PASSED)).isOne();
    }

    @Test
    void factsOfDifferentDevicesCountInAnyOrder() {
        CommissioningStep lock = CommissioningSteps.of(Centres.KATRINEHOLM).getFirst();
        List<Expected> monitorFirst =
                Stream.concat(
                                lock.expected().stream()
                                        .filter(one -> one.device().equals("entrance-bolt")),
                                lock.expected().stream()
                                        .filter(one -> one.device().equals("entrance-lock")))
                        .toList();
        Attempt half =
                Objects.requireNonNull(heard(begun(lock), monitorFirst.subList(0, 3)).attempt());
        assertThat(half.met(0)).isEmpty();
        assertThat(half.met(3)).isPresent();
        assertThat(heard(begun(lock), monitorFirst).count(Outcome.PASSED)).isOne();
    }

    @Test
    void aStepDoneAgainKeepsItsOldResultUntilItHasANewOne() {
        CommissioningStep step = step(Proof.CONTACT);
        Commissioning failed = begun(step).step(new Refuted(AT, "loose wire"));
        assertThat(failed.step(new Confirmed(AT, ""))).isSameAs(failed);
        assertThat(heard(failed, step.expected()).count(Outcome.FAILED)).isOne();
        Commissioning again = failed.step(new Begun(step.id(), "Elis Prov"));
        assertThat(again.count(Outcome.FAILED)).isOne();
        assertThat(heard(again, step.expected()).results())
                .extracting(Result::outcome, Result::by)
                .containsExactly(tuple(Outcome.PASSED, "Elis Prov"));
    }

    @Test
    void nothingHappensBeforeAStepIsBegun() {
        Commissioning fresh = Commissioning.resumed(steps().toList(), List.of());
        assertThat(fresh.step(new Begun("no-such.step", ALVA))).isSameAs(fresh);
        assertThat(fresh.step(new Confirmed(AT, ""))).isSameAs(fresh);
        assertThat(fresh.step(new Refuted(AT, "why"))).isSameAs(fresh);
        assertThat(fresh.step(new Heard(new Sensed("entrance-contact", Fact.DOOR_OPEN, AT))))
                .isSameAs(fresh);
    }

    @Test
    void resumesWithTheResultsOfStepsThatAreStillThere() {
        List<CommissioningStep> steps = CommissioningSteps.of(Centres.TROSA);
        Result known = new Result(steps.get(2).id(), Outcome.PASSED, AT, ALVA, "", List.of());
        Result gone = new Result("old.step", Outcome.FAILED, AT, ALVA, "x", List.of());
        Commissioning resumed = Commissioning.resumed(steps, List.of(gone, known));
        assertThat(resumed.results()).containsExactly(known);
        assertThat(resumed.next()).contains(steps.getFirst());
        assertThat(resumed.count(Outcome.NOT_TRIED)).isEqualTo(steps.size() - 1L);
    }

    @Test
    void theReportHasALineForEveryStepTriedOrNot() {
        List<CommissioningStep> steps = CommissioningSteps.of(Centres.TROSA);
        Result passed = new Result(steps.getFirst().id(), Outcome.PASSED, AT, ALVA, "", List.of());
        CommissioningReport report =
                CommissioningReport.of(
                        Commissioning.resumed(steps, List.of(passed)),
                        Centres.TROSA,
                        CommissioningTextTest.HEAD);
        assertThat(report.lines()).hasSameSizeAs(steps);
        assertThat(report.lines().getFirst().door()).isEqualTo("Entrén");
        assertThat(report.lines().getFirst().device()).isEqualTo("Entrén lås");
        assertThat(report.count(Outcome.NOT_TRIED)).isEqualTo(steps.size() - 1L);
        assertThat(report.isComplete()).isFalse();
    }

    private static CommissioningStep step(Proof proof) {
        return steps().filter(step -> step.proof() == proof).findFirst().orElseThrow();
    }

    private static Commissioning begun(CommissioningStep step) {
        return Commissioning.resumed(List.of(step), List.of()).step(new Begun(step.id(), ALVA));
    }

    private static Commissioning heard(Commissioning state, List<Expected> facts) {
        Commissioning after = state;
        for (Expected fact : facts) {
            after = after.step(new Heard(new Sensed(fact.device(), fact.fact(), AT)));
        }
        return after;
    }
}
