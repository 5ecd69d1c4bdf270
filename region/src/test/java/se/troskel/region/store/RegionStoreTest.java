package se.troskel.region.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.region.SampleCentre;

/// Goal: the record comes back as it was stored, and a file that cannot be opened costs nothing but
/// sending again. Method: real H2 files, whole, broken and in use.
class RegionStoreTest {
    @TempDir Path directory = Path.of(".");

    @Test
    void givesBackEveryMemberOfARecord() {
        var kat = new SampleCentre("KAT", "kdfq");
        kat.append(3);
        try (var store = RegionStore.open(directory, SampleCentre.START)) {
            var batch = new Batch();
            kat.records().forEach(batch::add);
            batch.set(history(3, kat.at(3).hash()));
            store.commit(batch);
        }

        try (var store = RegionStore.open(directory, SampleCentre.START)) {
            assertThat(store.isStartedOver()).isFalse();
            assertThat(store.records().read("KAT", "kdfq", 1, 10)).isEqualTo(kat.records());
            assertThat(store.records().read("KAT", "kdfq", 2, 1)).containsExactly(kat.at(2));
            assertThat(store.records().history("KAT", "kdfq"))
                    .contains(history(3, kat.at(3).hash()));
            assertThat(store.records().history("KAT", "other")).isEmpty();
        }
    }

    @Test
    void aRecordIsNeverStoredTwiceAndNothingOfItsBatchStays() {
        var kat = new SampleCentre("KAT", "kdfq");
        kat.append(2);
        try (var store = RegionStore.open(directory, SampleCentre.START)) {
            var first = new Batch();
            first.add(kat.at(1));
            store.commit(first);
            var again = new Batch();
            again.add(kat.at(2));
            again.add(kat.at(1));

            assertThatThrownBy(() -> store.commit(again))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.isAboutTheData()).isTrue());
            assertThat(store.records().read("KAT", "kdfq", 1, 10)).containsExactly(kat.at(1));
        }
    }

    @Test
    void aFileThatCannotBeOpenedIsPutAside() throws IOException {
        Files.writeString(directory.resolve("region.mv.db"), "not a database ".repeat(1000));

        try (var store = RegionStore.open(directory, SampleCentre.START)) {
            assertThat(store.isStartedOver()).isTrue();
            assertThat(store.histories()).isEmpty();
        }

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("region.broken-20261005-060000.mv.db");
        }
    }

    @Test
    void aFolderThatIsNoFolderIsSaid() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");

        assertThatThrownBy(() -> RegionStore.open(file, SampleCentre.START))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("make it writable");
    }

    private static StoredHistory history(long seq, String hash) {
        return new StoredHistory("KAT", "kdfq", seq, hash, SampleCentre.START);
    }
}
