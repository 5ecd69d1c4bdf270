package se.troskel.hardware.internal;

/// What the text of a card or code may consist of: characters one can see, and the space. Control
/// and format characters and halves of surrogate pairs are neither card numbers nor codes; they
/// come from noise, wrong baud rates and crafted codes.
public final class PrintableText {
    /// Longest text of a code.
    public static final int MAX_LENGTH = 512;

    private PrintableText() {}

    /// Whether `text` has 1 to [#MAX_LENGTH] characters, all printable.
    public static boolean isPrintable(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.codePoints().allMatch(PrintableText::isPrintable);
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
