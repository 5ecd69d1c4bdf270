package se.troskel.hardware.qr;

import se.troskel.protocol.AccessSystemException;

/// A file is not a picture that can be read. The message says what is wrong with it; the caller
/// refuses the file.
public final class UnreadablePictureException extends AccessSystemException {
    private static final long serialVersionUID = 1L;

    UnreadablePictureException(String message) {
        super(message + "; send an 8-bit grayscale PNG");
    }
}
