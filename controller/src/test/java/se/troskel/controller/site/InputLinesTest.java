package se.troskel.controller.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.config.Door;
import se.troskel.hardware.InputLine.Level;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorHappening;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.event.DeviceHealth;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.EventBody.DeviceChanged;
import se.troskel.protocol.event.EventBody.DoorChanged;
import se.troskel.protocol.mqtt.DoorStatus;

/// An input in trouble is told of once, with words of its own, and its door goes on. Lines of the
/// whole site at Katrineholm say what a broken contact, button or wire says.
class InputLinesTest {
    private static final String CONTACT = "entrance-contact";
    private static final String EXIT = "entrance-exit";
    private static final Duration LETTING_GO = Duration.ofMillis(500);

    private SiteRig rig = new SiteRig(SiteRig.STAFFED, InputLinesTest::unlockingOnExit);

    /// As at a magnet lock, where a stuck button could do the most harm.
    private static Door unlockingOnExit(Door d) {
        return new Door(
                d.id(),
                d.name(),
                d.kind(),
                d.room(),
                d.lock(),
                d.egressHardware(),
                d.contact(),
                d.requestToExit(),
                d.lockMonitor(),
                d.reader(),
                d.tamper(),
                d.otherSystem(),
                d.area(),
                d.times(),
                new Door.Rules(true, false, false, false, List.of()),
                d.releaseOnFire(),
                d.openedOtherwise(),
                List.of(),
                d.assurance());
    }

    @BeforeEach
    void everythingWorks() {
        rig.withStudent(null);
        line(CONTACT, Level.REST);
        line(EXIT, Level.REST);
        line("entrance-bolt", Level.REST);
        rig.journal.clear();
        rig.locks.clear();
    }

    private void line(String device, Level level) {
        rig.step(new SiteInput.LineChanged(device, level));
    }

    private List<DeviceChanged> told(String device) {
        return rig.recorded(DeviceChanged.class).stream()
                .filter(changed -> changed.device().equals(device))
                .toList();
    }

    private DoorStatus entrance() {
        return rig.view().doors().stream()
                .filter(door -> door.door().equals("entrance"))
                .findFirst()
                .orElseThrow();
    }

    private long happened(DoorHappening what) {
        return rig.recorded(DoorChanged.class).stream()
                .filter(changed -> changed.door().equals("entrance") && changed.what() == what)
                .count();
    }

    private void bounce(String device, int changes) {
        for (int i = 0; i < changes; i++) {
            rig.pass(Duration.ofMillis(100));
            line(device, i % 2 == 0 ? Level.ACTIVE : Level.REST);
        }
    }

    @ParameterizedTest
    @CsvSource({"CUT, CUT", "SHORTED, SHORTED", "FAULT, FAULT"})
    void aContactWithABrokenWireIsNeverClosed(Level level, DeviceHealth health) {
        line(CONTACT, level);
        assertThat(entrance().contact()).isEqualTo(DoorPhysicalState.FAULT);
        assertThat(entrance().alarm()).isEqualTo(DoorAlarm.NORMAL);
        line(CONTACT, level);
        assertThat(told(CONTACT)).containsExactly(new DeviceChanged(CONTACT, health));
        assertThat(happened(DoorHappening.CONTACT_FAULT)).isEqualTo(1);
        line(CONTACT, Level.REST);
        assertThat(told(CONTACT).getLast().health()).isEqualTo(DeviceHealth.ONLINE);
        assertThat(entrance().contact()).isEqualTo(DoorPhysicalState.CLOSED);
    }

    @Test
    void aCutWireEndsNoAlarmAndPressesNoButton() {
        line(CONTACT, Level.ACTIVE);
        assertThat(entrance().alarm()).isEqualTo(DoorAlarm.DOOR_FORCED_OPEN);
        line(CONTACT, Level.CUT);
        line(EXIT, Level.CUT);
        line(EXIT, Level.SHORTED);
        assertThat(entrance().alarm()).isEqualTo(DoorAlarm.DOOR_FORCED_OPEN);
        assertThat(rig.unlocked()).isEmpty();
    }

    @Test
    void aBouncingContactIsToldOfOnceAndClearedWhenCalm() {
        bounce(CONTACT, 61);
        assertThat(told(CONTACT))
                .containsExactly(new DeviceChanged(CONTACT, DeviceHealth.BOUNCING, 61));
        assertThat(entrance().contact()).isEqualTo(DoorPhysicalState.FAULT);
        int records = rig.journal.size();
        bounce(CONTACT, 1_000);
        assertThat(rig.journal).hasSize(records);
        rig.pass(Duration.ofMinutes(1));
        assertThat(told(CONTACT).getLast())
                .isEqualTo(new DeviceChanged(CONTACT, DeviceHealth.ONLINE, 1_061));
        assertThat(entrance().contact()).isEqualTo(DoorPhysicalState.CLOSED);
    }

    @Test
    void aDoorWhoseContactBouncesIsStillOpenedByCard() {
        bounce(CONTACT, 61);
        rig.tap(SiteRig.CARD).join();
        assertThat(rig.unlocked()).contains("entrance-lock");
        rig.pass(Duration.ofMinutes(1));
        assertThat(entrance().told()).isEqualTo(LockCommand.LOCK);
    }

