package se.troskel.hardware;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.troskel.config.AccessRules;
import se.troskel.config.Alarms;
import se.troskel.config.Api;
import se.troskel.config.Centre;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.config.Device.Kind;
import se.troskel.config.Door;
import se.troskel.config.OccupancyRules;
import se.troskel.config.Opening;
import se.troskel.config.Retention;

/// A centre with one door and the devices that a test names.
public final class TestCentre {
    private TestCentre() {}

    public static CentreConfig of(Door door, Device... devices) {
        return new CentreConfig(
                new Centre(
                        "TST",
                        "Test",
                        "Katrineholm",
                        "0483",
                        "Testgatan 1",
                        ZoneId.of("Europe/Stockholm"),
                        null,
                        List.of("sv")),
                new Opening(List.of(), List.of(), null),
                List.of(),
                List.of(door),
                List.of(),
                Alarms.NONE,
                List.of(devices),
                new AccessRules(18, true, 3, 5, 4, 15, 30, List.of(15), 5, 5, 30, 120, List.of()),
                new OccupancyRules(60, 5, 90),
                new Retention(30, 90, 365, 400, "KS 1"),
                new Api("127.0.0.1", 0),
                null,
                null);
    }

    /// A door whose lock hangs on output `lock` and whose contacts are `contact` and `monitor`.
    public static Door door(Door.Kind kind, Door.Lock.Type type) {
        return new Door(
                "door",
                "Entré",
                kind,
                null,
                new Door.Lock(type, "lock"),
                Door.EgressHardware.HANDLE,
                "contact",
                "rex",
                "monitor",
                "reader",
                null,
                null,
                null,
                new Door.Times(5, 10, 30, 10),
                Door.Rules.PLAIN,
                false,
                List.of(),
                List.of(),
                List.of());
    }

    public static Device simulated(String id, Kind kind, boolean activeLow) {
        return simulated(id, kind, activeLow, null);
    }

    /// With end-of-line resistors.
    public static Device supervised(String id, Kind kind) {
        return simulated(id, kind, false, new Device.Supervision(true, null, null, null, null));
    }

    private static Device simulated(
            String id, Kind kind, boolean activeLow, Device.@Nullable Supervision supervision) {
        return new Device(
                id,
                id,
                kind,
                Device.Provider.SIMULATED,
                null,
                null,
                activeLow,
                null,
                null,
                null,
                null,
                null,
                supervision);
    }

    public static Device wired(
            String id, Kind kind, Device.Provider provider, @Nullable String port) {
        return new Device(
                id, id, kind, provider, null, null, false, port, null, null, null, null, null);
    }

    /// Waits for the real world, at most ten seconds.
    public static void await(BooleanSupplier condition) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - began > Duration.ofSeconds(10).toNanos()) {
                throw new AssertionError("not within ten seconds");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
