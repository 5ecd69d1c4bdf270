package se.troskel.protocol.mqtt;

import java.time.Instant;
import se.troskel.protocol.event.DeviceHealth;

/// The health of a device or terminal.
public record DeviceState(
        String centre, String device, String name, DeviceHealth health, Instant at) {}
