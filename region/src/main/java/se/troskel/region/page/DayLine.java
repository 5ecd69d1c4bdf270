package se.troskel.region.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.occupancy.Quality;
import se.troskel.region.store.Sample;

/// A room's people today, over what is usual at the same time on the same weekday (UX D6). Pure.
///
/// A sample is stored at each change and holds until the next, but no longer than half a day: what
/// was not said for so long is unknown, not unchanged. What is less than about right (UX D2) counts
/// as unknown too.
///
/// @param slots every half hour from 06.00 to 22.00
/// @param days how many of the eight weekdays before today have any number
public record DayLine(List<Slot> slots, int days) {
    /// The least weekdays that say what is usual.
    static final int ENOUGH = 4;

    static final int WEEKS = 8;

    private static final LocalTime FIRST = LocalTime.of(6, 0);
    private static final int SLOTS = 33;
    private static final int SLOT_MINUTES = 30;
    private static final Duration HOLDS = Duration.ofHours(12);

    public DayLine {
        slots = List.copyOf(slots);
    }

    /// One time of day.
    ///
    /// @param people null when it was not known, or is still to come
    /// @param usual null when too few weekdays have a number at this time
    public record Slot(LocalTime time, @Nullable Integer people, @Nullable Band usual) {}

    /// The middle half: from the 25th to the 75th percentile.
    public record Band(double low, double high) {
        /// The band of some numbers.
        ///
        /// @param sorted at least one, the smallest first
        static Band of(List<Integer> sorted) {
            return new Band(percentile(sorted, 0.25), percentile(sorted, 0.75));
        }

        /// Between the two nearest, in proportion.
        private static double percentile(List<Integer> sorted, double share) {
            double place = share * (sorted.size() - 1);
            int below = (int) Math.floor(place);
            int above = (int) Math.ceil(place);
            return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
        }
    }

    /// How far back samples are needed, from the start of today.
    static Instant since(Instant now, ZoneId zone) {
        return LocalDate.ofInstant(now, zone)
                .minusWeeks(WEEKS)
                .atStartOfDay(zone)
                .toInstant()
                .minus(HOLDS);
    }

    /// The line of one room.
    ///
    /// @param samples that room's
    static DayLine of(List<Sample> samples, Clock clock) {
        TreeMap<Instant, Sample> byTime = new TreeMap<>();
        samples.forEach(sample -> byTime.put(sample.at(), sample));
        LocalDate today = LocalDate.ofInstant(clock.now(), clock.zone());
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < SLOTS; i++) {
            LocalTime time = FIRST.plusMinutes((long) i * SLOT_MINUTES);
            Instant at = today.atTime(time).atZone(clock.zone()).toInstant();
            List<Integer> before =
                    before(today)
                            .map(day -> day.atTime(time).atZone(clock.zone()).toInstant())
                            .map(then -> people(byTime, then))
                            .filter(Objects::nonNull)
                            .sorted()
                            .toList();
            slots.add(
                    new Slot(
                            time,
                            at.isAfter(clock.now()) ? null : people(byTime, at),
                            before.size() < ENOUGH ? null : Band.of(before)));
        }
        long days = before(today).filter(day -> isKnown(byTime, day, clock.zone())).count();
        return new DayLine(slots, (int) days);
    }

    private static Stream<LocalDate> before(LocalDate today) {
        return IntStream.rangeClosed(1, WEEKS).mapToObj(today::minusWeeks);
    }

    private static boolean isKnown(TreeMap<Instant, Sample> samples, LocalDate day, ZoneId zone) {
        return IntStream.range(0, SLOTS)
                .mapToObj(i -> FIRST.plusMinutes((long) i * SLOT_MINUTES))
                .anyMatch(
                        time -> people(samples, day.atTime(time).atZone(zone).toInstant()) != null);
    }

    private static @Nullable Integer people(TreeMap<Instant, Sample> samples, Instant at) {
        Map.Entry<Instant, Sample> last = samples.floorEntry(at);
        if (last == null || last.getKey().plus(HOLDS).isBefore(at)) {
            return null;
        }
        Sample sample = last.getValue();
        boolean sure = sample.quality() == Quality.HIGH || sample.quality() == Quality.MEDIUM;
        return sure ? sample.people() : null;
    }

    boolean hasHistory() {
        return slots.stream().anyMatch(slot -> slot.usual() != null);
    }
}
