package se.troskel.controller.commissioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A step that is being done.
///
/// @param by the name of the person at the device
/// @param sensed what came and was waited for, in its order
/// @param ended whether it has its result
public record Attempt(CommissioningStep step, String by, List<Sensed> sensed, boolean ended) {
    public Attempt {
        sensed = List.copyOf(sensed);
    }

    /// What came for the expected fact at `index`; empty when it has not come.
    public Optional<Sensed> met(int index) {
        Expected expected = step.expected().get(index);
        long earlier =
                step.expected().subList(0, index).stream()
                        .filter(one -> one.device().equals(expected.device()))
                        .count();
        return of(expected.device()).stream().skip(earlier).findFirst();
    }

    /// Whether all that had to be sensed was.
    public boolean isSensed() {
        return sensed.size() == step.expected().size();
    }

    /// The same with a fact that was waited for; itself when it was not.
    Attempt with(Sensed fact) {
        List<Expected> awaited =
                step.expected().stream().filter(one -> one.device().equals(fact.device())).toList();
        int come = of(fact.device()).size();
        if (ended || come >= awaited.size() || awaited.get(come).fact() != fact.fact()) {
            return this;
        }
        List<Sensed> more = new ArrayList<>(sensed);
        more.add(fact);
        return new Attempt(step, by, more, false);
    }

    Attempt end() {
        return new Attempt(step, by, sensed, true);
    }

    private List<Sensed> of(String device) {
        return sensed.stream().filter(one -> one.device().equals(device)).toList();
    }
}
