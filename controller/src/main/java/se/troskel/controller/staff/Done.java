package se.troskel.controller.staff;

import org.jspecify.annotations.Nullable;

/// The outcome of doing something.
///
/// @param done whether it happened; what makes safe may be recorded after
/// @param key stable key of the sentence for staff, for example `door.unlocked`, `journal.refused`
/// @param value what the sentence speaks of; null for nothing
public record Done(boolean done, String key, @Nullable String value) {}
