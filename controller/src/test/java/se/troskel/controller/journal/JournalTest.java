package se.troskel.controller.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.controller.journal.Appender.Outcome;
import se.troskel.controller.journal.log.LogDamagedException;
import se.troskel.controller.journal.log.LogUnavailableException;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.json.Json;

/// Goal: what is reported committed can be read, is chained as documented, survives reopening and
/// is erased by its key. Method: real files in a temporary folder, segments of 2 KiB so that every
/// test crosses some.
class JournalTest {
    @TempDir Path dir;

    private final MemoryLocalKeys keys = new MemoryLocalKeys();

    @Test
    void committedRecordsAreReadBackInOrder() {
        try (Journal journal = JournalFixture.open(dir, keys)) {
            for (int i = 1; i <= 40; i++) {
                assertThat(JournalFixture.append(journal, JournalFixture.checkIn(null)))
                        .isEqualTo(new Outcome.Committed(i));
            }
            assertThat(journal.read(1, 100)).hasSize(40);
            assertThat(journal.read(39, 100)).hasSize(2);
            assertThat(journal.read(5, 3)).hasSize(3);
            assertThat(journal.read(41, 1)).isEmpty();
            List<Long> seqs = new ArrayList<>();
            for (EventMessage message : journal.read(1, 100)) {
                Envelope envelope = Json.read(message.envelope(), Envelope.class);
                seqs.add(envelope.seq());
                assertThat(envelope.centre()).isEqualTo(JournalFixture.CENTRE);
                assertThat(envelope.epoch()).isEqualTo(journal.epoch());
                assertThat(envelope.boot()).isEqualTo(journal.boot());
                assertThat(envelope.id().version()).isEqualTo(7);
                assertThat(envelope.id().variant()).isEqualTo(2);
                assertThat(envelope.id().getMostSignificantBits() >>> 16)
                        .isEqualTo(JournalFixture.AT.toEpochMilli());
            }
            assertThat(seqs).isSorted().doesNotHaveDuplicates().endsWith(40L);
        }
    }

    @Test
    void theChainCanBeCheckedFromTheMessagesAlone() throws Exception {
        try (Journal journal = JournalFixture.open(dir, keys)) {
            for (int i = 0; i < 20; i++) {
                JournalFixture.append(journal, JournalFixture.checkIn(i % 2 == 0 ? "p1" : null));
            }
            String previous = JournalReader.NO_HASH;
            for (EventMessage message : journal.read(1, 100)) {
                assertThat(message.previous()).isEqualTo(previous);
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(HexFormat.of().parseHex(previous));
                digest.update(message.envelope().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Json.write(message.body()));
                String local = message.local();
                digest.update(local == null ? new byte[32] : HexFormat.of().parseHex(local));
                previous = HexFormat.of().formatHex(digest.digest());
                assertThat(message.hash()).isEqualTo(previous);
            }
            assertThat(journal.hashAt(20)).contains(previous);
            assertThat(journal.hashAt(0)).contains(JournalReader.NO_HASH);
            assertThat(journal.hashAt(21)).isEmpty();
        }
    }

    @Test
    void reopeningGoesOnInTheSameEpoch() {
        String epoch;
        String boot;
        try (Journal journal = JournalFixture.open(dir, keys)) {
            epoch = journal.epoch();
            boot = journal.boot();
            for (int i = 0; i < 30; i++) {
                JournalFixture.append(journal, JournalFixture.checkIn("p1"));
            }
        }
        JournalSettings other =
                new JournalSettings(
                        JournalFixture.settings(
                                        JournalFixture.SMALL_SEGMENT,
                                        se.troskel.controller.journal.log.SegmentFile::onDisk)
                                .log(),
                        64,
                        16,
                        new java.util.Random(43));
        try (Journal journal = Journal.open(dir, JournalFixture.CENTRE, keys, other)) {
            assertThat(journal.epoch()).isEqualTo(epoch).matches("[a-z][a-z0-9]{15}");
            assertThat(journal.boot()).isNotEqualTo(boot);
            assertThat(journal.repairedBytes()).isZero();
            assertThat(JournalFixture.append(journal, JournalFixture.checkIn("p1")))
                    .isEqualTo(new Outcome.Committed(31));
            assertThat(journal.read(1, 100)).hasSize(31);
        }
    }

