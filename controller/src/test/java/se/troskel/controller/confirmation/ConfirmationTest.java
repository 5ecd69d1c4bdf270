package se.troskel.controller.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.config.ExamRules.LateMode;
import se.troskel.protocol.decision.DocumentType;

/// Goal: a candidate is told what holds and asked to ask where nothing is confirmed; nothing that
/// was imported adds a line to a mail's header or a calendar. Method: confirmations by hand, read
/// back line by line; any text.
class ConfirmationTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final ZonedDateTime START =
            ZonedDateTime.of(2026, 11, 24, 8, 30, 0, 0, ZoneId.of("Europe/Stockholm"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NONE      | Kommer du senare kan du inte skriva.
                    SINGLE_AT | Kommer du senare släpps du in kl. 09.00, inte efter det.
                    ROLLING   | Kommer du senare släpps du in till och med kl. 09.00.
                    """)
    void saysWhatHappensToWhoeverIsLate(LateMode mode, String sentence) {
        assertThat(ConfirmationMail.text(told("MAA140", mode, true)))
                .contains(sentence)
                .contains("tisdag 24 november 2026, start kl. 08.30.")
                .contains("från kl. 08.00. Dörren stängs kl. 08.20.")
                .contains("Tuesday 24 November 2026, start at 08:30.");
    }

    @Test
    void asksToAskWhereNobodyStandsForTheRules() {
        assertThat(ConfirmationMail.text(told("MAA140", null, false)))
                .contains(
                        "Vi vet inte säkert vad som gäller om du blir sen: fråga Provs universitet.")
                .contains("Vi vet inte säkert vilka legitimationer som gäller: fråga")
                .contains("what happens if you are late: ask Provs universitet.")
                .doesNotContain("Det här gäller inte", "09.00");
    }

    @Test
    void namesTheDocumentsThatAreTakenAndNotTaken() {
        assertThat(ConfirmationMail.text(told("MAA140", LateMode.NONE, true)))
                .contains("Det här gäller: svenskt pass, svenskt körkort.")
                .contains("Det här gäller inte: studentkort.")
                .contains("These are accepted: Swedish passport, Swedish driving licence.")
                .contains("K7MP 2RVA", "Efter insläppet behöver du inte mobilen.");
    }

    @Test
    void aProtectedIdentityHasNeitherNameNorCourseAnywhere() {
        Confirmation told = told(null, LateMode.NONE, true);
        assertThat(ConfirmationMail.text(told) + CalendarEntry.of(told, NOW))
                .doesNotContain("MAA140", "Alva")
                .contains("SUMMARY:Tentamen\r\n");
    }

    @Test
    void theCalendarEntryIsInUniversalTimeAndHoldsNoCode() {
        String entry = CalendarEntry.of(told("MAA140", LateMode.NONE, true), NOW);
        assertThat(entry)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("\r\nUID:r1@troskel.invalid\r\nDTSTAMP:20261120T080000Z\r\n")
                .contains("\r\nDTSTART:20261124T073000Z\r\nDTEND:20261124T113000Z\r\n")
                .contains("LOCATION:Campus Viadidakt\\, Storgatan 1\\, Katrineholm\r\n")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n")
                .doesNotContain("K7MP");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a,b;c   | a\\,b\\;c
                    a\\b     | a\\\\b
                    """)
    void textIsEscaped(String plain, String escaped) {
        assertThat(CalendarEntry.escaped(plain)).isEqualTo(escaped);
        assertThat(CalendarEntry.escaped("a\r\nb\u0007")).isEqualTo("a\\nb");
    }

    @Test
    void theMailHasTheAddressInItsHeaderAndNothingElseThatWasImported() {
        String mail = mail(told("MAA140", LateMode.NONE, true));
        assertThat(mail.substring(0, mail.indexOf("\r\n\r\n")).split("\r\n"))
                .containsExactly(
                        "X-Unsent: 1",
                        "To: alva@example.org",
                        "Subject: Tentamen / Exam 2026-11-24 08:30",
                        "MIME-Version: 1.0",
                        "Content-Type: multipart/mixed; boundary=\"troskel-r1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.se\r\nBcc: x@y.se", "a@b.se\nX: y", "a b@c.se", "å@b.se", ""})
    void anAddressThatWouldBreakTheHeaderIsRefused(String email) {
        Confirmation told = told("Alva Testsson", "MAA140", email, LateMode.NONE, true);
        assertThatThrownBy(() -> ConfirmationMail.file(told, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("b.se");
        assertThatThrownBy(() -> ConfirmationMail.message(told, "tenta@example.org", NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("b.se");
    }

    @Test
    void theFolderHoldsSheetsMailsAndEntriesAndNamesNobody() throws IOException {
        Confirmation told = told("MAA140", LateMode.NONE, true);
        byte[] zip = ConfirmationFolder.zip(List.of(told, told), new byte[] {1}, NOW);
        List<String> names = new ArrayList<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names)
                .containsExactly(
                        "sheets.html",
                        "01-A1B2C3.eml",
                        "01-A1B2C3.ics",
                        "02-A1B2C3.eml",
                        "02-A1B2C3.ics");
        assertThat(told.toString() + told.to() + told.ticket())
                .doesNotContain("Alva", "example.org", "K7MP");
    }

    @FuzzTest
    void noTextAddsALine(String any) {
        String text = "x" + any;
        Confirmation told = told(text, text, "alva@example.org", LateMode.NONE, true);
        Confirmation plain = told("Alva", "MAA140", "alva@example.org", LateMode.NONE, true);
        String entry = CalendarEntry.of(told, NOW);
        assertThat(unfolded(entry)).hasSameSizeAs(unfolded(CalendarEntry.of(plain, NOW)));
        assertThat(entry.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .noneMatch(line -> line.chars().anyMatch(one -> one < ' '));
        String mail = mail(told);
        String header = mail.substring(0, mail.indexOf("\r\n\r\n"));
        assertThat(mail(plain)).startsWith(header);
        assertThat(ConfirmationMail.text(told).split("\r\n|\n|\r"))
                .hasSameSizeAs(ConfirmationMail.text(plain).split("\r\n|\n|\r"));
    }

    private static List<String> unfolded(String entry) {
        return Arrays.asList(entry.replace("\r\n ", "").split("\r\n"));
    }

    private static String mail(Confirmation told) {
        return new String(ConfirmationMail.file(told, NOW), StandardCharsets.US_ASCII);
    }

    private static Confirmation told(
            @Nullable String course, @Nullable LateMode late, boolean documents) {
        return told(
                course == null ? null : "Alva Testsson",
                course,
                "alva@example.org",
                late,
                documents);
    }

    private static Confirmation told(
            @Nullable String name,
            @Nullable String course,
            String email,
            @Nullable LateMode late,
            boolean documents) {
        return new Confirmation(
                new Confirmation.Addressee("r1", name, "A1B2C3", email),
                new Confirmation.Exam("Provs universitet", course),
                new Confirmation.Times(
                        START.minusMinutes(30),
                        START.minusMinutes(10),
                        START,
                        START.plusHours(4),
                        late == null ? null : new Confirmation.Late(late, START.plusMinutes(30))),
                new Confirmation.Place("Campus Viadidakt", "Storgatan 1, Katrineholm", null),
                new Confirmation.Documents(
                        documents
                                ? List.of(
                                        DocumentType.SWEDISH_PASSPORT,
                                        DocumentType.SWEDISH_DRIVING_LICENCE)
                                : List.of(),
                        documents ? List.of(DocumentType.STUDENT_CARD) : List.of()),
                new Confirmation.Ticket("TR1:TEST", "K7MP 2RVA"));
    }
}
