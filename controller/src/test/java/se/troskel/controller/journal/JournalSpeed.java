package se.troskel.controller.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import se.troskel.controller.journal.log.LogSettings;

/// Measures durable appends per second, one at a time and from 64 threads, beside a bare append of
/// 256 bytes with a force, in one run. Arguments: a folder on the disk to be measured, and seconds
/// per figure.
final class JournalSpeed {
    private static final int RECORD = 256;
    private static final int ROOM = 64 * 1024 * 1024;

    private JournalSpeed() {}

    public static void main(String[] args) throws Exception {
        Path dir = Files.createDirectories(Path.of(args[0]));
        long nanos = Long.parseLong(args[1]) * 1_000_000_000L;
        for (int round = 0; round < 3; round++) {
            double bare = bare(Files.createTempFile(dir, "bare", ".bin"), nanos);
            double one = journal(dir.resolve("one" + round), 1, nanos);
            double many = journal(dir.resolve("many" + round), 64, nanos);
            System.out.printf(
                    Locale.ROOT,
                    "bare=%.0f/s journal-1=%.0f/s (%.2f) journal-64=%.0f/s (%.2f)%n",
                    bare,
                    one,
                    one / bare,
                    many,
                    many / bare);
        }
    }

    private static double bare(Path file, long nanos) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(ROOM), 0);
            channel.force(true);
            long start = System.nanoTime();
            long count = 0;
            while (System.nanoTime() - start < nanos) {
                channel.write(ByteBuffer.allocate(RECORD), count * RECORD % ROOM);
                channel.force(false);
                count++;
            }
            return count * 1e9 / (System.nanoTime() - start);
        }
    }

    private static double journal(Path dir, int threads, long nanos) throws InterruptedException {
        Random random = new Random(1);
        JournalSettings settings =
                new JournalSettings(LogSettings.standard(random), 4096, 256, random);
        AtomicLong count = new AtomicLong();
        try (Journal journal =
                Journal.open(dir, JournalFixture.CENTRE, new MemoryLocalKeys(), settings)) {
            long start = System.nanoTime();
            Thread[] all = new Thread[threads];
            for (int i = 0; i < threads; i++) {
                all[i] =
                        Thread.ofPlatform()
                                .start(() -> {
                                    while (System.nanoTime() - start < nanos) {
                                        JournalFixture.append(
                                                journal, JournalFixture.checkIn("p1"));
                                        count.incrementAndGet();
                                    }
                                });
            }
            for (Thread thread : all) {
                thread.join();
            }
            return count.get() * 1e9 / (System.nanoTime() - start);
        }
    }
}
