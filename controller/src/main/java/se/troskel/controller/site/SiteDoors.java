package se.troskel.controller.site;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.config.Door;
import se.troskel.controller.door.DoorEffect;
import se.troskel.controller.door.DoorInput;
import se.troskel.controller.door.DoorOrders;
import se.troskel.controller.door.DoorState;
import se.troskel.controller.door.DoorStateMachine;
import se.troskel.controller.door.Transition;
import se.troskel.hardware.InputLine.Level;
import se.troskel.hardware.Sounder.Signal;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorHappening;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.mqtt.DoorStatus;

/// Every door of the centre: feeds each door's state machine and turns its effects into the site's.
/// Owned by the loop's thread.
final class SiteDoors {
    private final CentreConfig config;
    private final Records records;
    private final People people;
    private final InputLines lines;
    private final Map<String, OneDoor> doors = new LinkedHashMap<>();

    SiteDoors(CentreConfig config, Records records, People people, InputLines lines) {
        this.config = config;
        this.records = records;
        this.people = people;
        this.lines = lines;
        for (Door door : config.doors()) {
            doors.put(door.id(), new OneDoor(door));
        }
    }

    private static final class OneDoor {
        final Door config;
        final DoorStateMachine machine;
        DoorState state;
        DoorOrders orders = DoorOrders.NONE;
        boolean allowedAtThisHour;
        boolean grantedByOther;

        OneDoor(Door config) {
            this.config = config;
            this.machine = new DoorStateMachine(config);
            this.state = machine.initial();
            this.allowedAtThisHour = state.memory().otherwiseAllowed();
        }
    }

    /// Every lock stands in its safe state; nothing is sensed yet. The standing orders that were
    /// given before stay given.
    void restarted(Map<String, DoorOrders> given, UnaryOperator<DoorOrders> building, Moment now) {
        for (OneDoor door : doors.values()) {
            DoorOrders own = given.getOrDefault(door.config.id(), DoorOrders.NONE);
            door.orders = building.apply(own);
            step(
                    door,
                    new DoorInput.Restarted(
                            DoorPhysicalState.UNKNOWN, LockState.UNKNOWN, door.orders.posture()),
                    now);
        }
    }

    /// A sensed line changed; lines of no door are ignored.
    void lineChanged(String device, Level level, Moment now) {
        for (OneDoor door : doors.values()) {
            Door.OtherSystem other = door.config.otherSystem();
            if (device.equals(door.config.contact())) {
                step(door, new DoorInput.ContactChanged(position(level)), now);
            } else if (device.equals(door.config.lockMonitor())) {
                step(door, new DoorInput.LockMonitorChanged(bolt(level)), now);
            } else if (device.equals(door.config.requestToExit()) && level == Level.ACTIVE) {
                step(door, new DoorInput.RequestToExitPressed(), now);
            } else if (other != null && device.equals(other.granted())) {
                grantedByOther(door, level == Level.ACTIVE, now);
            }
        }
    }

    /// The other system lets somebody in: for as long as it says so, an opening is no alarm.
    /// Without a contact this is all that is ever known of it, so it is what is recorded.
    private void grantedByOther(OneDoor door, boolean granted, Moment now) {
        if (granted && !door.grantedByOther && door.config.contact() == null) {
            records.after(
                    now,
                    new EventBody.DoorChanged(
                            door.config.id(),
                            DoorHappening.OPENED_OTHERWISE,
                            DoorCause.OTHER,
                            null),
                    null);
        }
        door.grantedByOther = granted;
        openedOtherwise(door, now);
    }

    /// The lock's driver was told to lock, possibly by its own timer: the state follows.
    void lockTold(String device, LockCommand told, Moment now) {
        for (OneDoor door : doors.values()) {
            if (door.config.lock().output().equals(device)
                    && told == LockCommand.LOCK
                    && door.state.told() == LockCommand.UNLOCK) {
                step(door, new DoorInput.LockedNow(DoorCause.TIME), now);
            }
        }
    }

    /// A person was granted entry and it is recorded.
    ///
    /// @param cause as whom ([se.troskel.controller.access.AccessDecision#cause()])
    void granted(String door, boolean extendedTime, DoorCause cause, Moment now) {
        OneDoor one = require(door);
        Door.Times times = one.config.times();
        Duration pulse =
                Duration.ofSeconds(
                        extendedTime ? times.extendedAccessSeconds() : times.accessSeconds());
        step(one, new DoorInput.Granted(pulse, cause), now);
    }

