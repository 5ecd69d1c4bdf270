package se.troskel.controller.intake;

import java.util.Locale;
import java.util.Optional;

/// The number of a card or fob in its normal form: its UID of 4 or 7 bytes as upper-case hex.
///
/// The number identifies the card, so it is in no text form but [#value()]'s.
///
/// @param value 8 or 14 characters, 0-9 and A-F
public record CardNumber(String value) {
    private static final int SHORT = 8;
    private static final int LONG = 14;
    private static final long FOUR_BYTES_MAX = 0xFFFF_FFFFL;

    public CardNumber {
        if (!value.matches("[0-9A-F]{8}|[0-9A-F]{14}")) {
            throw new IllegalArgumentException("not 4 or 7 bytes as upper-case hex");
        }
    }

    /// What a reader at a door or terminal sends; empty when it is no card number.
    ///
    /// Hex in any case, with or without `:`, `-` or spaces between bytes, and with or without `0x`:
    /// 8 or 14 digits, most significant byte first. 10 digits without a letter are a UID of 4 bytes
    /// in decimal and 17 one of 7 bytes, with leading zeros where the number is shorter.
    /// `facility,number` as in the import. The lengths differ, so no text has two readings;
    /// anything else is refused.
    public static Optional<CardNumber> fromReader(String text) {
        String trimmed = text.strip();
        if (CardFormat.FACILITY_AND_NUMBER.fits(trimmed)) {
            return CardFormat.FACILITY_AND_NUMBER.read(trimmed);
        }
        if (trimmed.matches("[0-9]{10}|[0-9]{17}")) {
            return CardFormat.DECIMAL.read(trimmed);
        }
        return CardFormat.HEX.read(trimmed);
    }

    static Optional<CardNumber> ofHex(String digits) {
        String upper = digits.toUpperCase(Locale.ROOT);
        return upper.length() == SHORT || upper.length() == LONG
                ? Optional.of(new CardNumber(upper))
                : Optional.empty();
    }

    /// @param number 0 to 2^56 - 1; up to 2^32 - 1 is a UID of 4 bytes
    static Optional<CardNumber> ofNumber(long number) {
        String form = number <= FOUR_BYTES_MAX ? "%08X" : "%014X";
        return ofHex(String.format(Locale.ROOT, form, number));
    }

    /// Without the number.
    @Override
    public String toString() {
        return "CardNumber";
    }
}
