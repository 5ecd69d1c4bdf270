package se.troskel.hardware;

import se.troskel.protocol.AccessSystemException;

/// A device could not be driven, opened or read. The message names the device by its id, what
/// failed and what to check.
public final class HardwareException extends AccessSystemException {
    private static final long serialVersionUID = 1L;

    public HardwareException(String message) {
        super(message);
    }

    public HardwareException(String message, Throwable cause) {
        super(message, cause);
    }
}
