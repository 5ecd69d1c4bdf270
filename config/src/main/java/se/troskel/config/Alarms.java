package se.troskel.config;

import org.jspecify.annotations.Nullable;

/// What the building's own alarm systems tell us. We tell them nothing: fire is fought and the
/// burglar alarm is unset at their own panels.
///
/// @param fire id of the `FIRE_ALARM` input; null when there is none. While it is latched, doors
///   with `releaseOnFire` stand released and nothing locks; an addition to the wired release, never
///   instead of it (DOMAIN L14)
/// @param armed id of the `BURGLAR_ALARM` input that is active while the building is armed; null
///   when there is none. No door is unlocked then
public record Alarms(
        @Form(value = Form.ID, example = "fire") @Nullable String fire,
        @Form(value = Form.ID, example = "armed") @Nullable String armed) {
    /// A building without alarm systems.
    public static final Alarms NONE = new Alarms(null, null);
}
