package se.troskel.controller.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.troskel.controller.commissioning.CommissioningReport;
import se.troskel.controller.commissioning.Outcome;
import se.troskel.controller.page.CommissioningDesk.Filed;

/// A commissioning report in words, for paper.
///
/// @param key id of the key that signed it
/// @param intact whether the signature holds
/// @param figures how many steps ended how, those that did at all
public record ReportView(
        String id,
        CommissioningReport.Head head,
        String at,
        String key,
        boolean intact,
        boolean isComplete,
        List<Figure> figures,
        List<Line> lines) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

    /// How many steps ended so.
    public record Figure(Sign sign, long count) {}

    /// One step.
    ///
    /// @param sensed what came, each with its time
    public record Line(
            String place,
            String name,
            Sign outcome,
            List<String> sensed,
            String at,
            String by,
            String remark) {
        public Line {
            sensed = List.copyOf(sensed);
        }
    }

    public ReportView {
        figures = List.copyOf(figures);
        lines = List.copyOf(lines);
    }

    static ReportView of(Filed filed, Texts texts) {
        var report = filed.report();
        var zone = ZoneId.of(report.head().timeZone());
        return new ReportView(
                filed.id(),
                report.head(),
                DAY.format(report.head().at().atZone(zone)),
                filed.key(),
                filed.intact(),
                report.isComplete(),
                Stream.of(Outcome.values())
                        .filter(outcome -> report.count(outcome) > 0)
                        .map(outcome ->
                                new Figure(
                                        CommissioningView.sign(outcome, texts),
                                        report.count(outcome)))
                        .toList(),
                report.lines().stream().map(line -> line(line, zone, texts)).toList());
    }

    private static Line line(CommissioningReport.Line line, ZoneId zone, Texts texts) {
        Instant at = line.at();
        return new Line(
                Stream.of(line.door(), line.device())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · ")),
                texts.word(line.proof()),
                CommissioningView.sign(line.outcome(), texts),
                line.sensed().stream()
                        .map(sensed ->
                                SECONDS.format(sensed.at().atZone(zone))
                                        + " "
                                        + texts.word(sensed.fact()))
                        .toList(),
                at == null ? "" : DAY.format(at.atZone(zone)),
                line.by(),
                line.remark());
    }
}
