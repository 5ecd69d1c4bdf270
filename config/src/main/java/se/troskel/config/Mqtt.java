package se.troskel.config;

import org.jspecify.annotations.Nullable;

/// The way to the region's broker.
///
/// @param url `mqtt://host:port` or `mqtts://host:port`
/// @param user null for none; the password comes from the environment or a credential file, never
///   from here
/// @param quotaMegabytes disk that unacknowledged records may take before the oldest become a
///   recorded gap
public record Mqtt(String url, @Nullable String user, int quotaMegabytes) {}
