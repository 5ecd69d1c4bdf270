package se.troskel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.config.ExamRules.ExceptionApproval;
import se.troskel.config.ExamRules.Fee;
import se.troskel.config.ExamRules.LateMode;
import se.troskel.config.ExamRules.Scope;
import se.troskel.config.ExamRules.Unregistered;
import se.troskel.config.ExamRules.Verdict;
import se.troskel.config.Problem.Severity;
import se.troskel.protocol.decision.DocumentType;

/// Every mistake in rules of exams is told at its place, no file spoils another, and each rule
/// comes from whom it should with its source. A sound file is broken in one place for each row of a
/// table; whole folders are read from the disk.
class ExamRulesLoaderTest {
    private static final Path SOUND =
            Path.of("src/test/resources/se/troskel/config/exam-rules.yaml");

    private static final String HOUSE =
            """
            code: house
            scope: CENTRE
            name: Huset
            confirmedForDays: 30
            sources:
              - {id: board, text: The board, date: "2026-09-01", confirmedBy: Ada Provsson}
            documents:
              - {type: LMA_CARD, verdict: ACCEPT, source: board}
            times:
              earliestLeaveAfter: {minutes: 50, source: board}
              leaveLockLast: {minutes: 10, source: board}
            fee: {unpaid: IGNORE, source: board}
            """;

    private final ExamRulesLoader loader = new ExamRulesLoader();

    @TempDir Path directory = Path.of("");
    private Path universities = directory;

    @BeforeEach
    void makeFolder() throws IOException {
        universities = Files.createDirectory(directory.resolve(ExamRulesLoader.FOLDER));
    }

    @Test
    void whatAUniversitySaysHolds() throws IOException {
        Files.writeString(universities.resolve("mdu.yaml"), "\uFEFF" + sound());
        ExamRulesReading reading = loader.load(List.of(directory));
        assertThat(reading.problems()).isEmpty();
        ExamPolicy policy = reading.rulebook().policy("MDU");
        assertThat(policy.name()).isEqualTo("Provuniversitetet");
        assertThat(policy.phone()).isEqualTo("021-00 00 00");
        assertThat(policy.entryOpensBefore().value()).isEqualTo(45);
        assertThat(policy.doorClosesBefore().value()).isEqualTo(5);
        assertThat(policy.lastEntryAfter().value()).isEqualTo(20);
        assertThat(policy.earliestLeaveAfter().value()).isEqualTo(40);
        assertThat(policy.leaveLockLast().value()).isEqualTo(15);
        assertThat(policy.handInAfterHomeStart().value()).isEqualTo(35);
        assertThat(policy.lateMode().value()).isEqualTo(LateMode.ROLLING);
        assertThat(policy.unregistered().value()).isEqualTo(Unregistered.WAIT);
        assertThat(policy.unregisteredWaitMinutes()).isEqualTo(25);
        assertThat(policy.fetchId().value()).isFalse();
        assertThat(policy.extraTimePercent().value()).isEqualTo(25);
        assertThat(policy.doubleExamWithExtendedTime().value()).isFalse();
        assertThat(policy.exceptions().value()).isEqualTo(ExceptionApproval.ALONE_FLAGGED);
        assertThat(policy.unpaidFee().value()).isEqualTo(Fee.BLOCK);
        assertThat(policy.expiredDocument().value()).isEqualTo(Verdict.REFER);
        assertThat(policy.document(DocumentType.STUDENT_CARD).value()).isEqualTo(Verdict.REJECT);
        assertThat(policy.documentNote(DocumentType.STUDENT_CARD)).isEqualTo("Only to check in.");
        assertThat(policy.documentNote(DocumentType.SWEDISH_PASSPORT)).isNull();
    }

