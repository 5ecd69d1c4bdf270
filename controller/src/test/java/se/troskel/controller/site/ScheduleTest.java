package se.troskel.controller.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.controller.access.OpeningHours;
import se.troskel.controller.staff.Done;
import se.troskel.controller.staff.LockdownScope;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;

/// Goal: the clock opens and closes the entrance of Katrineholm as written, and no clock, however
/// wrong, holds it open. Method: a site stepped by hand, both clocks moved apart.
class ScheduleTest {
    private static final String DOOR = "entrance";

    /// Tuesday, half past seven.
    private static final Instant EARLY = Instant.parse("2027-02-09T06:30:00Z");

    private SiteRig rig = new SiteRig(EARLY);

    @Test
    void waitsForTheFirstPersonAndThenFollowsTheHours() {
        rig.pass(Duration.ofHours(1));
        assertThat(mode()).isEqualTo(DoorMode.LOCKED);
        rig.withStudent(null).tap(SiteRig.CARD).join();
        rig.pass(Duration.ofMinutes(1));
        assertThat(mode()).isEqualTo(DoorMode.UNLOCKED);
        rig.pass(Duration.ofHours(9));
        assertThat(mode()).isEqualTo(DoorMode.LOCKED);
    }

    @Test
    void staffWhoUnlockAreTheFirst() {
        assertThat(unlock(1).done()).isTrue();
        rig.pass(Duration.ofHours(1));
        assertThat(mode()).isEqualTo(DoorMode.UNLOCKED);
    }

    @Test
    void staysLockedAfterALockingByHandUntilStaffUnlock() {
        begin();
        rig.staff(reply -> new SiteInput.DoorLockAsked(SiteRig.STAFF, DOOR, reply)).join();
        rig.pass(Duration.ofHours(2));
        assertThat(mode()).isEqualTo(DoorMode.LOCKED);
        assertThat(unlock(1).done()).isTrue();
        rig.pass(Duration.ofMinutes(5));
        assertThat(mode()).isEqualTo(DoorMode.UNLOCKED);
    }

    @Test
    void goesOnByItselfWhenALockdownIsLifted() {
        begin();
        lockdown(true);
        rig.pass(Duration.ofMinutes(5));
        assertThat(mode()).isEqualTo(DoorMode.LOCKED_DOWN);
        lockdown(false);
        rig.pass(Duration.ofMinutes(1));
        assertThat(mode()).isEqualTo(DoorMode.UNLOCKED);
    }

    @Test
    void theNextChangeIsToldAnewAfterItHasComeAndAfterAnyJump() {
        OpeningHours hours = new OpeningHours(rig.config.opening(), rig.config.centre().timeZone());
        for (String at :
                List.of(
                        "2027-02-09T06:30:00Z",
                        "2027-02-09T06:59:59Z",
                        "2027-02-09T12:00:00Z",
                        "2027-02-10T22:00:00Z",
                        "2027-02-08T12:00:00Z",
                        "2027-02-09T06:30:00Z")) {
            rig.jump(Instant.parse(at));
            assertThat(rig.view().until())
                    .as(at)
                    .isEqualTo(hours.nextChange(Instant.parse(at)).orElseThrow());
        }
        rig.clock = ClockTrust.UNTRUSTED;
        assertThat(rig.view().until()).isNull();
    }

    @Test
    void aControllerThatBegins1970UnlocksNothing() {
        rig = new SiteRig(Instant.EPOCH);
        rig.clock = ClockTrust.UNTRUSTED;
        assertThat(unlock(1).done()).isTrue();
        rig.pass(Duration.ofMinutes(10));
        rig.jump(Instant.parse("2027-02-09T09:00:00Z"));
        assertThat(mode()).isEqualTo(DoorMode.LOCKED);
        rig.clock = ClockTrust.SYNCED;
        assertThat(unlock(1).done()).isTrue();
        rig.pass(Duration.ofMinutes(2));
        assertThat(mode()).isEqualTo(DoorMode.UNLOCKED);
    }

    @Test
    void whatStandsUnlockedEndsByItsOwnTimeWhenTheClockIsLost() {
        begin();
        rig.clock = ClockTrust.UNTRUSTED;
        rig.jump(Instant.EPOCH);
        assertThat(mode()).isEqualTo(DoorMode.UNLOCKED);
        rig.pass(Duration.ofHours(9));
        assertThat(mode()).isEqualTo(DoorMode.LOCKED);
    }

    @ParameterizedTest
    @CsvSource({
        // over the end, over the beginning, to the night, within
        "2027-02-09T16:00:00Z, LOCKED",
        "2027-02-09T06:59:59Z, LOCKED",
        "2027-02-10T01:00:00Z, LOCKED",
        "2027-02-09T13:00:00Z, UNLOCKED"
    })
    void aJumpOverAnEdgeIsFollowedAtOnce(Instant to, DoorMode expected) {
        begin();
        rig.jump(to);
        assertThat(mode()).isEqualTo(expected);
    }

    @Test
    void aClockSetBackWithinTheHoursIsFollowedToTheirEnd() {
        begin();
        rig.pass(Duration.ofHours(6));
        rig.jump(Instant.parse("2027-02-09T08:00:00Z"));
        rig.pass(Duration.ofHours(3));
        assertThat(mode()).isEqualTo(DoorMode.UNLOCKED);
        rig.pass(Duration.ofHours(6));
        assertThat(mode()).isEqualTo(DoorMode.LOCKED);
    }

