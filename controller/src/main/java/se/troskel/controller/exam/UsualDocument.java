package se.troskel.controller.exam;

import se.troskel.controller.identity.Identity;
import se.troskel.controller.identity.PersonalNumber;
import se.troskel.protocol.decision.DocumentReading;
import se.troskel.protocol.decision.DocumentType;

/// The document that a candidate will most likely show, read by a machine: a Swedish identity card
/// of those with a Swedish number, else a foreign passport, on which no number of ours stands. A
/// date of birth that is not registered fits none.
final class UsualDocument {
    private UsualDocument() {}

    static Shown of(Identity registered) {
        boolean onIt = standsOnDocuments(registered);
        Identity shown =
                new Identity(
                        registered.name(),
                        onIt ? registered.number() : null,
                        registered.born(),
                        null);
        return new Shown.Document(
                onIt ? DocumentType.SWEDISH_NATIONAL_ID : DocumentType.FOREIGN_PASSPORT,
                false,
                DocumentReading.LINES_READ,
                registered.compare(shown));
    }

    /// Whether the number is of a kind that identity documents show.
    private static boolean standsOnDocuments(Identity registered) {
        return registered.number() instanceof PersonalNumber number
                && number.kind() != PersonalNumber.Kind.INTERIM;
    }
}
