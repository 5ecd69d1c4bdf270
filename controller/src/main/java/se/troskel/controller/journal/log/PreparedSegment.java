package se.troskel.controller.journal.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Keeps the next segment ready: a file of zeros whose blocks are on the disk already, made on a
/// thread of its own. Used by the log's writer alone.
final class PreparedSegment implements AutoCloseable {
    static final String READY = "prepared.segment";
    static final String IN_WORK = "prepared.tmp";

    private static final int CHUNK = 64 * 1024;

    private final Path dir;
    private final LogSettings settings;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("segment-preparer").factory());
    private @Nullable Future<?> work;

    PreparedSegment(Path dir, LogSettings settings) {
        this.dir = dir;
        this.settings = settings;
    }

    /// Begins to make the next one.
    void prepare() {
        work =
                thread.submit(() -> {
                    make(settings.segmentBytes());
                    return null;
                });
    }

    /// The file, ready for a header; waits for it, and makes it here if that had failed or another
    /// size is needed.
    Path take(int size) throws IOException {
        boolean ready = await() && size == settings.segmentBytes();
        Path file = dir.resolve(READY);
        if (!ready || !Files.exists(file)) {
            make(size);
        }
        return file;
    }

    private boolean await() {
        Future<?> current = work;
        work = null;
        if (current == null) {
            return false;
        }
        try {
            current.get();
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void make(int size) throws IOException {
        Path unfinished = dir.resolve(IN_WORK);
        Files.deleteIfExists(dir.resolve(READY));
        Files.deleteIfExists(unfinished);
        try (SegmentFile file = settings.files().open(unfinished)) {
            for (int at = 0; at < size; at += CHUNK) {
                file.write(ByteBuffer.allocate(Math.min(CHUNK, size - at)), at);
            }
            file.force();
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        Files.move(unfinished, dir.resolve(READY), StandardCopyOption.ATOMIC_MOVE);
        forceDirectory(dir);
    }

    /// Returns when the names in the directory are on the disk.
    static void forceDirectory(Path dir) throws IOException {
        try (FileChannel channel = FileChannel.open(dir, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() {
        await();
        thread.shutdown();
    }
}
