package se.troskel.controller.keys;

import se.troskel.protocol.AccessSystemException;

/// The private keys cannot be used. The message says which and how to mend it; it holds no key.
public final class KeysUnusableException extends AccessSystemException {
    private static final long serialVersionUID = 1L;

    public KeysUnusableException(String message) {
        super(message);
    }

    public KeysUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
