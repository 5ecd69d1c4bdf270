package se.troskel.simulation.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The least that a durable record can cost on this disk: 256 bytes written into a file that has
/// its size already, and forced. Blocks.
public final class Floor {
    private static final int RECORD = 256;

    private Floor() {}

    /// Measures that many appends.
    ///
    /// @param directory on the disk in question
    public static long[] measure(Path directory, int count) throws IOException {
        Path file = Files.createTempFile(directory, "floor", ".bin");
        long[] nanos = new long[count];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(count * RECORD), 0);
            channel.force(true);
            for (int i = 0; i < count; i++) {
                long before = System.nanoTime();
                channel.write(ByteBuffer.allocate(RECORD), (long) i * RECORD);
                channel.force(false);
                nanos[i] = System.nanoTime() - before;
            }
        }
        Files.delete(file);
        return nanos;
    }
}
