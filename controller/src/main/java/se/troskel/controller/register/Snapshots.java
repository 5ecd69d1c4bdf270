package se.troskel.controller.register;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.controller.keys.Aead;
import tools.jackson.core.JacksonException;

/// The last three snapshots of the register, encrypted, newest last by name. One thread at a time;
/// blocks.
///
/// @param dir a folder of their own
record Snapshots(Path dir, Aead cipher) {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final int KEPT = 3;
    private static final byte[] CONTEXT = "register snapshot 1".getBytes(StandardCharsets.US_ASCII);

    /// On the disk, read back and found good, when this returns. Returns the position up to which
    /// the log is in every snapshot that is kept.
    long write(RegisterSnapshot snapshot) throws IOException {
        Files.createDirectories(dir);
        long number = files().isEmpty() ? 1 : number(files().getLast()) + 1;
        Path file = dir.resolve(String.format(Locale.ROOT, "snapshot-%010d.bin", number));
        Path unfinished = dir.resolve("snapshot.tmp");
        try (FileChannel channel =
                FileChannel.open(
                        unfinished,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(cipher.seal(RegisterJson.write(snapshot), CONTEXT));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        if (!snapshot.equals(read(unfinished))) {
            throw new IOException("the snapshot is not as it was written");
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        forceDirectory();
        List<Path> all = files();
        for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) {
            Files.delete(old);
        }
        long covered = snapshot.seq();
        for (Path kept : files()) {
            if (!kept.equals(file)) {
                covered =
                        Math.min(covered, tryRead(kept).map(RegisterSnapshot::seq).orElse(covered));
            }
        }
        return covered;
    }

    /// Deletes all but the newest.
    void keepOnlyNewest() throws IOException {
        List<Path> all = files();
        for (Path old : all.subList(0, Math.max(0, all.size() - 1))) {
            Files.delete(old);
        }
        forceDirectory();
    }

    /// When the oldest was written; empty when there is none.
    Optional<Instant> oldest() throws IOException {
        List<Path> all = files();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(Files.getLastModifiedTime(all.getFirst()).toInstant());
    }

    /// The newest that can be read; empty when there is none.
    Optional<RegisterSnapshot> newestGood() throws IOException {
        for (Path file : files().reversed()) {
            Optional<RegisterSnapshot> found = tryRead(file);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// Whether the newest good one continues in this log.
    boolean hasOneOf(String epoch) throws IOException {
        return newestGood().filter(newest -> newest.epoch().equals(epoch)).isPresent();
    }

    private Optional<RegisterSnapshot> tryRead(Path file) {
        try {
            return Optional.of(read(file));
        } catch (IOException | JacksonException | Aead.WrongKeyException e) {
            LOG.error("the register's snapshot {} cannot be used; an older one is tried", file, e);
            return Optional.empty();
        }
    }

    private RegisterSnapshot read(Path file) throws IOException {
        return RegisterJson.read(
                cipher.open(Files.readAllBytes(file), CONTEXT), RegisterSnapshot.class);
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(dir)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(file -> name(file).matches("snapshot-[0-9]{10}[.]bin"))
                    .sorted(Comparator.comparing(Snapshots::name))
                    .toList();
        }
    }

    private static long number(Path file) {
        return Long.parseLong(name(file).replaceAll("[^0-9]", ""));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void forceDirectory() throws IOException {
        try (FileChannel channel = FileChannel.open(dir, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
