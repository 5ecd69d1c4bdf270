package se.troskel.controller.occupancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.config.AccessRules;
import se.troskel.config.Alarms;
import se.troskel.config.Api;
import se.troskel.config.Centre;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.config.OccupancyRules;
import se.troskel.config.Opening;
import se.troskel.config.Retention;
import se.troskel.config.Room;
import se.troskel.controller.occupancy.OccupancyInput.CheckedIn;
import se.troskel.controller.occupancy.OccupancyInput.CheckedOut;
import se.troskel.controller.occupancy.OccupancyInput.CountedByHand;
import se.troskel.controller.occupancy.OccupancyInput.OpenedAnew;
import se.troskel.controller.occupancy.OccupancyInput.PassedDoor;
import se.troskel.controller.occupancy.OccupancyInput.SensedCount;
import se.troskel.controller.occupancy.OccupancyInput.SensedPassage;
import se.troskel.controller.occupancy.OccupancyInput.SensedPresence;
import se.troskel.controller.occupancy.OccupancyInput.SensorHealth;
import se.troskel.protocol.kiosk.KioskView;
import se.troskel.protocol.occupancy.Quality;

/// Goal: a number of people is never negative and never surer than its witnesses (INV-13). Method:
/// single rules in a centre with a bare room, a room with all kinds of sensors and a stale time of
/// an hour; then ten thousand random inputs.
class OccupancyTest {
    private static final Instant START = Instant.parse("2026-03-03T09:00:00Z");
    private static final CentreConfig CENTRE =
            new CentreConfig(
                    new Centre(
                            "KAT",
                            "Campus Viadidakt",
                            "Katrineholm",
                            "0483",
                            "Fredsgatan 38",
                            ZoneId.of("Europe/Stockholm"),
                            null,
                            List.of("sv")),
                    new Opening(List.of(), List.of(), null),
                    List.of(room("bare"), room("sensed")),
                    List.of(),
                    List.of(),
                    Alarms.NONE,
                    List.of(sensor("beam"), sensor("pir"), sensor("heads")),
                    new AccessRules(
                            18, true, 3, 15, 4, 10, 15, List.of(), 5, 5, 15, 240, List.of()),
                    new OccupancyRules(60, 3, 60),
                    new Retention(30, 90, 365, 400, "KS 1"),
                    new Api("127.0.0.1", 0),
                    null,
                    null);

    private Occupancy occupancy = Occupancy.unknown(CENTRE);
    private Instant now = START;

    private static Room room(String id) {
        return new Room(id, id, Room.Kind.STUDY, 10, 10, 12, true, Map.of());
    }

    private static Device sensor(String id) {
        return new Device(
                id,
                id,
                Device.Kind.OCCUPANCY_SENSOR,
                Device.Provider.SIMULATED,
                null,
                null,
                false,
                null,
                null,
                "sensed",
                null,
                null,
                null);
    }

    private void hears(OccupancyInput input) {
        occupancy = occupancy.after(input, now);
    }

    private void allSensorsWork() {
        for (String id : List.of("beam", "pir", "heads")) {
            hears(new SensorHealth(id, true));
        }
    }

    private void passes(Duration time) {
        now = now.plus(time);
    }

    private void seen(String room, @Nullable Integer people, Quality quality) {
        Estimate estimate = occupancy.estimate(room, now);
        assertThat(estimate.people()).isEqualTo(people);
        assertThat(estimate.quality()).isEqualTo(quality);
    }

    @Test
    void withoutAWitnessNothingIsKnownNotZero() {
        seen("bare", null, Quality.NONE);
        assertThat(occupancy.estimate("sensed", now).sensorsTotal()).isEqualTo(3);
        assertThat(occupancy.estimate("sensed", now).sensorsOk()).isZero();
        assertThat(occupancy.centre(now).people()).isNull();
        assertThat(occupancy.estimate("no-such-room", now).quality()).isEqualTo(Quality.NONE);
    }

    @Test
    void checkInsAloneAreAWeakWitness() {
        hears(new CheckedIn("bare", 3));
        hears(new CheckedOut("bare", 1));
        seen("bare", 2, Quality.LOW);
    }

    @Test
    void checkInsAndTheDoorThatAgreeAreASurerOne() {
        hears(new CheckedIn("bare", 1));
        hears(new PassedDoor("bare", 1));
        seen("bare", 1, Quality.MEDIUM);
    }

    @Test
    void leavingUnseenArrivalsLeavesNobodyNotFewer() {
        hears(new CheckedOut("bare", 4));
        seen("bare", 0, Quality.LOW);
        hears(new CheckedIn("bare", 1));
        seen("bare", 1, Quality.LOW);
    }

    @Test
    void aSensorAloneIsMediumAndAgreementMakesItHigh() {
        allSensorsWork();
        hears(new SensedPassage("beam", 5));
        seen("sensed", 5, Quality.MEDIUM);
        hears(new SensedCount("heads", 6));
        seen("sensed", 6, Quality.HIGH);
        assertThat(occupancy.counted(now)).containsExactly(Map.entry("sensed", 6));
    }

    @Test
    void disagreementLowers() {
        allSensorsWork();
        hears(new SensedCount("heads", 10));
        hears(new SensedPassage("beam", 2));
        seen("sensed", 10, Quality.LOW);
        assertThat(occupancy.counted(now)).isEmpty();
        assertThat(occupancy.people(now)).containsExactly(Map.entry("sensed", 10));
    }

    @Test
    void aLittleDifferenceNeitherRaisesNorLowers() {
        allSensorsWork();
        hears(new SensedCount("heads", 10));
        hears(new SensedPassage("beam", 8));
        seen("sensed", 10, Quality.MEDIUM);
    }

