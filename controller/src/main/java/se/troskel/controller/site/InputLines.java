package se.troskel.controller.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.config.Door;
import se.troskel.controller.door.DoorEffect;
import se.troskel.controller.door.InputLimits;
import se.troskel.controller.door.InputSupervision;
import se.troskel.controller.door.InputSupervision.Says;
import se.troskel.controller.door.InputSupervision.Trouble;
import se.troskel.hardware.InputLine.Level;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorHappening;
import se.troskel.protocol.door.LockState;
import se.troskel.protocol.event.DeviceHealth;

/// Every sensed line of the centre: what it says, how far that can be believed, and how its device
/// fares. Owned by the loop's thread.
final class InputLines {
    /// How far apart presses of an exit button are that bounces: a loose wire holds no door
    /// unlocked, and nobody who wants out waits long.
    private static final Duration PRESSES_APART = Duration.ofSeconds(10);

    private final Map<String, OneLine> lines = new LinkedHashMap<>();

    InputLines(CentreConfig config) {
        for (Device device : config.devices()) {
            if (isInput(device.kind())) {
                lines.put(device.id(), new OneLine(device, tellsOfAnAlarm(config, device.id())));
            }
        }
    }

    private static boolean isInput(Device.Kind kind) {
        return switch (kind) {
            case DOOR_CONTACT,
                    LOCK_MONITOR,
                    REQUEST_TO_EXIT,
                    TAMPER,
                    OTHER_SYSTEM,
                    FIRE_ALARM,
                    BURGLAR_ALARM ->
                    true;
            case LOCK, CARD_READER, CODE_SCANNER, OCCUPANCY_SENSOR, SOUNDER, KIOSK -> false;
        };
    }

    /// A housing's contact, or the alarm output of another system.
    private static boolean tellsOfAnAlarm(CentreConfig config, String device) {
        return config.doors().stream()
                .anyMatch(door ->
                        device.equals(door.tamper())
                                || (door.otherSystem() != null
                                        && device.equals(door.otherSystem().alarm())));
    }

    /// What became of a line.
    ///
    /// @param believed what is believed of it now; null when that did not change
    /// @param changes how often it changed over while it bounced, if it does or just did; null
    ///   otherwise
    record Change(
            String device,
            @Nullable Level believed,
            DeviceHealth health,
            @Nullable Integer changes) {}

    private static final class OneLine {
        final String device;
        final InputSupervision supervision;
        final boolean tellsOfAnAlarm;
        final boolean isFire;
        final boolean isExit;
        Level level = Level.UNKNOWN;
        Level believed = Level.UNKNOWN;
        DeviceHealth driver = DeviceHealth.UNKNOWN;
        @Nullable Trouble trouble;

        /// When somebody who wants out was last heard; null for never.
        @Nullable Long pressedNanos;

        OneLine(Device device, boolean tellsOfAnAlarm) {
            this.device = device.id();
            this.supervision =
                    new InputSupervision(device.kind(), InputLimits.of(device.supervision()));
            this.tellsOfAnAlarm = tellsOfAnAlarm;
            this.isFire = device.kind() == Device.Kind.FIRE_ALARM;
            this.isExit = device.kind() == Device.Kind.REQUEST_TO_EXIT;
        }

        void says(Level said, Moment now) {
            level = said;
            supervision.says(
                    switch (said) {
                        case REST -> Says.REST;
                        case ACTIVE -> Says.ACTIVE;
                        case UNKNOWN, FAULT, CUT, SHORTED -> Says.NOTHING;
                    },
                    now.nanos());
        }

        boolean isInAnotherTrouble() {
            return supervision.trouble() != trouble;
        }

        Change change(Moment now) {
            boolean bounced = trouble == Trouble.BOUNCING;
            trouble = supervision.trouble();
            boolean bounces = trouble == Trouble.BOUNCING;
            Level before = believed;
            believed = bounces ? believedThoughItBounces(now) : level;
            if (isExit && believed == Level.ACTIVE && before != Level.ACTIVE) {
                pressedNanos = now.nanos();
            }
            return new Change(
                    device,
                    believed == before ? null : believed,
                    health(),
                    bounced || bounces ? supervision.changes() : null);
        }

        /// A line that bounces is as one that does not work. But fire is always believed, and
        /// somebody who wants out now and then.
        private Level believedThoughItBounces(Moment now) {
            boolean heard =
                    pressedNanos != null
                            && now.nanos() - pressedNanos < PRESSES_APART.toNanos()
                            && believed != Level.ACTIVE;
            boolean wantsOut = isExit && level == Level.ACTIVE && !heard;
            return isFire || wantsOut ? level : Level.FAULT;
        }

        private DeviceHealth health() {
            return switch (level) {
                case CUT, SHORTED, FAULT -> level.health();
                case UNKNOWN -> driver;
                case REST, ACTIVE -> isDriverWell() ? ofWorkingLine() : driver;
            };
        }

        private boolean isDriverWell() {
            return driver == DeviceHealth.ONLINE || driver == DeviceHealth.UNKNOWN;
        }

        private DeviceHealth ofWorkingLine() {
            return switch (trouble) {
                case STUCK -> DeviceHealth.STUCK;
                case BOUNCING -> DeviceHealth.BOUNCING;
                case null ->
                        tellsOfAnAlarm && level == Level.ACTIVE
                                ? DeviceHealth.ALARM
                                : DeviceHealth.ONLINE;
            };
        }
    }

    /// A line says something; empty for a device that is no input.
    Optional<Change> says(String device, Level level, Moment now) {
        return line(device)
                .map(line -> {
                    line.says(level, now);
                    return line.change(now);
                });
    }

    /// The driver of a device tells how it fares; empty for a device that is no input.
    Optional<Change> driverSays(String device, DeviceHealth health, Moment now) {
        return line(device)
                .map(line -> {
                    line.driver = health;
                    return line.change(now);
                });
    }

    private Optional<OneLine> line(@Nullable String device) {
        return Optional.ofNullable(lines.get(device));
    }

    /// Something happened at a door: its contact should have changed over, or did not.
    ///
    /// @param lock what the lock's monitor says
    void happened(Door door, DoorEffect.Append append, LockState lock, Moment now) {
        DoorHappening what = append.what();
        line(door.contact())
                .ifPresent(contact -> {
                    if (what == DoorHappening.NO_ENTRY && lock == LockState.UNLOCKED) {
                        contact.supervision.unusedPassage();
                    } else if (what == DoorHappening.LOCKED
                            && append.cause() != DoorCause.RESTART) {
                        contact.supervision.lockedAgain(now.nanos());
                    }
                });
    }

    /// What became of every input as time passed.
    List<Change> tick(Moment now) {
        List<Change> changes = new ArrayList<>();
        for (OneLine line : lines.values()) {
            line.supervision.tick(now.nanos());
            if (line.isInAnotherTrouble()) {
                changes.add(line.change(now));
            }
        }
        return changes;
    }

    /// The nearest deadline; null for none.
    @Nullable Long nextDeadlineNanos() {
        Long next = null;
        for (OneLine line : lines.values()) {
            OptionalLong deadline = line.supervision.nextDeadline();
            if (deadline.isPresent() && (next == null || deadline.getAsLong() - next < 0)) {
                next = deadline.getAsLong();
            }
        }
        return next;
    }
}
