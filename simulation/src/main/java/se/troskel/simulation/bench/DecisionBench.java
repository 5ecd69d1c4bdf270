package se.troskel.simulation.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import se.troskel.controller.access.Access;
import se.troskel.controller.access.AccessDecision;
import se.troskel.controller.access.AccessQuestion;
import se.troskel.controller.access.AccessSnapshot;
import se.troskel.controller.access.Claim;
import se.troskel.controller.access.PinEntered;
import se.troskel.controller.register.SeatRight;
import se.troskel.controller.register.SeatRights;
import se.troskel.protocol.decision.Intent;

/// How long the pure decision takes.
final class DecisionBench {
    /// Strides over the register, so that no two decisions find their person in the same cache
    /// line.
    private static final long STRIDE = 7919;

    /// A large exam day, and how often somebody who writes comes.
    private static final int SEATS = 400;

    private static final int SEATED_EVERY = 20;

    private DecisionBench() {}

    private static SeatRights seats(BenchCentre centre, int people) {
        String room = centre.config().rooms().getLast().id();
        Instant from = BenchCentre.NOW.minus(Duration.ofMinutes(5));
        return SeatRights.of(
                IntStream.range(0, Math.min(SEATS, people))
                        .mapToObj(i ->
                                new SeatRight(
                                        "r" + i,
                                        "p" + i,
                                        room,
                                        from,
                                        from.plus(Duration.ofMinutes(20)),
                                        false))
                        .toList());
    }

    /// Decides `count` times over a register of `people`.
    ///
    /// @return nanoseconds of each
    static long[] measure(BenchCentre centre, int people, int count) {
        AccessSnapshot snapshot =
                new AccessSnapshot(
                        centre.config(),
                        BenchCentre.register(people),
                        seats(centre, people),
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
            boolean seated = i % SEATED_EVERY == 0;
            long person = seated ? i / SEATED_EVERY % Math.min(SEATS, people) : i * STRIDE % people;
            var question =
                    new AccessQuestion(
                            new Claim.Card(BenchCentre.lookup((int) person)),
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
