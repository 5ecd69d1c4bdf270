package se.troskel.region.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.protocol.occupancy.Quality;
import se.troskel.region.store.Sample;

/// Goal: today's line shows only what was known, and what is usual only with enough weekdays behind
/// it (UX D6). Method: samples by hand around one Monday, also across the change to summer time.
class DayLineTest {
    /// Monday, 09.14 in Sweden.
    private static final Instant NOW = Instant.parse("2026-10-05T07:14:32Z");

    private static final Clock CLOCK = new Clock(ZoneId.of("Europe/Stockholm"), NOW);

    private final List<Sample> samples = new ArrayList<>();

    @Test
    void theLineHoldsFromChangeToChangeAndEndsNow() {
        sample("2026-10-05T05:10:00Z", 3);
        sample("2026-10-05T06:40:00Z", 5);
        DayLine line = DayLine.of(samples, CLOCK);
        assertThat(at(line, "07:00").people()).isNull();
        assertThat(at(line, "07:30").people()).isEqualTo(3);
        assertThat(at(line, "08:30").people()).isEqualTo(3);
        assertThat(at(line, "09:00").people()).isEqualTo(5);
        assertThat(at(line, "09:30").people()).isNull();
    }

    @Test
    void whatIsUnknownOrOldIsAGapAndNeverZero() {
        samples.add(new Sample("KAT", "a", NOW.minus(Duration.ofHours(16)), 4, Quality.HIGH));
        samples.add(new Sample("KAT", "a", NOW.minus(Duration.ofHours(1)), null, Quality.HIGH));
        samples.add(new Sample("KAT", "a", NOW.minus(Duration.ofMinutes(30)), 9, Quality.LOW));
        assertThat(DayLine.of(samples, CLOCK).slots()).allMatch(slot -> slot.people() == null);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, false", "3, 3, false", "4, 4, true", "8, 8, true", "20, 8, true"})
    void fourOfTheSameWeekdaySayWhatIsUsual(int weeks, int days, boolean enough) {
        for (int week = 1; week <= weeks; week++) {
            sample(NOW.minus(Duration.ofDays(7L * week)).toString(), week);
            sample(NOW.minus(Duration.ofDays(7L * week - 1)).toString(), 90);
        }
        DayLine line = DayLine.of(samples, CLOCK);
        assertThat(line.days()).isEqualTo(days);
        assertThat(line.hasHistory()).isEqualTo(enough);
        assertThat(at(line, "09:00").usual()).isNull();
        assertThat(at(line, "10:00").usual() != null).isEqualTo(enough);
        assertThat(line.slots()).allMatch(s -> s.usual() == null || s.usual().high() <= 8);
    }

    @Test
    void theBandIsTheMiddleHalf() {
        assertThat(DayLine.Band.of(List.of(1, 2, 3, 4, 5))).isEqualTo(new DayLine.Band(2, 4));
        assertThat(DayLine.Band.of(List.of(0, 10, 20, 30))).isEqualTo(new DayLine.Band(7.5, 22.5));
    }

    @Test
    void sameTimeMeansTheSameOnTheClockOnTheWall() {
        Clock monday =
                new Clock(ZoneId.of("Europe/Stockholm"), Instant.parse("2026-04-13T12:00:00Z"));
        for (String day : List.of("03-09T08", "03-16T08", "03-23T08", "03-30T07", "04-06T07")) {
            sample("2026-" + day + ":00:00Z", 6);
        }
        DayLine line = DayLine.of(samples, monday);
        assertThat(at(line, "08:30").usual()).isNull();
        assertThat(at(line, "09:00").usual()).isEqualTo(new DayLine.Band(6, 6));
    }

    @Test
    void theDrawingHasAWordForEverythingAndBreaksAtGaps() {
        sample("2026-10-05T04:00:00Z", 3);
        sample("2026-10-05T05:00:00Z", null);
        sample("2026-10-05T06:00:00Z", 7);
        DayChart chart = DayChart.of("Studion", 20, DayLine.of(samples, CLOCK), CLOCK);
        assertThat(chart.lines())
                .containsExactly("40,139.5 58,139.5", "112,109.5 130,109.5 148,109.5");
        assertThat(chart.bands()).isEmpty();
        assertThat(chart.words())
                .isEqualTo(
                        "Senast 7 kl. 09.00, mest 7 kl. 08.00. För lite historik för att säga vad"
                                + " som är vanligt en måndag: 0 av 4 dagar.");
        assertThat(chart.rows().getFirst()).isEqualTo(new DayChart.Row("06.00", "3", "–"));
    }

    private void sample(String at, @Nullable Integer people) {
        samples.add(new Sample("KAT", "a", Instant.parse(at), people, Quality.HIGH));
    }

    private static DayLine.Slot at(DayLine line, String time) {
        return line.slots().stream()
                .filter(slot -> slot.time().equals(LocalTime.parse(time)))
                .findFirst()
                .orElseThrow();
    }
}
