package se.troskel.controller.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.identity.Mrz.Kind;
import se.troskel.controller.identity.Mrz.Problem;
import se.troskel.controller.identity.Mrz.Reading;
import se.troskel.controller.identity.PersonalNumber.Reading.Valid;

/// Reads the lines of one document: the fields by its size, then the check digits, then the dates.
/// Reads once; not thread-safe.
final class MrzReader {
    private static final Pattern CHARACTERS = Pattern.compile("[A-Z0-9<]+");
    private static final Pattern LETTERS = Pattern.compile("[A-Z<]+");
    private static final Pattern DATE = Pattern.compile("[0-9<]{6}");
    private static final int DATE_LENGTH = 6;
    private static final int OPTIONAL_DIGITS = 12;
    private static final String SWEDEN = "SWE";
    private static final int CENTURY = 100;

    /// A document is valid for less than this many years before or after today.
    private static final int HALF_CENTURY = 50;

    private final MrzLines lines;
    private final LocalDate today;

    MrzReader(MrzLines lines, LocalDate today) {
        this.lines = lines;
        this.today = today;
    }

    /// The fields of a document, by their place in its lines.
    ///
    /// @param number with its check digit last
    /// @param birth six characters and a check digit
    /// @param expiry as `birth`
    /// @param optional what the issuer adds; may go on with a long document number
    /// @param composite what the last check digit covers, and that digit last; null for a visa
    private record Fields(
            String name,
            String number,
            String birth,
            String sex,
            String expiry,
            String optional,
            @Nullable String composite) {
        @Override
        public String toString() {
            return "Fields";
        }
    }

    Reading read() {
        if (!lines.lines().stream().allMatch(line -> CHARACTERS.matcher(line).matches())) {
            return new Reading.Invalid(Problem.CHARACTERS);
        }
        Kind kind = kind();
        if (kind == null) {
            return new Reading.Invalid(Problem.KIND);
        }
        Fields fields = fields(kind);
        String issuer = lines.line(1).substring(2, 5);
        Problem problem = problem(fields, issuer);
        if (problem != null) {
            return new Reading.Invalid(problem);
        }
        try {
            Identity identity = identity(fields, issuer);
            LocalDate expires = expires(fields.expiry);
            return new Reading.Valid(new Mrz(kind, issuer.replace("<", ""), identity, expires));
        } catch (DateTimeException e) {
            return new Reading.Invalid(Problem.DATE);
        }
    }

    private @Nullable Kind kind() {
        char first = lines.line(1).charAt(0);
        boolean large = lines.size() == MrzLines.Size.TD3;
        return switch (first) {
            case 'P' -> large ? Kind.PASSPORT : null;
            case 'V' -> lines.size() == MrzLines.Size.TD1 ? null : Kind.VISA;
            case 'A', 'C', 'I' -> large ? null : Kind.CARD;
            default -> null;
        };
    }

    private Fields fields(Kind kind) {
        String one = lines.line(1);
        String two = lines.line(2);
        if (lines.size() == MrzLines.Size.TD1) {
            return new Fields(
                    lines.line(3),
                    one.substring(5, 15),
                    two.substring(0, 7),
                    two.substring(7, 8),
                    two.substring(8, 15),
                    one.substring(15),
                    one.substring(5)
                            + two.substring(0, 7)
                            + two.substring(8, 15)
                            + two.substring(18));
        }
        boolean visa = kind == Kind.VISA;
        int end = two.length() - (visa ? 0 : 1);
        return new Fields(
                one.substring(5),
                two.substring(0, 10),
                two.substring(13, 20),
                two.substring(20, 21),
                two.substring(21, 28),
                two.substring(28, end),
                visa ? null : two.substring(0, 10) + two.substring(13, 20) + two.substring(21));
    }

    private @Nullable Problem problem(Fields fields, String issuer) {
        boolean letters =
                LETTERS.matcher(fields.name).matches()
                        && LETTERS.matcher(issuer).matches()
                        && "MFX<".contains(fields.sex)
                        && DATE.matcher(fields.birth.substring(0, DATE_LENGTH)).matches()
                        && DATE.matcher(fields.expiry.substring(0, DATE_LENGTH)).matches();
        if (!letters) {
            return Problem.CHARACTERS;
        }
        if (fields.name.startsWith("<")) {
            return Problem.NAME;
        }
        boolean digits =
                isNumberChecked(fields)
                        && isChecked(fields.birth)
                        && isChecked(fields.expiry)
                        && isOptionalChecked(fields.optional)
                        && (fields.composite == null || isChecked(fields.composite));
        return digits ? null : Problem.CHECK_DIGIT;
    }

