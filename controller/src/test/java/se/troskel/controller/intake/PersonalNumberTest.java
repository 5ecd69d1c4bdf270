package se.troskel.controller.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.controller.intake.PersonalNumber.Kind;
import se.troskel.controller.intake.PersonalNumber.Problem;
import se.troskel.controller.intake.PersonalNumber.Reading;

/// Goal: every official form of a number is read as one normal form with the right date of birth,
/// and nothing else is. Method: tables of the tax agency's test numbers; any text.
class PersonalNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "199610202385, 199610202385, 1996-10-20, PERSONNUMMER",
        "19961020-2385, 199610202385, 1996-10-20, PERSONNUMMER",
        "961020-2385, 199610202385, 1996-10-20, PERSONNUMMER",
        "9610202385, 199610202385, 1996-10-20, PERSONNUMMER",
        "' 961020-2385 ', 199610202385, 1996-10-20, PERSONNUMMER",
        "200510162381, 200510162381, 2005-10-16, PERSONNUMMER",
        "051016-2381, 200510162381, 2005-10-16, PERSONNUMMER",
        "121212+1212, 191212121212, 1912-12-12, PERSONNUMMER",
        "000104+2399, 190001042399, 1900-01-04, PERSONNUMMER",
        "000104-2399, 200001042399, 2000-01-04, PERSONNUMMER",
        "190001042399, 190001042399, 1900-01-04, PERSONNUMMER",
        "200001042399, 200001042399, 2000-01-04, PERSONNUMMER",
        "195705749959, 195705749959, 1957-05-14, SAMORDNINGSNUMMER",
        "570574-9959, 195705749959, 1957-05-14, SAMORDNINGSNUMMER",
        "197306749982, 197306749982, 1973-06-14, SAMORDNINGSNUMMER",
        "20000101-T220, 20000101T220, 2000-01-01, INTERIM",
        "20000101t220, 20000101T220, 2000-01-01, INTERIM",
        "000101-T220, 20000101T220, 2000-01-01, INTERIM"
    })
    void numbersAreRead(String text, String value, LocalDate born, Kind kind) {
        assertThat(PersonalNumber.read(text, TODAY))
                .isEqualTo(new Reading.Valid(new PersonalNumber(value, kind, born)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "199107172380", "199610202385", "200001052380", "199312172381", "200001032382",
                "199007282388", "199007302384", "199705162387", "198705212382", "198808112380",
                "199001252387", "199212252382", "199912282382", "200002262384", "200007312382",
                "200304302383", "200510162381", "190104132386", "199006022397", "200001022391",
                "200001042399", "199312162390", "199007212393", "199504242398", "199710182396",
                "200512312398", "190001042399", "191212121212"
            })
    void officialTestNumbersAreValidInBothLengths(String number) {
        assertThat(PersonalNumber.read(number, TODAY)).isInstanceOf(Reading.Valid.class);
        Reading ten = PersonalNumber.read(number.substring(2), TODAY);
        assertThat(ten).isInstanceOf(Reading.Valid.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'', FORM",
        "96102-2385, FORM",
        "961020 2385, FORM",
        "19961020+2385, FORM",
        "961020--2385, FORM",
        "9610202385X, FORM",
        "20000101-TF22, FORM",
        "x99610202385, FORM",
        "１９９６１０２０２３８５, FORM",
        "199613202385, DATE",
        "199602302385, DATE",
        "199610002385, DATE",
        "199610922385, DATE",
        "000000-1000, DATE",
        "209910202385, FUTURE",
        "199610202386, CHECK_DIGIT",
        "20000101-T221, CHECK_DIGIT",
        "193901829913, CHECK_DIGIT",
        "201210759984, CHECK_DIGIT",
        "201509160006, FORM",
        "198707049996, CHECK_DIGIT",
        "201211209941, CHECK_DIGIT",
        "196408833224, CHECK_DIGIT"
    })
    void everythingElseIsRefusedWithTheReason(String text, Problem problem) {
        assertThat(PersonalNumber.read(text, TODAY)).isEqualTo(new Reading.Invalid(problem));
    }

    @FuzzTest
    void anyTextIsReadOrRefused(byte[] bytes) {
        String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        if (PersonalNumber.read(text, TODAY) instanceof Reading.Valid(PersonalNumber number)) {
            assertThat(number.value()).matches("[0-9]{8}[0-9A-Z][0-9]{3}");
            assertThat(number.born()).isBeforeOrEqualTo(TODAY);
            assertThat(PersonalNumber.read(number.value(), TODAY))
                    .isEqualTo(new Reading.Valid(number));
            assertThat(number.toString()).doesNotContain(number.value());
        }
    }
}
