package se.troskel.controller.site;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.exam.RegisteredIdentity;
import se.troskel.controller.exam.Shown;
import se.troskel.controller.identity.Mrz;
import se.troskel.controller.register.CandidateNumber;
import se.troskel.controller.register.Person;
import se.troskel.protocol.decision.DocumentReading;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.IdentityMatch;

/// Compares the machine-readable lines of a document with what is registered. Nothing of the lines
/// outlives the call.
final class DocumentReader {
    /// States of the European Economic Area by ICAO's letters, whose national identity cards are
    /// taken (DOMAIN 4.2).
    private static final Set<String> EEA =
            Set.of(
                    "AUT", "BEL", "BGR", "CYP", "CZE", "D", "DNK", "ESP", "EST", "FIN", "FRA",
                    "GRC", "HRV", "HUN", "IRL", "ISL", "ITA", "LIE", "LTU", "LUX", "LVA", "MLT",
                    "NLD", "NOR", "POL", "PRT", "ROU", "SVK", "SVN");

    private static final String SWEDEN = "SWE";

    private final ExamBook exams;
    private final LocalDate today;

    DocumentReader(ExamBook exams, LocalDate today) {
        this.exams = exams;
        this.today = today;
    }

    /// What the lines make of what was shown; the same as before when they cannot be read.
    ///
    /// @param persons ids of those whom it may be
    Shown read(String lines, Set<String> persons, Shown before) {
        if (!(Mrz.read(lines, today) instanceof Mrz.Reading.Valid(Mrz mrz))) {
            return before;
        }
        DocumentType type = before instanceof Shown.Document chosen ? chosen.type() : type(mrz);
        return new Shown.Document(
                type, mrz.hasExpired(today), DocumentReading.LINES_READ, match(mrz, persons));
    }

    /// A Swedish card may be an identity card or a residence permit: whoever looks at it sees.
    private static DocumentType type(Mrz mrz) {
        boolean swedish = mrz.issuer().equals(SWEDEN);
        return switch (mrz.kind()) {
            case PASSPORT ->
                    swedish ? DocumentType.SWEDISH_PASSPORT : DocumentType.FOREIGN_PASSPORT;
            case CARD ->
                    EEA.contains(mrz.issuer()) ? DocumentType.EEA_NATIONAL_ID : DocumentType.OTHER;
            case VISA -> DocumentType.OTHER;
        };
    }

    private @Nullable IdentityMatch match(Mrz mrz, Set<String> persons) {
        if (persons.size() != 1) {
            return null;
        }
        String id = persons.iterator().next();
        Person person = exams.register().people().get(id);
        CandidateNumber number = exams.register().exams().numbers().get(id);
        return person == null
                ? null
                : RegisteredIdentity.of(person, number, today).compare(mrz.identity());
    }
}
