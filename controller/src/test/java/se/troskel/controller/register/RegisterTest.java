package se.troskel.controller.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.controller.journal.Erasure;
import se.troskel.controller.journal.LocalKeys.LocalKey;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.controller.keys.Keyring;

/// Goal: every edit is there after reopening, whatever of the files is left, and erased keys are in
/// none of them. Method: a real encrypted H2 file, log and snapshots; files are damaged or deleted
/// between two openings.
class RegisterTest {
    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final String DATABASE = "register/register.mv.db";

    @TempDir Path root;

    @Test
    void everyKindOfEditIsThereAfterReopening() {
        RegisterContents contents;
        try (Register register = RegisterFixture.open(root)) {
            contents = editAll(register);
        }
        try (Register register = RegisterFixture.open(root)) {
            assertThat(register.openReport().wasRebuilt()).isFalse();
            assertThat(register.openReport().replayed()).isZero();
            assertThat(register.contents()).isEqualTo(contents);
            assertThat(register.personKeys()).containsEntry("k1", "p1");
            assertThat(register.parked()).hasSize(3);
            assertThat(register.latestImport()).contains("h1");
        }
    }

    @Test
    void aDamagedDatabaseIsPutAsideAndMadeAnew() throws IOException {
        RegisterContents contents;
        LocalKey key;
        try (Register register = RegisterFixture.open(root)) {
            contents = editAll(register);
            key = register.keyFor("p1", RetentionClass.ACCESS, MONTH);
        }
        byte[] damaged = Files.readAllBytes(root.resolve(DATABASE));
        Arrays.fill(damaged, (byte) 0x5a);
        Files.write(root.resolve(DATABASE), damaged);
        try (Register register = RegisterFixture.open(root)) {
            assertThat(register.openReport().wasRebuilt()).isTrue();
            Path aside = register.openReport().aside();
            assertThat(aside).isNotNull();
            if (aside != null) {
                assertThat(Files.readAllBytes(aside)).isEqualTo(damaged);
            }
            assertThat(register.contents()).isEqualTo(contents);
            assertThat(register.find(key.id())).contains(key);
        }
        try (Register register = RegisterFixture.open(root)) {
            assertThat(register.openReport().wasRebuilt()).isFalse();
            assertThat(register.contents()).isEqualTo(contents);
        }
    }

    @Test
    void aMissingDatabaseIsMadeFromSnapshotsAndACutLog() throws IOException {
        RegisterContents contents = editPastSomeSnapshots();
        assertThat(filesIn("register/log"))
                .extracting(file -> String.valueOf(file.getFileName()))
                .doesNotContain("segment-0000000001.log");
        Files.delete(root.resolve(DATABASE));
        try (Register register = RegisterFixture.open(root)) {
            assertThat(register.openReport().wasRebuilt()).isTrue();
            assertThat(register.openReport().replayed())
                    .isPositive()
                    .isLessThan(Register.SNAPSHOT_EVERY);
            assertThat(register.contents()).isEqualTo(contents);
        }
    }

    @Test
    void aDamagedSnapshotIsPassedOverForAnOlderOne() throws IOException {
        RegisterContents contents = editPastSomeSnapshots();
        List<Path> snapshots = filesIn("register/snapshots");
        assertThat(snapshots).hasSize(3);
        Files.writeString(snapshots.getLast(), "damaged");
        Files.delete(root.resolve(DATABASE));
        try (Register register = RegisterFixture.open(root)) {
            assertThat(register.openReport().replayed()).isGreaterThan(Register.SNAPSHOT_EVERY);
            assertThat(register.contents()).isEqualTo(contents);
        }
    }

    @Test
    void aLostLogGoesOnFromTheDatabase() throws IOException {
        RegisterContents contents;
        try (Register register = RegisterFixture.open(root)) {
            contents = editAll(register);
        }
        for (Path file : filesIn("register/log")) {
            Files.delete(file);
        }
        // another random, for a new log has another epoch
        try (Register register =
                Register.open(
                        root.resolve("register"),
                        Keyring.open(root.resolve("keys")),
                        new Random(6))) {
            assertThat(register.contents()).isEqualTo(contents);
            register.edit(RegisterFixture.people("i9", null, RegisterFixture.person("p9")));
        }
        Files.delete(root.resolve(DATABASE));
        try (Register register = RegisterFixture.open(root)) {
            assertThat(register.contents().people()).containsKeys("p1", "p9");
        }
    }

