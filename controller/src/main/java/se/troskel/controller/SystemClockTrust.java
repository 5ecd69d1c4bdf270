package se.troskel.controller;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import se.troskel.protocol.event.ClockTrust;

/// How far this machine's wall clock can be believed: what systemd's time service says, and never
/// before the day this version was made (a Raspberry Pi without a battery boots in the past).
final class SystemClockTrust implements Supplier<ClockTrust> {
    private static final Instant MADE = Instant.parse("2026-11-01T00:00:00Z");

    private final InstantSource wall;
    private final Path synchronised;

    /// @param synchronised a file that is there once the clock was set by a time server
    SystemClockTrust(InstantSource wall, Path synchronised) {
        this.wall = wall;
        this.synchronised = synchronised;
    }

    @Override
    public ClockTrust get() {
        if (wall.instant().isBefore(MADE)) {
            return ClockTrust.UNTRUSTED;
        }
        return Files.exists(synchronised) ? ClockTrust.SYNCED : ClockTrust.HOLDOVER;
    }
}
