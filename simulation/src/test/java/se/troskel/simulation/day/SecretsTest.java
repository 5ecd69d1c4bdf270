package se.troskel.simulation.day;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: the day's search for traces of people finds them, and nothing else. Method: texts as they
/// could stand in a log, with and without one.
class SecretsTest {
    private final Secrets secrets = Secrets.ofTheDay();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    person Alva Testsson was let in   | the name of Alva
                    ALVA TESTSSON                     | the name of Alva
                    card 04A1B2C3 is unknown          | the card of Alva
                    card=04a1b2c3,                    | the card of Alva
                    card 77705923                     | the card of Alva
                    {"who":"9001252387"}              | the personal number of Alva
                    900125-2387                       | the written personal number of Alva
                    {"who":"199001252387"}            | the personal number of Alva
                    19900125-2387                     | the written personal number of Alva
                    P<SWETESTSSON<<ALMA 9107172380<<  | the personal number of Alma
                    20000102-T229                     | the written personal number of Lo
                    pin=739154                        | a PIN
                    """)
    void aTraceIsFound(String text, String what) {
        assertThat(secrets.in(text)).containsExactly(what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "staff should look: BLOCKED [kiosk1]",
                "hash 04a1b2c3d4e5f60718293a4b5c6d7e8f",
                "at 2027-02-09T13:22:11.739154191Z",
                "Testsson"
            })
    void nothingElseIs(String text) {
        assertThat(secrets.in(text)).isEmpty();
    }
}
