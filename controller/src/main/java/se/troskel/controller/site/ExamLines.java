package se.troskel.controller.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.exam.ExamFact;
import se.troskel.controller.exam.ExamNote;
import se.troskel.controller.journal.LocalBody;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.protocol.json.Json;
import tools.jackson.databind.JsonNode;

/// A line of an exam day as the journal keeps it: in the local body, under the candidate's key.
final class ExamLines {
    private static final String LINE = "exam";

    /// The names in the journal, which stay whatever becomes of the classes.
    static final Map<String, Class<? extends ExamFact>> NAMES =
            Map.ofEntries(
                    Map.entry("arrived", ExamFact.Arrived.class),
                    Map.entry("admitted", ExamFact.Admitted.class),
                    Map.entry("rejected", ExamFact.Rejected.class),
                    Map.entry("refused", ExamFact.Refused.class),
                    Map.entry("paper-seen", ExamFact.PaperSeen.class),
                    Map.entry("went-out", ExamFact.WentOut.class),
                    Map.entry("came-back", ExamFact.CameBack.class),
                    Map.entry("handed-in", ExamFact.HandedIn.class),
                    Map.entry("deviated", ExamFact.Deviated.class),
                    Map.entry("papers", ExamFact.Papers.class),
                    Map.entry("interrupted", ExamFact.Interrupted.class),
                    Map.entry("resumed", ExamFact.Resumed.class),
                    Map.entry("signed", ExamFact.Signed.class),
                    Map.entry("came-unlisted", ExamFact.CameUnlisted.class),
                    Map.entry("help-asked", ExamFact.HelpAsked.class),
                    Map.entry("seen", ExamFact.Seen.class),
                    Map.entry("countersigned", ExamFact.Countersigned.class),
                    Map.entry("undone", ExamFact.Undone.class));

    private ExamLines() {}

    record Line(
            UUID id,
            @Nullable String sitting,
            Instant happened,
            Instant recorded,
            String by,
            String what,
            JsonNode fact) {}

    /// What the journal keeps of a line.
    ///
    /// @param person id of the candidate; null where the line is about none
    static LocalBody local(ExamNote note, @Nullable String person) {
        Line line =
                new Line(
                        note.id(),
                        note.sitting(),
                        note.happened(),
                        note.recorded(),
                        note.by(),
                        name(note.fact()),
                        Json.tree(note.fact()));
        return new LocalBody(
                person == null ? LocalBody.NOBODY : person,
                RetentionClass.EXAM,
                Map.of(LINE, Json.text(line)));
    }

    /// The line in a local body; empty when there is none.
    static Optional<ExamNote> note(LocalBody local) {
        return Optional.ofNullable(local.facts().get(LINE)).map(ExamLines::read);
    }

    private static ExamNote read(String text) {
        Line line = Json.read(text.getBytes(StandardCharsets.UTF_8), Line.class);
        Class<? extends ExamFact> type = NAMES.get(line.what());
        if (type == null) {
            throw new IllegalStateException("the journal has an exam line of an unknown kind");
        }
        return new ExamNote(
                line.id(),
                line.sitting(),
                line.happened(),
                line.recorded(),
                line.by(),
                Json.read(line.fact(), type));
    }

    private static String name(ExamFact fact) {
        return NAMES.entrySet().stream()
                .filter(one -> one.getValue() == fact.getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
