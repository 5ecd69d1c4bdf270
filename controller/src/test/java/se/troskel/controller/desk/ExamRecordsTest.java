package se.troskel.controller.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.config.ExamRulesLoader;
import se.troskel.config.Retention;
import se.troskel.controller.exam.ExamFact;
import se.troskel.controller.exam.ExamLog;
import se.troskel.controller.exam.ExamNote;
import se.troskel.controller.examrecord.ExamRecordFolder;
import se.troskel.controller.examrecord.ProtocolCommand;
import se.troskel.controller.journal.RetentionJob;
import se.troskel.controller.page.ExamRecordDesk.SittingLine;
import se.troskel.controller.page.StaffDesk.ImportKind;
import se.troskel.controller.register.ExamText;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Sitting;
import se.troskel.controller.seal.Seal;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.IdentityMatch;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.StaffAction;
import se.troskel.protocol.exam.ExamCandidate;
import se.troskel.protocol.exam.ExamProtocol;

/// Goal: each university gets its own signed record of what was noted in one room, and a correction
/// never changes what was signed before. Method: the shipped list at a real register, a real
/// folder, and the command by which a university checks a record.
class ExamRecordsTest {
    private static final Path CENTRE = Path.of("../config/centres/katrineholm");
    private static final Instant EIGHT = Instant.parse("2026-11-24T07:00:00Z");

    @TempDir Path root;

    private ExamLog log = ExamLog.EMPTY;
    private DeskRig rig;
    private ExamRecordFolder folder;
    private ExamRecords records;
    private int lines;