    @Test
    void deletingTheKeyErasesTheLocalBodyAndKeepsTheChain() {
        try (Journal journal = JournalFixture.open(dir, keys)) {
            JournalFixture.append(journal, JournalFixture.checkIn("p1"));
            JournalFixture.append(journal, JournalFixture.checkIn("p2"));
            JournalFixture.append(journal, JournalFixture.checkIn(null));
            assertThat(journal.readLocal(1).orElseThrow().facts()).containsEntry("person", "p1");
            String head = journal.hashAt(3).orElseThrow();

            assertThat(keys.erase(Erasure.of("p1"))).isEqualTo(1);

            assertThat(journal.readLocal(1)).isEmpty();
            assertThat(journal.readLocal(2).orElseThrow().subject()).isEqualTo("p2");
            assertThat(journal.readLocal(3)).isEmpty();
            assertThat(journal.read(1, 3).getLast().hash()).isEqualTo(head);
        }
        JournalFixture.open(dir, keys).close();
    }

    @Test
    void nothingLocalIsReadableInTheFiles() throws Exception {
        try (Journal journal = JournalFixture.open(dir, keys)) {
            JournalFixture.append(journal, JournalFixture.checkIn("verysecretperson"));
        }
        String bytes =
                Files.readString(
                        dir.resolve("segment-0000000001.log"), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("CHECK_IN").doesNotContain("verysecretperson");
    }

    @Test
    void manyThreadsAreCommittedInGroupsAndEachIsToldOnce() throws Exception {
        int threads = 8;
        int each = 50;
        long all = 400;
        AtomicInteger told = new AtomicInteger();
        Set<Long> seqs = java.util.concurrent.ConcurrentHashMap.newKeySet();
        CountDownLatch done = new CountDownLatch(threads * each);
        List<Long> announced = new ArrayList<>();
        try (Journal journal = JournalFixture.open(dir, keys)) {
            journal.onCommitted(announced::add);
            List<Thread> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                running.add(
                        Thread.ofPlatform()
                                .start(() -> {
                                    for (int i = 0; i < each; i++) {
                                        Outcome outcome =
                                                JournalFixture.append(
                                                        journal, JournalFixture.checkIn(null));
                                        told.incrementAndGet();
                                        if (outcome instanceof Outcome.Committed(var seq)) {
                                            seqs.add(seq);
                                        }
                                        done.countDown();
                                    }
                                }));
            }
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
            for (Thread thread : running) {
                thread.join();
            }
            assertThat(told).hasValue(threads * each);
            assertThat(seqs).hasSize(threads * each);
            assertThat(journal.lastSeq()).isEqualTo(all);
        }
        assertThat(announced).isSorted().endsWith(all);
    }

    @Test
    void anotherCentresJournalIsRefused() {
        JournalFixture.open(dir, keys).close();
        assertThatThrownBy(() ->
                        Journal.open(
                                dir,
                                "NYK",
                                keys,
                                JournalSettings.standard(new java.util.Random(1))))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("'KAT'");
    }

    @Test
    void aSecondWriterIsRefused() {
        try (Journal journal = JournalFixture.open(dir, keys)) {
            assertThat(journal.lastSeq()).isZero();
            assertThatThrownBy(() -> JournalFixture.open(dir, keys))
                    .isInstanceOf(LogUnavailableException.class);
        }
    }

    @Test
    void aClosedJournalRefuses() {
        Journal journal = JournalFixture.open(dir, keys);
        journal.close();
        assertThat(JournalFixture.append(journal, JournalFixture.checkIn(null)))
                .isInstanceOf(Outcome.Refused.class);
        journal.close();
    }

    @Test
    void aJournalThatLostWhatTheRegionHasIsRefused() throws Exception {
        String epoch;
        try (Journal journal = JournalFixture.open(dir, keys)) {
            epoch = journal.epoch();
            JournalFixture.append(journal, JournalFixture.checkIn(null));
        }
        Files.write(
                dir.resolve(AcknowledgedHead.FILE),
                Json.write(new AcknowledgedHead(epoch, 2, "a".repeat(64))));
        assertThatThrownBy(() -> JournalFixture.open(dir, keys))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("the region has record 2");
    }
}
