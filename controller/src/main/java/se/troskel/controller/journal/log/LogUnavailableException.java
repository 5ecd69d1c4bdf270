package se.troskel.controller.journal.log;

import se.troskel.protocol.AccessSystemException;

/// A log cannot be opened or read because of its surroundings: another process has it, the disk
/// answers with an error. The caller says so and tries again or ends.
public final class LogUnavailableException extends AccessSystemException {
    private static final long serialVersionUID = 1L;

    public LogUnavailableException(String message) {
        super(message);
    }

    public LogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
