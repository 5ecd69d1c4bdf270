package se.troskel.region.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;
import se.troskel.protocol.event.DeviceHealth;
import se.troskel.protocol.mqtt.CentreState;
import se.troskel.protocol.mqtt.DeviceState;
import se.troskel.protocol.mqtt.DoorStatus;
import se.troskel.protocol.mqtt.RoomState;
import se.troskel.protocol.occupancy.LeftInside;
import se.troskel.protocol.occupancy.Quality;
import se.troskel.region.picture.CentrePicture;
import se.troskel.region.picture.Missing;
import se.troskel.region.picture.RegionPicture;

/// Goal: a reader sees trouble first, sees what is old as old, and sees closed as closed (UX D3 to
/// D8). Method: pictures of a region at one moment and what the page says.
class OverviewTest {
    private static final Instant NOW = Instant.parse("2026-10-05T07:14:32Z");
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    @Test
    void troubleComesFirstThenTheSwedishAlphabet() {
        Overview overview =
                overview(
                        centre("Örebro", OpeningMode.STAFFED, NOW),
                        centre("Åmål", OpeningMode.STAFFED, NOW),
                        centre("Trosa", OpeningMode.STAFFED, NOW.minusSeconds(1000)),
                        centre("Flen", OpeningMode.CLOSED, NOW));

        assertThat(overview.cards())
                .extracting(CentreCard::name)
                .containsExactly("Trosa", "Flen", "Åmål", "Örebro");
        assertThat(overview.head()).isEqualTo("4 lärcentrum · 2 öppna · 1 stängt · 1 vet inte");
        assertThat(overview.clock()).isEqualTo("09.14:32");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0,   FRESH, PLENTY
                    150, FRESH, PLENTY
                    151, STALE, PLENTY
                    900, STALE, PLENTY
                    901, GONE,  UNKNOWN
                    """)
    void aFigureAges(long seconds, Freshness freshness, Level level) {
        CentreCard card =
                overview(centre("Flen", OpeningMode.STAFFED, NOW.minusSeconds(seconds)))
                        .cards()
                        .getFirst();

        assertThat(card.freshness()).isEqualTo(freshness);
        assertThat(card.people().level()).isEqualTo(level);
        assertThat(card.troubles().isEmpty()).isEqualTo(freshness == Freshness.FRESH);
    }

    @Test
    void closedIsNotUnknown() {
        CentreCard card =
                overview(centre("Flen", OpeningMode.OUT_OF_HOURS, NOW)).cards().getFirst();

        assertThat(card.standing()).isEqualTo("closed");
        assertThat(card.opening()).isEqualTo("Stängt till 13.00");
        assertThat(card.people().level()).isEqualTo(Level.CLOSED);
        assertThat(card.troubles()).isEmpty();
    }

    @Test
    void theOpeningOfALostCentreIsSaidAsLastHeard() {
        CentrePicture lost = offline(NOW.minusSeconds(100));
        CentrePicture gone = offline(NOW.minusSeconds(2000));

        assertThat(overview(lost).cards().getFirst().opening())
                .isEqualTo("Senast hört: öppet till 13.00 · bemannat");
        assertThat(overview(gone).cards().getFirst().opening())
                .isEqualTo("Vet inte om det är öppet");
        assertThat(overview(gone).cards().getFirst().lastOpening())
                .isEqualTo(
                        "Vet inte om det är öppet. Senast hört kl. 08.41: öppet till 13.00 · bemannat");
    }

    @Test
    void fireComesFirstAndIsKnownOnlyWhereItIsSaid() {
        CentrePicture burning = alarmed("Ärla", true, null);
        Overview overview =
                overview(
                        centre("Gnesta", OpeningMode.STAFFED, NOW.minusSeconds(1000)),
                        centre("Flen", OpeningMode.STAFFED, NOW),
                        alarmed("Trosa", null, true),
                        burning);

        assertThat(overview.cards())
                .extracting(CentreCard::name)
                .containsExactly("Ärla", "Gnesta", "Flen", "Trosa");
        assertThat(overview.cards())
                .extracting(CentreCard::fire)
                .containsExactly(true, false, false, false);
        assertThat(overview.cards())
                .extracting(CentreCard::armed)
                .containsExactly(false, false, false, true);
    }

    @ParameterizedTest
    @EnumSource
    void everyStandingOrderOfADoorHasItsWords(DoorPosture posture) {
        DoorStatus door =
                new DoorStatus(
                        "C",
                        "d",
                        "Sal",
                        DoorMode.LOCKED,
                        posture,
                        null,
                        LockCommand.LOCK,
                        LockState.LOCKED,
                        DoorPhysicalState.CLOSED,
                        DoorAlarm.NORMAL,
                        false,
                        false,
                        null,
                        NOW);

        assertThat(DoorLine.of(door).order().isEmpty()).isEqualTo(posture == DoorPosture.NORMAL);
        assertThat(DoorLine.of(door).isTrouble()).isFalse();
    }

    private static CentrePicture alarmed(
            String name, @Nullable Boolean fire, @Nullable Boolean armed) {
        CentrePicture whole = centre(name, OpeningMode.STAFFED, NOW);
        CentreState said = Objects.requireNonNull(whole.state());
        CentreState state =
                new CentreState(
                        said.centre(),
                        said.name(),
                        true,
                        said.at(),
                        said.mode(),
                        said.until(),
                        said.leftInside(),
                        said.epoch(),
                        said.lastSeq(),
                        said.hash(),
                        said.retired(),
                        said.version(),
                        fire,
                        armed,
                        null);
        return new CentrePicture(
                whole.centre(), name, state, NOW, false, null, whole.rooms(), List.of(), List.of());
    }

    private static CentrePicture offline(Instant heard) {
        CentrePicture whole = centre("Flen", OpeningMode.STAFFED, heard);
        CentreState said = Objects.requireNonNull(whole.state());
        CentreState state =
                new CentreState(
                        said.centre(),
                        said.name(),
                        false,
                        said.at(),
                        said.mode(),
                        said.until(),
                        said.leftInside(),
                        said.epoch(),
                        said.lastSeq(),
                        said.hash(),
                        said.retired(),
                        said.version(),
                        null,
                        null,
                        null);
        return new CentrePicture(
                "C", "Flen", state, heard, false, null, whole.rooms(), List.of(), List.of());
    }

    @Test
    void aCentreThatWasNeverHeardIsUnknown() {
        CentreCard card =
                overview(
                                new CentrePicture(
                                        "FLE", "Flen", null, null, false, null, List.of(),
                                        List.of(), List.of()))
                        .cards()
                        .getFirst();

        assertThat(card.standing()).isEqualTo("unknown");
        assertThat(card.people().level()).isEqualTo(Level.UNKNOWN);
        assertThat(card.heardAt()).isEqualTo("Aldrig hört av");
    }

    @Test
    void aDeviceThatIsNotThereAndAJournalThatDiffersOrMissesEventsAreTrouble() {
        CentrePicture whole = centre("Flen", OpeningMode.STAFFED, NOW);
        CentreCard card =
                overview(
                                new CentrePicture(
                                        whole.centre(),
                                        whole.name(),
                                        whole.state(),
                                        whole.heard(),
                                        true,
                                        new Missing(12, NOW.minus(Duration.ofDays(29))),
                                        whole.rooms(),
                                        List.of(),
                                        List.of(
                                                device("Terminal", DeviceHealth.OFFLINE),
                                                device("Läsare", DeviceHealth.ONLINE))))
                        .cards()
                        .getFirst();

        assertThat(card.troubles())
                .extracting(Trouble::text)
                .containsExactly(
                        "Journalen stämmer inte med regionens",
                        "12 händelser saknas",
                        "Terminal: svarar inte");
    }

    @Test
    void theFiltersShowTroubleOrWhatIsOpen() {
        Overview overview =
                overview(
                        centre("Flen", OpeningMode.STAFFED, NOW),
                        centre("Gnesta", OpeningMode.CLOSED, NOW),
                        centre("Trosa", OpeningMode.STAFFED, NOW.minusSeconds(200)));

        assertThat(names(overview, Show.TROUBLE)).containsExactly("Trosa");
        assertThat(names(overview, Show.OPEN)).containsExactly("Trosa", "Flen");
        assertThat(names(overview, Show.of("annat"))).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    PT1H,  10.14
                    P1D,   tisdag kl. 09.14
                    P20D,  25 oktober kl. 08.14
                    """)
    void timesOfDayAreSwedish(Duration later, String text) {
        assertThat(new Clock(SWEDEN, NOW).at(NOW.plus(later))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    4, false, 4 kvar efter stängning
                     , true,  Någon eller några kvar efter stängning
                    """)
    void whoeverIsLeftAfterClosingIsTrouble(@Nullable Integer people, boolean few, String text) {
        CentrePicture closed = centre("Flen", OpeningMode.OUT_OF_HOURS, NOW);
        CentreState state = Objects.requireNonNull(closed.state());
        CentrePicture left =
                new CentrePicture(
                        closed.centre(),
                        closed.name(),
                        new CentreState(
                                state.centre(),
                                state.name(),
                                true,
                                state.at(),
                                state.mode(),
                                state.until(),
                                new LeftInside(people, few),
                                state.epoch(),
                                state.lastSeq(),
                                state.hash(),
                                state.retired(),
                                state.version(),
                                state.fire(),
                                state.armed(),
                                state.parts()),
                        closed.heard(),
                        false,
                        null,
                        closed.rooms(),
                        List.of(),
                        List.of());
        assertThat(overview(left).cards().getFirst().troubles())
                .extracting(Trouble::text)
                .containsExactly(text);
    }

    private static List<String> names(Overview overview, Show show) {
        return overview.cards(show).stream().map(CentreCard::name).toList();
    }

    private static Overview overview(CentrePicture... centres) {
        return Overview.of(new RegionPicture(1, true, List.of(centres)), SWEDEN, NOW);
    }

    private static DeviceState device(String name, DeviceHealth health) {
        return new DeviceState("FLE", "x", name, health, NOW);
    }

    private static CentrePicture centre(String name, @Nullable OpeningMode mode, Instant heard) {
        var state =
                new CentreState(
                        "C",
                        name,
                        true,
                        heard,
                        mode,
                        Instant.parse("2026-10-05T11:00:00Z"),
                        null,
                        "kdfq",
                        0,
                        "0".repeat(64),
                        null,
                        "0.1",
                        null,
                        null,
                        null);
        var room = new RoomState("C", "a", "Studion", 3, false, Quality.HIGH, 20, 30, 2, 2, heard);
        return new CentrePicture(
                "C" + name.length(),
                name,
                state,
                heard,
                false,
                null,
                List.of(room),
                List.of(),
                List.of());
    }
}
