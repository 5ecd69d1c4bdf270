package se.troskel.controller.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: break-glass credentials outlive a restart and whatever happens to their file; a damaged
/// line costs no other. Method: the real file on a real disk, damaged byte by byte.
class BreakGlassFileTest {
    private static final String SAFE = "a".repeat(64);
    private static final String GUARD = "b".repeat(64);

    @Nested
    class OnDisk {
        @TempDir private Path data;

        private Path file() {
            return data.resolve("break-glass");
        }

        private BreakGlassFile withTwo() {
            BreakGlassFile made = BreakGlassFile.open(data);
            made.put(SAFE, "kassaskåpet");
            made.put(GUARD, "väktaren");
            return made;
        }

        @Test
        void whatWasMadeWorksAfterARestartAndNothingElseDoes() {
            withTwo();
            BreakGlassFile read = BreakGlassFile.open(data);
            assertThat(read.label(SAFE)).contains("kassaskåpet");
            assertThat(read.label(GUARD)).contains("väktaren");
            assertThat(read.label("c".repeat(64))).isEmpty();
            assertThat(read.hasLost()).isFalse();
        }

        @Test
        void whatWasRemovedWorksNoMore() {
            withTwo().remove(SAFE);
            assertThat(BreakGlassFile.open(data).labels()).containsOnlyKeys(GUARD);
        }

        @Test
        void onlyItsOwnerMayReadIt() throws IOException {
            withTwo();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }

        @Test
        void aDamagedLineCostsNoOtherAndIsSaidUntilSomebodyActs() throws IOException {
            withTwo();
            String whole = Files.readString(file());
            Files.writeString(file(), whole.replace("väktaren", "väktarna"));
            BreakGlassFile read = BreakGlassFile.open(data);
            assertThat(read.labels()).containsOnlyKeys(SAFE);
            assertThat(read.hasLost()).isTrue();
            assertThat(data.resolve("break-glass.damaged")).content().contains("väktarna");
            assertThat(BreakGlassFile.open(data).labels()).containsOnlyKeys(SAFE);
            read.put(GUARD, "väktaren");
            assertThat(read.hasLost()).isFalse();
        }

        @Test
        void everyFlippedByteIsFoundOrCostsAtMostItsLine() throws IOException {
            withTwo();
            byte[] whole = Files.readAllBytes(file());
            for (int i = 0; i < whole.length; i++) {
                byte[] damaged = whole.clone();
                damaged[i] ^= 1;
                BreakGlassEntries read = BreakGlassEntries.parse(damaged);
                assertThat(read.isWhole()).as("byte " + i).isFalse();
                assertThat(read.labels().entrySet())
                        .isSubsetOf(Map.of(SAFE, "kassaskåpet", GUARD, "väktaren").entrySet());
            }
        }

        @Test
        void everyCutIsFound() throws IOException {
            withTwo();
            byte[] whole = Files.readAllBytes(file());
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThat(BreakGlassEntries.parse(cut).isWhole()).as("cut at " + length).isFalse();
            }
        }

        @Test
        void aFileThatCannotBeReadStopsNobody() throws IOException {
            Files.createDirectory(file());
            BreakGlassFile read = BreakGlassFile.open(data);
            assertThat(read.labels()).isEmpty();
            assertThat(read.hasLost()).isTrue();
            read.put(SAFE, "kassaskåpet");
            assertThat(BreakGlassFile.open(data).labels()).containsOnlyKeys(SAFE);
        }

        @Test
        void aDiskThatRefusesChangesNothing() throws IOException {
            BreakGlassFile made = withTwo();
            Files.createDirectories(data.resolve("break-glass.tmp").resolve("in-the-way"));
            assertThatThrownBy(() -> made.put("c".repeat(64), "trappan"))
                    .isInstanceOf(BreakGlassFile.NotStored.class)
                    .hasMessageNotContaining("trappan");
            assertThat(made.labels()).containsOnlyKeys(SAFE, GUARD);
            assertThatThrownBy(() -> made.remove(SAFE))
                    .isInstanceOf(BreakGlassFile.NotStored.class);
            assertThat(made.label(SAFE)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "troskel break-glass 2 0\n",
                "troskel break-glass 1 0",
                "troskel break-glass 1 1\n",
                "troskel break-glass 1 -1\n",
                "troskel break-glass 1 0\n\n",
                "troskel break-glass 1 0\r\n",
                "troskel break-glass 1 1\naaaa 00000000 kort\n",
                "{}"
            })
    void saysWhenAFileIsNotWhole(String file) {
        BreakGlassEntries read = BreakGlassEntries.parse(file.getBytes(StandardCharsets.UTF_8));
        assertThat(read.isWhole()).isFalse();
        assertThat(read.labels()).isEmpty();
    }

    @Test
    void takesNoLineTwiceAndNoMoreThanAHundred() {
        String one = new BreakGlassEntries(Map.of(SAFE, "kassaskåpet"), true).text();
        String line = one.lines().skip(1).findFirst().orElseThrow() + "\n";
        assertThat(BreakGlassEntries.parse(bytes(one + line)).isWhole()).isFalse();
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i <= BreakGlassEntries.MOST; i++) {
            many.put("%064x".formatted(i), "kort " + i);
        }
        BreakGlassEntries read =
                BreakGlassEntries.parse(bytes(new BreakGlassEntries(many, true).text()));
        assertThat(read.labels()).hasSize(BreakGlassEntries.MOST);
        assertThat(read.isWhole()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " kort", "kort ", "a\nb", "a\u0000b", "a\u202eb", "a\u2028b"})
    void refusesLabelsThatCannotBeShown(String label) {
        assertThat(BreakGlassFile.isLabel(label)).isFalse();
    }

    @Test
    void takesLabelsOfAtMostSixtyCharacters() {
        assertThat(BreakGlassFile.isLabel("k".repeat(60))).isTrue();
        assertThat(BreakGlassFile.isLabel("k".repeat(61))).isFalse();
    }

    @FuzzTest
    void readsAnythingAndWritesWhatItRead(byte[] file) {
        BreakGlassEntries read = BreakGlassEntries.parse(file);
        byte[] written = bytes(new BreakGlassEntries(read.labels(), true).text());
        assertThat(BreakGlassEntries.parse(written).labels()).isEqualTo(read.labels());
        if (read.isWhole()) {
            assertThat(written).isEqualTo(file);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
