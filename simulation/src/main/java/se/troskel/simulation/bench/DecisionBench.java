package se.troskel.simulation.bench;

import java.util.Map;
import java.util.Set;
import se.troskel.controller.access.Access;
import se.troskel.controller.access.AccessDecision;
import se.troskel.controller.access.AccessQuestion;
import se.troskel.controller.access.AccessSnapshot;
import se.troskel.controller.access.Claim;
import se.troskel.controller.access.PinEntered;
import se.troskel.protocol.decision.Intent;

/// How long the pure decision takes.
final class DecisionBench {
    /// Strides over the register, so that no two decisions find their person in the same cache
    /// line.
    private static final long STRIDE = 7919;

    private DecisionBench() {}

    /// Decides `count` times over a register of `people`.
    ///
    /// @return nanoseconds of each
    static long[] measure(BenchCentre centre, int people, int count) {
        AccessSnapshot snapshot =
                new AccessSnapshot(
                        centre.config(),
                        BenchCentre.register(people),
                        Map.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Set.of(),
                        true,
                        false);
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            String door = BenchCentre.doorId(i % BenchCentre.DOORS);
            var question =
                    new AccessQuestion(
                            new Claim.Card(BenchCentre.lookup((int) (i * STRIDE % people))),
                            Intent.ENTER,
                            PinEntered.NOT_YET,
                            door + "-reader",
                            door);
            long before = System.nanoTime();
            AccessDecision decision = Access.decide(snapshot, question, BenchCentre.NOW);
            nanos[i] = System.nanoTime() - before;
            if (!decision.reason().isGranted()) {
                throw new IllegalStateException("refused: " + decision.reason());
            }
        }
        return nanos;
    }
}
