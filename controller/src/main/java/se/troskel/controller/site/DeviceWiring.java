package se.troskel.controller.site;

import se.troskel.config.CentreConfig;
import se.troskel.hardware.CardReader;
import se.troskel.hardware.CodeScanner;
import se.troskel.hardware.Device;
import se.troskel.hardware.Devices;
import se.troskel.hardware.InputLine;
import se.troskel.hardware.LockOutput;
import se.troskel.hardware.OccupancySensor;
import se.troskel.hardware.Sounder;
import se.troskel.protocol.decision.Medium;

/// Connects a centre's devices to the loop: every listener only offers an input.
public final class DeviceWiring {
    private final CentreConfig config;
    private final SiteLoop loop;
    private final ClaimReader claims;

    public DeviceWiring(CentreConfig config, SiteLoop loop, ClaimReader claims) {
        this.config = config;
        this.loop = loop;
        this.claims = claims;
    }

    /// Listens to every device, and offers what each says now.
    public void connect(Devices devices) {
        devices.all().values().forEach(this::connect);
    }

    private void connect(Device device) {
        String id = device.id();
        device.onHealth(health -> loop.offer(new SiteInput.HealthChanged(id, health)));
        loop.offer(new SiteInput.HealthChanged(id, device.health()));
        switch (device) {
            case LockOutput lock ->
                    lock.onTold(told -> loop.offer(new SiteInput.LockTold(id, told)));
            case InputLine line -> {
                line.onChange(level -> loop.offer(new SiteInput.LineChanged(id, level)));
                loop.offer(new SiteInput.LineChanged(id, line.level()));
            }
            case CardReader reader -> reader.onCard(card -> presented(id, Medium.CARD, card));
            case CodeScanner scanner -> scanner.onCode(code -> presented(id, Medium.QR, code));
            case OccupancySensor sensor ->
                    sensor.onObservation(seen -> loop.offer(new SiteInput.Observed(id, seen)));
            case Sounder _ -> {}
        }
    }

    /// A reader at no door belongs to a terminal, which presents by itself.
    private void presented(String reader, Medium medium, String value) {
        if (!isAtDoor(config, reader)) {
            return;
        }
        loop.offer(new SiteInput.CardAtDoor(reader, claims.claim(medium, value)));
    }

    /// Whether a reader stands at a door, so that it is this controller's and not a terminal's.
    public static boolean isAtDoor(CentreConfig config, String reader) {
        return config.doors().stream().anyMatch(door -> reader.equals(door.reader()));
    }
}
