package se.troskel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.config.Reading.Usable;

/// Two configurations have one fingerprint exactly when they say the same. The sound file is
/// rewritten without and with a change of meaning.
class ConfigFingerprintTest {

    @Test
    void isTheSameInEveryProcess() throws IOException {
        assertThat(fingerprint(CentreLoaderTest.sound()))
                .isEqualTo("28160a0d62bc0033c0fec27b5e4b5914146c26938ff8e70cec49f81d1ad3c36e");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    days: [MONDAY, TUESDAY]       | days: [TUESDAY, MONDAY]
                    host: 127.0.0.1, port: 8080   | port: 8080, host: 127.0.0.1
                    name: Hallen                  | name: "Hallen" # the first room
                    """)
    void doesNotDependOnWriting(String part, String other) throws IOException {
        String sound = CentreLoaderTest.sound();
        assertThat(sound).contains(part);
        assertThat(fingerprint(sound.replace(part, other))).isEqualTo(fingerprint(sound));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    days: [MONDAY, TUESDAY]       | days: [TUESDAY]
                    port: 8080                    | port: 8081
                    [STUDY, OTHER]                | [OTHER, STUDY]
                    en: To the left.              | en: To the right.
                    """)
    void changesWithTheMeaning(String part, String other) throws IOException {
        String sound = CentreLoaderTest.sound();
        assertThat(sound).contains(part);
        assertThat(fingerprint(sound.replace(part, other))).isNotEqualTo(fingerprint(sound));
    }

    @Test
    void theRulesOfExamsCount() {
        CentreConfig centre = new CentreLoader().require(Path.of("centres/katrineholm"));
        ExamRulebook none = new ExamRulesLoader().load(List.of()).rulebook();
        ExamRulebook own =
                new ExamRulesLoader().load(List.of(Path.of("centres/katrineholm"))).rulebook();
        assertThat(ConfigFingerprint.of(centre, own))
                .isNotEqualTo(ConfigFingerprint.of(centre, none))
                .isEqualTo(ConfigFingerprint.of(centre, own));
    }

    private static String fingerprint(String text) {
        return ConfigFingerprint.of(((Usable) new CentreLoader().read(text)).config());
    }
}
