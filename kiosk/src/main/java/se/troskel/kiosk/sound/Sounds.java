package se.troskel.kiosk.sound;

import se.troskel.kiosk.flow.Cue;

/// Makes sounds. Returns at once, never throws.
@FunctionalInterface
public interface Sounds {
    /// No sound.
    Sounds SILENT = cue -> {};

    void play(Cue cue);
}
