package se.troskel.controller.ticket;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// What a day pass's QR code holds: `TP1:` and 160 random bits in upper-case hex, which the QR's
/// alphanumeric mode takes; too long to be taken for a card where both come by one keyboard wedge.
/// It means nothing without the register and opens nothing without the PIN, so it is not signed.
public final class PassCode {
    private static final String PREFIX = "TP1:";
    private static final int SECRET_BYTES = 20;
    private static final Pattern FORM = Pattern.compile(PREFIX + "([0-9A-F]{40})");

    private PassCode() {}

    /// A new secret.
    ///
    /// @param random has to be a secure one
    public static String random(RandomGenerator random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return HexFormat.of().withUpperCase().formatHex(secret);
    }

    /// The text of the QR code.
    public static String text(String secret) {
        return PREFIX + secret;
    }

    /// The secret in a scanned text, white space around it or not; empty when it is no day pass.
    public static Optional<String> secret(String scanned) {
        var matcher = FORM.matcher(scanned.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
