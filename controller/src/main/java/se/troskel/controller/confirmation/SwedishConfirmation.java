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

/// A confirmation in Swedish.
public final class SwedishConfirmation {
    private static final Locale LOCALE = Locale.of("sv");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM y", LOCALE);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("'kl. 'HH.mm", LOCALE);

    private SwedishConfirmation() {}

    /// The words.
    public static ConfirmationText of(Confirmation told) {
        return new ConfirmationText(
                "sv", "Bekräftelse: din tentamen", List.of(when(told), what(told), how(told)));
    }

    private static Section when(Confirmation told) {
        var times = told.times();
        return new Section(
                "När och var",
                Stream.of(
                                Stream.ofNullable(told.exam().course())
                                        .map(course -> course + ", " + told.exam().university()),
                                Stream.of(
                                        DAY.format(times.start())
                                                + ", start "
                                                + clock(times.start())
                                                + ".",
                                        "Du kan komma in från "
                                                + clock(times.opens())
                                                + ". Dörren stängs "
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
            return "Kom i tid. Vi vet inte säkert vad som gäller om du blir sen: fråga "
                    + told.exam().university()
                    + ".";
        }
        return switch (late.mode()) {
            case NONE -> "Kommer du senare kan du inte skriva.";
            case SINGLE_AT ->
                    "Kommer du senare släpps du in "
                            + clock(late.lastEntry())
                            + ", inte efter det.";
            case ROLLING ->
                    "Kommer du senare släpps du in till och med " + clock(late.lastEntry()) + ".";
        };
    }

    private static Section what(Confirmation told) {
        Documents documents = told.documents();
        Stream<String> accepted =
                documents.accepted().isEmpty()
                        ? Stream.of(
                                "Ta med giltig legitimation, gärna pass eller nationellt id-kort.",
                                "Vi vet inte säkert vilka legitimationer som gäller: fråga "
                                        + told.exam().university()
                                        + ".")
                        : Stream.of(
                                "Ta med en giltig legitimation. Det här gäller: "
                                        + words(documents.accepted())
                                        + ".",
                                "Har du en annan? Fråga " + told.exam().university() + " först.");
        Stream<String> rejected =
                documents.rejected().isEmpty()
                        ? Stream.of()
                        : Stream.of("Det här gäller inte: " + words(documents.rejected()) + ".");
        return new Section(
                "Ta med",
                Stream.of(accepted, rejected, Stream.of("Ta med den här bekräftelsen eller koden."))
                        .flatMap(lines -> lines)
                        .toList());
    }

    private static Section how(Confirmation told) {
        return new Section(
                "När du kommer",
                Stream.concat(
                                Stream.of(
                                        "Visa QR-koden eller skriv koden "
                                                + told.ticket().shortCode()
                                                + " vid terminalen. Den visar vart du ska gå.",
                                        "Efter insläppet behöver du inte mobilen."),
                                Stream.ofNullable(told.place().phone())
                                        .map(phone -> "Frågor? Ring centret: " + phone + "."))
                        .toList());
    }

    private static String clock(ZonedDateTime at) {
        return CLOCK.format(at);
    }

    private static String words(List<DocumentType> types) {
        return types.stream().map(SwedishConfirmation::word).collect(Collectors.joining(", "));
    }

    private static String word(DocumentType type) {
        return switch (type) {
            case SWEDISH_PASSPORT -> "svenskt pass";
            case PROVISIONAL_PASSPORT -> "provisoriskt pass";
            case SWEDISH_NATIONAL_ID -> "svenskt nationellt id-kort";
            case SWEDISH_DRIVING_LICENCE -> "svenskt körkort";
            case SWEDISH_ID_CARD -> "svenskt id-kort";
            case FOREIGN_PASSPORT -> "utländskt pass";
            case EEA_NATIONAL_ID -> "nationellt id-kort från EES-land";
            case FOREIGN_DRIVING_LICENCE -> "utländskt körkort";
            case RESIDENCE_PERMIT -> "uppehållstillståndskort";
            case LMA_CARD -> "LMA-kort";
            case COPY -> "kopia eller foto av legitimation";
            case STUDENT_CARD -> "studentkort";
            case DIGITAL_ID -> "digital legitimation";
            case POLICE_REPORT -> "polisanmälan";
            case OTHER -> "annan handling";
        };
    }
}
