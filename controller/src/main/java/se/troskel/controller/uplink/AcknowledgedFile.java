package se.troskel.controller.uplink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.controller.journal.AcknowledgedHead;
import se.troskel.protocol.AccessSystemException;
import se.troskel.protocol.event.Chain;
import se.troskel.protocol.json.Json;

/// `acknowledged.json`: the cursor over restarts. A lost or unreadable file costs nothing but
/// records sent again, so nothing here stops the uplink. Blocks on disk; used by one thread.
final class AcknowledgedFile {
    private static final Logger LOG = LoggerFactory.getLogger(AcknowledgedFile.class);

    private final Path directory;
    private final Path file;

    /// @throws AccessSystemException when the directory cannot be made
    AcknowledgedFile(Path directory) {
        this.directory = directory;
        this.file = directory.resolve(AcknowledgedHead.FILE);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new AccessSystemException(
                    "the uplink's directory cannot be made: "
                            + directory
                            + "; make it writable for the controller",
                    e);
        }
    }

    /// What was saved last; empty when there is nothing that can be read.
    Optional<AcknowledgedHead> load() {
        try {
            AcknowledgedHead saved = Json.read(Files.readAllBytes(file), AcknowledgedHead.class);
            if (saved.seq() >= 0 && Chain.isHash(saved.hash())) {
                return Optional.of(saved);
            }
            LOG.warn("{} is not a cursor; everything is offered to the region again", file);
        } catch (NoSuchFileException e) {
            LOG.debug("no cursor yet");
        } catch (IOException | Json.MalformedMessageException e) {
            LOG.warn("{} cannot be read; everything is offered to the region again", file, e);
        }
        return Optional.empty();
    }

    /// Write, fsync, rename, fsync the directory. A failure is logged: the file then only lags.
    void save(AcknowledgedHead acknowledged) {
        Path fresh = file.resolveSibling(AcknowledgedHead.FRESH_FILE);
        try {
            try (var channel =
                    FileChannel.open(
                            fresh,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(Json.write(acknowledged));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        } catch (IOException e) {
            LOG.warn("the cursor cannot be saved in {}", directory, e);
        }
    }
}