    /// A number longer than nine characters has a filler for its check digit and goes on in the
    /// optional field, with the check digit last (ICAO 9303-5, 4.2.2 note j; 9303-6 likewise).
    private boolean isNumberChecked(Fields fields) {
        boolean goesOn = fields.number.endsWith("<") && lines.size() != MrzLines.Size.TD3;
        if (!goesOn || fields.composite == null) {
            return isChecked(fields.number);
        }
        int end = fields.optional.indexOf('<');
        String rest = end < 0 ? fields.optional : fields.optional.substring(0, end);
        return rest.length() >= 2 && isChecked(fields.number.substring(0, 9) + rest);
    }

    /// Only a passport's optional field has a check digit, which may be a filler where it is empty.
    private boolean isOptionalChecked(String optional) {
        if (lines.size() != MrzLines.Size.TD3 || lines.line(1).startsWith("V")) {
            return true;
        }
        return isChecked(optional);
    }

    /// Whether the last character is the check digit of those before it: weights 7, 3, 1 over the
    /// values 0 to 35, fillers 0 (ICAO 9303-3, 4.9). Of a field of fillers it may be one too.
    private static boolean isChecked(String field) {
        int sum = 0;
        for (int i = 0; i < field.length() - 1; i++) {
            int weight = List.of(7, 3, 1).get(i % 3);
            char character = field.charAt(i);
            sum += character == '<' ? 0 : weight * Character.digit(character, 36);
        }
        char digit = field.charAt(field.length() - 1);
        return digit == '<' ? field.chars().allMatch(c -> c == '<') : digit == '0' + sum % 10;
    }

    private Identity identity(Fields fields, String issuer) {
        Sex sex =
                switch (fields.sex) {
                    case "F" -> Sex.FEMALE;
                    case "M" -> Sex.MALE;
                    default -> Sex.UNSPECIFIED;
                };
        LocalDate born = born(fields.birth);
        PersonalNumber number =
                issuer.equals(SWEDEN) && born != null ? swedishNumber(fields, born) : null;
        return new Identity(PersonName.ofMachineReadable(fields.name), number, born, sex);
    }

    /// Sweden writes the holder's personnummer into the optional field. One of another birthday is
    /// something else.
    private @Nullable PersonalNumber swedishNumber(Fields fields, LocalDate born) {
        String optional = fields.optional;
        String digits =
                optional.substring(0, Math.min(OPTIONAL_DIGITS, optional.length()))
                        .replace("<", "");
        return PersonalNumber.read(digits, today) instanceof Valid(PersonalNumber number)
                        && number.born().getYear() % CENTURY == born.getYear() % CENTURY
                        && number.born().getDayOfYear() == born.getDayOfYear()
                ? number
                : null;
    }

    /// The latest such day that is not in the future; null where year, month or day is not known.
    private @Nullable LocalDate born(String field) {
        if (isOpen(field)) {
            return null;
        }
        LocalDate born = date(century(), field);
        return born.isAfter(today) ? date(century() - CENTURY, field) : born;
    }

    private @Nullable LocalDate expires(String field) {
        if (isOpen(field)) {
            return null;
        }
        int year = century() + Integer.parseInt(field.substring(0, 2));
        int century = year > today.getYear() + HALF_CENTURY ? century() - CENTURY : century();
        return date(year < today.getYear() - HALF_CENTURY ? century() + CENTURY : century, field);
    }

    private static boolean isOpen(String field) {
        return field.substring(0, DATE_LENGTH).contains("<");
    }

    private int century() {
        return today.getYear() / CENTURY * CENTURY;
    }

    private static LocalDate date(int century, String field) {
        return LocalDate.of(
                century + Integer.parseInt(field.substring(0, 2)),
                Integer.parseInt(field.substring(2, 4)),
                Integer.parseInt(field.substring(4, DATE_LENGTH)));
    }
}
