package se.troskel.controller.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.controller.keys.Aead;
import se.troskel.controller.keys.Keyring;
import se.troskel.protocol.decision.VisitKind;

/// Goal: what was forgotten is in no copy of the register any more and comes back by no undo,
/// wherever the power went. Method: real files, opened with the real keys and searched for a marked
/// name and number in every edit of the log, every snapshot and the database.
class ForgottenCopiesTest {
    private static final String MARK = "Xerxes Markeradsson";
    private static final Person MARKED =
            new Person(
                    "x-r1",
                    MARK,
                    VisitKind.STUDENT,
                    LocalDate.of(1996, 10, 20),
                    RegisterFixture.FROM,
                    RegisterFixture.UNTIL,
                    null,
                    false,
                    false);

    @TempDir Path root;

    @Test
    void nothingIsLeftInAnyFileAndNoUndoBringsItBack() throws IOException {
        try (Register register = RegisterFixture.open(root)) {
            fill(register);
            assertThat(register.contents().exams().numbers()).isNotEmpty();
        }
        assertThat(places()).containsExactly("database", "log", "snapshot");
        try (Register register = RegisterFixture.open(root)) {
            register.edit(forget(register));
            assertThat(register.contents().people()).containsOnlyKeys("p1");
            assertThat(register.contents().exams()).isEqualTo(ExamLists.EMPTY);
            assertThat(register.contents().bookings().all()).isEmpty();
            assertThat(register.contents().tickets()).isEmpty();
            assertThat(register.personKeys()).containsOnlyKeys("k1");
            assertThat(register.contents().credentials()).containsOnlyKeys("c-p1", "spare");
            assertThat(register.contents().credentials().get("spare"))
                    .isEqualTo(
                            new Credential(
                                    "spare",
                                    Credential.NOBODY,
                                    null,
                                    RegisterFixture.UNTIL,
                                    true,
                                    "1"));
        }
        assertThat(places()).isEmpty();
        try (Register register = RegisterFixture.open(root)) {
            assertThat(register.openReport().wasRebuilt()).isFalse();
            RegisterContents before = register.contents();
            while (register.latestImport().isPresent()) {
                register.edit(new RegisterEdit.UndoImport(register.latestImport().orElseThrow()));
            }
            assertThat(register.contents().people()).isEmpty();
            assertThat(register.contents().exams()).isEqualTo(before.exams());
            assertThat(register.personKeys()).isEmpty();
        }
        assertThat(places()).isEmpty();
    }

    @Test
    void withoutTheDatabaseTheOnlySnapshotBringsEverythingElseBack() throws IOException {
        RegisterContents contents;
        try (Register register = RegisterFixture.open(root)) {
            fill(register);
            contents = register.edit(forget(register));
        }
        assertThat(filesIn("register/snapshots")).hasSize(1);
        Files.delete(root.resolve("register/register.mv.db"));
        try (Register register = RegisterFixture.open(root)) {
            assertThat(register.openReport().wasRebuilt()).isTrue();
            assertThat(register.contents()).isEqualTo(contents);
        }
        assertThat(places()).isEmpty();
    }

    enum Crash {
        AFTER_LOG,
        AFTER_SNAPSHOT,
        BEFORE_CUT
    }

    @ParameterizedTest
    @EnumSource(Crash.class)
    void whatAPowerCutLeftIsFinished(Crash crash) throws IOException {
        RegisterEdit.Forget gone;
        try (Register register = RegisterFixture.open(root)) {
            fill(register);
            gone = forget(register);
        }
        Map<Path, byte[]> before = files();
        try (Register register = RegisterFixture.open(root)) {
            register.edit(gone);
        }
        Path snapshot = filesIn("register/snapshots").getLast();
        byte[] after = Files.readAllBytes(snapshot);
        if (crash != Crash.BEFORE_CUT) {
            for (Path file : filesIn("register/snapshots")) {
                Files.delete(file);
            }
        }
        for (Map.Entry<Path, byte[]> file : before.entrySet()) {
            boolean older = file.getKey().startsWith(root.resolve("register/snapshots"));
            if (crash != Crash.BEFORE_CUT || !older) {
                Files.write(file.getKey(), file.getValue());
            }
        }
        for (Path segment : filesIn("register/log")) {
            if (!before.containsKey(segment)) {
                Files.delete(segment);
            }
        }
        appendToLog(gone);
        if (crash == Crash.AFTER_SNAPSHOT) {
            Files.write(snapshot, after);
        }
        assertThat(places()).isNotEmpty();
        try (Register register = RegisterFixture.open(root)) {
            assertThat(register.contents().people()).containsOnlyKeys("p1");
            register.finishErasure();
        }
        assertThat(places()).isEmpty();
        assertThat(filesIn("register/snapshots")).hasSize(1);
    }

    @Test
    void whereNothingWasErasedNothingIsFinished() throws IOException {
        try (Register register = RegisterFixture.open(root)) {
            fill(register);
            register.finishErasure();
            register.dropCopiesBefore(Instant.EPOCH);
        }
        assertThat(places()).containsExactly("database", "log", "snapshot");
    }

    @Test
    void whatWasTakenBackIsInNoCopyThatIsTooOld() throws IOException {
        try (Register register = RegisterFixture.open(root)) {
            fill(register);
            for (int i = 0; i < 3; i++) {
                register.edit(new RegisterEdit.UndoImport(register.latestImport().orElseThrow()));
            }
            assertThat(register.contents().people()).doesNotContainKey("x-r1");
        }
        assertThat(places()).contains("log", "snapshot");
        try (Register register = RegisterFixture.open(root)) {
            register.dropCopiesBefore(
                    Files.getLastModifiedTime(filesIn("register/snapshots").getFirst())
                            .toInstant()
                            .plusMillis(1));
        }
        assertThat(places()).isEmpty();
    }

