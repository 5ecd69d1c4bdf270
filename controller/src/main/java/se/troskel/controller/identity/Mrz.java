package se.troskel.controller.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the check of an identity document needs of its machine-readable lines, once their check
/// digits hold (ICAO Doc 9303). The document's number is read for its check digit and forgotten.
///
/// @param issuer state or organisation, three letters (ISO 3166-1 alpha-3 and what ICAO adds); `D`
///   alone is Germany's
/// @param identity of the holder; its date of birth is null where the document leaves it open
/// @param expires last day of validity; null where the document leaves it open
public record Mrz(Kind kind, String issuer, Identity identity, @Nullable LocalDate expires) {
    /// What the first letter says the document is.
    public enum Kind {
        PASSPORT,
        /// An identity card of any kind: a state's, a residence permit, a crew member's.
        CARD,
        /// A visa proves a right to travel, not who somebody is.
        VISA
    }

    /// Why lines cannot be used. None of these says that a document is false: a scanner misreads.
    public enum Problem {
        /// Not two lines of 36 or 44 or three of 30.
        LINES,
        /// Something else than capitals, digits and fillers, or one of them where it cannot be.
        CHARACTERS,
        /// A first letter that is no document's, or not of one of this size.
        KIND,
        CHECK_DIGIT,
        /// There is no such day.
        DATE,
        /// There is no name.
        NAME
    }

    /// What lines were read as.
    public sealed interface Reading {
        record Valid(Mrz mrz) implements Reading {}

        record Invalid(Problem problem) implements Reading {}
    }

    /// Reads what a scanner sent.
    ///
    /// @param text two or three lines, or all in one
    /// @param today decides the century of the dates
    public static Reading read(String text, LocalDate today) {
        return MrzLines.of(text)
                .<Reading>map(lines -> new MrzReader(lines, today).read())
                .orElseGet(() -> new Reading.Invalid(Problem.LINES));
    }

    /// Whether the document was no longer valid on a day. One that leaves its end open is judged by
    /// whoever looks at it.
    public boolean hasExpired(LocalDate today) {
        return expires != null && expires.isBefore(today);
    }

    /// Without what it says of anybody.
    @Override
    public String toString() {
        return "Mrz[" + kind + ", " + issuer + "]";
    }
}
