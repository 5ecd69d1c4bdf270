package se.troskel.controller.confirmation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/// A confirmation as a mail (RFC 5322 and 2046): both languages, and the calendar entry. Mail
/// programs open the file as a draft.
public final class ConfirmationMail {
    private static final Base64.Encoder BASE64 =
            Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII));
    private static final DateTimeFormatter SUBJECT =
            DateTimeFormatter.ofPattern("'Tentamen / Exam' uuuu-MM-dd HH:mm", Locale.ROOT);

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss '+0000'", Locale.ENGLISH);

    private ConfirmationMail() {}

    /// The words of the mail, each line ended by CR and LF.
    public static String text(Confirmation told) {
        return SwedishConfirmation.of(told).plain()
                + "\r\n----------\r\n\r\n"
                + EnglishConfirmation.of(told).plain();
    }

    /// The file of a draft. Nothing that anybody wrote is in a header but the address; without one
    /// the mail has no receiver yet.
    ///
    /// @param made now
    /// @throws IllegalArgumentException when the address would break the header; none that was
    ///   imported does
    public static byte[] file(Confirmation told, Instant made) {
        String email = told.to().email();
        return mail("X-Unsent: 1\r\n" + (email == null ? "" : "To: " + safe(email)), told, made);
    }

    /// The mail to be sent, to whom has an address. No machine is to answer it (RFC 3834).
    ///
    /// @param from our address
    /// @param made now
    /// @throws IllegalArgumentException when there is no address, or one would break the header
    public static byte[] message(Confirmation told, String from, Instant made) {
        String email = told.to().email();
        if (email == null) {
            throw new IllegalArgumentException("a mail to nobody");
        }
        return mail(
                "From: "
                        + safe(from)
                        + "To: "
                        + safe(email)
                        + "Date: "
                        + DATE.format(made.atOffset(ZoneOffset.UTC))
                        + "\r\nMessage-ID: <"
                        + told.to().registration()
                        + "."
                        + made.toEpochMilli()
                        + safe(from.substring(from.indexOf('@')) + ">")
                        + "Auto-Submitted: auto-generated\r\n",
                told,
                made);
    }

    /// An address as the end of a line.
    private static String safe(String address) {
        if (!address.matches("[\\x21-\\x7e]+")) {
            throw new IllegalArgumentException("an address with spaces or control characters");
        }
        return address + "\r\n";
    }

    private static byte[] mail(String header, Confirmation told, Instant made) {
        String boundary = "troskel-" + told.to().registration();
        String mail =
                header
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
