package se.troskel.controller.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.config.TrustedCentre;
import se.troskel.config.TrustedKey;
import se.troskel.controller.commissioning.CommissioningReport;
import se.troskel.controller.seal.Seal;
import se.troskel.protocol.json.Json;

/// Goal: whoever is handed a report learns whether it is as it was signed, and by whom. Method: the
/// command as a person runs it, over files good, changed, strange and missing.
class CommissioningCommandTest {
    private static final Instant AT = Instant.parse("2027-02-09T09:14:00Z");

    @TempDir Path folder;
    private String id = "";

    @BeforeEach
    void file() throws Exception {
        KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var head =
                new CommissioningReport.Head(
                        "KAT", "Campus", "Europe/Stockholm", AT, "Elis Prov", "0.1.0", "ab12");
        id =
                CommissioningFolder.open(folder, new Seal(key))
                        .file(new CommissioningReport(head, List.of()));
        trust("ours", key);
        trust("theirs", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    }

    private void trust(String name, KeyPair key) throws IOException {
        Path keys = Files.createDirectories(folder.resolve(name).resolve("trust"));
        var trusted =
                new TrustedCentre(
                        "KAT",
                        Map.of("sv", "Campus", "en", "Campus"),
                        List.of(
                                TrustedKey.of(
                                        TrustedKey.Use.RECORD,
                                        key.getPublic(),
                                        AT.minusSeconds(60),
                                        AT.plusSeconds(60))));
        Files.writeString(keys.resolve("kat.json"), Json.text(trusted));
    }

    private record Ran(int status, String out, String err) {}

    private Ran verify(String... more) {
        var out = new StringWriter();
        var err = new StringWriter();
        String[] all = new String[more.length + 1];
        all[0] = "verify";
        System.arraycopy(more, 0, all, 1, more.length);
        int status =
                CommissioningCommand.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(all);
        return new Ran(status, out.toString(), err.toString());
    }

    private Path report() {
        return folder.resolve(id + ".jsonl");
    }

    @Test
    void aReportAsItWasSignedIsIntact() {
        Ran ran = verify(report().toString());
        assertThat(ran.out()).endsWith("commissioning: files=1 intact=yes\n").contains("0 of 0");
        assertThat(ran.out()).doesNotContain("Elis");
        assertThat(ran.status()).isZero();
    }

    @Test
    void oneChangedByteIsNamed() throws Exception {
        String text = Files.readString(report());
        Files.writeString(report(), text.replace("Campus", "Kampus"));
        Ran ran = verify(report().toString());
        assertThat(ran.out()).endsWith("intact=no damaged=" + id + ".jsonl\n");
        assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void trustIsAnotherQuestionThanIntact() {
        Ran ours = verify(report().toString(), "--trust", folder.resolve("ours").toString());
        assertThat(ours.out()).endsWith("commissioning: files=1 intact=yes trusted=yes\n");
        assertThat(ours.status()).isZero();
        Ran theirs = verify(report().toString(), "--trust", folder.resolve("theirs").toString());
        assertThat(theirs.out()).endsWith("commissioning: files=1 intact=yes trusted=no\n");
        assertThat(theirs.status()).isEqualTo(1);
    }

    @Test
    void aFileOfAnotherKindIsNotTakenForAReport() throws Exception {
        KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Path other = folder.resolve("other.jsonl");
        Files.write(other, new Seal(key).sealed("{\"a\":1}\n".getBytes(UTF_8)));
        Ran ran = verify(report().toString(), other.toString(), "--json");
        assertThat(ran.out()).contains("not a file of this kind");
        assertThat(ran.out().lines().reduce((_, last) -> last))
                .hasValue("{\"files\":2,\"intact\":false,\"damaged\":[\"other.jsonl\"]}");
    }

    @Test
    void aMissingFileIsNamed() {
        Ran ran = verify(folder.resolve("none.jsonl").toString());
        assertThat(ran.out())
                .contains("none.jsonl: there is no such file")
                .endsWith("intact=no damaged=none.jsonl\n");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isEqualTo(1);
    }
}
