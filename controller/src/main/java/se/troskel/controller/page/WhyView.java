package se.troskel.controller.page;

import org.jspecify.annotations.Nullable;
import se.troskel.controller.access.PinEntered;

/// The question as it was typed, and its answer.
///
/// @param at local date and time; empty for now
/// @param names whether whoever asks may see names
/// @param answer null before anything was asked
public record WhyView(
        String who,
        String door,
        String at,
        PinEntered pin,
        boolean names,
        @Nullable WhyAnswer answer) {
    WhyView answered(WhyAnswer found) {
        return new WhyView(who, door, at, pin, names, found);
    }

    /// Without whom it is about.
    @Override
    public String toString() {
        return "WhyView[" + door + "]";
    }
}