    @Test
    void whatItDoesNotSayTheCentreSaysAndThenTheDefaults() throws IOException {
        Files.writeString(
                universities.resolve("mdu.yaml"),
                "code: MDU\nscope: UNIVERSITY\nname: M\nsources: []\ndocuments: []\ntimes: {}\n");
        Files.writeString(universities.resolve("house.yaml"), HOUSE);
        ExamPolicy policy = loader.load(List.of(directory)).rulebook().policy("MDU");
        assertThat(policy.document(DocumentType.LMA_CARD))
                .returns(Verdict.ACCEPT, Rule::value)
                .returns(Scope.CENTRE, Rule::scope);
        assertThat(policy.unpaidFee().value()).isEqualTo(Fee.IGNORE);
        assertThat(policy.lastEntryAfter())
                .returns(30, Rule::value)
                .returns(Scope.DEFAULT, Rule::scope);
        assertThat(policy.lateMode().value()).isEqualTo(LateMode.SINGLE_AT);
        assertThat(policy.unregisteredWaitMinutes()).isZero();
        assertThat(policy.all()).allSatisfy(rule -> assertThat(rule.source().text()).isNotBlank());
    }

    @Test
    void ofTheRulesAboutLeavingTheStricterHolds() throws IOException {
        Files.writeString(universities.resolve("mdu.yaml"), sound());
        Files.writeString(universities.resolve("house.yaml"), HOUSE);
        ExamPolicy policy = loader.load(List.of(directory)).rulebook().policy("MDU");
        assertThat(policy.earliestLeaveAfter())
                .as("the centre's 50 over the university's 40, the default's 60 does not count")
                .returns(50, Rule::value)
                .returns(Scope.CENTRE, Rule::scope);
        assertThat(policy.leaveLockLast())
                .returns(15, Rule::value)
                .returns(Scope.UNIVERSITY, Rule::scope);
    }

    @Test
    void anUnknownUniversityHasTheDefaultsWhichNobodyConfirmed() {
        ExamPolicy policy = loader.load(List.of(directory)).rulebook().policy("XYZ");
        assertThat(policy.name()).isNull();
        assertThat(policy.phone()).isNull();
        assertThat(policy.all())
                .hasSize(14 + DocumentType.values().length)
                .noneMatch(rule -> rule.isConfirmed(LocalDate.of(2026, 11, 24)));
    }

    @ParameterizedTest
    @EnumSource(DocumentType.class)
    void theDefaultsSpeakOfEveryDocument(DocumentType type) {
        ExamPolicy policy = loader.load(List.of(directory)).rulebook().policy("XYZ");
        assertThat(policy.document(type).scope()).isEqualTo(Scope.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "page, 2026-08-31, false, before it was confirmed",
        "page, 2026-09-01, true, on the day",
        "page, 2026-12-10, true, the last of its 100 days",
        "page, 2026-12-11, false, stale",
        "letter, 2026-09-01, false, only read"
    })
    void aRuleRefusesOnlyWhileItsConfirmationCounts(
            String source, LocalDate today, boolean confirmed, String why) throws IOException {
        Files.writeString(universities.resolve("mdu.yaml"), sound());
        ExamPolicy policy = loader.load(List.of(directory)).rulebook().policy("MDU");
        Rule<?> rule =
                source.equals("page") ? policy.lastEntryAfter() : policy.earliestLeaveAfter();
        assertThat(rule.source().id()).isEqualTo(source);
        assertThat(rule.isConfirmed(today)).as(why).isEqualTo(confirmed);
    }

    @Test
    void howLongAConfirmationCountsIsTheCentresWhereTheFileDoesNotSay() throws IOException {
        Files.writeString(
                universities.resolve("mdu.yaml"), sound().replace("confirmedForDays: 100\n", ""));
        assertThat(loader.load(List.of(directory)).rulebook().policy("MDU").lateMode())
                .returns(400, Rule::confirmedForDays);
        Files.writeString(universities.resolve("house.yaml"), HOUSE);
        assertThat(loader.load(List.of(directory)).rulebook().policy("MDU").lateMode())
                .returns(30, Rule::confirmedForDays);
    }

