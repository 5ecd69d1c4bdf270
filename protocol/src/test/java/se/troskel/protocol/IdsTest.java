package se.troskel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: an id is safe in a topic, a file name and a web address. Method: tables of good and bad
/// ones.
class IdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"KAT", "exam-room-2", "a", "kiosk1"})
    void shortPlainNamesAreIds(String text) {
        assertThat(Ids.isId(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1room",
                "-a",
                "a-",
                "a--b",
                "a b",
                "a/b",
                "a+b",
                "#",
                "åäö",
                "a.b",
                "199610202385"
            })
    void anythingElseIsNot(String text) {
        assertThat(Ids.isId(text)).isFalse();
    }
}
