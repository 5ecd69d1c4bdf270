package se.troskel.controller.examrecord;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.config.TrustedCentre;
import se.troskel.config.TrustedKey;
import se.troskel.controller.seal.Seal;
import se.troskel.controller.seal.SealedText;
import se.troskel.protocol.json.Json;

/// Goal: a university can tell whether an exam record is as the centre signed it, and read it.
/// Method: the command as a person runs it, over records good, changed, strange and large.
class ProtocolCommandTest {
    private static final KeyPair KEY = ExamProtocols.pair();

    @TempDir Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("mdu.json");
        Files.write(file, ExamProtocolFile.write(ExamProtocols.record(3), new Seal(KEY)));
        Path keys = Files.createDirectories(folder.resolve("trust"));
        var trusted =
                new TrustedCentre(
                        "KAT",
                        Map.of("sv", "Campus", "en", "Campus"),
                        List.of(
                                TrustedKey.of(
                                        TrustedKey.Use.RECORD,
                                        KEY.getPublic(),
                                        ExamProtocols.START,
                                        ExamProtocols.START.plus(Duration.ofDays(1)))));
        Files.writeString(keys.resolve("kat.json"), Json.text(trusted));
    }

    private record Ran(int status, String out, String err) {}

    private static Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status =
                ProtocolCommand.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(arguments);
        return new Ran(status, out.toString(), err.toString());
    }

    @Test
    void aRecordAsItWasSignedIsIntactAndTrustedApart() {
        Ran ran = run("verify", file.toString(), "--trust", folder.toString());
        assertThat(ran.out()).endsWith("protocol: files=1 intact=yes trusted=yes\n");
        assertThat(ran.out()).contains("MDU", "candidates 3").doesNotContain("Ada", "KXB");
        assertThat(ran.status()).isZero();
        Ran nobody = run("verify", file.toString(), "--trust", folder.resolve("x").toString());
        assertThat(nobody.out()).endsWith("protocol: files=1 intact=yes trusted=no\n");
        assertThat(nobody.status()).isEqualTo(1);
    }

    @Test
    void theFileIsOneJsonDocument() throws IOException {
        assertThat(Json.readTree(Files.readAllBytes(file)).propertyNames())
                .containsExactly("record", "seal");
    }

    @Test
    void oneChangedByteFailsAndNamesTheRecord() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Path good = Files.write(folder.resolve("good.json"), whole);
        for (int at = 0; at < whole.length; at += 7) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            Ran ran = run("verify", good.toString(), file.toString());
            assertThat(ran.out()).as("byte %d", at).endsWith("intact=no damaged=mdu.json\n");
            assertThat(ran.status()).isEqualTo(1);
        }
    }

    @Test
    void aLargeSittingIsOneRecord() throws IOException {
        Files.write(file, ExamProtocolFile.write(ExamProtocols.record(500), new Seal(KEY)));
        assertThat(Files.size(file))
                .isGreaterThan(Json.MAX_BYTES)
                .isLessThan(ExamProtocolFile.MAX_BYTES / 10);
        assertThat(run("verify", file.toString()).out())
                .contains("candidates 500")
                .endsWith("intact=yes\n");
    }

    @Test
    void itIsPrintedInBothLanguagesAndEscaped() {
        Ran swedish = run("print", file.toString());
        assertThat(swedish.out())
                .contains(
                        "Tentamensprotokoll",
                        "MMA129 &lt;Algebra &amp; analys&gt;",
                        "2027-02-09 09:00–13:00",
                        "0001-KXB",
                        "svenskt körkort",
                        "09:40-09:44 toalett",
                        "14 min",
                        "blankt",
                        "utan legitimation",
                        "10:10–10:25 avbrott: Brandlarm",
                        "inskrivet 2027-02-09 14:00",
                        "försegling 4711",
                        "Tentavakt: underskrift, datum",
                        "och oförändrat");
        assertThat(swedish.status()).isZero();
        assertThat(run("print", file.toString(), "--language", "en").out())
                .contains("Exam record", "restroom", "no document", "and unchanged");
    }

    @Test
    void aChangedRecordIsPrintedAsChanged() throws IOException {
        Files.writeString(file, Files.readString(file).replace("0001-KXB", "0009-KXB"));
        Ran ran = run("print", file.toString());
        assertThat(ran.out()).contains("0009-KXB", "ÄNDRAT efter signeringen");
        assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void whatIsNoRecordIsSaidToBeNone() throws IOException {
        Files.writeString(file, "{\"record\":{},\n\"seal\":{}}\n");
        assertThat(run("print", file.toString()).err()).contains("holds no exam record");
        assertThat(run("verify", file.toString()).out()).contains("not a file of this kind");
    }

    @Test
    void aMissingFileIsSaidInOneLine() {
        String none = folder.resolve("none.json").toString();
        assertThat(run("verify", none).out()).endsWith("intact=no damaged=none.json\n");
        assertThat(run("print", none).err())
                .isEqualTo("protocol: " + none + ": there is no such file\n");
    }

    @FuzzTest
    void anyBytesAreAnsweredAndHoldNoIntactRecord(byte[] bytes) {
        SealedText sealed = SealedText.of(bytes);
        assertThat(ExamProtocolFile.read(sealed).isPresent() && sealed.isIntact()).isFalse();
    }
}
