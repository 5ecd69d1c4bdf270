package se.troskel.controller.access;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import se.troskel.controller.register.Booking;
import se.troskel.protocol.decision.Intent;

/// Prints how long one decision takes with a small and a large register: a card while unstaffed
/// with its right PIN, 200 bookings. Run its `main` on the test class path.
final class AccessTiming {
    private static final int DECISIONS = 200_000;
    private static final int BOOKINGS = 200;

    private AccessTiming() {}

    public static void main(String[] args) {
        for (int people : new int[] {5_000, 100_000}) {
            measure(people);
            long[] nanos = measure(people);
            System.out.printf(
                    "access: people=%d decisions=%d p50Nanos=%d p99Nanos=%d maxMicros=%d%n",
                    people,
                    DECISIONS,
                    nanos[DECISIONS / 2],
                    nanos[DECISIONS / 100 * 99],
                    nanos[DECISIONS - 1] / 1000);
        }
    }

    private static long[] measure(int people) {
        Scene scene = new Scene();
        for (int i = 0; i < people; i++) {
            scene.student("p" + i, LocalDate.of(2000, 1, 1));
        }
        Instant start = Scene.local("2026-03-03T08:00");
        for (int i = 0; i < BOOKINGS; i++) {
            Instant from = start.plus(Duration.ofMinutes(15L * i));
            scene.bookings.add(new Booking("b" + i, "group", "p" + i, from, from.plusSeconds(900)));
        }
        AccessSnapshot snapshot = scene.at(Scene.TUESDAY_EVENING).snapshot();
        long[] nanos = new long[DECISIONS];
        for (int i = 0; i < DECISIONS; i++) {
            AccessQuestion question =
                    new AccessQuestion(
                            new Claim.Card("p" + (int) (i * 7919L % people)),
                            Intent.ENTER,
                            PinEntered.RIGHT,
                            "kiosk-1",
                            Scene.ENTRANCE);
            long before = System.nanoTime();
            AccessDecision decision = Access.decide(snapshot, question, scene.at);
            nanos[i] = System.nanoTime() - before;
            if (!decision.reason().isGranted()) {
                throw new IllegalStateException(decision.toString());
            }
        }
        Arrays.sort(nanos);
        return nanos;
    }
}
