package se.troskel.controller.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a system writes card numbers.
public enum CardFormat {
    /// The UID's bytes in order, as hex: `04A2B3C4`, `04:a2:b3:c4`, `0x04A2B3C4`.
    HEX(
            "(?:0[xX])?((?:[0-9A-Fa-f]{2}[ :-]?){3}[0-9A-Fa-f]{2}|(?:[0-9A-Fa-f]{2}[ :-]?){6}"
                    + "[0-9A-Fa-f]{2})") {
        @Override
        Optional<CardNumber> parse(Matcher parts) {
            return CardNumber.ofHex(parts.group(1).replaceAll("[ :-]", ""));
        }
    },
    /// The same with the bytes in reverse order.
    HEX_REVERSED(HEX.form.pattern()) {
        @Override
        Optional<CardNumber> parse(Matcher parts) {
            String digits = parts.group(1).replaceAll("[ :-]", "");
            StringBuilder reversed = new StringBuilder();
            for (int at = digits.length() - 2; at >= 0; at -= 2) {
                reversed.append(digits, at, at + 2);
            }
            return CardNumber.ofHex(reversed.toString());
        }
    },
    /// The UID as one number, most significant byte first: `77771716`.
    DECIMAL("[0-9]{1,17}") {
        @Override
        Optional<CardNumber> parse(Matcher parts) {
            long number = Long.parseLong(parts.group());
            return number <= SEVEN_BYTES_MAX ? CardNumber.ofNumber(number) : Optional.empty();
        }
    },
    /// The lower three bytes as printed on many fobs: facility (0-255), then number (0-65535), with
    /// `,`, `-`, `/` or `:` between: `123,45678`. The fourth byte is taken to be 0.
    FACILITY_AND_NUMBER("([0-9]{1,3})[,/:-] ?([0-9]{1,5})") {
        @Override
        Optional<CardNumber> parse(Matcher parts) {
            int facility = Integer.parseInt(parts.group(1));
            int number = Integer.parseInt(parts.group(2));
            return facility <= FACILITY_MAX && number <= NUMBER_MAX
                    ? CardNumber.ofNumber(((long) facility << Short.SIZE) | number)
                    : Optional.empty();
        }
    };

    private static final long SEVEN_BYTES_MAX = (1L << 56) - 1;
    private static final int FACILITY_MAX = 255;
    private static final int NUMBER_MAX = 65535;

    private final Pattern form;

    CardFormat(String form) {
        this.form = Pattern.compile(form);
    }

    /// The card number that `text` writes in this format; empty when it is none.
    public Optional<CardNumber> read(String text) {
        Matcher parts = form.matcher(text.strip());
        return parts.matches() ? parse(parts) : Optional.empty();
    }

    abstract Optional<CardNumber> parse(Matcher parts);

    boolean fits(String text) {
        return form.matcher(text).matches();
    }
}
