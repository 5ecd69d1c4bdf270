package se.troskel.controller.mail;

/// What has become of a mail.
public enum MailFate {
    /// It waits its turn.
    WAITING,
    /// The mail server took it. Whether it arrives nobody can say.
    SENT,
    /// The mail server does not take mail for this address.
    ADDRESS,
    /// The mail server does not want it, or not now.
    REFUSED,
    /// Nobody answers, or too slowly; nothing was sent.
    UNREACHABLE,
    /// The server offers no encryption or could not prove who it is; nothing was sent.
    UNTRUSTED,
    /// The server does not take our account, or the password cannot be read; nothing was sent.
    LOG_IN,
    /// Contact was lost in the middle: it may have been sent.
    UNSURE;

    /// Whether it was tried and did not work out.
    public boolean isFailure() {
        return this != WAITING && this != SENT;
    }

    /// Whether the next mail would fare the same.
    public boolean isOfServer() {
        return this == UNREACHABLE || this == UNTRUSTED || this == LOG_IN || this == UNSURE;
    }
}
