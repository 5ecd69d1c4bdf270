package se.troskel.controller.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import se.troskel.controller.identity.OtherNumber;
import se.troskel.controller.identity.PersonalNumber;
import se.troskel.controller.intake.CardNumber;

/// Keyed hashes by which numbers are found again without being kept: HMAC-SHA-256 of what kind of
/// number it is and its normal form, as 64 lower-case hex digits. Thread-safe, does not block.
public final class Lookup {
    private static final String HMAC = "HmacSHA256";

    private final SecretKey key;

    public Lookup(SecretKey key) {
        this.key = key;
    }

    public String card(CardNumber number) {
        return hash("card", number.value());
    }

    /// The hash of a ticket's short code.
    ///
    /// @param code as typed or printed: case, spaces and hyphens do not count
    public String shortCode(String code) {
        return hash("short-code", code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    /// What the number and the code of a candidate's ticket are made of: the same each time, and
    /// nobody without the key can tell it.
    ///
    /// @param registration id
    public String candidateTicket(String registration) {
        return hash("candidate-ticket", registration);
    }

    /// The hash of what a day pass's QR code holds.
    public String dayPass(String secret) {
        return hash("day-pass", secret);
    }

    public String personalNumber(PersonalNumber number) {
        return hash("personal-number", number.value());
    }

    /// The hash of a number without a check digit, which is somebody's at one university only.
    ///
    /// @param university its code, which contains no zero character
    public String otherNumber(String university, OtherNumber number) {
        return hash("other-number", university + "\0" + number.value());
    }

    /// The hash of what another system calls a person.
    ///
    /// @param id as imported, without spaces around it
    public String externalId(String id) {
        return hash("external-id", id);
    }

    /// The hash of whom an organisation's log-in vouches for.
    ///
    /// @param issuer the organisation's provider, which contains no zero character
    /// @param subject what it calls the person
    public String signedIn(String issuer, String subject) {
        return hash("signed-in", issuer + "\0" + subject);
    }

    private String hash(String kind, String value) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
