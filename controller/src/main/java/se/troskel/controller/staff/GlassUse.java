package se.troskel.controller.staff;

import java.time.Instant;

/// A break-glass credential was used; staff is told until somebody has seen it.
///
/// @param door id of the door it unlocked
/// @param label which credential, as whoever keeps it named it
/// @param at when
public record GlassUse(String door, String label, Instant at) {}
