package se.troskel.controller.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.troskel.controller.exam.RecordGap;
import se.troskel.controller.page.ExamRecordDesk.SittingLine;

/// A day's sittings with their records, in words.
///
/// @param day with its month
public record ExamRecordView(String day, List<Line> lines) {
    public ExamRecordView {
        lines = List.copyOf(lines);
    }

    /// A sitting.
    ///
    /// @param what university, course and exam
    /// @param start time of day
    /// @param gaps what is missing before a record is to be signed
    /// @param records newest first
    /// @param make the words of the button
    /// @param isNew whether making one gives a record that is not there yet
    public record Line(
            String sitting,
            String what,
            String start,
            List<String> gaps,
            List<Made> records,
            String make,
            boolean isNew) {
        public Line {
            gaps = List.copyOf(gaps);
            records = List.copyOf(records);
        }
    }

    /// A record that was made.
    ///
    /// @param name which of the sitting's records it is
    public record Made(String id, String name) {}

    static List<ExamRecordView> of(List<SittingLine> sittings, Moment moment) {
        Map<String, List<Line>> days = new LinkedHashMap<>();
        for (var sitting : sittings) {
            var day = moment.texts().day(sitting.start(), moment.zone());
            days.computeIfAbsent(day, _ -> new ArrayList<>()).add(line(sitting, moment));
        }
        return days.entrySet().stream()
                .map(day -> new ExamRecordView(day.getKey(), day.getValue()))
                .toList();
    }

    private static Line line(SittingLine sitting, Moment moment) {
        var texts = moment.texts();
        var exam = sitting.exam();
        boolean isFirst = sitting.records().isEmpty();
        return new Line(
                sitting.id(),
                sitting.university() + " " + sitting.course() + (exam == null ? "" : " " + exam),
                texts.clock(sitting.start(), moment.zone()),
                Stream.of(RecordGap.values())
                        .filter(sitting.gaps()::containsKey)
                        .map(gap ->
                                texts.get(
                                        "examrecord.gap." + gap,
                                        sitting.gaps().getOrDefault(gap, 0)))
                        .toList(),
                made(sitting.records(), texts),
                texts.get(isFirst ? "examrecord.make" : "examrecord.make-addition"),
                isFirst || sitting.changed());
    }

    private static List<Made> made(List<String> records, Texts texts) {
        return IntStream.range(0, records.size())
                .mapToObj(place ->
                        new Made(
                                records.get(place),
                                place == 0
                                        ? texts.get("examrecord.first")
                                        : texts.get("examrecord.addition", place)))
                .toList()
                .reversed();
    }
}
