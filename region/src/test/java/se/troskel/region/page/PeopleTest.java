package se.troskel.region.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.protocol.mqtt.RoomState;
import se.troskel.protocol.occupancy.Quality;
import se.troskel.region.SampleCentre;

/// Goal: a number is never shown surer than it is, and unknown is never zero (UX D1 to D3). Method:
/// tables of rooms and what they read as.
class PeopleTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    0,  20, HIGH,   PLENTY,  0 av 20,     säker
                    9,  20, HIGH,   PLENTY,  9 av 20,     säker
                    10, 20, HIGH,   SOME,    10 av 20,    säker
                    16, 20, HIGH,   SOME,    16 av 20,    säker
                    17, 20, HIGH,   CROWDED, 17 av 20,    säker
                    25, 20, HIGH,   CROWDED, 25 av 20,    säker
                    13, 20, MEDIUM, SOME,    ca 15 av 20, ungefär
                    12, 20, MEDIUM, SOME,    ca 10 av 20, ungefär
                    17, 20, LOW,    CROWDED, -,           osäker
                    17, 20, NONE,   UNKNOWN, -,           ''
                    -,  20, HIGH,   UNKNOWN, -,           ''
                    """)
    void aRoom(
            @Nullable Integer people,
            int capacity,
            Quality quality,
            Level level,
            @Nullable String number,
            String sure) {
        People shown = People.of(room(people, capacity, quality, false));

        assertThat(shown.level()).isEqualTo(level);
        assertThat(shown.number()).isEqualTo(number);
        assertThat(shown.sure()).isEqualTo(sure);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    5 HIGH;5 HIGH,     PLENTY,  10 av 40,    säker
                    5 HIGH;13 MEDIUM,  PLENTY,  ca 20 av 40, ungefär
                    5 HIGH;18 LOW,     SOME,    -,           osäker
                    18 HIGH;- NONE,    CROWDED, -,           osäker
                    - NONE;- NONE,     UNKNOWN, -,           ''
                    18 HIGH;few HIGH,  PLENTY,  ca 20 av 40, ungefär
                    '',                UNKNOWN, -,           ''
                    """)
    void roomsTogether(String rooms, Level level, @Nullable String number, String sure) {
        List<RoomState> states = new ArrayList<>();
        for (String text : rooms.isEmpty() ? List.<String>of() : List.of(rooms.split(";", -1))) {
            List<String> parts = List.of(text.split(" ", -1));
            boolean few = parts.getFirst().equals("few");
            Integer people =
                    few || parts.getFirst().equals("-") ? null : Integer.valueOf(parts.getFirst());
            states.add(room(people, 20, Quality.valueOf(parts.getLast()), few));
        }

        People shown = People.together(states);

        assertThat(shown.level()).isEqualTo(level);
        assertThat(shown.number()).isEqualTo(number);
        assertThat(shown.sure()).isEqualTo(sure);
    }

    private static RoomState room(
            @Nullable Integer people, int capacity, Quality quality, boolean few) {
        return new RoomState(
                "KAT", "a", "A", people, few, quality, capacity, 60, 1, 1, SampleCentre.START);
    }
}
