package se.troskel.controller.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.controller.identity.PersonalNumber.Kind;
import se.troskel.controller.identity.PersonalNumber.Problem;
import se.troskel.controller.identity.PersonalNumber.Reading;

/// Goal: every official form of a number is read as one normal form with the right date of birth,
/// and nothing else is. Method: tables of the tax agency's test numbers; any text.
class PersonalNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvFileSource(resources = "numbers.csv", numLinesToSkip = 1)
    void numbersAreRead(String text, String value, LocalDate born, Kind kind) {
        assertThat(PersonalNumber.read(text, TODAY))
                .isEqualTo(new Reading.Valid(new PersonalNumber(value, kind, born)));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "official-test-numbers.csv")
    void officialTestNumbersAreValidInBothLengthsAndSayTheSex(String number, Sex sex) {
        assertThat(PersonalNumber.read(number, TODAY))
                .isInstanceOfSatisfying(
                        Reading.Valid.class,
                        valid -> assertThat(valid.number().sex()).isEqualTo(sex));
        assertThat(PersonalNumber.read(number.substring(2), TODAY))
                .isInstanceOf(Reading.Valid.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0001042399, 200001042399 190001042399",
        "000104-2399, 200001042399",
        "000104+2399, 190001042399",
        "200001042399, 200001042399",
        "190001042399, 190001042399",
        "1212121212, 201212121212 191212121212",
        "9610202385, 199610202385",
        "' 0001042399 ', 200001042399 190001042399",
        "19961020-2386, ''"
    })
    void tenDigitsWithoutASignMayBeTwoPeople(String text, String meanings) {
        assertThat(PersonalNumber.meanings(text, TODAY).stream().map(PersonalNumber::value))
                .containsExactly(meanings.isEmpty() ? new String[0] : meanings.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "1896-11-23, 9611230000, false",
        "1896-11-24, 9611240000, true",
    })
    void anElderIsMeantWhileSomebodyCanBeThatOld(LocalDate born, String stem, boolean both) {
        String number = checked(stem);
        assertThat(PersonalNumber.meanings(number, TODAY).stream().map(PersonalNumber::born))
                .contains(born.plusYears(100))
                .hasSize(both ? 2 : 1);
    }

    @Test
    void whatTenDigitsMeanMovesWithTheDay() {
        assertThat(born("051016-2381", LocalDate.of(2005, 10, 15))).isEqualTo("1905-10-16");
        assertThat(born("051016-2381", LocalDate.of(2005, 10, 16))).isEqualTo("2005-10-16");
        assertThat(PersonalNumber.meanings("0510162381", LocalDate.of(2005, 10, 15))).hasSize(1);
        assertThat(PersonalNumber.meanings("0510162381", LocalDate.of(2005, 10, 16))).hasSize(2);
    }

    private static LocalDate born(String text, LocalDate today) {
        return PersonalNumber.meanings(text, today).getFirst().born();
    }

    private static String checked(String stem) {
        for (int serial = 100; serial < 110; serial++) {
            for (int digit = 0; digit < 10; digit++) {
                String number = stem.substring(0, 6) + serial + digit;
                if (PersonalNumber.read(number, TODAY) instanceof Reading.Valid) {
                    return number;
                }
            }
        }
        throw new IllegalArgumentException("no number of that day");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "no-numbers.csv", numLinesToSkip = 1)
    void everythingElseIsRefusedWithTheReason(String text, Problem problem) {
        assertThat(PersonalNumber.read(text, TODAY)).isEqualTo(new Reading.Invalid(problem));
    }

    @FuzzTest
    void anyTextIsReadOrRefused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (PersonalNumber.read(text, TODAY) instanceof Reading.Valid(PersonalNumber number)) {
            assertThat(number.value()).matches("[0-9]{8}[0-9A-Z][0-9]{3}");
            assertThat(number.born()).isBeforeOrEqualTo(TODAY);
            assertThat(PersonalNumber.read(number.value(), TODAY))
                    .isEqualTo(new Reading.Valid(number));
            assertThat(number.toString()).doesNotContain(number.value());
        }
    }
}
