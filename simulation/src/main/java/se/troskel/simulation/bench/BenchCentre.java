package se.troskel.simulation.bench;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import se.troskel.config.Api;
import se.troskel.config.CentreConfig;
import se.troskel.config.Door;
import se.troskel.config.Opening;
import se.troskel.controller.register.Booking;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.RegisterContents;
import se.troskel.hardware.Device;
import se.troskel.hardware.Devices;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.VisitKind;

/// A centre for measuring: an example centre that is staffed at every hour, its entrance twenty
/// times over, each with a week of hours of its own and none unlocked by schedule, so that every
/// card moves a lock.
final class BenchCentre {
    /// Doors, each with a schedule.
    static final int DOORS = 20;

    /// An ordinary Tuesday.
    static final Instant NOW = Instant.parse("2027-02-09T09:00:00Z");

    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final int PEOPLE_PER_BOOKING = 25;

    private final CentreConfig config;

    /// @param like whose rooms and rules it has
    BenchCentre(CentreConfig like) {
        Door entrance =
                like.doors().stream()
                        .filter(door -> door.room() == null)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no entrance"));
        this.config =
                new CentreConfig(
                        like.centre(),
                        new Opening(
                                List.of(
                                        new Opening.Period(
                                                EVERY_DAY,
                                                LocalTime.MIDNIGHT,
                                                LocalTime.MIDNIGHT,
                                                OpeningMode.STAFFED)),
                                List.of(),
                                null),
                        like.rooms(),
                        IntStream.range(0, DOORS).mapToObj(i -> door(entrance, i)).toList(),
                        List.of(),
                        like.alarms(),
                        like.devices(),
                        like.access(),
                        like.occupancy(),
                        like.retention(),
                        new Api("127.0.0.1", 0),
                        null,
                        null);
    }

    CentreConfig config() {
        return config;
    }

    static String doorId(int index) {
        return index == 0 ? "entrance" : "entrance-" + index;
    }

    /// The first door keeps its id: the terminal stands at it.
    private static Door door(Door like, int index) {
        return new Door(
                doorId(index),
                like.name(),
                Door.Kind.OWN,
                null,
                new Door.Lock(like.lock().type(), doorId(index) + "-lock"),
                like.egressHardware(),
                null,
                null,
                null,
                doorId(index) + "-reader",
                null,
                null,
                null,
                like.times(),
                Door.Rules.PLAIN,
                like.releaseOnFire(),
                List.of(),
                List.of(),
                week());
    }

    private static List<Door.Assurance> week() {
        List<Door.Assurance> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.add(
                    new Door.Assurance(
                            Set.of(day),
                            LocalTime.MIDNIGHT,
                            LocalTime.MIDNIGHT,
                            Door.Assurance.Require.CARD,
                            "Ada Provsson, 2026-08-01"));
        }
        return week;
    }

    static String lookup(int person) {
        return "lookup-" + person;
    }

    /// A register of invented people, each with a card, and bookings of one in twenty-five.
    static RegisterContents register(int people) {
        Map<String, Person> persons = new HashMap<>();
        Map<String, Credential> cards = new HashMap<>();
        List<Booking> bookings = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            String id = "p" + i;
            persons.put(id, student(id));
            cards.put(lookup(i), new Credential(lookup(i), id, null, null, false));
            if (i % PEOPLE_PER_BOOKING == 0) {
                Instant from = NOW.plus(Duration.ofMinutes(5L * bookings.size()));
                bookings.add(
                        new Booking("b" + i, "group-1", id, from, from.plus(Duration.ofHours(1))));
            }
        }
        return new RegisterContents(1, persons, cards, bookings, Map.of(), Map.of(), Map.of());
    }

    static Person student(String id) {
        Instant term = NOW.minus(Duration.ofDays(30));
        return new Person(
                id, "Alva Testsson", VisitKind.STUDENT, null, term, null, term, false, false);
    }

    /// A lock for each door.
    Map<String, BenchLock> locks() {
        Map<String, BenchLock> locks = new LinkedHashMap<>();
        for (Door door : config.doors()) {
            locks.put(door.id(), new BenchLock(door.lock().output()));
        }
        return locks;
    }

    /// These locks and nothing else.
    static Devices devices(Map<String, BenchLock> locks) {
        Map<String, Device> all = new LinkedHashMap<>();
        locks.values().forEach(lock -> all.put(lock.id(), lock));
        return new Devices() {
            @Override
            public Map<String, Device> all() {
                return all;
            }

            @Override
            public void close() {
                all.clear();
            }
        };
    }
}
