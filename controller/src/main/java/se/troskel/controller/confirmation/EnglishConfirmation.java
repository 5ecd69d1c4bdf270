package se.troskel.controller.confirmation;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.troskel.controller.confirmation.Confirmation.Documents;
import se.troskel.controller.confirmation.Confirmation.Late;
import se.troskel.controller.confirmation.ConfirmationText.Section;
import se.troskel.protocol.decision.DocumentType;

/// A confirmation in English.
public final class EnglishConfirmation {
    private static final Locale LOCALE = Locale.UK;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM y", LOCALE);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", LOCALE);

    private EnglishConfirmation() {}

    /// The words.
    public static ConfirmationText of(Confirmation told) {
        return new ConfirmationText(
                "en", "Confirmation: your exam", List.of(when(told), what(told), how(told)));
    }

    private static Section when(Confirmation told) {
        var times = told.times();
        return new Section(
                "When and where",
                Stream.of(
                                Stream.ofNullable(told.exam().course())
                                        .map(course -> course + ", " + told.exam().university()),
                                Stream.of(
                                        DAY.format(times.start())
                                                + ", start at "
                                                + clock(times.start())
                                                + ".",
                                        "You can come in from "
                                                + clock(times.opens())
                                                + ". The door closes at "
                                                + clock(times.doorCloses())
                                                + ".",
                                        late(told),
                                        told.place().name() + ", " + told.place().address() + "."))
                        .flatMap(lines -> lines)
                        .toList());
    }

    private static String late(Confirmation told) {
        Late late = told.times().late();
        if (late == null) {
            return "Be in time. We do not know for sure what happens if you are late: ask "
                    + told.exam().university()
                    + ".";
        }
        return switch (late.mode()) {
            case NONE -> "If you come later, you cannot take the exam.";
            case SINGLE_AT ->
                    "If you come later, you are let in at "
                            + clock(late.lastEntry())
                            + ", not after.";
            case ROLLING ->
                    "If you come later, you are let in until " + clock(late.lastEntry()) + ".";
        };
    }

    private static Section what(Confirmation told) {
        Documents documents = told.documents();
        Stream<String> accepted =
                documents.accepted().isEmpty()
                        ? Stream.of(
                                "Bring a valid identity document, if you can a passport or a national ID card.",
                                "We do not know for sure which documents are accepted: ask "
                                        + told.exam().university()
                                        + ".")
                        : Stream.of(
                                "Bring a valid identity document. These are accepted: "
                                        + words(documents.accepted())
                                        + ".",
                                "Do you have another one? Ask "
                                        + told.exam().university()
                                        + " first.");
        Stream<String> rejected =
                documents.rejected().isEmpty()
                        ? Stream.of()
                        : Stream.of("These are not accepted: " + words(documents.rejected()) + ".");
        return new Section(
                "Bring",
                Stream.of(accepted, rejected, Stream.of("Bring this confirmation or the code."))
                        .flatMap(lines -> lines)
                        .toList());
    }

    private static Section how(Confirmation told) {
        return new Section(
                "When you arrive",
                Stream.concat(
                                Stream.of(
                                        "Show the QR code or type the code "
                                                + told.ticket().shortCode()
                                                + " at the terminal. It shows where to go.",
                                        "After admission you do not need your phone."),
                                Stream.ofNullable(told.place().phone())
                                        .map(phone -> "Questions? Call the centre: " + phone + "."))
                        .toList());
    }

    private static String clock(ZonedDateTime at) {
        return CLOCK.format(at);
    }

    private static String words(List<DocumentType> types) {
        return types.stream().map(EnglishConfirmation::word).collect(Collectors.joining(", "));
    }

    private static String word(DocumentType type) {
        return switch (type) {
            case SWEDISH_PASSPORT -> "Swedish passport";
            case PROVISIONAL_PASSPORT -> "provisional passport";
            case SWEDISH_NATIONAL_ID -> "Swedish national ID card";
            case SWEDISH_DRIVING_LICENCE -> "Swedish driving licence";
            case SWEDISH_ID_CARD -> "Swedish ID card";
            case FOREIGN_PASSPORT -> "foreign passport";
            case EEA_NATIONAL_ID -> "national ID card of an EEA country";
            case FOREIGN_DRIVING_LICENCE -> "foreign driving licence";
            case RESIDENCE_PERMIT -> "residence permit card";
            case LMA_CARD -> "LMA card";
            case COPY -> "copy or photo of a document";
            case STUDENT_CARD -> "student card";
            case DIGITAL_ID -> "digital ID";
            case POLICE_REPORT -> "police report";
            case OTHER -> "other document";
        };
    }
}