    @Test
    void whatChangedSinceItWasFoundIsNotForgotten() {
        try (Register register = RegisterFixture.open(root)) {
            fill(register);
            RegisterEdit.Forget gone = forget(register);
            register.edit(new RegisterEdit.BlockCard("c-p1", false));
            assertThatThrownBy(() -> register.edit(gone)).isInstanceOf(EditRefusedException.class);
            assertThat(register.contents().people()).containsKey("x-r1");
        }
    }

    @Test
    void aListThatWasPreviewedBeforeIsPreviewedAgain() {
        try (Register register = RegisterFixture.open(root)) {
            fill(register);
            RegisterEdit.ImportExams known = RegisterFixture.exams("e9", "k9", "r1");
            register.edit(forget(register));
            assertThatThrownBy(() ->
                            register.edit(
                                    new RegisterEdit.ImportExams(
                                            "e9", List.of(), known.lists(), List.of())))
                    .isInstanceOf(EditRefusedException.class);
        }
    }

    @Test
    void holdersOfDayPassesAreInNoCopyEither() throws IOException {
        try (Register register = RegisterFixture.open(root)) {
            RegisterEdit.IssuePass pass = RegisterFixture.pass("pass1", "x-r1");
            register.edit(new RegisterEdit.IssuePass(MARKED, pass.credential(), pass.pass()));
        }
        assertThat(places()).containsExactly("database", "log");
        try (Register register = RegisterFixture.open(root)) {
            register.edit(new RegisterEdit.ForgetPasses(List.of("pass1")));
        }
        assertThat(places()).isEmpty();
    }

    /// One person who stays, and the marked one with a number, a card, a PIN, a spare card, a
    /// booking and a ticket, in five imports and enough edits for a snapshot.
    private static void fill(Register register) {
        register.edit(RegisterFixture.people("i1", "k1", RegisterFixture.person("p1")));
        RegisterEdit.ImportExams list = RegisterFixture.exams("e1", "k2", "r1");
        RegisterEdit.ImportedPerson marked =
                new RegisterEdit.ImportedPerson(MARKED, "k2", List.of());
        register.edit(new RegisterEdit.ImportExams("e1", List.of(marked), list.lists(), List.of()));
        register.edit(RegisterFixture.people("i2", "k2", MARKED));
        register.edit(
                new RegisterEdit.LendCard(
                        new Credential(
                                "spare", "x-r1", "$argon2id$x", RegisterFixture.UNTIL, true, "1")));
        for (int i = 0; i < Register.SNAPSHOT_EVERY; i++) {
            register.edit(new RegisterEdit.BlockCard("c-p1", true));
        }
        register.edit(RegisterFixture.people("i3", "k2", MARKED));
        register.edit(
                new RegisterEdit.ReplaceBookings(
                        List.of(
                                new Booking(
                                        "b1",
                                        "studio",
                                        "x-r1",
                                        RegisterFixture.FROM,
                                        RegisterFixture.UNTIL)),
                        List.of()));
        register.edit(
                new RegisterEdit.IssueTicket(
                        new IssuedTicket(
                                "t1",
                                "code1",
                                "x-r1",
                                null,
                                RegisterFixture.FROM,
                                RegisterFixture.UNTIL)));
    }

    private static RegisterEdit.Forget forget(Register register) {
        return new RegisterEdit.Forget(
                register.contents().version(),
                Set.of("s-r1"),
                Set.of("r1"),
                Set.of("x-r1"),
                Set.of("x-r1"),
                Set.of("c-x-r1"),
                Set.of("b1"),
                Set.of("t1"));
    }

    /// Where the marked name or number is, by the real keys; sorted.
    private List<String> places() throws IOException {
        Keyring keys = Keyring.open(root.resolve("keys"));
        List<String> places = new ArrayList<>();
        try (var database = new RegisterDatabase(root.resolve("register"), keys.register())) {
            if (isMarked(RegisterJson.text(database.state()))) {
                places.add("database");
            }
        }
        try (var log = openLog(keys)) {
            for (RegisterEdit edit : log.from(log.firstSeq())) {
                if (isMarked(text(RegisterJson.write(edit))) && !places.contains("log")) {
                    places.add("log");
                }
            }
        }
        Aead cipher = new Aead(keys.register());
        byte[] context = "register snapshot 1".getBytes(StandardCharsets.US_ASCII);
        for (Path file : filesIn("register/snapshots")) {
            boolean marked = isMarked(text(cipher.open(Files.readAllBytes(file), context)));
            if (marked && !places.contains("snapshot")) {
                places.add("snapshot");
            }
        }
        return places;
    }

    private void appendToLog(RegisterEdit edit) throws IOException {
        try (EditLog log = openLog(Keyring.open(root.resolve("keys")))) {
            log.append(edit);
        }
    }

    private EditLog openLog(Keyring keys) {
        return new EditLog(
                root.resolve("register/log"), new Aead(keys.registerLog()), new Random(5));
    }

    private static boolean isMarked(String text) {
        return text.contains(MARK) || text.contains(RegisterFixture.NUMBER);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Map<Path, byte[]> files() throws IOException {
        Map<Path, byte[]> all = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(root.resolve("register"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(file, Files.readAllBytes(file));
            }
        }
        return all;
    }

    private List<Path> filesIn(String folder) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.sorted().toList();
        }
    }
}
