package se.troskel.controller.site;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Door;
import se.troskel.controller.access.DoorHours;
import se.troskel.controller.access.Help;
import se.troskel.controller.access.OpeningHours;
import se.troskel.controller.access.ScheduledUnlock;
import se.troskel.controller.access.ScheduledUnlock.DoorDay;
import se.troskel.controller.access.StaffUnlock;
import se.troskel.controller.door.DoorState;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.event.EventBody;

/// How the centre is open, and what the clock does to its doors: scheduled unlocking and the hours
/// in which a door may be opened by key or held open. Owned by the loop's thread.
final class Openings {
    private static final Duration DRIFT = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private final CentreConfig config;
    private final OpeningHours hours;
    private final Records records;
    private final SiteDoors doors;
    private final Map<String, OneDoor> ofDoors = new HashMap<>();
    private @Nullable OpeningMode last;
    private @Nullable Ahead lookedAhead;

    Openings(CentreConfig config, Records records, SiteDoors doors) {
        this.config = config;
        this.hours = new OpeningHours(config.opening(), config.centre().timeZone());
        this.records = records;
        this.doors = doors;
        for (Door door : config.doors()) {
            ofDoors.put(door.id(), new OneDoor(door, hours, config));
        }
    }

    /// What people did at the doors before a restart; doors that are not there any more are
    /// ignored.
    void restore(Map<String, DoorDay> days) {
        ofDoors.forEach((id, door) -> door.day = days.getOrDefault(id, door.day));
    }

    OpeningHours hours() {
        return hours;
    }

    /// Null when the clock cannot be trusted.
    @Nullable OpeningMode mode(Moment now) {
        return now.isClockTrusted() ? hours.mode(now.at()) : null;
    }

    /// When the mode changes next; null when no change is planned or the clock cannot be trusted.
    /// Asked with every view, so it is looked for once an hour: where a centre never closes the
    /// search goes far.
    @Nullable Instant until(Moment now) {
        if (!now.isClockTrusted()) {
            return null;
        }
        Ahead ahead = lookedAhead;
        if (ahead == null || !ahead.holds(now.at())) {
            ahead = new Ahead(now.at(), hours.nextChange(now.at()).orElse(null));
            lookedAhead = ahead;
        }
        return ahead.change();
    }

