package se.troskel.controller.register;

import se.troskel.protocol.AccessSystemException;

/// An edit does not fit what the register holds. Nothing was changed; the caller tells whoever
/// asked for it.
public final class EditRefusedException extends AccessSystemException {
    private static final long serialVersionUID = 1L;

    public EditRefusedException(String message) {
        super(message);
    }
}