    void unlockedFor(String door, Duration howLong, DoorCause cause, Moment now) {
        step(require(door), new DoorInput.UnlockedFor(howLong, cause), now);
    }

    void lockedNow(String door, DoorCause cause, Moment now) {
        step(require(door), new DoorInput.LockedNow(cause), now);
    }

    void blocked(String door, boolean blocked, Moment now) {
        OneDoor one = require(door);
        order(one, one.orders.withBlock(blocked), DoorCause.STAFF, now);
    }

    /// Changes the standing orders of one door.
    void order(String door, UnaryOperator<DoorOrders> change, DoorCause cause, Moment now) {
        OneDoor one = require(door);
        order(one, change.apply(one.orders), cause, now);
    }

    /// Changes the standing orders of every door.
    void orderAll(UnaryOperator<DoorOrders> change, DoorCause cause, Moment now) {
        for (OneDoor door : doors.values()) {
            order(door, change.apply(door.orders), cause, now);
        }
    }

    /// Whether a change would let in more than the standing orders of a door do.
    boolean isLooser(String door, UnaryOperator<DoorOrders> change) {
        DoorOrders orders = require(door).orders;
        return change.apply(orders).isLooserThan(orders);
    }

    /// Unlocks at once, whatever stands against it.
    void breakGlass(String door, Moment now) {
        step(require(door), new DoorInput.BreakGlassShown(), now);
    }

    private void order(OneDoor door, DoorOrders orders, DoorCause cause, Moment now) {
        door.orders = orders;
        step(door, new DoorInput.Ordered(orders.posture(), cause), now);
    }

    void openedOtherwiseAllowed(String door, boolean allowed, Moment now) {
        OneDoor one = require(door);
        one.allowedAtThisHour = allowed;
        openedOtherwise(one, now);
    }

    private void openedOtherwise(OneDoor door, Moment now) {
        step(
                door,
                new DoorInput.OpenedOtherwiseAllowed(door.allowedAtThisHour || door.grantedByOther),
                now);
    }

    /// Lets every door whose deadline has come act on it.
    void tick(Moment now) {
        for (OneDoor door : doors.values()) {
            OptionalLong deadline = door.machine.nextDeadline(door.state);
            if (deadline.isPresent() && now.nanos() - deadline.getAsLong() >= 0) {
                step(door, new DoorInput.Tick(), now);
            }
        }
    }

    /// The nearest deadline of any door; null for none.
    @Nullable Long nextDeadlineNanos() {
        Long next = null;
        for (OneDoor door : doors.values()) {
            OptionalLong deadline = door.machine.nextDeadline(door.state);
            if (deadline.isPresent() && (next == null || deadline.getAsLong() - next < 0)) {
                next = deadline.getAsLong();
            }
        }
        return next;
    }

    Optional<DoorState> state(String door) {
        return Optional.ofNullable(doors.get(door)).map(one -> one.state);
    }

    Map<String, DoorMode> modes() {
        Map<String, DoorMode> modes = new LinkedHashMap<>();
        doors.forEach((id, door) -> modes.put(id, door.state.mode()));
        return modes;
    }

