package se.troskel.controller.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.troskel.controller.page.ExamDesk.SittingLine;

/// A day's sittings in words.
///
/// @param day with its month
public record ExamsView(String day, List<Line> lines) {
    public ExamsView {
        lines = List.copyOf(lines);
    }

    /// A sitting.
    ///
    /// @param sitting its id
    /// @param what university, course and exam
    /// @param candidates how many, with those who lack a seat or are cancelled
    /// @param start with the start at the university where that is another
    /// @param end with that of whoever has most time, where that is another
    public record Line(
            String sitting,
            String what,
            String rooms,
            String candidates,
            String opens,
            String closes,
            String lastEntry,
            String start,
            String end,
            boolean isConfirmed) {}

    static List<ExamsView> of(List<SittingLine> sittings, Moment moment) {
        Map<String, List<Line>> days = new LinkedHashMap<>();
        for (var sitting : sittings) {
            var day = moment.texts().day(sitting.times().start(), moment.zone());
            days.computeIfAbsent(day, _ -> new ArrayList<>()).add(line(sitting, moment));
        }
        return days.entrySet().stream()
                .map(day -> new ExamsView(day.getKey(), day.getValue()))
                .toList();
    }

    private static Line line(SittingLine sitting, Moment moment) {
        var texts = moment.texts();
        var times = sitting.times();
        var exam = sitting.exam();
        return new Line(
                sitting.id(),
                sitting.university() + " " + sitting.course() + (exam == null ? "" : " " + exam),
                sitting.rooms().isEmpty() ? "–" : String.join(", ", sitting.rooms()),
                sitting.candidates()
                        + with(texts, "exams.without-seat", sitting.withoutSeat())
                        + with(texts, "exams.cancelled", sitting.cancelled()),
                clock(times.admissionOpens(), moment),
                clock(times.doorCloses(), moment),
                clock(times.lastEntry(), moment),
                clock(times.start(), moment)
                        + also("exams.home-start", times.start(), times.homeStart(), moment),
                clock(times.end(), moment)
                        + also("exams.last-end", times.end(), times.lastEnd(), moment),
                sitting.isConfirmed());
    }

    private static String with(Texts texts, String key, int people) {
        return people == 0 ? "" : ", " + texts.get(key, people);
    }

    private static String also(String key, Instant usual, Instant other, Moment moment) {
        return usual.equals(other) ? "" : ", " + moment.texts().get(key, clock(other, moment));
    }

    private static String clock(Instant at, Moment moment) {
        return moment.texts().clock(at, moment.zone());
    }
}
