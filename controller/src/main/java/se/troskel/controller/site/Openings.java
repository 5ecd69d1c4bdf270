package se.troskel.controller.site;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Door;
import se.troskel.controller.access.DoorHours;
import se.troskel.controller.access.Help;
import se.troskel.controller.access.OpeningHours;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.event.EventBody;

/// How the centre is open, and what the clock does to its doors: scheduled unlocking and the hours
/// in which a door may be opened by key. Owned by the loop's thread.
final class Openings {
    private final CentreConfig config;
    private final OpeningHours hours;
    private final Records records;
    private final SiteDoors doors;
    private final Map<String, DoorHours> doorHours = new HashMap<>();
    private final Map<String, Boolean> scheduled = new HashMap<>();
    private final Map<String, Boolean> otherwise = new HashMap<>();
    private @Nullable OpeningMode last;

    Openings(CentreConfig config, Records records, SiteDoors doors) {
        this.config = config;
        this.hours = new OpeningHours(config.opening(), config.centre().timeZone());
        this.records = records;
        this.doors = doors;
        for (Door door : config.doors()) {
            doorHours.put(door.id(), new DoorHours(door, hours, config.centre().timeZone()));
        }
    }

    OpeningHours hours() {
        return hours;
    }

    /// Null when the clock cannot be trusted.
    @Nullable OpeningMode mode(Moment now) {
        return now.isClockTrusted() ? hours.mode(now.at()) : null;
    }

    @Nullable Instant until(Moment now) {
        return now.isClockTrusted() ? hours.nextChange(now.at()).orElse(null) : null;
    }

    /// What anybody can do now whom the centre could not answer.
    Help help(Moment now) {
        return Help.at(config, hours, mode(now), now.at());
    }

    /// Records a change of the opening mode and moves scheduled doors. While the clock is untrusted
    /// nothing is unlocked by schedule.
    void tick(Moment now) {
        OpeningMode mode = mode(now);
        if (mode != null && mode != last) {
            last = mode;
            records.after(now, new EventBody.OpeningChanged(mode), null);
            records.add(new SiteEffect.ViewChanged());
        }
        for (Door door : config.doors()) {
            schedule(door, now);
        }
    }

    private void schedule(Door door, Moment now) {
        DoorHours hoursOfDoor = doorHours.get(door.id());
        if (hoursOfDoor == null) {
            return;
        }
        Instant until =
                now.isClockTrusted() ? hoursOfDoor.unlockedUntil(now.at()).orElse(null) : null;
        boolean should = until != null;
        Boolean did = scheduled.put(door.id(), should);
        if (until != null && !Boolean.TRUE.equals(did)) {
            unlock(door, until, now);
        } else if (!should && Boolean.TRUE.equals(did)) {
            doors.lockedNow(door.id(), DoorCause.SCHEDULE, now);
            records.after(
                    now,
                    new EventBody.DoorModeChanged(
                            door.id(), DoorMode.LOCKED, DoorPosture.NORMAL, DoorCause.SCHEDULE),
                    null);
        }
        boolean allowed = now.isClockTrusted() && hoursOfDoor.openedOtherwiseAllowed(now.at());
        if (!Boolean.valueOf(allowed).equals(otherwise.put(door.id(), allowed))) {
            doors.openedOtherwiseAllowed(door.id(), allowed, now);
        }
    }

    private void unlock(Door door, Instant until, Moment now) {
        var record =
                new EventBody.DoorModeChanged(
                        door.id(), DoorMode.UNLOCKED, DoorPosture.NORMAL, DoorCause.SCHEDULE);
        records.before(
                now,
                record,
                null,
                new Records.Then() {
                    @Override
                    public void committed(Moment later) {
                        var left = Duration.between(later.at(), until);
                        if (left.isPositive()) {
                            doors.unlockedFor(door.id(), left, DoorCause.SCHEDULE, later);
                        }
                    }

                    @Override
                    public void refused(Moment later) {
                        scheduled.remove(door.id());
                    }
                });
    }
}
