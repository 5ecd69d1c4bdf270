package se.troskel.controller.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A Tuesday with sittings of three universities.
final class FakeExams implements ExamDesk {
    private static final Instant START = Instant.parse("2027-03-02T07:30:00Z");

    @Override
    public List<SittingLine> coming() {
        return List.of(
                line("LTH", null, List.of("Tentasal 1"), 12, 0, Duration.ZERO, START),
                line(
                        "MDU",
                        "TEN1",
                        List.of("Tentasal 1", "Tentasal 2"),
                        7,
                        2,
                        Duration.ofHours(2),
                        START),
                line("SU", "DT1", List.of(), 0, 0, Duration.ZERO, START.plus(Duration.ofDays(1))));
    }

    private static SittingLine line(
            String university,
            @Nullable String exam,
            List<String> rooms,
            int candidates,
            int without,
            Duration longer,
            Instant start) {
        Instant end = start.plus(Duration.ofHours(4));
        return new SittingLine(
                "s-" + university,
                university,
                "MAA140",
                exam,
                rooms,
                candidates,
                without,
                without,
                new Times(
                        start.minus(Duration.ofMinutes(30)),
                        start.minus(Duration.ofMinutes(10)),
                        start.plus(Duration.ofMinutes(30)),
                        start,
                        start.plus(longer.dividedBy(4)),
                        end,
                        end.plus(longer)),
                longer.isZero());
    }
}
