package se.troskel.controller.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.controller.commissioning.CommissioningReport;
import se.troskel.controller.commissioning.CommissioningText.Progress;
import se.troskel.controller.commissioning.Outcome;
import se.troskel.controller.commissioning.Proof;
import se.troskel.controller.commissioning.Result;
import se.troskel.controller.seal.Seal;

/// Goal: what was proven is never lost and never passed off as something else. Method: a real
/// folder whose files are damaged, exchanged and changed by one bit.
class CommissioningFolderTest {
    private static final Instant AT = Instant.parse("2027-02-09T09:14:00Z");
    private static final Progress PROGRESS =
            new Progress(
                    new Progress.Head("KAT", "ab12", AT),
                    List.of(
                            new Result(
                                    "a.egress", Outcome.PASSED, AT, "Elis Prov", "", List.of())));
    private static final CommissioningReport REPORT =
            new CommissioningReport(
                    new CommissioningReport.Head(
                            "KAT", "Campus", "Europe/Stockholm", AT, "Elis Prov", "0.1.0", "ab12"),
                    List.of(
                            new CommissioningReport.Line(
                                    "a.egress",
                                    Proof.EGRESS,
                                    "Entrén",
                                    null,
                                    Outcome.PASSED,
                                    AT,
                                    "Elis Prov",
                                    "",
                                    List.of())));

    @TempDir Path data;
    private CommissioningFolder folder;

    @BeforeEach
    void open() throws Exception {
        folder = folder(pair());
    }

    private CommissioningFolder folder(KeyPair key) {
        return CommissioningFolder.open(data, new Seal(key));
    }

    private static KeyPair pair() throws NoSuchAlgorithmException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @Test
    void goesOnAfterARestart() {
        assertThat(folder.resume("ab12")).isEmpty();
        folder.save(PROGRESS);
        assertThat(folder.resume("ab12")).contains(PROGRESS);
    }

    @Test
    void putsTheProgressOfAnotherConfigurationAside() throws Exception {
        folder.save(PROGRESS);
        assertThat(folder.resume("cd34")).isEmpty();
        assertThat(names()).singleElement().asString().startsWith("progress-aside-");
    }

    @Test
    void putsDamagedProgressAside() throws Exception {
        Files.writeString(data.resolve("progress.jsonl"), "{\"centre\":");
        assertThat(folder.resume("ab12")).isEmpty();
        assertThat(names()).singleElement().asString().startsWith("progress-aside-");
        assertThat(Files.readString(data.resolve(names().getFirst()))).isEqualTo("{\"centre\":");
    }

    @Test
    void listsReportsNewestFirstAndKeepsTwoOfOneSecondApart() {
        String first = folder.file(REPORT);
        String second = folder.file(REPORT);
        assertThat(folder.filed(9)).extracting(filed -> filed.id()).containsExactly(second, first);
        assertThat(folder.filed(1)).hasSize(1);
        assertThat(folder.find(first).orElseThrow().report()).isEqualTo(REPORT);
        assertThat(folder.find(first).orElseThrow().intact()).isTrue();
    }

    @Test
    void oneChangedBitBreaksTheSeal() throws Exception {
        String id = folder.file(REPORT);
        Path file = data.resolve(id + ".jsonl");
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            Files.write(file, changed);
            assertThat(folder.find(id).filter(filed -> filed.intact()))
                    .as("bit flipped in byte %d of %s", i, new String(whole, UTF_8))
                    .satisfiesAnyOf(
                            found -> assertThat(found).isEmpty(),
                            found -> assertThat(found.orElseThrow().report()).isEqualTo(REPORT));
        }
    }

    @Test
    void theReportOfAnotherCentreIsNotOurs() throws Exception {
        String id = folder.file(REPORT);
        assertThat(folder(pair()).find(id).orElseThrow().intact()).isFalse();
    }

    @Test
    void noIdLeadsOutOfTheFolder() {
        assertThat(folder.find("../keys/record")).isEmpty();
        assertThat(folder.find("progress")).isEmpty();
        assertThat(folder.find("")).isEmpty();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
