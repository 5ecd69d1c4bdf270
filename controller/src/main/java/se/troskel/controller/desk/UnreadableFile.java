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
                            ? "Filen har inga rader. Första raden ska vara rubriker."
                            : "The file has no rows. Its first row has to be a heading.";
            case "table.tooLarge" ->
                    swedish
                            ? "Filen är för stor. Dela upp den."
                            : "The file is too large. Divide it.";
            case "table.damaged" ->
                    swedish
                            ? "Arbetsboken är skadad eller ingen .xlsx. Öppna den i Excel och spara den på nytt."
                            : "The workbook is damaged or no .xlsx. Open it in Excel and save it again.";
            case "table.locked" ->
                    swedish
                            ? "Arbetsboken är låst med lösenord. Spara den utan lösenord."
                            : "The workbook is locked with a password. Save it without one.";
            case "table.xls" ->
                    swedish
                            ? "Det är en gammal arbetsbok (.xls). Spara den som .xlsx."
                            : "This is an old workbook (.xls). Save it as .xlsx.";
            case "table.sheets" ->
                    swedish
                            ? "Flera blad har rader. Ta bort alla utom listans."
                            : "More than one sheet has rows. Delete all but the list's.";
            default ->
                    swedish
                            ? "Filen går inte att läsa. Spara den som .xlsx eller CSV."
                            : "The file cannot be read. Save it as .xlsx or CSV.";
        };
    }
}
