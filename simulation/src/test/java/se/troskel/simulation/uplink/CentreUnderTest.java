package se.troskel.simulation.uplink;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Retention;
import se.troskel.controller.journal.Draft;
import se.troskel.controller.journal.Erasure;
import se.troskel.controller.journal.Journal;
import se.troskel.controller.journal.JournalSettings;
import se.troskel.controller.journal.LocalKeys;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.controller.journal.RetentionJob;
import se.troskel.controller.journal.RetirementJob;
import se.troskel.controller.journal.log.LogSettings;
import se.troskel.controller.journal.log.SegmentFile;
import se.troskel.controller.site.JournalReplay;
import se.troskel.controller.uplink.Login;
import se.troskel.controller.uplink.Uplink;
import se.troskel.controller.uplink.UplinkLimits;
import se.troskel.controller.uplink.UplinkSettings;
import se.troskel.controller.uplink.UplinkTime;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.mqtt.RoomState;
import se.troskel.protocol.mqtt.Topics;
import se.troskel.protocol.occupancy.Quality;

/// A centre with a real journal on disk and its uplink; no doors, no people.
final class CentreUnderTest implements AutoCloseable {
    private static final UplinkLimits QUICK =
            new UplinkLimits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(50),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(1),
                    Duration.ZERO,
                    100,
                    1000);

    private final String code;
    private final Journal journal;
    private final Uplink uplink;
    private final KeyPair key = newKey();

    CentreUnderTest(String code, Path directory, int brokerPort) {
        this(code, directory, brokerPort, LogSettings.SEGMENT_BYTES);
    }

    /// @param segmentBytes size of the journal's segments
    CentreUnderTest(String code, Path directory, int brokerPort, int segmentBytes) {
        this(
                code,
                directory,
                new Line(URI.create("mqtt://127.0.0.1:" + brokerPort), null, null),
                segmentBytes);
    }

    /// How the centre reaches the broker.
    record Line(URI broker, @Nullable Login login, @Nullable Path authority) {}

    CentreUnderTest(String code, Path directory, Line line) {
        this(code, directory, line, LogSettings.SEGMENT_BYTES);
    }

    private CentreUnderTest(String code, Path directory, Line line, int segmentBytes) {
        this.code = code;
        Random random = new Random();
        this.journal =
                Journal.open(
                        directory,
                        code,
                        new NoKeys(),
                        new JournalSettings(
                                new LogSettings(segmentBytes, random, SegmentFile::onDisk),
                                4096,
                                256,
                                random));
        this.uplink =
                new Uplink(
                        new UplinkSettings(
                                code,
                                "Centre " + code,
                                "0.1",
                                "f00d",
                                line.broker(),
                                line.login(),
                                line.authority(),
                                directory,
                                QUICK),
                        journal,
                        new UplinkTime(InstantSource.system(), System::nanoTime, new Random()));
        uplink.opening(OpeningMode.STAFFED, null);
        uplink.start();
    }

    void append(int count) throws InterruptedException {
        var committed = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            journal.append(
                    new Draft(
                            Instant.parse("2026-10-05T06:00:00Z").plusSeconds(i),
                            i,
                            ClockTrust.SYNCED,
                            new EventBody.LinkChanged(i % 2 == 0),
                            null),
                    outcome -> committed.countDown());
        }
        if (!committed.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the journal does not commit");
        }
    }

    /// Retires what waits beyond a quota, as the controller does every minute.
    void keepQuota(long bytes) {
        new RetirementJob(
                        new RetirementJob.Parts(
                                journal, key, seq -> JournalReplay.needed(journal, seq)),
                        new Retention(30, 90, 365, 400, null),
                        OptionalLong.of(bytes),
                        new RetentionJob.Time(
                                InstantSource.system(), System::nanoTime, () -> ClockTrust.SYNCED))
                .run();
    }

    void people(String room, int people) {
        uplink.publishState(
                new Topics(code).roomState(room),
                new RoomState(
                        code,
                        room,
                        room,
                        people,
                        false,
                        Quality.HIGH,
                        20,
                        30,
                        1,
                        1,
                        Instant.parse("2026-10-05T06:00:00Z")));
    }

    private static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String code() {
        return code;
    }

    Journal journal() {
        return journal;
    }

    Uplink uplink() {
        return uplink;
    }

    @Override
    public void close() {
        uplink.close();
        journal.close();
    }

    /// For records without anything that only the centre may know.
    private static final class NoKeys implements LocalKeys {
        @Override
        public LocalKey keyFor(String subject, RetentionClass retention, YearMonth month) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<LocalKey> find(String id) {
            return Optional.empty();
        }

        @Override
        public int erase(Erasure erasure) {
            return 0;
        }
    }
}
