package se.troskel.config;

/// Something wrong in a configuration, for the person who mends it.
///
/// @param file name of the file inside the configuration's folder
/// @param line counted from 1; 0 when the file could not be read at all
/// @param column counted from 1; 0 when the file could not be read at all
/// @param pointer JSON pointer to the place, for example `/rooms/0/name`; empty for the whole file
/// @param value the text that is there, shortened; empty when nothing is or when it may be a secret
/// @param what what is wrong
/// @param mend what to do about it
public record Problem(
        Severity severity,
        String file,
        int line,
        int column,
        String pointer,
        String value,
        String what,
        String mend) {

    /// How bad it is.
    public enum Severity {
        /// The configuration is not used.
        ERROR,
        /// It is used; somebody should look at it.
        WARNING
    }

    /// One line, `centre.yaml:7:3 /rooms/0/wrong: what -> mend`.
    @Override
    public String toString() {
        return file
                + (line > 0 ? ":" + line + ":" + column : "")
                + (pointer.isEmpty() ? "" : " " + pointer)
                + (severity == Severity.WARNING ? ": warning: " : ": ")
                + what
                + (value.isEmpty() ? "" : " (it is \"" + value + "\")")
                + " -> "
                + mend;
    }
}