    /// Those that are told to open and do not.
    Set<String> inTrouble() {
        return doors.values().stream()
                .filter(door -> door.state.jammed() || door.state.isNotOpening())
                .map(door -> door.config.id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether staff may let somebody in: no standing order is against everybody.
    boolean letsStaffIn(String door) {
        return require(door).state.posture().entry() != DoorPosture.Entry.NOBODY;
    }

    Map<String, DoorPosture> postures() {
        Map<String, DoorPosture> postures = new LinkedHashMap<>();
        doors.forEach((id, door) -> postures.put(id, door.state.posture()));
        return postures;
    }

    List<DoorStatus> statuses(Moment now) {
        List<DoorStatus> statuses = new ArrayList<>();
        for (OneDoor door : doors.values()) {
            statuses.add(status(door, now));
        }
        return statuses;
    }

    DoorStatus status(String id, Moment now) {
        return status(require(id), now);
    }

    private DoorStatus status(OneDoor door, Moment now) {
        DoorState state = door.state;
        return new DoorStatus(
                config.centre().code(),
                door.config.id(),
                door.config.name(),
                state.mode(),
                state.posture(),
                DoorOrders.source(state.posture()),
                state.told(),
                state.lock(),
                state.contact(),
                state.alarm(),
                state.jammed(),
                state.isNotOpening(),
                until(state, now),
                now.at());
    }

    /// To the second: the two clocks never tick together.
    private static @Nullable Instant until(DoorState state, Moment now) {
        Long end = state.unlockedUntilNanos();
        return end == null
                ? null
                : now.at()
                        .plusNanos(end - now.nanos())
                        .plusMillis(500)
                        .truncatedTo(ChronoUnit.SECONDS);
    }

    private OneDoor require(String id) {
        OneDoor door = doors.get(id);
        if (door == null) {
            throw new IllegalArgumentException("no door '" + id + "' in this centre");
        }
        return door;
    }

    private void step(OneDoor door, DoorInput input, Moment now) {
        Transition transition = door.machine.step(door.state, input, now.nanos());
        door.state = transition.state();
        for (DoorEffect effect : transition.effects()) {
            carry(door.config, effect, now);
        }
    }

    private void carry(Door door, DoorEffect effect, Moment now) {
        switch (effect) {
            case DoorEffect.Unlock(Duration max) ->
                    records.add(new SiteEffect.Unlock(door.lock().output(), max));
            case DoorEffect.UnlockAgain(Duration max) ->
                    records.add(new SiteEffect.UnlockAgain(door.lock().output(), max));
            case DoorEffect.Release() -> records.add(new SiteEffect.Release(door.lock().output()));
            case DoorEffect.Lock() -> records.add(new SiteEffect.Lock(door.lock().output()));
            case DoorEffect.Append append -> happened(door, append, now);
            case DoorEffect.Sound(DoorEffect.Sound.Cue cue) -> sound(door.id(), cue);
            case DoorEffect.StatusChanged() -> records.add(new SiteEffect.ViewChanged());
        }
    }

    private void happened(Door door, DoorEffect.Append append, Moment now) {
        if (append.what() == DoorHappening.MODE_CHANGED && append.cause() != null) {
            DoorState state = require(door.id()).state;
            records.after(
                    now,
                    new EventBody.DoorModeChanged(
                            door.id(), state.mode(), state.posture(), append.cause()),
                    null);
            return;
        }
        lines.happened(door, append, require(door.id()).state.lock(), now);
        Long millis = append.lasted() == null ? null : append.lasted().toMillis();
        records.after(
                now,
                new EventBody.DoorChanged(door.id(), append.what(), append.cause(), millis),
                null);
        String room = door.room();
        if (room != null && append.what() == DoorHappening.OPENED) {
            if (append.cause() == DoorCause.CREDENTIAL || isLetInAsStaff(door, append)) {
                people.passedDoor(room, 1, now);
            } else if (append.cause() == DoorCause.REQUEST_TO_EXIT) {
                people.passedDoor(room, -1, now);
            }
        }
    }

    /// Whether one of staff comes in by a card; a door that staff unlocked for a while says nothing
    /// of who passes it.
    private boolean isLetInAsStaff(Door door, DoorEffect.Append append) {
        return append.cause() == DoorCause.STAFF
                && require(door.id()).state.mode() == DoorMode.ACCESSED;
    }

    private void sound(String door, DoorEffect.Sound.Cue cue) {
        for (Device device : config.devices()) {
            if (device.kind() == Device.Kind.SOUNDER && door.equals(device.door())) {
                records.add(
                        new SiteEffect.Sound(
                                device.id(),
                                switch (cue) {
                                    case GRANTED -> Signal.GRANTED;
                                    case CLOSE_THE_DOOR -> Signal.CLOSE_THE_DOOR;
                                    case ALARM -> Signal.ALARM;
                                    case QUIET -> Signal.QUIET;
                                }));
            }
        }
    }

    private static DoorPhysicalState position(Level level) {
        return switch (level) {
            case REST -> DoorPhysicalState.CLOSED;
            case ACTIVE -> DoorPhysicalState.OPEN;
            case UNKNOWN -> DoorPhysicalState.UNKNOWN;
            case FAULT, CUT, SHORTED -> DoorPhysicalState.FAULT;
        };
    }

    private static LockState bolt(Level level) {
        return switch (level) {
            case REST -> LockState.LOCKED;
            case ACTIVE -> LockState.UNLOCKED;
            case UNKNOWN -> LockState.UNKNOWN;
            case FAULT, CUT, SHORTED -> LockState.FAULT;
        };
    }
}
