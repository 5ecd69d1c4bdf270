package se.troskel.protocol.mqtt;

import org.jspecify.annotations.Nullable;

/// The answer to a [RegionRequest].
///
/// @param text what was asked for; null when there is nothing but `done`
public record RegionReply(String centre, String id, boolean done, @Nullable String text) {}
