package se.troskel.controller.journal.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The file behind a segment, as its writer sees it. Blocking, one thread at a time.
public interface SegmentFile extends Closeable {
    /// Writes all of `bytes` at `position`.
    void write(ByteBuffer bytes, long position) throws IOException;

    /// Returns when everything written is on the disk.
    void force() throws IOException;

    /// Opens files for writing; created when they are not there.
    interface Opener {
        SegmentFile open(Path file) throws IOException;
    }

    /// A file of the operating system.
    static SegmentFile onDisk(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new SegmentFile() {
            @Override
            public void write(ByteBuffer bytes, long position) throws IOException {
                long at = position;
                while (bytes.hasRemaining()) {
                    at += channel.write(bytes, at);
                }
            }

            @Override
            public void force() throws IOException {
                channel.force(false);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
