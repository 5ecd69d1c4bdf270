package se.troskel.protocol;

/// The root of what Tröskel throws when something cannot be done. The message says what, where and
/// what to do about it, for an operator; it never holds a person's name, a personal number or a
/// card number.
public class AccessSystemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AccessSystemException(String message) {
        super(message);
    }

    public AccessSystemException(String message, Throwable cause) {
        super(message, cause);
    }
}
