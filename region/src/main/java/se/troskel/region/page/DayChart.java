package se.troskel.region.page;

import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import se.troskel.region.page.DayLine.Band;
import se.troskel.region.page.DayLine.Slot;

/// A [DayLine] as a drawing, as a sentence for those who do not see it, and as a table. Pure.
///
/// @param name of the room
/// @param words what the drawing shows
/// @param top the number at its upper edge
/// @param lines points of the stretches of today's line
/// @param bands outlines of the stretches of what is usual
/// @param hours where each even hour stands
/// @param rows the same numbers, half hour by half hour
public record DayChart(
        String name,
        String words,
        int top,
        List<String> lines,
        List<String> bands,
        List<Hour> hours,
        List<Row> rows) {
    static final int LEFT = 40;
    static final int STEP = 18;
    static final int UPPER = 12;
    static final int LOWER = 162;
    private static final int LEAST_TOP = 4;
    private static final Locale SWEDISH = Clock.SWEDISH;

    /// An hour on the axis.
    public record Hour(int x, String word) {}

    /// A row of the table.
    public record Row(String time, String people, String usual) {}

    static DayChart of(String name, int capacity, DayLine line, Clock clock) {
        int top = Math.max(LEAST_TOP, capacity);
        for (Slot slot : line.slots()) {
            top = Math.max(top, slot.people() == null ? 0 : slot.people());
            top = Math.max(top, slot.usual() == null ? 0 : (int) Math.ceil(slot.usual().high()));
        }
        return new DayChart(
                name,
                words(line, clock),
                top,
                lines(line.slots(), top),
                bands(line.slots(), top),
                hours(line.slots()),
                line.slots().stream().map(DayChart::row).toList());
    }

    private static List<String> lines(List<Slot> slots, int top) {
        List<String> stretches = new ArrayList<>();
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < slots.size(); i++) {
            Integer people = slots.get(i).people();
            if (people != null) {
                points.append(point(i, people, top));
            } else {
                end(stretches, points);
            }
        }
        end(stretches, points);
        return stretches;
    }

    private static List<String> bands(List<Slot> slots, int top) {
        List<String> stretches = new ArrayList<>();
        StringBuilder above = new StringBuilder();
        StringBuilder below = new StringBuilder();
        for (int i = 0; i <= slots.size(); i++) {
            Band usual = i < slots.size() ? slots.get(i).usual() : null;
            if (usual != null) {
                above.append(point(i, usual.high(), top));
                below.insert(0, point(i, usual.low(), top));
            } else {
                end(stretches, above.append(below));
                below.setLength(0);
            }
        }
        return stretches;
    }

    private static void end(List<String> stretches, StringBuilder points) {
        if (!points.isEmpty()) {
            stretches.add(points.toString().strip());
        }
        points.setLength(0);
    }

    private static String point(int slot, double people, int top) {
        double y = LOWER - people * (LOWER - UPPER) / top;
        return String.format(Locale.ROOT, "%d,%.1f ", LEFT + slot * STEP, y);
    }

    private static List<Hour> hours(List<Slot> slots) {
        List<Hour> hours = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            LocalTime time = slots.get(i).time();
            if (time.getMinute() == 0 && time.getHour() % 2 == 0) {
                hours.add(
                        new Hour(LEFT + i * STEP, String.format(SWEDISH, "%02d", time.getHour())));
            }
        }
        return hours;
    }

    private static String words(DayLine line, Clock clock) {
        List<Slot> known = line.slots().stream().filter(slot -> slot.people() != null).toList();
        String today =
                known.isEmpty()
                        ? "Inget tal i dag."
                        : "Senast "
                                + known.getLast().people()
                                + " kl. "
                                + time(known.getLast().time())
                                + ", mest "
                                + most(known).people()
                                + " kl. "
                                + time(most(known).time())
                                + ".";
        String weekday =
                clock.now()
                        .atZone(clock.zone())
                        .getDayOfWeek()
                        .getDisplayName(TextStyle.FULL, SWEDISH);
        String history =
                line.hasHistory()
                        ? " Det fyllda fältet är vanligt en " + weekday + "."
                        : " För lite historik för att säga vad som är vanligt en "
                                + weekday
                                + ": "
                                + line.days()
                                + " av "
                                + DayLine.ENOUGH
                                + " dagar.";
        return today + history;
    }

    /// The first of the highest.
    private static Slot most(List<Slot> known) {
        return known.stream()
                .sorted(
                        Comparator.comparingInt(
                                (Slot slot) -> slot.people() == null ? 0 : -slot.people()))
                .findFirst()
                .orElseThrow();
    }

    private static Row row(Slot slot) {
        Band usual = slot.usual();
        return new Row(
                time(slot.time()),
                slot.people() == null ? "–" : String.valueOf(slot.people()),
                usual == null ? "–" : Math.round(usual.low()) + "–" + Math.round(usual.high()));
    }

    private static String time(LocalTime time) {
        return String.format(SWEDISH, "%02d.%02d", time.getHour(), time.getMinute());
    }
}
