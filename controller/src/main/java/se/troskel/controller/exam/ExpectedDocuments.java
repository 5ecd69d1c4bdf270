package se.troskel.controller.exam;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.troskel.controller.exam.ExamQuestion.Arrival;
import se.troskel.controller.exam.Rehearsed.Answer;
import se.troskel.controller.register.Registration;
import se.troskel.protocol.decision.DocumentReading;
import se.troskel.protocol.decision.DocumentType;

/// What a university's candidates are told when they show each kind of document in time.
///
/// @param university code
/// @param answers by kind, as to one of them against whom nothing else stands
public record ExpectedDocuments(String university, Map<DocumentType, Answer> answers) {
    public ExpectedDocuments {
        answers = Collections.unmodifiableMap(new EnumMap<>(answers));
    }

    /// Asks with one who is directed to the room; nothing for a university all of whose candidates
    /// are held up by something else.
    static List<ExpectedDocuments> of(
            ExamSnapshot snapshot, String university, List<Rehearsed> candidates) {
        return candidates.stream()
                .filter(one -> one.sitting().university().equals(university))
                .filter(one -> one.isAnsweredBy(one.inTime()) && one.inTime().isDirected())
                .findFirst()
                .map(one -> List.of(new ExpectedDocuments(university, ask(snapshot, one))))
                .orElse(List.of());
    }

    private static Map<DocumentType, Answer> ask(ExamSnapshot snapshot, Rehearsed one) {
        Registration registration = one.registration();
        Map<DocumentType, Answer> answers = new EnumMap<>(DocumentType.class);
        for (DocumentType type : DocumentType.values()) {
            Shown shown = new Shown.Document(type, false, DocumentReading.NOT_READ, null);
            Arrival question =
                    new Arrival(Set.of(registration.person()), registration.sitting(), shown);
            answers.put(type, Answer.to(snapshot, question, one.inTime().at()));
        }
        return answers;
    }
}
