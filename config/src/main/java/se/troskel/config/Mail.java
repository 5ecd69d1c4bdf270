package se.troskel.config;

import org.jspecify.annotations.Nullable;

/// The mail server that takes what candidates are sent before an exam (SMTP, RFC 5321 and 6409).
///
/// @param host name of the server, which its certificate must be for
/// @param port 587 is usual with `STARTTLS`, 465 with `TLS`
/// @param security how the way to the server is encrypted
/// @param from the address that mails come from, and answers and failures go to
/// @param logIn null for a server that asks for none
public record Mail(
        @Form(value = "^[A-Za-z0-9.-]{1,253}$", example = "smtp.example.org") String host,
        @Range(min = 1, max = 65_535) int port,
        Security security,
        @Form(
                        value = "^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,253}$",
                        example = "tentamen@example.org")
                String from,
        @Nullable LogIn logIn) {
    /// How the way to the server is encrypted.
    public enum Security {
        /// Asked for after the greeting; a server without it is not used (RFC 3207).
        STARTTLS,
        /// From the first byte (RFC 8314).
        TLS,
        /// Not at all: for a server on this machine only.
        NONE
    }

    /// An account at the server.
    ///
    /// @param user its name
    /// @param secret name of the file that holds the password, never the password itself: a systemd
    ///   credential of the service, or else a file in `credentials` of the data folder, mode 0600
    public record LogIn(
            @Form(value = "^[!-~]{1,256}$", example = "troskel") String user,
            @Form(value = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", example = "mail-secret")
                    String secret) {}
}
