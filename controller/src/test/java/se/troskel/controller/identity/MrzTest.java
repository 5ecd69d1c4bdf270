package se.troskel.controller.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.controller.identity.Mrz.Kind;
import se.troskel.controller.identity.Mrz.Problem;
import se.troskel.controller.identity.Mrz.Reading;
import se.troskel.protocol.decision.IdentityMatch;

/// Goal: the lines of every size of document are read, and lines in which one character is wrong
/// are not. Method: ICAO's specimens, a sound passport broken in one place after the other, any
/// text.
class MrzTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String SPECIMEN =
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
                    + "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    @ParameterizedTest
    @CsvFileSource(resources = "mrz.csv", delimiter = '|')
    void everySizeIsRead(
            String text,
            Kind kind,
            String issuer,
            @Nullable LocalDate born,
            Sex sex,
            @Nullable LocalDate expires) {
        for (String parted : new String[] {"\n", "\r\n", " ", ""}) {
            Mrz mrz = valid(text.replace("⏎", parted));
            assertThat(mrz.kind()).isEqualTo(kind);
            assertThat(mrz.issuer()).isEqualTo(issuer);
            assertThat(mrz.identity().born()).isEqualTo(born);
            assertThat(mrz.identity().sex()).isEqualTo(sex);
            assertThat(mrz.expires()).isEqualTo(expires);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "no-mrz.csv", delimiter = '|')
    void oneWrongCharacterIsRefusedWithTheReason(
            String part, @Nullable String broken, Problem problem) {
        String text = SPECIMEN.replace("\n", "⏎");
        assertThat(text).contains(part);
        String wrong = text.replace(part, broken == null ? "" : broken).replace('⏎', '\n');
        assertThat(Mrz.read(wrong, TODAY)).isEqualTo(new Reading.Invalid(problem));
    }

    /// Weights 7, 3, 1: the check digits together notice every single digit that is misread.
    @Test
    void everySingleMisreadDigitOfTheNumbersIsNoticed() {
        for (int at = SPECIMEN.indexOf('\n') + 1; at < SPECIMEN.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                char was = SPECIMEN.charAt(at);
                boolean inState = at >= 55 && at < 58;
                if (Character.isDigit(was) && was != digit && !inState) {
                    String wrong = SPECIMEN.substring(0, at) + digit + SPECIMEN.substring(at + 1);
                    assertThat(Mrz.read(wrong, TODAY))
                            .as("character %s", at)
                            .isInstanceOf(Reading.Invalid.class);
                }
            }
        }
    }

    @Test
    void aSwedishPassportSaysThePersonalNumber() {
        Mrz mrz =
                valid(
                        "P<SWETESTSSON<<ALVA<OESTEN<<<<<<<<<<<<<<<<<<"
                                + "XX00000011SWE9610208F3101012199610202385<<48");
        assertThat(mrz.identity().compare(registered("Alva Testsson", "199610202385")))
                .isEqualTo(IdentityMatch.EXACT);
        assertThat(mrz.identity().compare(registered("Alva Gift", "199610202385")))
                .isEqualTo(IdentityMatch.NAME_VARIANT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P<SWETESTSSON<<ALVA<<<<<<<<<<<<<<<<<<<<<<<<<"
                        + "XX00000011SWE9610219F3101012199610202385<<48",
                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
                        + "L898902C36UTO7408122F1204159ZE184226B<<<<<10"
            })
    void anOptionalFieldThatIsNoPersonalNumberOfThatBirthdayIsNone(String text) {
        assertThat(valid(text).identity().number()).isNull();
    }

    @Test
    void aNameThatFillsItsFieldMayBeCut() {
        Identity shown =
                valid(
                                "P<D<<VIRTANEN<<ANNA<MARIA<ELISABETH<SUPERLON"
                                        + "C01X00T478D<<9803145X3101012<<<<<<<<<<<<<<<8")
                        .identity();
        PersonName whole = PersonName.of("Anna Maria Elisabeth Superlonga Virtanen");
        assertThat(shown.name().isSameAs(whole)).isTrue();
        assertThat(whole.isSameAs(shown.name())).isTrue();
        PersonName single = PersonName.ofMachineReadable("V".repeat(39));
        assertThat(single.isSameAs(PersonName.of("V".repeat(45) + " Anna"))).isFalse();
        assertThat(shown.name().isSameAs(PersonName.of("Anna Maria Berta Superlonga Virtanen")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "mrz.csv", delimiter = '|')
    void aDocumentIsValidOnItsLastDay(
            String text, Kind kind, String issuer, String born, Sex sex, @Nullable LocalDate last) {
        Mrz mrz = valid(text.replace('⏎', '\n'));
        if (last == null) {
            assertThat(mrz.hasExpired(TODAY)).isFalse();
        } else {
            assertThat(mrz.hasExpired(last)).isFalse();
            assertThat(mrz.hasExpired(last.plusDays(1))).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2012-04-15",
        "2062-11-23, 2012-04-15",
        "2063-01-01, 2112-04-15",
        "1961-01-01, 1912-04-15"
    })
    void theCenturyOfAnExpiryIsTheOneNearToday(LocalDate today, LocalDate expires) {
        assertThat(Mrz.read(SPECIMEN, today))
                .isInstanceOfSatisfying(
                        Reading.Valid.class,
                        valid -> assertThat(valid.mrz().expires()).isEqualTo(expires));
    }

    @Test
    void nothingOfTheHolderOrTheNumberIsText() {
        Mrz mrz = valid(SPECIMEN);
        assertThat(mrz.toString() + mrz.identity() + Mrz.read(SPECIMEN, TODAY))
                .doesNotContain("ERIKSSON", "ANNA", "1974", "L898902C", "ZE184226B");
        assertThat(Mrz.class.getRecordComponents())
                .extracting(java.lang.reflect.RecordComponent::getName)
                .containsExactly("kind", "issuer", "identity", "expires");
    }

    @FuzzTest
    void anyTextIsReadOrRefused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (Mrz.read(text, TODAY) instanceof Reading.Valid(Mrz mrz)) {
            assertThat(mrz.issuer()).matches("[A-Z]{0,3}");
            assertThat(mrz.identity().compare(mrz.identity())).isNotNull();
        }
    }

    private static Mrz valid(String text) {
        return assertThat(Mrz.read(text, TODAY))
                .isInstanceOf(Reading.Valid.class)
                .extracting(reading -> ((Reading.Valid) reading).mrz())
                .actual();
    }

    private static Identity registered(String name, String number) {
        return Identity.of(PersonName.of(name), PersonalNumber.meanings(number, TODAY).getFirst());
    }
}
