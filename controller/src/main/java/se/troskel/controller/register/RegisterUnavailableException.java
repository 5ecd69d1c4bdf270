package se.troskel.controller.register;

import se.troskel.protocol.AccessSystemException;

/// The register cannot be opened, or an edit cannot be made durable. Nothing was changed; the
/// message says what to do.
public final class RegisterUnavailableException extends AccessSystemException {
    private static final long serialVersionUID = 1L;

    public RegisterUnavailableException(String message) {
        super(message);
    }

    public RegisterUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
