package se.troskel.controller.ticket;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/// Base45 (RFC 9285): bytes as the characters of a QR code's alphanumeric mode, three for each two
/// bytes.
final class Base45 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int BASE = 45;

    private Base45() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length + 1) / 2 * 3);
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            int value = ((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff);
            text.append(ALPHABET.charAt(value % BASE));
            text.append(ALPHABET.charAt(value / BASE % BASE));
            text.append(ALPHABET.charAt(value / BASE / BASE));
        }
        if (bytes.length % 2 == 1) {
            int value = bytes[bytes.length - 1] & 0xff;
            text.append(ALPHABET.charAt(value % BASE));
            text.append(ALPHABET.charAt(value / BASE));
        }
        return text.toString();
    }

    /// The bytes; null when `text` is not Base45. Each array of bytes has exactly one text.
    static byte @Nullable [] decode(String text) {
        if (text.length() % 3 == 1) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i += 3) {
            boolean pair = i + 2 < text.length();
            int value = digit(text, i) + BASE * digit(text, i + 1);
            value += pair ? BASE * BASE * digit(text, i + 2) : 0;
            if (value < 0 || value > (pair ? 0xffff : 0xff)) {
                return null;
            }
            if (pair) {
                bytes.write(value >> 8);
            }
            bytes.write(value & 0xff);
        }
        return bytes.toByteArray();
    }

    /// A character outside the alphabet makes the sum negative whatever the others are.
    private static int digit(String text, int index) {
        int digit = ALPHABET.indexOf(text.charAt(index));
        return digit < 0 ? -1_000_000 : digit;
    }
}
