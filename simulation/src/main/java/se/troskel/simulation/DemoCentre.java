package se.troskel.simulation;

import java.nio.file.Path;
import java.util.List;
import se.troskel.config.Api;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.Device;
import se.troskel.config.Door;
import se.troskel.config.Mqtt;

/// The centre of the demo: an example centre as it is configured, on the demo's own ports; without
/// a region it stays so.
final class DemoCentre {
    /// So that a door held open alarms within a scene of the scripted day.
    private static final Door.Times QUICK = new Door.Times(3, 6, 6, 3);

    private DemoCentre() {}

    /// @throws se.troskel.config.UnusableConfigException with every problem when the configuration
    ///   is not whole
    static CentreConfig load(Path folder, int port, String broker, boolean quickDoors) {
        CentreConfig centre = new CentreLoader().require(folder);
        List<Door> doors =
                quickDoors
                        ? centre.doors().stream().map(DemoCentre::quick).toList()
                        : centre.doors();
        return new CentreConfig(
                centre.centre(),
                centre.opening(),
                centre.rooms(),
                doors,
                centre.areas(),
                centre.alarms(),
                centre.devices(),
                centre.access(),
                centre.occupancy(),
                centre.retention(),
                new Api("127.0.0.1", port),
                centre.mqtt() == null ? null : new Mqtt(broker, null, 64),
                centre.plan());
    }

    static boolean hasTerminal(CentreConfig centre) {
        return centre.devices().stream().anyMatch(one -> one.kind() == Device.Kind.KIOSK);
    }

    static boolean hasRegion(CentreConfig centre) {
        return centre.mqtt() != null;
    }

    private static Door quick(Door door) {
        return new Door(
                door.id(),
                door.name(),
                door.kind(),
                door.room(),
                door.lock(),
                door.egressHardware(),
                door.contact(),
                door.requestToExit(),
                door.lockMonitor(),
                door.reader(),
                door.tamper(),
                door.otherSystem(),
                door.area(),
                QUICK,
                door.rules(),
                door.releaseOnFire(),
                door.openedOtherwise(),
                door.unlocked(),
                door.assurance());
    }
}
