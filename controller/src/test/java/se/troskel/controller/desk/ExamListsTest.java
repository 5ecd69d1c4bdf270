package se.troskel.controller.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.ExamRulesLoader;
import se.troskel.controller.intake.SampleWorkbook;
import se.troskel.controller.keys.Keyring;
import se.troskel.controller.page.ExamDesk.SittingLine;
import se.troskel.controller.page.StaffDesk.ImportKind;
import se.troskel.controller.register.Register;
import se.troskel.protocol.event.RegisterEditKind;

/// Goal: what the exam coordinator imports is what the page of exams says, and whoever has come
/// since the preview stays as they are. Method: the shipped list and the shipped rules at a real
/// register.
class ExamListsTest {
    private static final Path CENTRE = Path.of("../config/centres/katrineholm");
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir Path root;

    private final CentreConfig config = new CentreLoader().require(CENTRE);
    private final Set<String> arrived = new HashSet<>();
    private Register register;
    private Imports imports;
    private byte[] list;

    @BeforeEach
    void open() throws IOException {
        Keyring keys = Keyring.open(root.resolve("keys"));
        SecureRandom random = new SecureRandom();
        register = Register.open(root.resolve("register"), keys, random);
        imports =
                new Imports(
                        config,
                        new ExamRulesLoader().load(List.of(CENTRE)).rulebook(),
                        register,
                        keys.lookup(),
                        random,
                        () -> NOW,
                        arrived::contains);
        list = Files.readAllBytes(Path.of("../docs/examples/sittings.csv"));
    }

    @AfterEach
    void close() {
        register.close();
    }

    @Test
    void theImportedSittingsHaveTheTimesOfTheRules() {
        assertThat(take()).isEqualTo(new RegisterChanges(RegisterEditKind.IMPORT, 6, 0));
        List<SittingLine> coming = exams("2026-11-24T22:59:00Z").coming();
        assertThat(coming)
                .extracting(SittingLine::university)
                .containsExactly("HIG", "LTH", "MDU", "SU");
        SittingLine mdu = coming.get(2);
        assertThat(mdu.rooms()).containsExactly("Tentasal 1", "Tentasal 2");
        assertThat(mdu.candidates()).isEqualTo(3);
        assertThat(mdu.times().admissionOpens()).isEqualTo(at("07:00"));
        assertThat(mdu.times().doorCloses()).isEqualTo(at("07:20"));
        assertThat(mdu.times().start()).isEqualTo(at("07:30"));
        assertThat(mdu.times().homeStart()).isEqualTo(at("07:30"));
        assertThat(mdu.times().end()).isEqualTo(at("11:30"));
        assertThat(mdu.times().lastEnd()).isEqualTo(at("13:30"));
        assertThat(mdu.isConfirmed()).isFalse();
        SittingLine su = coming.get(3);
        assertThat(su.withoutSeat()).isEqualTo(1);
        assertThat(su.times().doorCloses()).isEqualTo(at("07:30"));
        assertThat(su.times().lastEntry()).isEqualTo(at("08:00"));
        assertThat(su.times().homeStart()).isEqualTo(at("08:00"));
        assertThat(coming.toString()).doesNotContain("Testsson", "Exempelsson");
    }

    @Test
    void yesterdaysSittingsAreComingNoMore() {
        take();
        assertThat(exams("2026-11-24T23:00:00Z").coming()).isEmpty();
    }

    @Test
    void aPreviewIsRefusedOnceSomebodyOnItHasCome() {
        take();
        String text = new String(list, StandardCharsets.UTF_8);
        byte[] moved = text.replace("exam-1;1;", "exam-1;7;").getBytes(StandardCharsets.UTF_8);
        String preview = imports.preview(ImportKind.SITTINGS, moved).id();
        arrived.addAll(register.contents().exams().registrations().keySet());
        var before = register.contents();
        assertThatThrownBy(() -> imports.apply(preview))
                .isInstanceOf(CandidateArrivedException.class);
        assertThat(register.contents()).isEqualTo(before);
    }

    @Test
    void aListIsTakenBackUntilTheFirstHasCome() {
        take();
        arrived.add(register.contents().exams().registrations().keySet().iterator().next());
        assertThatThrownBy(() -> imports.undo()).isInstanceOf(CandidateArrivedException.class);
        arrived.clear();
        assertThat(imports.undo()).isPresent();
        assertThat(register.contents().exams().registrations()).isEmpty();
        assertThat(exams("2026-11-24T08:00:00Z").coming()).isEmpty();
    }

    @Test
    void aUniversityWithoutRulesIsToldWithTheKnownOnes() {
        byte[] typo =
                new String(list, StandardCharsets.UTF_8)
                        .replace("MDU", "MUD")
                        .getBytes(StandardCharsets.UTF_8);
        var told = imports.preview(ImportKind.SITTINGS, typo);
        assertThat(told.unknown().unknown()).containsExactly("MUD");
        assertThat(told.unknown().known()).contains("MDU", "LTH");
        assertThat(told.bad()).isEmpty();
        assertThat(imports.preview(ImportKind.SITTINGS, list).unknown().unknown()).isEmpty();
    }

    @Test
    void aWorkbookComesThroughTheSameDoor() {
        byte[] workbook =
                SampleWorkbook.of(
                        SampleWorkbook.row(1, "Rum", "Antal")
                                + SampleWorkbook.row(2, "exam-1", "7"));
        var preview = imports.preview(ImportKind.HEAD_COUNTS, workbook);
        assertThat(preview.bad()).isEmpty();
        assertThat(preview.added()).isEqualTo(1);
        byte[] locked = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
        assertThat(imports.preview(ImportKind.SITTINGS, locked).bad())
                .extracting(row -> row.problem())
                .allMatch(sentence -> sentence.contains(".xlsx"));
    }

    private RegisterChanges take() {
        var preview = imports.preview(ImportKind.SITTINGS, list);
        assertThat(preview.bad()).isEmpty();
        return imports.apply(preview.id()).orElseThrow();
    }

    private Exams exams(String now) {
        return new Exams(
                config,
                register,
                new ExamRulesLoader().load(List.of(CENTRE)).rulebook(),
                () -> Instant.parse(now));
    }

    private static Instant at(String utc) {
        return Instant.parse("2026-11-24T" + utc + ":00Z");
    }
}
