package se.troskel.config;

import org.jspecify.annotations.Nullable;

/// The way to the region's broker.
///
/// @param url `mqtt://host:port` or `mqtts://host:port`
/// @param user null for none; the password comes from the environment or a credential file, never
///   from here
/// @param quotaMegabytes disk that unacknowledged records may take before the oldest are deleted, a
///   segment of 4 megabytes at a time, and become a recorded gap, 1 to 100000
public record Mqtt(
        @Form(
                        value = "^mqtts?://[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?$",
                        example = "mqtts://broker.example.org:8883")
                String url,
        @Nullable String user,
        @Range(min = 1, max = 100_000) int quotaMegabytes) {
    private static final long MEGABYTE = 1_000_000;

    /// The quota in bytes.
    public long quotaBytes() {
        return quotaMegabytes * MEGABYTE;
    }
}
