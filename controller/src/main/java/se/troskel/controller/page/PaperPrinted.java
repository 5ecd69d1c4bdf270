package se.troskel.controller.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import se.troskel.controller.page.ExamRoom.Seated;

/// Which version of a room's lists was last opened for paper. Lives in memory only: after a restart
/// they count as not printed. Thread-safe.
final class PaperPrinted {
    private static final Duration DUE_BEFORE_START = Duration.ofMinutes(30);

    private final Map<String, Print> prints = new ConcurrentHashMap<>();

    private record Print(Instant at, long version, int content) {}

    void opened(ExamRoom room) {
        prints.put(room.id(), new Print(room.at(), room.version(), content(room)));
    }

    /// Whether lists should be printed now: half an hour before the first start, and again when
    /// candidates, seats or times are others than on paper.
    boolean isDue(ExamRoom room, Instant now) {
        Print print = prints.get(room.id());
        return print == null
                ? room.sittings().stream()
                        .anyMatch(one -> !now.isBefore(one.times().start().minus(DUE_BEFORE_START)))
                : print.content != content(room);
    }

    String words(ExamRoom room, Moment moment) {
        Print print = prints.get(room.id());
        if (print == null) {
            return moment.texts()
                    .get(
                            isDue(room, moment.now())
                                    ? "exam-room.paper-due"
                                    : "exam-room.paper-not-yet");
        }
        return moment.texts()
                .get(
                        print.content == content(room)
                                ? "exam-room.paper-current"
                                : "exam-room.paper-outdated",
                        moment.clock(print.at),
                        print.version);
    }

    /// What stands on paper before anybody has ticked anything off.
    private static int content(ExamRoom room) {
        return Objects.hash(
                room.sittings().stream().map(one -> one.times()).toList(),
                room.candidates().stream().map(PaperPrinted::line).toList());
    }

    private static Object line(Seated one) {
        return java.util.Arrays.asList(one.registration(), one.seat(), one.what(), one.end());
    }
}