    @BeforeEach
    void open() throws IOException {
        rig = new DeskRig(root);
        rig.now.set(EIGHT.plus(Duration.ofHours(6)));
        rig.register.edit(new RegisterEdit.PutStaffAccount(DeskRig.ADA));
        Imports imports =
                new Imports(
                        rig.config,
                        new ExamRulesLoader()
                                .load(List.of(Path.of("../config/centres/katrineholm")))
                                .rulebook(),
                        rig.register,
                        rig.keys.lookup(),
                        new SecureRandom(),
                        rig.now::get,
                        _ -> false);
        byte[] list = Files.readAllBytes(Path.of("../docs/examples/sittings.csv"));
        imports.apply(imports.preview(ImportKind.SITTINGS, list).id());
        folder = ExamRecordFolder.open(root.resolve("protocols"), new Seal(rig.keys.record()));
        records =
                new ExamRecords(
                        new ExamRecords.Parts(
                                rig.config,
                                rig.register,
                                new ExamRulesLoader().load(List.of(CENTRE)).rulebook(),
                                () -> log,
                                rig.loop,
                                folder,
                                rig.now::get,
                                UUID::randomUUID));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void twoUniversitiesInOneRoomGetARecordEach() throws IOException {
        writes("MDU", "1");
        writes("SU", null);
        ExamProtocol mdu = made("MDU");
        ExamProtocol su = made("SU");
        assertThat(mdu.sitting().rooms()).containsExactly("Tentasal 1", "Tentasal 2");
        assertThat(mdu.candidates())
                .extracting(ExamCandidate::reference)
                .containsExactly("199610202385", "199504242398", "200001052380");
        assertThat(mdu.candidates())
                .extracting(ExamCandidate::outcome)
                .containsExactly(
                        ExamCandidate.Outcome.WROTE,
                        ExamCandidate.Outcome.ABSENT,
                        ExamCandidate.Outcome.ABSENT);
        assertThat(su.candidates()).extracting(ExamCandidate::reference).containsExactly("A-0417");
        assertThat(mdu.centre().name()).isEqualTo(rig.config.centre().name());
        assertThat(mdu.invigilators())
                .containsExactly(new ExamProtocol.Invigilator("Ada Provsson", null));
        assertThat(su.sitting().course()).isEqualTo("PS1100 DT1");
        assertThat(text(file("SU"))).doesNotContain("MDU", "1996", "T220");
        assertThat(text(file("MDU"))).doesNotContain("A-0417", "Alva", "Testsson");

        Ran ran = verify(file("MDU"), file("SU"));
        assertThat(ran.out()).endsWith("protocol: files=2 intact=yes\n");
        assertThat(ran.status()).isZero();
    }

    @Test
    void oneChangedByteFailsAndNamesTheRecord() throws IOException {
        writes("MDU", "1");
        writes("SU", null);
        made("MDU");
        made("SU");
        Path changed = file("MDU");
        byte[] bytes = Files.readAllBytes(changed);
        bytes[bytes.length / 2] ^= 1;
        Files.write(changed, bytes);
        Ran ran = verify(file("SU"), changed);
        assertThat(ran.out()).endsWith("intact=no damaged=" + changed.getFileName() + "\n");
        assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void whatChangedIsAddedAndWhatDidNotIsGivenAgain() throws IOException {
        writes("MDU", "1");
        assertThat(line("MDU").records()).isEmpty();
        ExamProtocol first = made("MDU");
        Path file = file("MDU");
        byte[] before = Files.readAllBytes(file);
        rig.now.set(rig.now.get().plusSeconds(60));
        assertThat(line("MDU").changed()).isFalse();
        Done again = records.make(DeskRig.ADA, sitting("MDU").id());
        assertThat(again.key()).isEqualTo("examrecord.unchanged");
        assertThat(again.value()).isEqualTo(line("MDU").records().getFirst());

        ExamNote note = note("MDU", 300, new ExamFact.Deviated(null, ExamText.hash("Fel omslag.")));
        rig.register.edit(
                new RegisterEdit.PutExamText(
                        new ExamText(note.id().toString(), sitting("MDU").id(), "Fel omslag.")));
        assertThat(line("MDU").changed()).isTrue();
        ExamProtocol second = made("MDU");
        assertThat(first.adds()).isNull();
        assertThat(second.adds()).isEqualTo(first.id());
        assertThat(second.deviations())
                .extracting(ExamProtocol.Deviation::text)
                .containsExactly("Fel omslag.");
        assertThat(line("MDU").records()).hasSize(2);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(verify(file, file("MDU")).status()).isZero();
    }

    @Test
    void aDamagedRecordIsNotAddedTo() throws IOException {
        writes("MDU", "1");
        made("MDU");
        Path file = file("MDU");
        Files.writeString(file, Files.readString(file).replace("MAA140", "MAA141"));
        assertThat(made("MDU").adds()).isNull();
        assertThat(line("MDU").records()).hasSize(2);
    }

    @Test
    void eachRecordIsInTheJournalAndNoneIsMadeWithoutIt() {
        writes("MDU", "1");
        rig.refusing = true;
        assertThat(records.make(DeskRig.ADA, sitting("MDU").id()).done()).isFalse();
        assertThat(line("MDU").records()).isEmpty();
        rig.refusing = false;
        made("MDU");
        assertThat(rig.bodies())
                .filteredOn(EventBody.StaffActed.class::isInstance)
                .containsExactly(
                        new EventBody.StaffActed(StaffAction.EXAM_RECORD_MADE, null, null, null));
    }

    @Test
    void nothingIsMadeOfNothing() {
        assertThat(records.make(DeskRig.ADA, sitting("MDU").id()).key())
                .isEqualTo("examrecord.nobody");
        assertThat(records.make(DeskRig.ADA, "no-sitting").key())
                .isEqualTo("examrecord.no-sitting");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "../keys/record",
                "2026-11-24.MDU.x.1",
                "2026-11-24.MDU../../x.1",
                "2026-11-24.MDU.x.1.json"
            })
    void whatIsNoRecordIsNotFound(String id) {
        assertThat(records.filed(id)).isEmpty();
        assertThat(records.file(id)).isEmpty();
    }

    @Test
    void aHalfWrittenFileIsNoRecord() throws IOException {
        writes("MDU", "1");
        Path half = root.resolve("protocols").resolve(name("MDU", 1) + ".json.tmp");
        Files.writeString(half, "{\"record\":");
        assertThat(line("MDU").records()).isEmpty();
        made("MDU");
        assertThat(half).doesNotExist();
    }

    @Test
    void theSittingsOfFourteenDaysAreThere() {
        assertThat(records.sittings())
                .extracting(SittingLine::university)
                .containsExactly("HIG", "LTH", "MDU", "SU");
        rig.now.set(EIGHT.minus(Duration.ofDays(1)));
        assertThat(records.sittings()).isEmpty();
        rig.now.set(EIGHT.plus(Duration.ofDays(14)));
        assertThat(records.sittings()).hasSize(4);
        rig.now.set(EIGHT.plus(Duration.ofDays(15)));
        assertThat(records.sittings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "100, 5, SYNCED, 1",
        "101, 5, SYNCED, 0",
        "101, 5, UNTRUSTED, 1",
        "101, , SYNCED, 1"
    })
    void recordsGoWithTheirDays(int days, @Nullable String decision, ClockTrust trust, int left) {
        writes("MDU", "1");
        made("MDU");
        Sitting mdu = sitting("MDU");
        Instant now = EIGHT.plus(Duration.ofDays(days));
        new ExamRecordRetention(
                        folder,
                        new Retention(30, 90, 100, 400, decision),
                        ZoneId.of("Europe/Stockholm"),
                        new RetentionJob.Time(() -> now, () -> 0, () -> trust))
                .run();
        assertThat(folder.records(mdu)).hasSize(left);
    }

    private ExamProtocol made(String university) {
        Done made = records.make(DeskRig.ADA, sitting(university).id());
        assertThat(made.key()).isEqualTo("examrecord.made");
        return records.filed(Objects.requireNonNull(made.value())).orElseThrow().protocol();
    }

    private SittingLine line(String university) {
        return records.sittings().stream()
                .filter(line -> line.university().equals(university))
                .findFirst()
                .orElseThrow();
    }

    private Sitting sitting(String university) {
        return rig.register.contents().exams().sittings().values().stream()
                .filter(one -> one.university().equals(university))
                .findFirst()
                .orElseThrow();
    }

    private String name(String university, int number) {
        Sitting sitting = sitting(university);
        return sitting.day() + "." + university + "." + sitting.id() + "." + number;
    }

    /// The newest record of a university.
    private Path file(String university) throws IOException {
        int number = line(university).records().size();
        return root.resolve("protocols").resolve(name(university, number) + ".json").toRealPath();
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }

    /// The candidate on this seat of `exam-1` is let in and hands in.
    private void writes(String university, @Nullable String seat) {
        Registration one =
                rig.register.contents().exams().candidates(sitting(university).id()).stream()
                        .filter(candidate ->
                                new Registration.Seat("exam-1", seat).equals(candidate.seat()))
                        .findFirst()
                        .orElseThrow();
        note(
                university,
                20,
                new ExamFact.Admitted(
                        one.id(),
                        DocumentType.SWEDISH_PASSPORT,
                        IdentityMatch.EXACT,
                        null,
                        null,
                        0,
                        false));
        note(university, 200, new ExamFact.HandedIn(one.id(), 4, false));
    }

    private ExamNote note(String university, int minute, ExamFact fact) {
        lines++;
        Instant at = EIGHT.plus(Duration.ofMinutes(minute)).plusNanos(123_456_789);
        ExamNote note =
                new ExamNote(new UUID(0, lines), sitting(university).id(), at, at, "ada", fact);
        log = log.with(note);
        return note;
    }

    private record Ran(int status, String out) {}

    private static Ran verify(Path... files) {
        var out = new StringWriter();
        int status =
                ProtocolCommand.commandLine()
                        .setOut(new PrintWriter(out))
                        .execute(
                                Stream.concat(
                                                Stream.of("verify"),
                                                Stream.of(files).map(Path::toString))
                                        .toArray(String[]::new));
        return new Ran(status, out.toString());
    }
}
