package se.troskel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.config.TrustedKey.Use;

/// Every mistake in a trust file is told at its place, and no file spoils another. A sound file is
/// broken in one place for each row of a table; whole folders are read from the disk.
class TrustLoaderTest {
    private static final Path SOUND = Path.of("src/test/resources/se/troskel/config/trust.json");

    private final TrustLoader loader = new TrustLoader();

    @TempDir Path directory = Path.of("");
    private Path trust = directory;

    @BeforeEach
    void makeFolder() throws IOException {
        trust = Files.createDirectory(directory.resolve(TrustLoader.FOLDER));
    }

    @Test
    void readsWhatIsSound() throws IOException {
        Files.writeString(trust.resolve("tro.json"), "\uFEFF" + sound());
        TrustReading reading = loader.load(directory);
        assertThat(reading.problems()).isEmpty();
        Trust.Owned owned = reading.trust().key(Use.TICKET, "3b96e6e2").orElseThrow();
        assertThat(owned.owner().name()).containsEntry("sv", "Lärcentrum Trosa");
        assertThat(owned.key().publicKey().getAlgorithm()).isIn("Ed25519", "EdDSA");
        assertThat(owned.key())
                .isEqualTo(
                        TrustedKey.of(
                                Use.TICKET,
                                owned.key().publicKey(),
                                owned.key().from(),
                                owned.key().until()));
        assertThat(reading.trust().key(Use.RECORD, "3b96e6e2")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-31T23:59:59Z, false",
        "2026-11-01T00:00:00Z, true",
        "2028-10-31T23:59:59Z, true",
        "2028-11-01T00:00:00Z, false"
    })
    void aKeyIsTrustedInItsWindowOnly(Instant at, boolean trusted) throws IOException {
        Files.writeString(trust.resolve("tro.json"), sound());
        TrustedKey key = loader.load(directory).trust().keys().getFirst().key();
        assertThat(key.isTrusted(at)).isEqualTo(trusted);
    }

    /// `⏎` in the table is the end of a line; nothing between the bars removes the part.
    @ParameterizedTest(name = "{1}")
    @CsvFileSource(
            resources = "trust-mistakes.csv",
            delimiter = '|',
            quoteCharacter = '§',
            ignoreLeadingAndTrailingWhitespace = false)
    void tellsEachMistakeAtItsPlace(String part, @Nullable String broken, String expected)
            throws IOException {
        String from = part.replace('⏎', '\n');
        String to = broken == null ? "" : broken.replace('⏎', '\n');
        assertThat(sound()).contains(from);
        int at = sound().indexOf(from);
        String text = sound().substring(0, at) + to + sound().substring(at + from.length());
        TrustReading reading = loader.read("trust/tro.json", text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.problems())
                .anySatisfy(p -> assertThat(p.toString()).startsWith(expected))
                .allSatisfy(p -> assertThat(p.mend()).isNotBlank());
        assertThat(reading.trust()).isEqualTo(Trust.NONE);
    }

    @Test
    void aBrokenFileTakesNothingFromTheOthers() throws IOException {
        Files.writeString(trust.resolve("a.json"), "[]");
        Files.writeString(trust.resolve("b.json"), "");
        Files.write(trust.resolve("c.json"), new byte[] {'{', (byte) 0xE5});
        Files.write(trust.resolve("d.json"), new byte[TrustLoader.MAX_BYTES + 1]);
        Files.createDirectory(trust.resolve("e.json"));
        Files.writeString(trust.resolve("tro.json"), sound());
        TrustReading reading = loader.load(directory);
        assertThat(reading.trust().keys()).hasSize(2);
        assertThat(reading.problems())
                .extracting(Problem::file)
                .containsExactly(
                        "trust/a.json",
                        "trust/b.json",
                        "trust/c.json",
                        "trust/d.json",
                        "trust/e.json");
    }

    @Test
    void aCentreAndAKeyStandOnceInTheFolder() throws IOException {
        Files.writeString(trust.resolve("old.json"), sound());
        Files.writeString(trust.resolve("tro.json"), sound());
        TrustReading reading = loader.load(directory);
        assertThat(reading.problems())
                .extracting(Problem::toString)
                .hasSize(3)
                .first()
                .asString()
                .startsWith(
                        "trust/tro.json:2:13 /centre: stands already in trust/old.json /centre");
        assertThat(reading.trust().centres()).hasSize(1);
    }

    @Test
    void anotherFileIsAWarning() throws IOException {
        Files.writeString(trust.resolve("tro.json.bak"), sound());
        assertThat(loader.load(directory).problems())
                .singleElement()
                .satisfies(p -> assertThat(p.severity()).isEqualTo(Problem.Severity.WARNING));
    }

    @Test
    void noFolderMeansNobodyElseIsKnown() throws IOException {
        Files.delete(trust);
        assertThat(loader.load(directory)).isEqualTo(new TrustReading(Trust.NONE, List.of()));
    }

    static String sound() throws IOException {
        return Files.readString(SOUND);
    }
}
