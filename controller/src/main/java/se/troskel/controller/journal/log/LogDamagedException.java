package se.troskel.controller.journal.log;

import java.nio.file.Path;
import se.troskel.protocol.AccessSystemException;

/// A log holds bytes that it cannot account for. Nothing was changed; the message names the file,
/// the offset and what to do. The caller must not write to the log.
public final class LogDamagedException extends AccessSystemException {
    private static final long serialVersionUID = 1L;

    public LogDamagedException(Path file, long offset, String what) {
        super(
                file
                        + " at byte "
                        + offset
                        + ": "
                        + what
                        + ". Nothing was changed. Copy the whole folder "
                        + file.toAbsolutePath().getParent()
                        + " to a safe place, run 'journal verify' on the copy, and restore the"
                        + " folder from a backup or move it away to begin a new one");
    }
}