    @Test
    void aBrokenSensorLowers() {
        allSensorsWork();
        hears(new SensedCount("heads", 5));
        hears(new SensorHealth("pir", false));
        seen("sensed", 5, Quality.LOW);
        assertThat(occupancy.estimate("sensed", now).sensorsOk()).isEqualTo(2);
    }

    @Test
    void presenceSpeaksForOneAndAgainstAnEmptyRoom() {
        allSensorsWork();
        hears(new SensedPresence("pir", true));
        seen("sensed", 1, Quality.LOW);
        hears(new SensedCount("heads", 0));
        seen("sensed", 1, Quality.LOW);
        hears(new SensedPresence("pir", false));
        seen("sensed", 0, Quality.MEDIUM);
    }

    @Test
    void aCountByHandOverridesForAWhile() {
        allSensorsWork();
        hears(new SensedCount("heads", 3));
        hears(new SensedPassage("beam", 3));
        passes(Duration.ofMinutes(1));
        hears(new CountedByHand("sensed", 9));
        passes(Duration.ofMinutes(1));
        hears(new SensedCount("heads", 3));
        seen("sensed", 9, Quality.HIGH);
        hears(new SensedPassage("beam", -1));
        seen("sensed", 8, Quality.MEDIUM);
        passes(Duration.ofMinutes(59));
        seen("sensed", 3, Quality.LOW);
    }

    @Test
    void whatIsNotConfirmedLosesItsQualityStepByStepAndThenItsNumber() {
        allSensorsWork();
        hears(new SensedCount("heads", 4));
        hears(new SensedPassage("beam", 4));
        passes(Duration.ofMinutes(59));
        seen("sensed", 4, Quality.HIGH);
        passes(Duration.ofMinutes(1));
        seen("sensed", 4, Quality.LOW);
        passes(Duration.ofMinutes(60));
        seen("sensed", null, Quality.NONE);
    }

    @Test
    void aFreshWeakWitnessCountsMoreThanAStaleStrongOne() {
        allSensorsWork();
        hears(new SensedCount("heads", 4));
        passes(Duration.ofMinutes(90));
        hears(new CheckedIn("sensed", 2));
        seen("sensed", 2, Quality.LOW);
    }

    @Test
    void openingAnewForgetsWhoeverDidNotCheckOut() {
        hears(new CheckedIn("bare", 3));
        hears(new CheckedIn(null, 2));
        hears(new OpenedAnew());
        seen("bare", null, Quality.NONE);
        assertThat(occupancy.centre(now).people()).isNull();
    }

    @Test
    void theCentreIsTheSumOfRoomsOrTheCheckInsAndNeverSurerThanItsRooms() {
        hears(new CheckedIn(null, 4));
        hears(new CheckedIn("bare", 1));
        assertThat(occupancy.centre(now)).isEqualTo(new Estimate(5, Quality.LOW, 0, 3));
        hears(new CountedByHand("bare", 8));
        assertThat(occupancy.centre(now).people()).isEqualTo(8);
        allSensorsWork();
        hears(new CountedByHand("sensed", 2));
        assertThat(occupancy.centre(now)).isEqualTo(new Estimate(10, Quality.HIGH, 3, 3));
    }

    @ParameterizedTest
    @CsvSource({
        ", NONE, UNKNOWN",
        "0, LOW, PLENTY",
        "4, LOW, PLENTY",
        "5, MEDIUM, SOME",
        "8, MEDIUM, SOME",
        "9, MEDIUM, CROWDED",
        "12, HIGH, FULL",
        "12, MEDIUM, CROWDED",
        "11, HIGH, CROWDED"
    })
    void fullnessInAWord(@Nullable Integer people, Quality quality, KioskView.Level level) {
        assertThat(new Estimate(people, quality, 0, 0).level(10, 12)).isEqualTo(level);
    }

    @Test
    void noSequenceOfInputsMakesANumberNegativeOrANumberOutOfNothing() {
        Random random = new Random(20260303);
        for (int i = 0; i < 10_000; i++) {
            hears(anyInput(random));
            passes(Duration.ofMinutes(random.nextInt(40)));
            for (Estimate estimate :
                    List.of(
                            occupancy.estimate("bare", now),
                            occupancy.estimate("sensed", now),
                            occupancy.centre(now))) {
                Integer people = estimate.people();
                assertThat(people == null).isEqualTo(estimate.quality() == Quality.NONE);
                if (people != null) {
                    assertThat(people).isNotNegative();
                }
                assertThat(estimate.sensorsOk()).isBetween(0, estimate.sensorsTotal());
            }
        }
    }

    private static OccupancyInput anyInput(Random random) {
        String room = random.nextBoolean() ? "bare" : "sensed";
        String sensor = List.of("beam", "pir", "heads", "other").get(random.nextInt(4));
        int people = 1 + random.nextInt(9);
        return switch (random.nextInt(10)) {
            case 0 -> new CheckedIn(room, people);
            case 1 -> new CheckedOut(room, people);
            case 2 -> new CheckedOut(null, people);
            case 3 -> new PassedDoor(room, people - 5);
            case 4 -> new SensedPassage(sensor, people - 5);
            case 5 -> new SensedPresence(sensor, random.nextBoolean());
            case 6 -> new SensedCount(sensor, people - 1);
            case 7 -> new SensorHealth(sensor, random.nextBoolean());
            case 8 -> new CountedByHand(room, people - 1);
            default -> new OpenedAnew();
        };
    }
}
