package se.troskel.simulation.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.controller.journal.JournalReader;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.json.Json;
import se.troskel.region.Region;
import se.troskel.region.RegionProgram;
import se.troskel.region.RegionSettings;

/// Goal: INV-07, whatever breaks between a centre and the region, the region's record equals the
/// journal afterwards. Method: real journal, uplink, broker and region on this machine; broker,
/// region and cable are broken in turn, then both records are compared to the letter.
abstract class UplinkRegionScenarios {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    /// About fifty records.
    private static final int SEGMENT = 16 * 1024;

    /// What waits for the region beyond this is given up.
    private static final long QUOTA = 10L * SEGMENT;

    @TempDir Path directory = Path.of(".");
    private final List<AutoCloseable> open = new ArrayList<>();

    abstract BrokerUnderTest broker(Path folder);

    private BrokerUnderTest broker() {
        BrokerUnderTest made = broker(directory.resolve("broker"));
        made.start();
        open.add(made);
        return made;
    }

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectories(directory.resolve("broker"));
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void twoThousandRecordsOfTwoCentresArriveInOrder() throws Exception {
        BrokerUnderTest broker = broker();
        Region region = region(broker);
        CentreUnderTest kat = centre("KAT", "kat", broker.port());
        CentreUnderTest nyk = centre("NYK", "nyk", broker.port());

        kat.append(2000);
        nyk.append(2000);

        requireEqual(region, kat);
        requireEqual(region, nyk);
        assertThat(region.status().differing()).isZero();
        assertThat(region.status().malformed()).isZero();
    }

    @Test
    void theBrokerIsKilledInTheMiddleAndComesBack() throws Exception {
        BrokerUnderTest broker = broker();
        Region region = region(broker);
        CentreUnderTest kat = centre("KAT", "kat", broker.port());
        kat.append(300);

        broker.kill();
        kat.append(700);
        await("link down", () -> !kat.uplink().status().connected());
        broker.start();
        kat.append(100);

        requireEqual(region, kat);
    }

    @Test
    void theRegionIsAwayForAWhile() throws Exception {
        BrokerUnderTest broker = broker();
        Region first = region(broker);
        CentreUnderTest kat = centre("KAT", "kat", broker.port());
        kat.append(100);
        requireEqual(first, kat);
        open.remove(first);
        first.close();

        kat.append(1500);
        Region second = region(broker);
        kat.append(10);

        requireEqual(second, kat);
    }

    @Test
    void theRegionLosesItsRecordAndGetsItBack() throws Exception {
        BrokerUnderTest broker = broker();
        Region first = region(broker);
        CentreUnderTest kat = centre("KAT", "kat", broker.port());
        kat.append(1200);
        requireEqual(first, kat);
        open.remove(first);
        first.close();
        Files.writeString(directory.resolve("region/region.mv.db"), "lost ".repeat(2000));

        Region second = region(broker);

        requireEqual(second, kat);
    }

    @Test
    void theCableIsPulledAndTheRegionSeesIt() throws Exception {
        BrokerUnderTest broker = broker();
        Region region = region(broker);
        var cable = new Cable(broker.port());
        open.add(cable);
        CentreUnderTest kat = centre("KAT", "kat", cable.port());
        kat.people("studio", 7);
        kat.append(20);
        await("shown", () -> centres(region).contains("\"online\":true"));
        await("shown", () -> centres(region).contains("\"people\":7"));

        cable.pull();
        await("last will", () -> centres(region).contains("\"online\":false"));
        kat.append(200);
        kat.people("studio", 8);
        cable.plugIn();

        requireEqual(region, kat);
        await("back", () -> centres(region).contains("\"online\":true"));
        await("newest state", () -> centres(region).contains("\"people\":8"));
    }

    @Test
    void aNewJournalIsANewHistoryAndTheOldOneStays() throws Exception {
        BrokerUnderTest broker = broker();
        Region region = region(broker);
        CentreUnderTest before = centre("KAT", "kat-before", broker.port());
        before.append(50);
        requireEqual(region, before);
        List<String> old = texts(before.journal().read(1, 100));
        String oldEpoch = before.journal().epoch();
        open.remove(before);
        before.close();

        CentreUnderTest after = centre("KAT", "kat-after", broker.port());
        after.append(30);

        requireEqual(region, after);
        assertThat(after.journal().epoch()).isNotEqualTo(oldEpoch);
        assertThat(texts(region.records().read("KAT", oldEpoch, 1, 100))).isEqualTo(old);
    }

