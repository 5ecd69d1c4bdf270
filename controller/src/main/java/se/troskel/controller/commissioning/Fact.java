package se.troskel.controller.commissioning;

import java.util.Optional;
import se.troskel.config.Device;

/// One thing that a device says.
public enum Fact {
    TOLD_TO_LOCK,
    TOLD_TO_UNLOCK,
    BOLT_THROWN,
    BOLT_DRAWN,
    DOOR_CLOSED,
    DOOR_OPEN,
    BUTTON_RELEASED,
    BUTTON_PRESSED,
    HOUSING_CLOSED,
    HOUSING_OPENED,
    /// An alarm or another system says nothing.
    QUIET,
    /// An alarm or another system gives its signal.
    SIGNAL,
    /// A card was read; which one is not known here.
    CARD_READ,
    /// Somebody went in, or is there.
    PEOPLE_IN,
    /// Somebody went out, or nobody is there.
    PEOPLE_OUT,
    ONLINE,
    OFFLINE;

    /// What a line of this kind says when it is active, or at rest; empty for a device that is no
    /// line.
    public static Optional<Fact> ofLine(Device.Kind kind, boolean active) {
        return switch (kind) {
            case DOOR_CONTACT -> Optional.of(active ? DOOR_OPEN : DOOR_CLOSED);
            case LOCK_MONITOR -> Optional.of(active ? BOLT_DRAWN : BOLT_THROWN);
            case REQUEST_TO_EXIT -> Optional.of(active ? BUTTON_PRESSED : BUTTON_RELEASED);
            case TAMPER -> Optional.of(active ? HOUSING_OPENED : HOUSING_CLOSED);
            case OTHER_SYSTEM, FIRE_ALARM, BURGLAR_ALARM -> Optional.of(active ? SIGNAL : QUIET);
            case LOCK, CARD_READER, CODE_SCANNER, OCCUPANCY_SENSOR, SOUNDER, KIOSK ->
                    Optional.empty();
        };
    }
}
