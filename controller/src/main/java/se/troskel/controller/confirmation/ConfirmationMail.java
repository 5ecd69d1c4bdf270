package se.troskel.controller.confirmation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/// A confirmation as a mail that has not been sent (RFC 5322 and 2046): both languages, and the
/// calendar entry. Mail programs open it as a draft, and a mail server takes it as it is.
public final class ConfirmationMail {
    private static final Base64.Encoder BASE64 =
            Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII));
    private static final DateTimeFormatter SUBJECT =
            DateTimeFormatter.ofPattern("'Tentamen / Exam' uuuu-MM-dd HH:mm", Locale.ROOT);

    private ConfirmationMail() {}

    /// The words of the mail, each line ended by CR and LF.
    public static String text(Confirmation told) {
        return SwedishConfirmation.of(told).plain()
                + "\r\n----------\r\n\r\n"
                + EnglishConfirmation.of(told).plain();
    }

    /// The file. Nothing that anybody wrote is in a header but the address; without one the mail
    /// has no receiver yet.
    ///
    /// @param made now
    /// @throws IllegalArgumentException when the address would break the header; none that was
    ///   imported does
    public static byte[] file(Confirmation told, Instant made) {
        String email = told.to().email();
        if (email != null && !email.matches("[\\x21-\\x7e]+")) {
            throw new IllegalArgumentException("an address with spaces or control characters");
        }
        String boundary = "troskel-" + told.to().registration();
        String mail =
                "X-Unsent: 1\r\n"
                        + (email == null ? "" : "To: " + email + "\r\n")
                        + "Subject: "
                        + SUBJECT.format(told.times().start())
                        + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\""
                        + boundary
                        + "\"\r\n\r\n"
                        + part(boundary, "text/plain; charset=utf-8", text(told))
                        + part(
                                boundary,
                                "text/calendar; charset=utf-8; method=PUBLISH; name=\"exam.ics\"",
                                CalendarEntry.of(told, made))
                        + "--"
                        + boundary
                        + "--\r\n";
        return mail.getBytes(StandardCharsets.US_ASCII);
    }

    private static String part(String boundary, String type, String content) {
        return "--"
                + boundary
                + "\r\nContent-Type: "
                + type
                + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + BASE64.encodeToString(content.getBytes(StandardCharsets.UTF_8))
                + "\r\n";
    }
}
