package se.troskel.controller.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Room;
import se.troskel.controller.access.AccessDecision;
import se.troskel.controller.access.AccessQuestion;
import se.troskel.controller.access.OpeningHours;
import se.troskel.controller.access.Overstay;
import se.troskel.controller.exam.Progress;
import se.troskel.controller.occupancy.Estimate;
import se.troskel.controller.occupancy.Occupancy;
import se.troskel.controller.occupancy.OccupancyInput;
import se.troskel.controller.register.Registration;
import se.troskel.hardware.OccupancySensor.Observation;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.event.DeviceHealth;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.mqtt.RoomState;
import se.troskel.protocol.occupancy.LeftInside;

/// Who is in the house, as far as anybody can know: the muster list of recognised people, and how
/// many are in each room. Owned by the loop's thread. The muster list is read from the journal at a
/// restart, and emptied when the centre opens anew or staff found that everybody has left.
final class People {
    private final CentreConfig config;
    private final Records records;
    private final Map<String, Inside> inside = new HashMap<>();
    private final Map<String, EventBody.OccupancyChanged> reported = new HashMap<>();
    private final Map<String, Instant> reportedAt = new HashMap<>();
    private final Visitors visitors = new Visitors();
    private Occupancy occupancy;
    private boolean open = true;
    private int left;

    /// A recognised person in the house.
    ///
    /// @param room where they were sent; null for no room in particular
    /// @param doors those by whose reader they came in, since they last went out
    record Inside(@Nullable String room, Instant since, VisitKind kind, Set<String> doors) {}

    People(CentreConfig config, Records records) {
        this.config = config;
        this.records = records;
        this.occupancy = Occupancy.unknown(config);
    }

    /// The number that was last reported before a restart: kept, but no longer sure.
    void restore(EventBody.OccupancyChanged before, Instant at) {
        if (before.people() != null
                && before.people() > 0
                && config.room(before.room()).isPresent()) {
            occupancy =
                    occupancy.after(
                            new OccupancyInput.CheckedIn(before.room(), before.people()), at);
        }
    }

    /// Those who had come before a restart; whom the centre has opened anew since is gone.
    void restore(Muster before, OpeningHours hours, Instant now) {
        for (Muster.Known one : before.known()) {
            if (isOfThisOpening(one.since(), hours, now)) {
                inside.put(one.person(), new Inside(one.room(), one.since(), one.kind(), Set.of()));
            }
        }
        for (Muster.Counted some : before.counted()) {
            if (isOfThisOpening(some.since(), hours, now)) {
                visitors.came(some.kind(), some.people(), some.room(), some.since());
            }
        }
    }

    /// A candidate who was let in before a restart and has not handed in. The rooms' numbers know
    /// of them already.
    void restore(Registration registration, Progress progress, OpeningHours hours, Instant now) {
        Instant came = progress.came();
        if (came != null && isOfThisOpening(came, hours, now)) {
            Registration.Seat seat = registration.seat();
            inside.putIfAbsent(
                    registration.person(),
                    new Inside(
                            seat == null ? null : seat.room(), came, VisitKind.STUDENT, Set.of()));
        }
    }

    private static boolean isOfThisOpening(Instant since, OpeningHours hours, Instant now) {
        return hours.nextOpening(since).filter(opened -> !opened.isAfter(now)).isEmpty();
    }

    boolean isInside(String person) {
        return inside.containsKey(person);
    }

    /// Somebody came or went, and it is recorded. Who is not recognised on the way out changes no
    /// number: nobody knows whether they were counted.
    void passed(AccessDecision decision, AccessQuestion question, Moment now) {
        String person = decision.person();
        String room = decision.room();
        Intent intent = question.intent();
        if (person == null) {
            if (intent == Intent.ENTER) {
                observe(1, room, now);
                visitors.came(VisitKind.GUEST, 1, room, now.at());
            }
            return;
        }
        records.add(new SiteEffect.ViewChanged());
        Inside before = inside.remove(person);
        if (before != null && before.kind() != VisitKind.WORKER) {
            observe(-1, before.room(), now);
        }
        if (intent == Intent.ENTER) {
            VisitKind kind = Objects.requireNonNullElse(decision.kind(), VisitKind.STUDENT);
            Set<String> doors = new HashSet<>(before == null ? Set.of() : before.doors());
            if (question.door() != null) {
                doors.add(question.door());
            }
            inside.put(person, new Inside(room, now.at(), kind, Set.copyOf(doors)));
            if (kind != VisitKind.WORKER) {
                observe(1, room, now);
            }
        }
    }

    /// An invigilator let a candidate in: they are in the house, whether or not a terminal saw them
    /// come.
    void seated(Registration registration, Moment now) {
        Registration.Seat seat = registration.seat();
        String room = seat == null ? null : seat.room();
        if (inside.containsKey(registration.person())) {
            return;
        }
        inside.put(registration.person(), new Inside(room, now.at(), VisitKind.STUDENT, Set.of()));
        observe(1, room, now);
        records.add(new SiteEffect.ViewChanged());
    }

    /// People without a card were counted at the terminal.
    void counted(VisitKind kind, int people, Moment now) {
        visitors.came(kind, people, null, now.at());
        observe(people, null, now);
    }

    /// Staff found that everybody has left.
    void allGone(Moment now) {
        for (Inside gone : inside.values()) {
            if (gone.kind() != VisitKind.WORKER) {
                observe(-1, gone.room(), now);
            }
        }
        visitors.all().forEach(gone -> observe(-gone.people(), gone.room(), now));
        inside.clear();
        visitors.clear();
        watchOverstay(now);
    }

