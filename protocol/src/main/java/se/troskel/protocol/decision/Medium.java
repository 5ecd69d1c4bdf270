package se.troskel.protocol.decision;

/// What a person presents.
public enum Medium {
    /// A card or fob; the value is what the reader sent (its number in one of the formats of the
    /// import).
    CARD,
    /// A QR code; the value is its text.
    QR,
    /// The eight characters printed under a ticket's QR code, typed on the terminal.
    SHORT_CODE,
    /// A personal number typed on the terminal: 10 or 12 digits, or letters among them in numbers
    /// given in place of one, with or without `-` or `+`. Never logged.
    NUMBER
}
