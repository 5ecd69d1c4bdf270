package se.troskel.controller.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.mqtt.Ack;
import se.troskel.protocol.mqtt.SeqRange;
import se.troskel.protocol.mqtt.Topics;

/// What the tests of the uplink have in common.
final class UplinkRig {
    static final Topics KAT = new Topics("KAT");
    static final UplinkLimits QUICK =
            new UplinkLimits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(20),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    Duration.ZERO,
                    100,
                    1000);

    private UplinkRig() {}

    static UplinkSettings settings(Path directory, UplinkLimits limits) {
        return settings(directory, limits, URI.create("mqtt://127.0.0.1:1"));
    }

    static UplinkSettings settings(Path directory, UplinkLimits limits, URI broker) {
        return new UplinkSettings(
                "KAT", "Katrineholm", "0.1", "f00d", broker, null, null, directory, limits);
    }

    static UplinkTime time() {
        return new UplinkTime(
                InstantSource.fixed(MemoryJournal.START), System::nanoTime, new Random(7));
    }

    static String ack(MemoryJournal journal, long seq, SeqRange... want) {
        return Json.text(ackOf(journal, seq, want));
    }

    static Ack ackOf(MemoryJournal journal, long seq, SeqRange... want) {
        return new Ack(
                "KAT", journal.epoch(), seq, journal.hashAt(seq).orElseThrow(), List.of(want));
    }

    /// Waits until `condition` holds, 20 seconds at most.
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
            java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
        }
        assertThat(condition.getAsBoolean()).as(what).isTrue();
    }
}
