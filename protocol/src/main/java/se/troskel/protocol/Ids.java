package se.troskel.protocol;

import java.util.regex.Pattern;

/// The form of the ids of centres, rooms, doors and devices: they stand in MQTT topics, file names
/// and web addresses, so they are short, plain ASCII and never look like a date followed by digits
/// (a personal number).
public final class Ids {
    /// Lower- or upper-case letter first, then letters, digits or single hyphens; 1 to 32
    /// characters.
    public static final String PATTERN = "[A-Za-z](?:-?[A-Za-z0-9]){0,31}";

    private static final Pattern ID = Pattern.compile(PATTERN);
    private static final int MAX_LENGTH = 32;

    private Ids() {}

    /// Whether `text` may name a centre, room, door or device.
    public static boolean isId(String text) {
        return text.length() <= MAX_LENGTH && ID.matcher(text).matches();
    }

    /// Returns `text` if it is an id. The exception does not quote it: it may hold anything.
    ///
    /// @throws IllegalArgumentException when it is not; the caller refuses the message or
    ///   configuration that held it
    public static String requireId(String text) {
        if (!isId(text)) {
            throw new IllegalArgumentException(
                    "an id is a letter, then letters, digits or single hyphens, at most "
                            + MAX_LENGTH
                            + " characters");
        }
        return text;
    }
}