    @ParameterizedTest
    @CsvSource({"2027-02-08T09:00:00Z", "2027-02-09T23:00:00Z", "1970-01-01T00:00:00Z"})
    void noJumpLengthensOrShortensAnUnlockingByStaff(Instant to) {
        assertThat(unlock(5).done()).isTrue();
        rig.pass(Duration.ofMinutes(4));
        rig.jump(to);
        assertThat(mode()).isEqualTo(DoorMode.UNLOCKED);
        rig.pass(Duration.ofMinutes(1));
        assertThat(mode()).isEqualTo(DoorMode.LOCKED);
    }

    @Test
    void theEndOfTheHoursDoesNotCutAnUnlockingByStaffShort() {
        rig = new SiteRig(Instant.parse("2027-02-09T15:50:00Z"));
        assertThat(unlock(15).done()).isTrue();
        rig.pass(Duration.ofMinutes(11));
        assertThat(mode()).isEqualTo(DoorMode.UNLOCKED);
        rig.pass(Duration.ofMinutes(4));
        assertThat(mode()).isEqualTo(DoorMode.LOCKED);
    }

    @Test
    void nothingIsUnlockedBeforeItsRecord() {
        assertThat(unlock(1).done()).isTrue();
        rig.pass(Duration.ofMinutes(5));
        rig.journalIs = SiteRig.JournalIs.REFUSING;
        rig.pass(Duration.ofHours(1));
        assertThat(mode()).isEqualTo(DoorMode.LOCKED);
        rig.journalIs = SiteRig.JournalIs.COMMITTING;
        rig.pass(Duration.ofMinutes(1));
        assertThat(mode()).isEqualTo(DoorMode.UNLOCKED);
    }

    @Test
    void aLockingByHandWhileTheRecordIsOnItsWayStands() {
        assertThat(unlock(1).done()).isTrue();
        rig.journalIs = SiteRig.JournalIs.WAITING;
        rig.pass(Duration.ofMinutes(30));
        rig.staff(reply -> new SiteInput.DoorLockAsked(SiteRig.STAFF, DOOR, reply)).join();
        rig.journalAnswers(SiteRig.JournalIs.COMMITTING);
        assertThat(mode()).isEqualTo(DoorMode.LOCKED);
        assertThat(rig.recorded(EventBody.DoorModeChanged.class).getLast().mode())
                .isEqualTo(DoorMode.LOCKED);
        rig.pass(Duration.ofHours(2));
        assertThat(mode()).isEqualTo(DoorMode.LOCKED);
        assertThat(unlock(1).done()).isTrue();
        rig.pass(Duration.ofMinutes(5));
        assertThat(mode()).isEqualTo(DoorMode.UNLOCKED);
    }

    @Test
    void aClockThatIsLostWhileTheRecordIsOnItsWayUnlocksNothing() {
        assertThat(unlock(1).done()).isTrue();
        rig.journalIs = SiteRig.JournalIs.WAITING;
        rig.pass(Duration.ofMinutes(30));
        rig.clock = ClockTrust.UNTRUSTED;
        rig.journalAnswers(SiteRig.JournalIs.COMMITTING);
        assertThat(mode()).isEqualTo(DoorMode.LOCKED);
        rig.clock = ClockTrust.SYNCED;
        rig.pass(Duration.ofMinutes(1));
        assertThat(mode()).isEqualTo(DoorMode.UNLOCKED);
    }

    @ParameterizedTest
    @CsvSource({
        // local time is one hour later; held open from 07.45 to 19.00
        "2027-02-09T06:30:00Z, 15, door.unlocked, 15",
        "2027-02-09T06:30:00Z, 16, door.hold-open, 0",
        "2027-02-09T17:00:00Z, 30, door.unlocked, 30",
        "2027-02-09T17:30:00Z, 240, door.unlocked, 30",
        "2027-02-09T17:58:00Z, 240, door.unlocked, 15",
        "2027-02-09T18:00:00Z, 16, door.hold-open, 0",
        "2027-02-09T09:00:00Z, 241, door.minutes, 0",
        "2027-02-13T09:00:00Z, 16, door.no-hold-open, 0"
    })
    void heldOpenOnlyInItsHoursAndToTheirEnd(Instant at, int asked, String key, int minutes) {
        rig = new SiteRig(at);
        Done done = unlock(asked);
        assertThat(done.key()).isEqualTo(key);
        assertThat(rig.recorded(EventBody.StaffActed.class))
                .extracting(EventBody.StaffActed::minutes)
                .isEqualTo(minutes == 0 ? List.of() : List.of(minutes));
    }

    @Test
    void nothingIsHeldOpenByAClockThatCannotBeBelieved() {
        rig = new SiteRig(SiteRig.STAFFED);
        rig.clock = ClockTrust.UNTRUSTED;
        assertThat(unlock(60)).isEqualTo(new Done(false, "door.no-hold-open", "15"));
    }

    /// Unlocked by schedule, from eight, somebody having come.
    private void begin() {
        assertThat(unlock(1).done()).isTrue();
        rig.pass(Duration.ofMinutes(30));
        assertThat(mode()).isEqualTo(DoorMode.UNLOCKED);
    }

    private Done unlock(int minutes) {
        return rig.staff(reply ->
                        new SiteInput.DoorUnlockAsked(
                                SiteRig.STAFF, DOOR, Duration.ofMinutes(minutes), reply))
                .join();
    }

    private void lockdown(boolean down) {
        var door = new LockdownScope.OfDoor(DOOR);
        rig.staff(reply -> new SiteInput.LockdownAsked(SiteRig.STAFF, door, down, reply)).join();
    }

    private DoorMode mode() {
        return rig.view().doors().stream()
                .filter(door -> door.door().equals(DOOR))
                .findFirst()
                .orElseThrow()
                .mode();
    }
}
