package se.troskel.controller.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.exam.ExamCandidate;
import se.troskel.protocol.exam.ExamProtocol;

/// An exam record's candidates as a table for a Swedish spreadsheet: UTF-8 with a byte order mark,
/// semicolons, lines that end with CRLF (RFC 4180 otherwise), one row for each candidate and a row
/// of headings. What would be read as a formula begins with an apostrophe. Times are read off the
/// clock of the centre. The signed record is the JSON file; this is not.
final class ExamProtocolCsv {
    private static final String MARK = "\uFEFF";
    private static final String FORMULA = "=+-@\t\r";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> COLUMNS =
            List.of(
                    "room",
                    "seat",
                    "candidate",
                    "outcome",
                    "reason",
                    "identity",
                    "match",
                    "approved-by",
                    "arrived",
                    "admitted",
                    "late-minutes",
                    "out",
                    "until",
                    "handed-in",
                    "sheet-count",
                    "blank-paper");

    private final Texts texts;

    ExamProtocolCsv(Language language) {
        this.texts = Texts.of(language);
    }

    String text(ExamProtocol protocol) {
        ZoneId zone = ZoneId.of(protocol.centre().timeZone());
        Stream<String> head =
                Stream.of(row(COLUMNS.stream().map(name -> texts.get("examrecord.csv-" + name))));
        return Stream.concat(
                        head,
                        protocol.candidates().stream()
                                .map(candidate -> row(cells(candidate, zone).stream())))
                .collect(Collectors.joining("", MARK, ""));
    }

    private List<String> cells(ExamCandidate one, ZoneId zone) {
        var place = one.place();
        var identity = one.identity();
        var handIn = one.handIn();
        return List.of(
                place == null ? "" : place.room(),
                place == null ? "" : place.seat(),
                one.reference(),
                texts.word(one.outcome()),
                word(one.reason()),
                word(identity == null ? null : identity.type()),
                word(identity == null ? null : identity.match()),
                identity == null ? "" : identity.approved().by(),
                time(one.arrived(), zone),
                time(one.admitted(), zone),
                one.admitted() == null ? "" : Integer.toString(one.lateMinutes()),
                one.out().stream()
                        .map(out ->
                                texts.word(out.why())
                                        + " "
                                        + time(out.from(), zone)
                                        + "–"
                                        + time(out.back(), zone))
                        .collect(Collectors.joining(", ")),
                time(one.end(), zone),
                time(handIn == null ? null : handIn.noted().happened(), zone),
                handIn == null ? "" : Integer.toString(handIn.sheets()),
                handIn != null && handIn.blank() ? texts.get("examrecord.blank") : "");
    }

    private String word(@Nullable Enum<?> constant) {
        return constant == null ? "" : texts.word(constant);
    }

    private static String time(@Nullable Instant at, ZoneId zone) {
        return at == null ? "" : TIME.format(at.atZone(zone));
    }

    private static String row(Stream<String> cells) {
        return cells.map(ExamProtocolCsv::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
