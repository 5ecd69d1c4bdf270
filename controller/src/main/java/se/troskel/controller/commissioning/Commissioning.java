package se.troskel.controller.commissioning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A commissioning on its way. Immutable; an input that changes nothing gives the same object.
///
/// ```
/// Begun ──► attempt ──(all sensed, nobody asked)──────────► PASSED
///              │ ├─────(all sensed, Confirmed)────────────► PASSED
///              │ ├─────(Refuted, a reason)────────────────► FAILED
///              │ └─────(LeftOut, a reason)────────────────► SKIPPED
///              └─(Begun: another, or the same anew)──► attempt
/// ```
///
/// A step can be done again; its newest result counts, and until then the old one stands.
///
/// @param steps all there is to prove, in order
/// @param results one a step at most, in the order of the steps
/// @param attempt the step that is being done; null at the beginning and after a restart
public record Commissioning(
        List<CommissioningStep> steps, List<Result> results, @Nullable Attempt attempt) {
    public Commissioning {
        steps = List.copyOf(steps);
        results = List.copyOf(results);
    }

    /// A commissioning that was interrupted.
    ///
    /// @param results of steps that are no longer there are left out
    public static Commissioning resumed(List<CommissioningStep> steps, List<Result> results) {
        Commissioning resumed = new Commissioning(steps, List.of(), null);
        for (Result result : results) {
            resumed = resumed.with(result);
        }
        return resumed;
    }

    /// What follows an input.
    public Commissioning step(CommissioningInput input) {
        return switch (input) {
            case CommissioningInput.Begun(String id, String by) ->
                    find(id).map(found ->
                                    new Commissioning(
                                            steps,
                                            results,
                                            new Attempt(found, by, List.of(), false)))
                            .orElse(this);
            case CommissioningInput.Heard(Sensed fact) -> heard(fact);
            case CommissioningInput.Confirmed(Instant at, String remark) ->
                    attempt != null && attempt.step().asked() && attempt.isSensed()
                            ? ended(attempt, Outcome.PASSED, at, remark)
                            : this;
            case CommissioningInput.Refuted(Instant at, String reason) ->
                    withReason(Outcome.FAILED, at, reason);
            case CommissioningInput.LeftOut(Instant at, String reason) ->
                    withReason(Outcome.SKIPPED, at, reason);
        };
    }

    private Commissioning heard(Sensed fact) {
        if (attempt == null) {
            return this;
        }
        Attempt heard = attempt.with(fact);
        if (heard.equals(attempt)) {
            return this;
        }
        return heard.isSensed() && !heard.step().asked()
                ? ended(heard, Outcome.PASSED, fact.at(), "")
                : new Commissioning(steps, results, heard);
    }

    private Commissioning withReason(Outcome outcome, Instant at, String reason) {
        return attempt == null || reason.isBlank() ? this : ended(attempt, outcome, at, reason);
    }

    private Commissioning ended(Attempt done, Outcome outcome, Instant at, String remark) {
        if (done.ended()) {
            return this;
        }
        Result result = new Result(done.step().id(), outcome, at, done.by(), remark, done.sensed());
        Commissioning with = with(result);
        return new Commissioning(steps, with.results, done.end());
    }

    private Commissioning with(Result result) {
        List<Result> all = new ArrayList<>();
        for (CommissioningStep step : steps) {
            if (step.id().equals(result.step())) {
                all.add(result);
            } else {
                result(step.id()).ifPresent(all::add);
            }
        }
        return new Commissioning(steps, all, attempt);
    }

    /// The step with this id; empty when there is none.
    public Optional<CommissioningStep> find(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /// The result of the step with this id; empty when it has none.
    public Optional<Result> result(String id) {
        return results.stream().filter(result -> result.step().equals(id)).findFirst();
    }

    /// The first step without a result; empty when every one has one.
    public Optional<CommissioningStep> next() {
        return steps.stream().filter(step -> result(step.id()).isEmpty()).findFirst();
    }

    /// How many steps ended so; `NOT_TRIED` counts those without a result.
    public long count(Outcome outcome) {
        return outcome == Outcome.NOT_TRIED
                ? steps.size() - results.size()
                : results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