    Muster muster() {
        return new Muster(
                inside.entrySet().stream()
                        .map(one ->
                                new Muster.Known(
                                        one.getKey(),
                                        one.getValue().room(),
                                        one.getValue().since(),
                                        one.getValue().kind()))
                        .sorted(Comparator.comparing(Muster.Known::since))
                        .toList(),
                visitors.all());
    }

    /// How many visitors are still inside after closing.
    int left() {
        return left;
    }

    void headCounts(Map<String, Integer> counts, Moment now) {
        counts.forEach((room, people) -> {
            if (config.room(room).isPresent()) {
                occupancy =
                        occupancy.after(new OccupancyInput.CountedByHand(room, people), now.at());
            }
        });
        records.add(new SiteEffect.ViewChanged());
    }

    void observed(String sensor, Observation observation, Moment now) {
        OccupancyInput input =
                switch (observation) {
                    case Observation.Passage(int people) ->
                            new OccupancyInput.SensedPassage(sensor, people);
                    case Observation.Presence(boolean present) ->
                            new OccupancyInput.SensedPresence(sensor, present);
                    case Observation.Count(int people) ->
                            new OccupancyInput.SensedCount(sensor, people);
                };
        hear(input, now);
    }

    /// A door into a room was opened by somebody who was let in (`+1`) or who left (`-1`).
    void passedDoor(String room, int people, Moment now) {
        hear(new OccupancyInput.PassedDoor(room, people), now);
    }

    void health(String sensor, DeviceHealth health, Moment now) {
        hear(new OccupancyInput.SensorHealth(sensor, health == DeviceHealth.ONLINE), now);
    }

    private void hear(OccupancyInput input, Moment now) {
        occupancy = occupancy.after(input, now.at());
        records.add(new SiteEffect.ViewChanged());
    }

    /// Reports what changed, at most as often as configured; whoever forgot to check out is gone
    /// when the centre opens anew.
    ///
    /// @param mode null when the clock cannot be trusted
    void tick(@Nullable OpeningMode mode, Moment now) {
        boolean opens = isOpen(mode);
        if (opens && !open) {
            inside.clear();
            visitors.clear();
            hear(new OccupancyInput.OpenedAnew(), now);
        }
        open = opens;
        watchOverstay(now);
        boolean withhold = withholds(mode);
        for (Room room : config.rooms()) {
            report(room, withhold, now);
        }
    }

    private void watchOverstay(Moment now) {
        int are = Overstay.left(open, inside.values().stream().map(Inside::kind).toList());
        if (are == left) {
            return;
        }
        left = are;
        LeftInside told = LeftInside.of(are, config.occupancy().smallCountLimit());
        records.after(
                now,
                are == 0
                        ? new EventBody.OverstayChanged(0, false)
                        : new EventBody.OverstayChanged(told.people(), told.few()),
                null);
        records.add(new SiteEffect.ViewChanged());
    }

    /// The doors by whose reader each recognised person has come in since they last went out.
    Map<String, Set<String>> cameIn() {
        Map<String, Set<String>> cameIn = new HashMap<>();
        inside.forEach((person, one) -> cameIn.put(person, one.doors()));
        return cameIn;
    }

    /// The estimate by room, however sure; rooms of which nothing is known are left out.
    Map<String, Integer> estimated(Moment now) {
        return occupancy.people(now.at());
    }

    /// Counted heads by room, for the fire limit; a room whose number is only guessed is left out.
    Map<String, Integer> counted(Moment now) {
        return occupancy.counted(now.at());
    }

    /// The rooms now.
    ///
    /// @param withhold whether numbers below the small-count limit are withheld
    List<RoomState> rooms(boolean withhold, Moment now) {
        List<RoomState> rooms = new ArrayList<>();
        for (Room room : config.rooms()) {
            Estimate estimate = occupancy.estimate(room.id(), now.at());
            Integer people = estimate.people();
            boolean few = isFew(withhold, people);
            rooms.add(
                    new RoomState(
                            config.centre().code(),
                            room.id(),
                            room.name(),
                            few ? null : people,
                            few,
                            estimate.quality(),
                            room.capacity(),
                            room.maxPersons(),
                            estimate.sensorsOk(),
                            estimate.sensorsTotal(),
                            now.at()));
        }
        return rooms;
    }

    /// Without a trusted clock the centre is taken to be as it was.
    private boolean isOpen(@Nullable OpeningMode mode) {
        return mode == null ? open : mode == OpeningMode.STAFFED || mode == OpeningMode.UNSTAFFED;
    }

    static boolean withholds(@Nullable OpeningMode mode) {
        return mode != OpeningMode.STAFFED;
    }

    private boolean isFew(boolean withhold, @Nullable Integer people) {
        return withhold && people != null && people < config.occupancy().smallCountLimit();
    }

    private void observe(int people, @Nullable String room, Moment now) {
        hear(
                people > 0
                        ? new OccupancyInput.CheckedIn(room, people)
                        : new OccupancyInput.CheckedOut(room, -people),
                now);
    }

    private void report(Room room, boolean withhold, Moment now) {
        Estimate estimate = occupancy.estimate(room.id(), now.at());
        boolean few = isFew(withhold, estimate.people());
        var body =
                new EventBody.OccupancyChanged(
                        room.id(), few ? null : estimate.people(), few, estimate.quality());
        Instant last = reportedAt.get(room.id());
        boolean due =
                last == null
                        || !now.at().isBefore(last.plusSeconds(config.occupancy().publishSeconds()))
                        || now.at().isBefore(last);
        if (due && !body.equals(reported.get(room.id()))) {
            boolean first = reported.put(room.id(), body) == null;
            reportedAt.put(room.id(), now.at());
            if (!first || estimate.people() != null) {
                records.after(now, body, null);
            }
            records.add(new SiteEffect.ViewChanged());
        }
    }
}