    @Test
    void beyondTheQuotaTheOldestAreGivenUpSaidAndSteppedOver() throws Exception {
        BrokerUnderTest broker = broker();
        Region region = region(broker);
        var cable = new Cable(broker.port());
        open.add(cable);
        var kat = new CentreUnderTest("KAT", directory.resolve("kat"), cable.port(), SEGMENT);
        open.add(kat);
        kat.append(50);
        requireEqual(region, kat);
        cable.pull();
        await("link down", () -> !kat.uplink().status().connected());

        for (int i = 0; i < 10; i++) {
            kat.append(200);
            kat.keepQuota(QUOTA);
        }
        long given = kat.journal().firstSeq() - 1;
        assertThat(given).isBetween(1000L, 2050L);
        cable.plugIn();

        await("all", () -> kat.uplink().status().acknowledgedSeq() == kat.journal().lastSeq());
        List<EventMessage> stored = region.records().read("KAT", kat.journal().epoch(), 1, 5000);
        assertThat(texts(stored.subList(50, stored.size())))
                .isEqualTo(texts(kat.journal().read(given + 1, 5000)));
        assertThat(stored.get(49).envelope().path("seq").asLong()).isEqualTo(50);
        assertThat(stored)
                .extracting(record -> Json.text(record.body()))
                .contains("{\"firstSeq\":51,\"lastSeq\":" + given + "}");
        await("shown", () -> page(region).contains((given - 50) + " händelser saknas"));
        assertThat(kat.uplink().status().givenUp()).isZero();
        assertThat(kat.uplink().status().historyDiffers()).isFalse();
        assertThat(region.status().differing()).isZero();
    }

    @Test
    void withinTheQuotaNothingIsLost() throws Exception {
        BrokerUnderTest broker = broker();
        Region region = region(broker);
        var cable = new Cable(broker.port());
        open.add(cable);
        var kat = new CentreUnderTest("KAT", directory.resolve("kat"), cable.port(), SEGMENT);
        open.add(kat);
        cable.pull();
        await("link down", () -> !kat.uplink().status().connected());
        for (int i = 0; i < 10; i++) {
            kat.append(200);
            kat.keepQuota(100 * QUOTA);
        }
        cable.plugIn();

        requireEqual(region, kat);
        assertThat(page(region)).doesNotContain("händelser saknas");
    }

    @Test
    void aRegionThatLostItsRecordSaysWhatItCannotGetBack() throws Exception {
        BrokerUnderTest broker = broker();
        Region first = region(broker);
        var kat = new CentreUnderTest("KAT", directory.resolve("kat"), broker.port(), SEGMENT);
        open.add(kat);
        kat.append(500);
        requireEqual(first, kat);
        open.remove(first);
        first.close();
        Files.writeString(directory.resolve("region/region.mv.db"), "lost ".repeat(2000));
        kat.append(1500);
        kat.keepQuota(QUOTA);
        long given = kat.journal().firstSeq() - 1;
        assertThat(given).isGreaterThan(500);

        Region second = region(broker);

        await("shown", () -> page(second).contains(given + " händelser saknas"));
        await(
                "the rest",
                () ->
                        texts(second.records().read("KAT", kat.journal().epoch(), 1, 5000))
                                .equals(texts(kat.journal().read(1, 5000))));
    }

    @Test
    void aCentreThatRestartsGoesOnWhereItWas() throws Exception {
        BrokerUnderTest broker = broker();
        Region region = region(broker);
        CentreUnderTest before = centre("KAT", "kat", broker.port());
        before.append(50);
        requireEqual(region, before);
        open.remove(before);
        before.close();

        CentreUnderTest after = centre("KAT", "kat", broker.port());
        after.append(50);

        requireEqual(region, after);
        assertThat(after.journal().lastSeq()).isEqualTo(100);
    }

    private Region region(BrokerUnderTest broker) {
        Region region =
                RegionProgram.start(
                        RegionSettings.of(
                                URI.create("mqtt://127.0.0.1:" + broker.port()),
                                directory.resolve("region"),
                                "127.0.0.1",
                                0));
        open.add(region);
        return region;
    }

    private CentreUnderTest centre(String code, String folder, int port) {
        var centre = new CentreUnderTest(code, directory.resolve(folder), port);
        open.add(centre);
        return centre;
    }

    private static void requireEqual(Region region, CentreUnderTest centre) {
        var journal = centre.journal();
        await(
                "everything acknowledged: " + centre.uplink().status(),
                () -> centre.uplink().status().acknowledgedSeq() == journal.lastSeq());
        // a region that lost its record has less than it once acknowledged
        await(
                "everything stored",
                () ->
                        region.records()
                                .history(centre.code(), journal.epoch())
                                .filter(history -> history.seq() == journal.lastSeq())
                                .isPresent());
        int all = Math.toIntExact(journal.lastSeq());
        assertThat(texts(region.records().read(centre.code(), journal.epoch(), 1, all + 1)))
                .isEqualTo(texts(journalRecords(journal, all)));
        assertThat(centre.uplink().status().historyDiffers()).isFalse();
    }

    private static List<EventMessage> journalRecords(JournalReader journal, int all) {
        List<EventMessage> records = new ArrayList<>();
        while (records.size() < all) {
            records.addAll(journal.read(records.size() + 1L, 500));
        }
        return records;
    }

    private static List<String> texts(List<EventMessage> records) {
        return records.stream().map(Json::text).toList();
    }

    private static String centres(Region region) {
        return get(region, "/api/v1/centres");
    }

    private static String page(Region region) {
        return get(region, "/");
    }

    private static String get(Region region, String path) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + region.port() + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(condition.getAsBoolean()).as(what).isTrue();
    }
}