    /// The next change as seen at `from`; null when none is planned.
    private record Ahead(Instant from, @Nullable Instant change) {
        boolean holds(Instant at) {
            return !at.isBefore(from)
                    && at.isBefore(from.plus(LOOK_AGAIN))
                    && (change == null || at.isBefore(change));
        }
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
            schedule(door, oneDoor(door.id()), now);
        }
    }

    /// Somebody with a right was let in at a door, or at the terminal of that door.
    void letIn(String door, Moment now) {
        oneDoor(door).day = oneDoor(door).day.letInAt(now.at());
    }

    /// Staff unlocked: the schedule goes on where they had locked.
    void unlockedByHand(String door, Moment now) {
        oneDoor(door).day = oneDoor(door).day.unlockedByHandAt(now.at());
    }

    /// Staff locked: until the next hours, or until staff unlocks.
    void lockedByHand(String door, Moment now) {
        oneDoor(door).day = oneDoor(door).day.lockedByHandAt(now.at());
    }

    /// For how long staff may unlock a door now.
    StaffUnlock.Verdict staffUnlock(String door, Duration asked, Moment now) {
        return oneDoor(door).staff.decide(asked, now.at(), now.isClockTrusted());
    }

    private OneDoor oneDoor(String id) {
        OneDoor door = ofDoors.get(id);
        if (door == null) {
            throw new IllegalArgumentException("no door '" + id + "' in this centre");
        }
        return door;
    }

    private void schedule(Door door, OneDoor one, Moment now) {
        Instant until = until(door, one, now);
        if (until != null) {
            if (!one.isDone(until, now)) {
                unlock(door, one, until, now);
            }
        } else if (now.isClockTrusted()) {
            end(door, one, now);
        }
        boolean allowed = now.isClockTrusted() && one.hours.openedOtherwiseAllowed(now.at());
        if (!Boolean.valueOf(allowed).equals(one.otherwiseAllowed)) {
            one.otherwiseAllowed = allowed;
            doors.openedOtherwiseAllowed(door.id(), allowed, now);
        }
    }

    /// Until when the door stands unlocked by its schedule; null when it does not.
    private @Nullable Instant until(Door door, OneDoor one, Moment now) {
        DoorPosture posture = doors.state(door.id()).orElseThrow().posture();
        return one.schedule
                .until(new ScheduledUnlock.Facts(now.at(), now.isClockTrusted(), posture, one.day))
                .orElse(null);
    }

    /// What staff unlocked meanwhile, for longer, is not cut short; where the clock cannot be
    /// believed what stands unlocked ends by its own monotonic time.
    private void end(Door door, OneDoor one, Moment now) {
        boolean did = one.endNanos != null;
        one.endNanos = null;
        DoorState state = doors.state(door.id()).orElseThrow();
        if (did && state.memory().unlockedBy() == DoorCause.SCHEDULE) {
            doors.lockedNow(door.id(), DoorCause.SCHEDULE, now);
            records.after(now, changed(door, DoorMode.LOCKED), null);
        }
    }

    /// The schedule is asked again when the record is there: staff may have locked by hand, or an
    /// order been given, while it was on its way.
    private void unlock(Door door, OneDoor one, Instant until, Moment now) {
        one.endNanos = end(until, now);
        records.before(
                now,
                changed(door, DoorMode.UNLOCKED),
                null,
                new Records.Then() {
                    @Override
                    public void committed(Moment later) {
                        Instant still = until(door, one, later);
                        if (still == null) {
                            notUnlocked(door, one, later);
                        } else if (one.endNanos != null) {
                            one.endNanos = end(still, later);
                            Duration rest = Duration.between(later.at(), still);
                            doors.unlockedFor(door.id(), rest, DoorCause.SCHEDULE, later);
                        }
                    }

                    @Override
                    public void refused(Moment later) {
                        one.endNanos = null;
                    }
                });
    }

    /// What stood unlocked by schedule before goes on until the next tick looks at it.
    private void notUnlocked(Door door, OneDoor one, Moment now) {
        DoorState state = doors.state(door.id()).orElseThrow();
        boolean before = state.memory().unlockedBy() == DoorCause.SCHEDULE;
        one.endNanos = before ? state.unlockedUntilNanos() : null;
        if (!before) {
            records.after(
                    now,
                    new EventBody.DoorModeChanged(
                            door.id(), state.mode(), state.posture(), DoorCause.SCHEDULE),
                    null);
        }
    }

    private static long end(Instant until, Moment now) {
        return now.nanos() + Duration.between(now.at(), until).toNanos();
    }

    private static EventBody changed(Door door, DoorMode mode) {
        return new EventBody.DoorModeChanged(
                door.id(), mode, DoorPosture.NORMAL, DoorCause.SCHEDULE);
    }

    /// What the hours are to one door.
    private static final class OneDoor {
        final DoorHours hours;
        final ScheduledUnlock schedule;
        final StaffUnlock staff;
        DoorDay day = DoorDay.NOTHING;
        @Nullable Boolean otherwiseAllowed;

        /// Monotonic end of the present scheduled unlocking; null when there is none.
        @Nullable Long endNanos;

        OneDoor(Door door, OpeningHours opening, CentreConfig config) {
            ZoneId zone = config.centre().timeZone();
            this.hours = new DoorHours(door, opening, zone);
            this.schedule = new ScheduledUnlock(hours, door.rules().firstPersonIn(), zone);
            this.staff = new StaffUnlock(hours, config.access());
        }

        /// A clock that was set back leaves more of the hours than was unlocked for: then it is
        /// unlocked for the rest. A second or two between both clocks is none of that.
        boolean isDone(Instant until, Moment now) {
            return endNanos != null
                    && (now.nanos() - endNanos < 0
                            || Duration.between(now.at(), until).compareTo(DRIFT) < 0);
        }
    }
}
