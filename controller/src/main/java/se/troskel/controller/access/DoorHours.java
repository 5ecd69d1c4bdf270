package se.troskel.controller.access;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.troskel.config.Door;
import se.troskel.config.Door.Assurance.Require;
import se.troskel.controller.access.OpeningHours.Stretch;

/// What the hour means for one door. Pure. Hours are read off the wall clock of the centre.
public final class DoorHours {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH.mm", Locale.ROOT);

    private final Door door;
    private final OpeningHours opening;
    private final ZoneId zone;

    public DoorHours(Door door, OpeningHours opening, ZoneId zone) {
        this.door = door;
        this.opening = opening;
        this.zone = zone;
    }

    /// What has to be presented; outside all configured hours card and PIN.
    public Require requires(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        return door.assurance().stream()
                .filter(rule -> covers(rule.days(), rule.from(), rule.until(), local))
                .map(Door.Assurance::require)
                .findFirst()
                .orElse(Require.CARD_AND_PIN);
    }

    /// Whether an opening by key or another system is no alarm.
    public boolean openedOtherwiseAllowed(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        return door.openedOtherwise().stream()
                .anyMatch(hours -> covers(hours.days(), hours.from(), hours.until(), local));
    }

    /// The hours that hold `at` in which the door stands unlocked by schedule; empty outside them.
    /// Never on a closed day; hours that touch are one.
    public Optional<Stretch> unlocked(Instant at) {
        return stretches(door.unlocked(), day(at)).stream()
                .filter(stretch -> stretch.contains(at))
                .findFirst();
    }

    /// The hours of a day in which staff may unlock the door for longer than usual, in order.
    List<Stretch> holdOpen(LocalDate day) {
        return stretches(door.rules().holdOpen(), day);
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /// An instant on the wall clock, as `19.00`.
    String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    private List<Stretch> stretches(List<Door.Hours> weekly, LocalDate day) {
        if (opening.isClosedDay(day)) {
            return List.of();
        }
        List<Stretch> stretches = new ArrayList<>();
        weekly.stream()
                .filter(hours -> hours.days().contains(opening.weekday(day)))
                .sorted(Comparator.comparing(Door.Hours::from))
                .map(hours -> opening.stretch(day, hours.from(), hours.until()))
                .filter(stretch -> stretch.from().isBefore(stretch.until()))
                .forEach(next -> add(next, stretches));
        return List.copyOf(stretches);
    }

    private static void add(Stretch next, List<Stretch> to) {
        boolean touches = !to.isEmpty() && !next.from().isAfter(to.getLast().until());
        to.add(touches ? to.removeLast().with(next) : next);
    }

    private boolean covers(
            Set<DayOfWeek> days, LocalTime from, LocalTime until, LocalDateTime local) {
        LocalTime time = local.toLocalTime();
        return days.contains(opening.weekday(local.toLocalDate()))
                && !time.isBefore(from)
                && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until));
    }
}