    @Test
    void aHeldExitButtonUnlocksOnceAndIsToldOf() {
        line(EXIT, Level.ACTIVE);
        line(EXIT, Level.ACTIVE);
        rig.pass(Duration.ofSeconds(59));
        assertThat(told(EXIT)).isEmpty();
        assertThat(entrance().told()).isEqualTo(LockCommand.LOCK);
        rig.pass(Duration.ofSeconds(1));
        assertThat(told(EXIT)).containsExactly(new DeviceChanged(EXIT, DeviceHealth.STUCK));
        rig.pass(Duration.ofHours(1));
        assertThat(rig.unlocked()).containsExactly("entrance-lock");
        assertThat(entrance().told()).isEqualTo(LockCommand.LOCK);
        line(EXIT, Level.REST);
        assertThat(told(EXIT).getLast().health()).isEqualTo(DeviceHealth.ONLINE);
        line(EXIT, Level.ACTIVE);
        assertThat(entrance().told()).isEqualTo(LockCommand.UNLOCK);
    }

    @Test
    void aBouncingExitButtonDoesNotHoldTheDoorUnlocked() {
        bounce(EXIT, 61);
        assertThat(told(EXIT)).hasSize(1);
        int locked = 0;
        for (int i = 0; i < 600; i++) {
            bounce(EXIT, 2);
            locked += entrance().told() == LockCommand.LOCK ? 1 : 0;
        }
        assertThat(locked).isBetween(200, 500);
        assertThat(told(EXIT)).hasSize(1);
    }

    @Test
    void whoeverPressesABouncingExitButtonIsLetOutWithinTenSeconds() {
        bounce(EXIT, 61);
        line(EXIT, Level.REST);
        rig.pass(Duration.ofSeconds(10));
        assertThat(entrance().told()).isEqualTo(LockCommand.LOCK);
        line(EXIT, Level.ACTIVE);
        assertThat(told(EXIT).getLast().health()).isEqualTo(DeviceHealth.BOUNCING);
        assertThat(entrance().told()).isEqualTo(LockCommand.UNLOCK);
    }

    @Test
    void aContactThatNeverOpensIsStuckIfTheLockDidOpen() {
        for (int i = 0; i < 3; i++) {
            assertThat(told(CONTACT)).isEmpty();
            unlockInVain(true);
        }
        assertThat(told(CONTACT)).containsExactly(new DeviceChanged(CONTACT, DeviceHealth.STUCK));
        assertThat(entrance().contact()).isEqualTo(DoorPhysicalState.CLOSED);
        line(CONTACT, Level.ACTIVE);
        assertThat(told(CONTACT).getLast().health()).isEqualTo(DeviceHealth.ONLINE);
        assertThat(entrance().alarm()).isEqualTo(DoorAlarm.DOOR_FORCED_OPEN);
    }

    @Test
    void aContactIsNotStuckWhenTheLockItselfDidNotOpen() {
        for (int i = 0; i < 5; i++) {
            unlockInVain(false);
        }
        assertThat(happened(DoorHappening.NO_ENTRY)).isEqualTo(5);
        assertThat(told(CONTACT)).isEmpty();
    }

    private void unlockInVain(boolean boltMoves) {
        rig.tap(SiteRig.CARD).join();
        if (boltMoves) {
            line("entrance-bolt", Level.ACTIVE);
        }
        rig.pass(Duration.ofSeconds(entranceDoor().times().accessSeconds()));
        line("entrance-bolt", Level.REST);
        rig.pass(LETTING_GO);
    }

    private Door entranceDoor() {
        return rig.config.door("entrance").orElseThrow();
    }

    @Test
    void aContactThatSaysOpenThroughPassagesForAnHourIsStuck() {
        line(CONTACT, Level.ACTIVE);
        for (int i = 0; i < 3; i++) {
            line(EXIT, Level.ACTIVE);
            line(EXIT, Level.REST);
            rig.pass(Duration.ofSeconds(10));
        }
        rig.pass(Duration.ofMinutes(59));
        assertThat(told(CONTACT)).isEmpty();
        rig.pass(Duration.ofSeconds(30));
        assertThat(told(CONTACT)).containsExactly(new DeviceChanged(CONTACT, DeviceHealth.STUCK));
        line(CONTACT, Level.REST);
        assertThat(told(CONTACT).getLast().health()).isEqualTo(DeviceHealth.ONLINE);
    }

    @Test
    void anOpenedHousingStaysAnAlarmWhenItsDriverTellsThatItWorks() {
        line("exam-1-tamper", Level.ACTIVE);
        rig.step(new SiteInput.HealthChanged("exam-1-tamper", DeviceHealth.ONLINE));
        assertThat(told("exam-1-tamper"))
                .containsExactly(new DeviceChanged("exam-1-tamper", DeviceHealth.ALARM));
        rig.step(new SiteInput.HealthChanged("exam-1-tamper", DeviceHealth.OFFLINE));
        assertThat(told("exam-1-tamper").getLast().health()).isEqualTo(DeviceHealth.OFFLINE);
    }

    @Test
    void fireIsBelievedThoughItsLineBounces() {
        bounce("fire-alarm", 62);
        assertThat(told("fire-alarm").getLast().health()).isEqualTo(DeviceHealth.BOUNCING);
        rig.staff(reply -> new SiteInput.FireResetAsked(SiteRig.STAFF, reply)).join();
        assertThat(rig.view().fire()).isFalse();
        line("fire-alarm", Level.ACTIVE);
        assertThat(rig.view().fire()).isTrue();
    }

    @Test
    void theFireAlarmsFirstSignalIsHeardWhateverBecomesOfItsWire() {
        line("fire-alarm", Level.ACTIVE);
        line("fire-alarm", Level.CUT);
        assertThat(rig.recorded(EventBody.FireChanged.class))
                .containsExactly(new EventBody.FireChanged(true));
        assertThat(rig.view().fire()).isTrue();
    }
}
