package se.troskel.controller.commissioning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.config.Door;
import se.troskel.controller.commissioning.CommissioningStep.Place;

/// Makes the list of all there is to prove at a centre: every device and every door's way out, in
/// the order in which a person walks.
public final class CommissioningSteps {
    private final CentreConfig config;
    private final List<CommissioningStep> steps = new ArrayList<>();

    private CommissioningSteps(CentreConfig config) {
        this.config = config;
    }

    /// The steps for a centre; empty for one without doors and devices.
    public static List<CommissioningStep> of(CentreConfig config) {
        CommissioningSteps made = new CommissioningSteps(config);
        config.doors().forEach(made::door);
        config.devices().forEach(made::device);
        made.alarms();
        return List.copyOf(made.steps);
    }

    private void door(Door door) {
        lock(door);
        line(door, Proof.CONTACT, door.contact(), Fact.DOOR_CLOSED, Fact.DOOR_OPEN);
        line(
                door,
                Proof.REQUEST_TO_EXIT,
                door.requestToExit(),
                Fact.BUTTON_RELEASED,
                Fact.BUTTON_PRESSED);
        add(Proof.EGRESS, new Place(door.id(), null), openedByHand(door), true);
        add(
                switch (door.lock().type()) {
                    case FAIL_SAFE -> Proof.POWER_CUT_FAIL_SAFE;
                    case FAIL_SECURE -> Proof.POWER_CUT_FAIL_SECURE;
                    case MOTOR -> Proof.POWER_CUT_MOTOR;
                },
                new Place(door.id(), null),
                List.of(),
                true);
        line(door, Proof.TAMPER, door.tamper(), Fact.HOUSING_CLOSED, Fact.HOUSING_OPENED);
        Door.OtherSystem other = door.otherSystem();
        if (other != null) {
            line(door, Proof.OTHER_GRANTED, other.granted(), Fact.QUIET, Fact.SIGNAL);
            line(door, Proof.OTHER_ALARM, other.alarm(), Fact.QUIET, Fact.SIGNAL);
        }
        String reader = door.reader();
        if (reader != null) {
            add(
                    Proof.DOOR_READER,
                    new Place(door.id(), reader),
                    List.of(new Expected(reader, Fact.CARD_READ)),
                    false);
        }
    }

    /// Without a monitor only a person can tell whether the lock moved.
    private void lock(Door door) {
        String output = door.lock().output();
        String monitor = door.lockMonitor();
        List<Expected> told = thereAndBack(output, Fact.TOLD_TO_LOCK, Fact.TOLD_TO_UNLOCK);
        List<Expected> moved =
                monitor == null
                        ? List.of()
                        : thereAndBack(monitor, Fact.BOLT_THROWN, Fact.BOLT_DRAWN);
        add(
                Proof.LOCK_MOVES,
                new Place(door.id(), output),
                Stream.concat(told.stream(), moved.stream()).toList(),
                monitor == null);
    }

    /// The lock is told to lock and the contact opens all the same.
    private static List<Expected> openedByHand(Door door) {
        List<Expected> expected = new ArrayList<>();
        expected.add(new Expected(door.lock().output(), Fact.TOLD_TO_LOCK));
        String contact = door.contact();
        if (contact != null) {
            expected.add(new Expected(contact, Fact.DOOR_CLOSED));
            expected.add(new Expected(contact, Fact.DOOR_OPEN));
        }
        return expected;
    }

    private void line(Door door, Proof proof, @Nullable String device, Fact rest, Fact active) {
        if (device != null) {
            add(proof, new Place(door.id(), device), thereAndBack(device, rest, active), false);
        }
    }

    private void device(Device device) {
        Place place = new Place(null, device.id());
        switch (device.kind()) {
            case OCCUPANCY_SENSOR ->
                    add(
                            Proof.OCCUPANCY,
                            place,
                            List.of(
                                    new Expected(device.id(), Fact.PEOPLE_IN),
                                    new Expected(device.id(), Fact.PEOPLE_OUT)),
                            false);
            case SOUNDER -> add(Proof.SOUNDER, place, List.of(), true);
            case KIOSK ->
                    add(
                            Proof.TERMINAL,
                            place,
                            List.of(new Expected(device.id(), Fact.ONLINE)),
                            true);
            case CARD_READER -> {
                if (config.doors().stream().noneMatch(door -> device.id().equals(door.reader()))) {
                    add(Proof.TERMINAL_READER, place, List.of(), true);
                }
            }
            case CODE_SCANNER -> add(Proof.TERMINAL_SCANNER, place, List.of(), true);
            case LOCK,
                    DOOR_CONTACT,
                    LOCK_MONITOR,
                    REQUEST_TO_EXIT,
                    TAMPER,
                    OTHER_SYSTEM,
                    FIRE_ALARM,
                    BURGLAR_ALARM -> {
                // proven at its door, or with the alarms
            }
        }
    }

    private void alarms() {
        String armed = config.alarms().armed();
        if (armed != null) {
            add(
                    Proof.BURGLAR_ALARM,
                    new Place(null, armed),
                    thereAndBack(armed, Fact.QUIET, Fact.SIGNAL),
                    false);
        }
        String fire = config.alarms().fire();
        if (fire == null) {
            return;
        }
        Place alarm = new Place(null, fire);
        Expected sounding = new Expected(fire, Fact.SIGNAL);
        add(Proof.FIRE_ALARM, alarm, List.of(new Expected(fire, Fact.QUIET), sounding), false);
        config.doors().stream()
                .filter(Door::releaseOnFire)
                .forEach(door ->
                        add(
                                Proof.FIRE_RELEASE,
                                new Place(door.id(), null),
                                released(sounding, door),
                                true));
        add(Proof.FIRE_RESET, alarm, List.of(sounding, new Expected(fire, Fact.QUIET)), true);
    }

    private static List<Expected> released(Expected sounding, Door door) {
        List<Expected> expected = new ArrayList<>();
        expected.add(sounding);
        expected.add(new Expected(door.lock().output(), Fact.TOLD_TO_UNLOCK));
        String monitor = door.lockMonitor();
        if (monitor != null) {
            expected.add(new Expected(monitor, Fact.BOLT_DRAWN));
        }
        return expected;
    }

    private static List<Expected> thereAndBack(String device, Fact rest, Fact active) {
        return List.of(
                new Expected(device, rest),
                new Expected(device, active),
                new Expected(device, rest));
    }

    private void add(Proof proof, Place place, List<Expected> expected, boolean asked) {
        steps.add(CommissioningStep.of(proof, place, expected, asked));
    }
}
