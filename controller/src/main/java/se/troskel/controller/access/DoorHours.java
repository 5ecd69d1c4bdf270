package se.troskel.controller.access;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import se.troskel.config.Door;
import se.troskel.config.Door.Assurance.Require;
import se.troskel.protocol.decision.OpeningMode;

/// What the hour means for one door. Pure. Hours are read off the wall clock of the centre.
public final class DoorHours {
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

    /// Until when the door stands unlocked by schedule; empty when it does not. Never on a closed
    /// day.
    public Optional<Instant> unlockedUntil(Instant at) {
        if (opening.mode(at) == OpeningMode.CLOSED) {
            return Optional.empty();
        }
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        LocalDate day = local.toLocalDate();
        return door.unlocked().stream()
                .filter(hours -> covers(hours.days(), hours.from(), hours.until(), local))
                .map(hours -> OpeningHours.endOf(day, hours.until()).atZone(zone).toInstant())
                .filter(end -> end.isAfter(at))
                .max(Instant::compareTo);
    }

    private static boolean covers(
            Set<DayOfWeek> days, LocalTime from, LocalTime until, LocalDateTime local) {
        LocalTime time = local.toLocalTime();
        return days.contains(local.getDayOfWeek())
                && !time.isBefore(from)
                && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until));
    }
}
