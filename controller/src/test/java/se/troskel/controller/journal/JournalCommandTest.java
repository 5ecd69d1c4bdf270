package se.troskel.controller.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import se.troskel.config.TrustedCentre;
import se.troskel.config.TrustedKey;
import se.troskel.protocol.json.Json;

/// Goal: an operator sees what is wrong and where, and scripts see it by the exit status and the
/// last line. Method: the command itself on real folders.
class JournalCommandTest {
    private record Ran(int status, List<String> lines) {}

    @TempDir Path root;

    @BeforeEach
    void twoJournals() {
        for (String centre : List.of("one", "two")) {
            try (Journal journal =
                    JournalFixture.open(root.resolve(centre), new MemoryLocalKeys())) {
                for (int i = 0; i < 5; i++) {
                    JournalFixture.append(journal, JournalFixture.checkIn("p1"));
                }
            }
        }
    }

    @Test
    void aWholeJournalIsExitStatusZero() {
        Ran ran = run("verify", root.resolve("one").toString());
        assertThat(ran.status).isZero();
        assertThat(ran.lines.getLast())
                .matches(
                        "journal: records=5 segments=\\d+ damaged=0 journals=1 epoch=[a-z0-9]{16}"
                                + " head=[0-9a-f]{64}");
    }

    @Test
    void aFolderOfJournalsIsVerifiedWhole() {
        Ran ran = run("verify", root.toString());
        assertThat(ran.status).isZero();
        assertThat(ran.lines.getLast()).contains("records=10 ", " journals=2");
    }

    @Test
    void damageIsNamedAndIsExitStatusOne() throws IOException {
        Path file = root.resolve("two").resolve("segment-0000000001.log");
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(200);
            open.write(open.read() ^ 1);
        }
        Ran ran = run("verify", root.toString());
        assertThat(ran.status).isEqualTo(1);
        assertThat(ran.lines.getFirst()).startsWith("damaged: " + file + " at byte 128: record 1:");
        assertThat(ran.lines.getLast()).contains(" damaged=1 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "export"})
    void aFolderThatIsNotThereIsSaidInOneLine(String command) {
        Path missing = root.resolve("three");
        StringWriter said = new StringWriter();
        CommandLine line = JournalCommand.commandLine();
        line.setErr(new PrintWriter(said));
        assertThat(line.execute(command, missing.toString())).isEqualTo(1);
        assertThat(said.toString().lines())
                .containsExactly("journal: " + missing + " is no folder; name that of a journal");
    }

    @Test
    void theResultCanBeJson() {
        Ran ran = run("verify", "--json", root.toString());
        assertThat(ran.lines.getLast()).startsWith("{\"records\":10,").endsWith("\"journals\":2}");
    }

    @Test
    void exportPrintsEveryRecordAsTheRegionGetsIt() {
        Ran ran = run("export", root.resolve("one").toString());
        assertThat(ran.status).isZero();
        assertThat(ran.lines).hasSize(6);
        assertThat(ran.lines.getFirst()).startsWith("{\"centre\":\"KAT\",\"envelope\":{");
        assertThat(ran.lines.getLast()).startsWith("journal: records=5 ");
    }

    @Test
    void aRetiredJournalSaysWhereItBeginsAndWhoseWordThatIs() throws IOException {
        Path retired = root.resolve("retired");
        try (Journal journal = JournalFixture.open(retired, new MemoryLocalKeys())) {
            for (int i = 0; i < 12; i++) {
                JournalFixture.append(journal, JournalFixture.checkIn(null));
            }
            JournalFixture.retire(journal, List.of());
        }
        Instant made = JournalFixture.AT.plus(500, ChronoUnit.DAYS);
        Path ours = trust("ours", "KAT", JournalFixture.recordKey(), made);
        Path others = trust("others", "KAT", JournalFixture.newKey(), made);
        Path elsewhere = trust("elsewhere", "TRO", JournalFixture.recordKey(), made);
        Path tooOld = trust("old", "KAT", JournalFixture.recordKey(), JournalFixture.AT);

        Ran exported = run("export", retired.toString());
        assertThat(exported.status).isZero();
        assertThat(exported.lines.get(exported.lines.size() - 2))
                .matches("begins: record \\d+; those before it were retired at .*");
        assertThat(exported.lines.getLast()).matches(".* journals=1 begins=\\d+ epoch=.*");

        Ran trusted = run("verify", "--trust", ours.toString(), retired.toString());
        assertThat(trusted.status).isZero();
        assertThat(trusted.lines.getLast()).contains(" damaged=0 ", " trusted=yes ");

        for (Path folder : List.of(others, elsewhere, tooOld, root)) {
            Ran notTrusted = run("verify", "--trust", folder.toString(), retired.toString());
            assertThat(notTrusted.status).isEqualTo(1);
            assertThat(notTrusted.lines.getLast()).contains(" damaged=0 ", " trusted=no ");
        }
    }

    /// A folder with a trust file of one record key, good for the day of `at`.
    private Path trust(String name, String centre, KeyPair key, Instant at) throws IOException {
        Path folder = root.resolve(name);
        Instant day = at.truncatedTo(ChronoUnit.DAYS);
        Files.createDirectories(folder.resolve("trust"));
        Files.write(
                folder.resolve("trust").resolve("one.json"),
                Json.write(
                        new TrustedCentre(
                                centre,
                                Map.of("sv", "Ett", "en", "One"),
                                List.of(
                                        TrustedKey.of(
                                                TrustedKey.Use.RECORD,
                                                key.getPublic(),
                                                day,
                                                day.plus(1, ChronoUnit.DAYS))))));
        return folder;
    }

    @Test
    void aMissingFolderIsAnError() {
        assertThat(run("verify", root.resolve("nowhere").toString()).status).isNotZero();
        assertThat(run("verify").status).isNotZero();
    }

    private static Ran run(String... args) {
        StringWriter out = new StringWriter();
        CommandLine command = JournalCommand.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(new StringWriter()));
        int status = command.execute(args);
        return new Ran(status, out.toString().lines().toList());
    }
}
