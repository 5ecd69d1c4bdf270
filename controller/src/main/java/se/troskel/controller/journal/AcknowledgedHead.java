package se.troskel.controller.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import se.troskel.controller.journal.log.LogDamagedException;
import se.troskel.controller.journal.log.LogUnavailableException;
import se.troskel.controller.journal.log.SegmentedLog;
import se.troskel.protocol.json.Json;

/// What the region was last heard to have stored: the file [#FILE] in the journal's folder, which
/// the uplink replaces. It proves how far the journal once reached.
///
/// @param epoch the journal that it is about
/// @param seq 0 for none
/// @param hash hex hash of that record; 64 zeros for none
public record AcknowledgedHead(String epoch, long seq, String hash) {
    public static final String FILE = "acknowledged.json";

    /// Its next version while it is written; a power cut may leave one behind.
    public static final String FRESH_FILE = FILE + ".new";

    /// Empty when the file is not there. Blocks on disk.
    ///
    /// @throws Json.MalformedMessageException when it is not such a document
    public static Optional<AcknowledgedHead> read(Path journalDir) {
        Path file = journalDir.resolve(FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(Json.read(Files.readAllBytes(file), AcknowledgedHead.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new LogUnavailableException(file + " cannot be read: " + e, e);
        }
    }

    /// Refuses a journal that has lost what the region has. A file that cannot be understood, or is
    /// about another epoch, proves nothing here: the uplink makes it anew.
    static void requireReachedBy(SegmentedLog log, Path dir) {
        Optional<AcknowledgedHead> head;
        try {
            head = read(dir);
        } catch (Json.MalformedMessageException e) {
            return;
        }
        head.filter(known -> known.epoch().equals(log.epoch()) && known.seq() > log.lastSeq())
                .ifPresent(known -> {
                    throw new LogDamagedException(
                            dir.resolve(FILE),
                            0,
                            "the region has record "
                                    + known.seq()
                                    + ", the journal ends with "
                                    + log.lastSeq());
                });
    }
}
