package se.troskel.controller.bench;

import java.util.Optional;
import java.util.function.BiConsumer;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.controller.commissioning.Fact;
import se.troskel.controller.site.SiteLoop;
import se.troskel.hardware.CardReader;
import se.troskel.hardware.CodeScanner;
import se.troskel.hardware.Devices;
import se.troskel.hardware.InputLine;
import se.troskel.hardware.InputLine.Level;
import se.troskel.hardware.LockOutput;
import se.troskel.hardware.OccupancySensor;
import se.troskel.hardware.OccupancySensor.Observation;
import se.troskel.hardware.Sounder;
import se.troskel.protocol.door.LockCommand;

/// Turns what devices say into facts. A card's number ends here.
final class BenchSenses {
    private final CentreConfig config;
    private final Devices devices;
    private final SiteLoop loop;
    private final BiConsumer<String, Fact> heard;

    /// @param heard is called on the devices' threads and must only enqueue
    BenchSenses(
            CentreConfig config, Devices devices, SiteLoop loop, BiConsumer<String, Fact> heard) {
        this.config = config;
        this.devices = devices;
        this.loop = loop;
        this.heard = heard;
    }

    void listen() {
        devices.all().values().forEach(this::listen);
    }

    private void listen(se.troskel.hardware.Device device) {
        String id = device.id();
        switch (device) {
            case LockOutput lock -> lock.onTold(told -> heard.accept(id, fact(told)));
            case InputLine line ->
                    line.onChange(
                            level -> fact(id, level).ifPresent(fact -> heard.accept(id, fact)));
            case CardReader reader -> reader.onCard(_ -> heard.accept(id, Fact.CARD_READ));
            case OccupancySensor sensor ->
                    sensor.onObservation(seen -> heard.accept(id, fact(seen)));
            case CodeScanner _, Sounder _ -> {
                // a person tells
            }
        }
    }

    /// What a device says now; empty for one that only tells of changes.
    Optional<Fact> now(String device) {
        Optional<Fact> line =
                devices.find(device, InputLine.class).flatMap(one -> fact(device, one.level()));
        return line.or(() -> devices.find(device, LockOutput.class).map(lock -> fact(lock.told())))
                .or(() -> terminal(device));
    }

    private Optional<Fact> terminal(String device) {
        return config.device(device)
                .filter(one -> one.kind() == Device.Kind.KIOSK)
                .map(_ -> loop.view().terminals().contains(device) ? Fact.ONLINE : Fact.OFFLINE);
    }

    private Optional<Fact> fact(String device, Level level) {
        Optional<Device.Kind> kind = config.device(device).map(Device::kind);
        return switch (level) {
            case REST -> kind.flatMap(of -> Fact.ofLine(of, false));
            case ACTIVE -> kind.flatMap(of -> Fact.ofLine(of, true));
            case UNKNOWN, FAULT, CUT, SHORTED -> Optional.empty();
        };
    }

    private static Fact fact(LockCommand told) {
        return switch (told) {
            case LOCK -> Fact.TOLD_TO_LOCK;
            case UNLOCK -> Fact.TOLD_TO_UNLOCK;
        };
    }

    private static Fact fact(Observation seen) {
        boolean isIn =
                switch (seen) {
                    case Observation.Passage(int people) -> people > 0;
                    case Observation.Presence(boolean present) -> present;
                    case Observation.Count(int people) -> people > 0;
                };
        return isIn ? Fact.PEOPLE_IN : Fact.PEOPLE_OUT;
    }
}
