package se.troskel.kiosk.text;

/// What a result says.
///
/// @param band one or two words beside the shape: whether it was recorded
/// @param headline what happened, at most twelve words
/// @param action the one thing to do now, at most twelve words
public record Sentence(String band, String headline, String action) {
    /// Words of headline and action.
    public int words() {
        return words(headline) + words(action);
    }

    /// Words of a line; those that must not be parted by its end are words too.
    public static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("[\\s\u00a0]+").length;
    }
}
