package se.troskel.controller.desk;

/// Why a file is no list that can be imported, in a sentence that says how to mend it.
final class UnreadableFile {
    private UnreadableFile() {}

    /// The sentence for a key of [se.troskel.controller.intake.UnreadableTableException].
    ///
    /// @param key for example `table.missing.NAME`
    /// @param language `sv` for Swedish; anything else is English
    static String sentence(String key, String language) {
        boolean swedish = language.equals("sv");
        String column = key.substring(key.lastIndexOf('.') + 1);
        if (key.startsWith("table.missing.")) {
            return swedish
                    ? "Rubrikraden saknar kolumnen " + column + ". Lägg till den."
                    : "The heading lacks the column " + column + ". Add it.";
        }
        if (key.startsWith("table.twice.")) {
            return swedish
                    ? "Kolumnen " + column + " finns två gånger. Ta bort den ena."
                    : "The column " + column + " stands twice. Remove one of them.";
        }
        return switch (key) {
            case "table.empty" ->
                    swedish
                            ? "Filen har inga rader. Spara den som CSV med en rubrikrad."
                            : "The file has no rows. Save it as CSV with a heading.";
            case "table.tooLarge" ->
                    swedish
                            ? "Filen är för stor. Dela upp den."
                            : "The file is too large. Divide it.";
            default ->
                    swedish
                            ? "Filen går inte att läsa. Spara den som CSV."
                            : "The file cannot be read. Save it as CSV.";
        };
    }
}