    @Test
    void aDamagedLogIsPutAsideAndANewOneGoesOnFromTheDatabase() throws IOException {
        RegisterContents contents;
        try (Register register = RegisterFixture.open(root)) {
            contents = editAll(register);
        }
        byte[] damaged = damageLog();
        try (Register register = openWithNewLog(6)) {
            OpenReport report = register.openReport();
            assertThat(report.wasRebuilt()).isFalse();
            assertThat(report.from()).isEqualTo(OpenReport.Base.DATABASE);
            assertThat(report.logAside()).isEqualTo(root.resolve("register/log-aside-1"));
            assertThat(report.damage()).isEqualTo(RegisterDamage.CHANGES_MAY_BE_MISSING);
            assertThat(register.contents()).isEqualTo(contents);
            register.edit(RegisterFixture.people("i9", null, RegisterFixture.person("p9")));
        }
        Path aside =
                filesIn("register/log-aside-1").stream()
                        .filter(file -> file.toString().contains("segment-"))
                        .toList()
                        .getLast();
        assertThat(Files.readAllBytes(aside)).isEqualTo(damaged);
        try (Register register = RegisterFixture.open(root)) {
            assertThat(register.openReport().logAside()).isNull();
            assertThat(register.openReport().kept()).containsExactly("log-aside-1");
            assertThat(register.contents().people()).containsKeys("p1", "p9");
        }
        damageLog();
        try (Register register = openWithNewLog(7)) {
            assertThat(register.openReport().kept()).containsExactly("log-aside-1", "log-aside-2");
            assertThat(register.contents().people()).containsKeys("p1", "p9");
        }
    }

    @Test
    void withLogAndDatabaseDamagedItGoesOnFromTheNewestGoodSnapshot() throws IOException {
        editPastSomeSnapshots();
        damageLog();
        Files.writeString(root.resolve(DATABASE), "damaged");
        try (Register register = openWithNewLog(6)) {
            assertThat(register.openReport().from()).isEqualTo(OpenReport.Base.SNAPSHOT);
            assertThat(register.openReport().kept())
                    .containsExactly("log-aside-1", "register-aside-1");
            assertThat(register.contents().people()).containsKeys("p1", "q1");
            register.edit(RegisterFixture.people("i9", null, RegisterFixture.person("p9")));
        }
        try (Register register = RegisterFixture.open(root)) {
            assertThat(register.openReport().wasRebuilt()).isFalse();
            assertThat(register.contents().people()).containsKeys("p1", "q1", "p9");
        }
    }

    @Test
    void withNothingGoodLeftItBeginsEmptyAndCanBeEdited() throws IOException {
        try (Register register = RegisterFixture.open(root)) {
            editAll(register);
        }
        damageLog();
        Files.writeString(root.resolve(DATABASE), "damaged");
        for (Path snapshot : filesIn("register/snapshots")) {
            Files.writeString(snapshot, "damaged");
        }
        try (Register register = openWithNewLog(6)) {
            assertThat(register.openReport().from()).isEqualTo(OpenReport.Base.NOTHING);
            assertThat(register.contents().people()).isEmpty();
            register.edit(RegisterFixture.people("i9", null, RegisterFixture.person("p9")));
        }
        try (Register register = RegisterFixture.open(root)) {
            assertThat(register.contents().people()).containsOnlyKeys("p9");
        }
    }

    @Test
    void withoutItsLogADatabaseThatStayedBehindGivesWayToANewerSnapshot() throws IOException {
        try (Register register = RegisterFixture.open(root)) {
            editAll(register);
        }
        byte[] behind = Files.readAllBytes(root.resolve(DATABASE));
        try (Register register = RegisterFixture.open(root)) {
            editPastSomeSnapshots(register);
        }
        Files.write(root.resolve(DATABASE), behind);
        damageLog();
        try (Register register = openWithNewLog(6)) {
            assertThat(register.openReport().from()).isEqualTo(OpenReport.Base.SNAPSHOT);
            assertThat(register.contents().people()).containsKeys("p1", "q1");
        }
    }

    /// Another random than the fixture's, for a new log has another epoch.
    private Register openWithNewLog(int seed) {
        return Register.open(
                root.resolve("register"), Keyring.open(root.resolve("keys")), new Random(seed));
    }

    /// Destroys the header of the log's last segment; returns what the file holds then.
    private byte[] damageLog() throws IOException {
        Path last =
                filesIn("register/log").stream()
                        .filter(file -> file.toString().contains("segment-"))
                        .toList()
                        .getLast();
        byte[] bytes = Files.readAllBytes(last);
        Arrays.fill(bytes, 0, 32, (byte) 0x5a);
        Files.write(last, bytes);
        return bytes;
    }

