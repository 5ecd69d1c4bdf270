package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.controller.page.ExamRecordDesk.Filed;
import se.troskel.controller.seal.Seal;
import se.troskel.controller.seal.SealedText;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.exam.ErrandKind;
import se.troskel.protocol.exam.ExamCandidate;
import se.troskel.protocol.exam.ExamProtocol;
import se.troskel.protocol.exam.Noted;
import se.troskel.protocol.json.Json;

/// Goal: an invigilator sees what is missing, makes a record, and takes it away in three forms.
/// Method: a real server over records in memory, a browser without scripts.
class ExamRecordPagesTest {
    static final String ID = "2027-03-02.MDU.s2.1";
    private static final Instant START = Instant.parse("2027-03-02T07:30:00Z");
    private static final Noted NOTED = new Noted(START, START, "Ada Provsson");

    private final StaffServer server = new StaffServer();
    private final Browser browser = server.browser();

    @BeforeEach
    void logIn() {
        browser.logIn("admin", StaffServer.PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysWhatIsMissingAndOffersWhatIsNewOnly() {
        assertThat(browser.get("/staff/exam-record").body())
                .contains("LTH MAA140, kl.\u00a008.30", "MDU MMA129 TEN1", "2 mars")
                .contains(
                        "Inte inlämnat: 3.",
                        "Undantag som saknar en andra underskrift: 1.",
                        "Skrivningarna är inte förseglade.",
                        "Kom, men ingen har avgjort: 1.")
                .contains("Gör protokoll: LTH MAA140", "Gör tillägg: SU DT1001", "Tillägg 1")
                .doesNotContain("Gör tillägg: MDU", "Gör protokoll: MDU");
    }

    @Test
    void makesARecordAndSaysSo() {
        browser.get("/staff/exam-record");
        var made = browser.post("/staff/exam-record", "sitting", "s1");
        assertThat(browser.follow(made).body()).contains("Protokollet är skrivet och signerat.");
        assertThat(server.examRecords.made).containsExactly("admin s1");
    }

    @Test
    void givesTheSignedFileThePaperAndTheTable() throws NoSuchAlgorithmException {
        file();
        var signed = browser.get("/staff/exam-record/" + ID + "/file");
        assertThat(SealedText.of(signed.body().getBytes(StandardCharsets.UTF_8)).isIntact())
                .isTrue();
        assertThat(signed.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"protokoll-" + ID + ".json\"");
        var paper = browser.get("/staff/exam-record/" + ID);
        assertThat(paper.body())
                .contains("Tentamensprotokoll", "0001-KXB", "Tentavakt: underskrift, datum")
                .contains("kom, släpptes inte in", "fick inte skriva", "utan legitimation");
        assertThat(paper.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("style-src 'sha256-")
                .doesNotContain("unsafe");
        var table = browser.get("/staff/exam-record/" + ID + "/table");
        assertThat(table.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(table.body()).startsWith("\uFEFFRum;Plats;Kandidat;Utfall;Skäl;");
    }

    @Test
    void aRecordThatIsNotThereIsSaidToBeGone() {
        for (String form : List.of("", "/file", "/table")) {
            var answer = browser.get("/staff/exam-record/" + ID + form);
            assertThat(browser.follow(answer).body()).contains("Protokollet finns inte");
        }
    }

    @Test
    void theTableHasOneRowForEachCandidate() {
        assertThat(new ExamProtocolCsv(Language.SV).text(record("0001-KXB")).lines().toList())
                .containsExactly(
                        "\uFEFFRum;Plats;Kandidat;Utfall;Skäl;Legitimation;Jämförelse;Granskad av;"
                                + "Kom;Insläppt;Minuter sen;Ute;Skrivtid till;Inlämnat;Antal"
                                + " blad;Blankt",
                        "Tentasal 1;7;0001-KXB;skrev;;svenskt pass;;Ada Provsson;2027-03-02"
                                + " 08:10;2027-03-02 08:12;0;toalett 2027-03-02 09:30–2027-03-02"
                                + " 09:34;2027-03-02 12:30;2027-03-02 08:30;4;",
                        ";;0002-KXB;fick inte skriva;utan legitimation;;;;2027-03-02"
                                + " 08:30;;;;;;;",
                        ";;0003-KXB;kom, släpptes inte in;efter sista insläpp;;;;2027-03-02"
                                + " 08:30;;;;;;;");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=1+1, '=1+1",
                "+46, '+46",
                "-1, '-1",
                "@SUM(A1), '@SUM(A1)",
                "a=1, a=1",
                "a;b, `\"a;b\"`",
                "a\"b, `\"a\"\"b\"`",
                "=\"x\";y, `\"'=\"\"x\"\";y\"`"
            })
    void noCellIsReadAsAFormulaOrAsTwo(String reference, String cell) {
        String second =
                new ExamProtocolCsv(Language.EN)
                        .text(record(reference))
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow();
        assertThat(second).startsWith("Tentasal 1;7;" + cell + ";wrote;");
    }

    private void file() throws NoSuchAlgorithmException {
        var seal = new Seal(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        var record = record("0001-KXB");
        server.examRecords.bytes = seal.sealedDocument(Json.text(record));
        server.examRecords.filed =
                Optional.of(new Filed(ID, record, SealedText.of(server.examRecords.bytes)));
    }

    static ExamProtocol record(String reference) {
        return new ExamProtocol(
                new UUID(1, 1),
                null,
                START.plus(Duration.ofHours(5)),
                new ExamProtocol.Centre("KAT", "Campus Viadidakt", "Europe/Stockholm"),
                new ExamProtocol.Sitting(
                        "s2",
                        "MDU",
                        "MMA129 TEN1",
                        START,
                        START.plus(Duration.ofHours(4)),
                        List.of("Tentasal 1")),
                List.of(
                        new ExamCandidate(
                                reference,
                                ExamCandidate.Outcome.WROTE,
                                null,
                                null,
                                new ExamCandidate.Place("Tentasal 1", "7"),
                                new ExamCandidate.Identity(
                                        DocumentType.SWEDISH_PASSPORT, null, NOTED),
                                START.minus(Duration.ofMinutes(20)),
                                START.minus(Duration.ofMinutes(18)),
                                0,
                                START.plus(Duration.ofHours(4)),
                                List.of(
                                        new ExamCandidate.Out(
                                                ErrandKind.RESTROOM,
                                                START.plus(Duration.ofMinutes(60)),
                                                START.plus(Duration.ofMinutes(64)))),
                                new ExamCandidate.HandIn(NOTED, 4, false)),
                        outside("0002-KXB", ExamCandidate.Outcome.REFUSED, ExamReason.NO_ID_DENIED),
                        outside("0003-KXB", ExamCandidate.Outcome.NOT_LET_IN, ExamReason.TOO_LATE)),
                List.of(),
                List.of(),
                List.of(),
                List.of(new ExamProtocol.Invigilator("Ada Provsson", null)));
    }

    private static ExamCandidate outside(
            String reference, ExamCandidate.Outcome outcome, ExamReason reason) {
        return new ExamCandidate(
                reference,
                outcome,
                reason,
                outcome == ExamCandidate.Outcome.REFUSED ? NOTED : null,
                null,
                null,
                START,
                null,
                0,
                null,
                List.of(),
                null);
    }
}
