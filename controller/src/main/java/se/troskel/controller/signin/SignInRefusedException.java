package se.troskel.controller.signin;

import se.troskel.protocol.AccessSystemException;

/// Nobody is logged in. The message is for the log: it names no person and holds no secret, code or
/// token; the caller shows the sentence of the [Refusal].
public final class SignInRefusedException extends AccessSystemException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_CHARACTERS = 160;

    private final Refusal refusal;

    SignInRefusedException(Refusal refusal, String why) {
        super(plain(why));
        this.refusal = refusal;
    }

    SignInRefusedException(Refusal refusal, String why, Throwable cause) {
        super(plain(why), cause);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }

    /// On one line and short, because parts of it come from the network.
    private static String plain(String why) {
        String line = why.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS);
    }
}