    @Test
    void nothingOfAPersonIsReadableInTheFiles() throws IOException {
        try (Register register = RegisterFixture.open(root)) {
            editAll(register);
            register.keyFor("p1", RetentionClass.ACCESS, MONTH);
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain("Testsson", "argon2id", "PERSON", RegisterFixture.NUMBER);
            }
        }
    }

    @Test
    void listenersSeeEveryVersionInOrder() {
        List<Long> versions = new ArrayList<>();
        try (Register register = RegisterFixture.open(root)) {
            register.onChanged(contents -> versions.add(contents.version()));
            editAll(register);
        }
        assertThat(versions)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSize(RegisterFixture.oneOfEach().size());
    }

    @Test
    void anErasedKeyIsGoneAndStaysGone() throws IOException {
        String erased;
        LocalKey kept;
        try (Register register = RegisterFixture.open(root)) {
            editAll(register);
            LocalKey first = register.keyFor("p1", RetentionClass.ACCESS, MONTH);
            assertThat(register.keyFor("p1", RetentionClass.ACCESS, MONTH)).isEqualTo(first);
            assertThat(register.keyFor("p1", RetentionClass.ACCESS, MONTH.plusMonths(1)))
                    .isNotEqualTo(first);
            kept = register.keyFor("p2", RetentionClass.STAFF, MONTH);
            erased = first.id();
            assertThat(register.erase(Erasure.expired(RetentionClass.ACCESS, MONTH.plusMonths(1))))
                    .isEqualTo(1);
            assertThat(register.find(erased)).isEmpty();
            assertThat(filesIn("register/snapshots")).hasSize(1);
            register.edit(RegisterFixture.people("i9", null, RegisterFixture.person("p9")));
        }
        try (Register register = RegisterFixture.open(root)) {
            assertThat(register.openReport().wasRebuilt()).isFalse();
            assertThat(register.find(erased)).isEmpty();
            assertThat(register.contents().people()).containsKey("p9");
        }
        Files.delete(root.resolve(DATABASE));
        try (Register register = RegisterFixture.open(root)) {
            assertThat(register.openReport().wasRebuilt()).isTrue();
            assertThat(register.find(erased)).isEmpty();
            assertThat(register.find(kept.id())).contains(kept);
            assertThat(register.contents().people()).containsKey("p9");
        }
    }

    @Test
    void theDatabaseGoesOnAfterAnErasure() {
        try (Register register = RegisterFixture.open(root)) {
            register.keyFor("p1", RetentionClass.ACCESS, MONTH);
            register.erase(Erasure.of("p1"));
            editAll(register);
        }
        try (Register register = RegisterFixture.open(root)) {
            assertThat(register.openReport().wasRebuilt()).isFalse();
            assertThat(register.openReport().replayed()).isZero();
        }
    }

    @Test
    void anEditThatDoesNotFitChangesNothing() {
        try (Register register = RegisterFixture.open(root)) {
            RegisterContents before = editAll(register);
            assertThatThrownBy(() -> register.edit(new RegisterEdit.UndoImport("i2")))
                    .isInstanceOf(EditRefusedException.class);
            assertThatThrownBy(() ->
                            register.edit(
                                    new RegisterEdit.EnrolStudent(
                                            RegisterFixture.person("p8"),
                                            RegisterFixture.card("c3", "p8", false))))
                    .isInstanceOf(EditRefusedException.class);
            assertThat(register.contents()).isEqualTo(before);
        }
    }

    private RegisterContents editPastSomeSnapshots() {
        try (Register register = RegisterFixture.open(root)) {
            editAll(register);
            editPastSomeSnapshots(register);
            return register.contents();
        }
    }

    private static void editPastSomeSnapshots(Register register) {
        for (int i = 0; i < 4 * Register.SNAPSHOT_EVERY; i++) {
            register.edit(
                    RegisterFixture.people("j" + i, null, RegisterFixture.person("q" + i % 30)));
        }
    }

    private static RegisterContents editAll(Register register) {
        for (RegisterEdit edit : RegisterFixture.oneOfEach()) {
            register.edit(edit);
        }
        RegisterContents contents = register.contents();
        assertThat(contents.people()).containsOnlyKeys("p1", "p3", "p4", "x-r1");
        assertThat(contents.exams().numbers()).isEmpty();
        assertThat(contents.passes()).containsOnlyKeys("pass1");
        assertThat(contents.credentials())
                .containsEntry("c-p1", RegisterFixture.card("c-p1", "p1", true));
        assertThat(contents.bookings().all()).extracting(Booking::id).containsExactly("b1", "b2");
        return contents;
    }

    private List<Path> filesIn(String folder) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.sorted().toList();
        }
    }
}
