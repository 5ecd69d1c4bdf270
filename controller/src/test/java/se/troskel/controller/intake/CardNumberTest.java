package se.troskel.controller.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: however a system writes a card's number, it is the same card. Method: tables per format,
/// whole columns for the detection, any text.
class CardNumberTest {
    @ParameterizedTest
    @CsvSource({
        "HEX, 04A2B3C4, 04A2B3C4",
        "HEX, 04a2b3c4, 04A2B3C4",
        "HEX, 04:A2:B3:C4, 04A2B3C4",
        "HEX, 04-a2-b3-c4, 04A2B3C4",
        "HEX, 0x04A2B3C4, 04A2B3C4",
        "HEX, 04 A2 B3 C4 D5 E6 01, 04A2B3C4D5E601",
        "HEX_REVERSED, C4B3A204, 04A2B3C4",
        "HEX_REVERSED, 01E6D5C4B3A204, 04A2B3C4D5E601",
        "DECIMAL, 77771716, 04A2B3C4",
        "DECIMAL, 0077771716, 04A2B3C4",
        "DECIMAL, 4294967296, 00000100000000",
        "DECIMAL, 72057594037927935, FFFFFFFFFFFFFF",
        "FACILITY_AND_NUMBER, '123,45678', 007BB26E",
        "FACILITY_AND_NUMBER, 123-45678, 007BB26E",
        "FACILITY_AND_NUMBER, '0,1', 00000001"
    })
    void formatsAreRead(CardFormat format, String text, String value) {
        assertThat(format.read(text)).contains(new CardNumber(value));
    }

    @ParameterizedTest
    @CsvSource({
        "HEX, 04A2B3",
        "HEX, 04A2B3C4D5",
        "HEX, 04A2B3CG",
        "HEX, 04::A2:B3:C4",
        "DECIMAL, 72057594037927936",
        "DECIMAL, 99999999999999999",
        "DECIMAL, -1",
        "DECIMAL, 1e5",
        "FACILITY_AND_NUMBER, '256,1'",
        "FACILITY_AND_NUMBER, '1,65536'",
        "FACILITY_AND_NUMBER, '1,'",
        "HEX, ''"
    })
    void everythingElseIsRefused(CardFormat format, String text) {
        assertThat(format.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"04A2B3C4", "04:a2:b3:c4", "0077771716", " 04A2B3C4 "})
    void aReadersFormsAreTheSameCard(String text) {
        assertThat(CardNumber.fromReader(text)).contains(new CardNumber("04A2B3C4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "77771716A", "123456789", "04A2B3", "https://example.invalid"})
    void whatIsNoCardNumberIsNotGuessed(String text) {
        assertThat(CardNumber.fromReader(text)).isEmpty();
    }

    @Test
    void eightDigitsFromAReaderAreHex() {
        assertThat(CardNumber.fromReader("77771716")).contains(new CardNumber("77771716"));
        assertThat(CardNumber.fromReader("123,45678")).contains(new CardNumber("007BB26E"));
    }

    @Test
    void aColumnsFormatIsFoundOrCalledAmbiguous() {
        assertThat(detect("04A2B3C4D5E601", "04A2B3C4D5E602"))
                .contains(new CardColumn(CardFormat.HEX, List.of()));
        assertThat(detect("01E6D5C4B3A204", "02E6D5C4B3A204"))
                .contains(new CardColumn(CardFormat.HEX_REVERSED, List.of()));
        assertThat(detect("123,45678", "1,2"))
                .contains(new CardColumn(CardFormat.FACILITY_AND_NUMBER, List.of()));
        assertThat(detect("0077771716", "0077771717"))
                .contains(new CardColumn(CardFormat.DECIMAL, List.of()));
        assertThat(detect("04A2B3C4", "garbage"))
                .contains(new CardColumn(CardFormat.HEX, List.of(CardFormat.HEX_REVERSED)));
        assertThat(detect("77771716", "77771717"))
                .contains(
                        new CardColumn(
                                CardFormat.DECIMAL,
                                List.of(CardFormat.HEX, CardFormat.HEX_REVERSED)));
        assertThat(detect("garbage")).isEmpty();
        assertThat(detect()).isEmpty();
    }

    @Test
    void aCardThatIsKnownDecidesTheFormat() {
        CardNumber known = new CardNumber("C4B3A204");
        assertThat(CardColumn.of(List.of("04A2B3C4", "04A2B3C5"), known::equals))
                .contains(new CardColumn(CardFormat.HEX_REVERSED, List.of()));
    }

    @FuzzTest
    void anyTextIsReadOrRefused(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (CardFormat format : CardFormat.values()) {
            format.read(text).ifPresent(CardNumberTest::assertNormal);
        }
        CardNumber.fromReader(text).ifPresent(CardNumberTest::assertNormal);
    }

    private static void assertNormal(CardNumber number) {
        assertThat(number.value()).matches("[0-9A-F]{8}|[0-9A-F]{14}");
        assertThat(CardNumber.fromReader(number.value())).contains(number);
        assertThat(number.toString()).doesNotContain(number.value());
    }

    private static Optional<CardColumn> detect(String... cells) {
        return CardColumn.of(List.of(cells), card -> false);
    }
}
