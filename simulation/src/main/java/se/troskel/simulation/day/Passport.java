package se.troskel.simulation.day;

import java.util.Locale;

/// The machine-readable lines of an invented Swedish passport (ICAO 9303 part 4), check digits
/// included.
///
/// @param personalNumber twelve digits
/// @param expires as `yyMMdd`
record Passport(String surname, String given, String personalNumber, String expires) {
    private static final int LINE = 44;
    private static final int OPTIONAL = 14;
    private static final int[] WEIGHTS = {7, 3, 1};
    private static final String NUMBER = "XX0000001";

    /// @param name given name and surname
    static Passport of(String name, String personalNumber, String expires) {
        String[] names = name.toUpperCase(Locale.ROOT).split(" ", 2);
        return new Passport(names[1], names[0], personalNumber, expires);
    }

    /// Both lines in one, as some scanners send them.
    String lines() {
        String number = checked(NUMBER);
        String born = checked(personalNumber.substring(2, 8));
        boolean female = (personalNumber.charAt(10) - '0') % 2 == 0;
        String until = checked(expires);
        String optional = checked(filled(personalNumber, OPTIONAL));
        return filled("P<SWE" + surname + "<<" + given, LINE)
                + number
                + "SWE"
                + born
                + (female ? "F" : "M")
                + until
                + optional
                + digit(number + born + until + optional);
    }

    private static String filled(String text, int length) {
        return text + "<".repeat(length - text.length());
    }

    private static String checked(String field) {
        return field + digit(field);
    }

    private static char digit(String field) {
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            char character = field.charAt(i);
            int value = character == '<' ? 0 : Character.digit(character, Character.MAX_RADIX);
            sum += value * WEIGHTS[i % WEIGHTS.length];
        }
        return (char) ('0' + sum % 10);
    }

    @Override
    public String toString() {
        return "Passport[]";
    }
}
