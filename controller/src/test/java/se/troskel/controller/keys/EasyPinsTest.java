package se.troskel.controller.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: PINs that a finder of a card tries first are refused, others are not. Method: tables.
class EasyPinsTest {
    private static final LocalDate BORN = LocalDate.of(1996, 10, 20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234", "4321", "8888", "0000", "7890", "0987", "123456", "654321", "1212",
                "121212", "123123", "1122", "112211", "2580", "147258"
            })
    void refusesTrivialPins(String pin) {
        assertThat(EasyPins.isTooEasy(pin, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1996", "1020", "2010", "9610", "1096", "961020", "201096", "102096", "199610"
            })
    void refusesTheBirthDate(String pin) {
        assertThat(EasyPins.isTooEasy(pin, BORN)).isTrue();
        assertThat(EasyPins.isTooEasy(pin, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4071", "58203", "730194", "9027", "1243", "80818"})
    void takesOthers(String pin) {
        assertThat(EasyPins.isTooEasy(pin, BORN)).isFalse();
    }
}
