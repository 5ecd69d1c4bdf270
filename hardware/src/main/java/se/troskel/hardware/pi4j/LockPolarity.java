package se.troskel.hardware.pi4j;

import com.pi4j.io.gpio.digital.DigitalState;
import se.troskel.config.Device;
import se.troskel.config.Door;
import se.troskel.protocol.door.LockCommand;

/// Which electrical level tells a lock what. The only place where fail-safe, fail-secure and
/// active-low mean anything.
///
/// | lock | told LOCK | told UNLOCK |
/// |---|---|---|
/// | FAIL_SECURE (strike), MOTOR, a pulse into a foreign system | inactive | active |
/// | FAIL_SAFE (magnet: held by current) | active | inactive |
///
/// @param unlocksWhenActive whether an active line unlocks
/// @param activeLow whether the line is active when low
public record LockPolarity(boolean unlocksWhenActive, boolean activeLow) {

    static LockPolarity of(Door door, Device output) {
        boolean foreign = door.kind() == Door.Kind.FOREIGN;
        boolean unlocksWhenActive =
                foreign
                        || switch (door.lock().type()) {
                            case FAIL_SAFE -> false;
                            case FAIL_SECURE, MOTOR -> true;
                        };
        return new LockPolarity(unlocksWhenActive, output.activeLow());
    }

    DigitalState level(LockCommand command) {
        boolean active = (command == LockCommand.UNLOCK) == unlocksWhenActive;
        return active == activeLow ? DigitalState.LOW : DigitalState.HIGH;
    }
}