    @Test
    void aSharedFolderAddsAndChangesNothing(@TempDir Path shared) throws IOException {
        Path folder = Files.createDirectory(shared.resolve(ExamRulesLoader.FOLDER));
        Files.writeString(universities.resolve("mdu.yaml"), sound());
        Files.writeString(folder.resolve("mdu.yaml"), sound().replace("minutes: 45", "minutes: 9"));
        Files.writeString(folder.resolve("kau.yaml"), sound().replace("MDU", "KAU"));
        Files.writeString(folder.resolve("house.yaml"), HOUSE);
        ExamRulesReading reading = loader.load(List.of(directory, shared));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.rulebook().universities())
                .extracting(ExamRules::code)
                .containsExactly("MDU", "KAU");
        assertThat(reading.rulebook().policy("MDU").entryOpensBefore().value()).isEqualTo(45);
        assertThat(reading.rulebook().centre()).isNotNull();
    }

    /// `⏎` in the table is the end of a line; nothing between the bars removes the part.
    @ParameterizedTest(name = "{1}")
    @CsvFileSource(
            resources = "exam-rules-mistakes.csv",
            delimiter = '|',
            quoteCharacter = '\u0000',
            ignoreLeadingAndTrailingWhitespace = false)
    void everyMistakeIsToldAtItsPlace(String part, @Nullable String broken, String expected)
            throws IOException {
        String from = part.replace('⏎', '\n');
        String to = broken == null ? "" : broken.replace('⏎', '\n');
        assertThat(sound()).contains(from);
        int at = sound().indexOf(from);
        String text = sound().substring(0, at) + to + sound().substring(at + from.length());
        ExamRulesReading reading =
                loader.read("universities/mdu.yaml", text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.problems())
                .anySatisfy(p -> assertThat(p.toString()).startsWith(expected))
                .allSatisfy(p -> assertThat(p.mend()).isNotBlank());
        assertThat(reading.rulebook().universities()).isEmpty();
    }

    @Test
    void aSourceThatNoRuleNamesIsAWarning() throws IOException {
        String text = sound().replace("source: letter", "source: page");
        ExamRulesReading reading =
                loader.read("universities/mdu.yaml", text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.severity()).isEqualTo(Severity.WARNING));
        assertThat(reading.rulebook().universities()).hasSize(1);
    }

    @Test
    void aUniversityAndACentreStandOnceInAFolder() throws IOException {
        Files.writeString(universities.resolve("a.yaml"), sound());
        Files.writeString(universities.resolve("b.yaml"), sound());
        Files.writeString(universities.resolve("c.yaml"), HOUSE);
        Files.writeString(universities.resolve("d.yaml"), HOUSE.replace("house", "other"));
        assertThat(loader.load(List.of(directory)).problems())
                .extracting(Problem::toString)
                .satisfiesExactly(
                        p ->
                                assertThat(p)
                                        .startsWith(
                                                "universities/b.yaml:1:7 /code: its rules stand"
                                                        + " already in universities/a.yaml"),
                        p ->
                                assertThat(p)
                                        .startsWith(
                                                "universities/d.yaml:2:8 /scope: its rules stand"
                                                        + " already in universities/c.yaml"));
    }

    @Test
    void aBrokenFileTakesNothingFromTheOthers() throws IOException {
        Files.writeString(universities.resolve("a.yaml"), "[]");
        Files.writeString(universities.resolve("b.yaml"), "");
        Files.write(universities.resolve("c.yaml"), new byte[] {'{', (byte) 0xE5});
        Files.write(universities.resolve("d.yaml"), new byte[ExamRulesLoader.MAX_BYTES + 1]);
        Files.createDirectory(universities.resolve("e.yaml"));
        Files.writeString(universities.resolve("f.yaml.bak"), sound());
        Files.writeString(universities.resolve("mdu.yaml"), sound());
        ExamRulesReading reading = loader.load(List.of(directory));
        assertThat(reading.rulebook().universities()).hasSize(1);
        assertThat(reading.problems())
                .extracting(Problem::file)
                .containsExactly(
                        "universities/a.yaml",
                        "universities/b.yaml",
                        "universities/c.yaml",
                        "universities/d.yaml",
                        "universities/e.yaml",
                        "universities/f.yaml.bak");
    }

    @Test
    void noFolderMeansTheDefaults() throws IOException {
        Files.delete(universities);
        ExamRulesReading reading = loader.load(List.of(directory));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.rulebook().centre()).isNull();
        assertThat(reading.rulebook().universities()).isEmpty();
    }

    static String sound() throws IOException {
        return Files.readString(SOUND);
    }
}
