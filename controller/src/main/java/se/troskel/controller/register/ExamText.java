package se.troskel.controller.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The words of a deviation that staff wrote down in a sitting. They may say anything of anybody,
/// so they stand here alone; the journal has their hash. Gone with the sitting.
///
/// @param note id of the note that they belong to
/// @param sitting id of its sitting
/// @param text fits ([#isFit])
public record ExamText(String note, String sitting, String text) {
    /// Longest text, in characters.
    public static final int MAX_LENGTH = 2000;

    public ExamText {
        if (!isFit(text)) {
            throw new IllegalArgumentException("the words of a deviation do not fit");
        }
    }

    /// Whether a text can be taken: not blank, not too long, and without control characters other
    /// than line feeds.
    public static boolean isFit(String text) {
        return !text.isBlank()
                && text.length() <= MAX_LENGTH
                && text.codePoints().allMatch(ExamText::isFit);
    }

    private static boolean isFit(int codePoint) {
        int type = Character.getType(codePoint);
        return codePoint == '\n' || (type != Character.CONTROL && type != Character.SURROGATE);
    }

    /// SHA-256 of a text in hex, as the journal has it.
    public static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Without the words.
    @Override
    public String toString() {
        return "ExamText[" + note + "]";
    }
}
