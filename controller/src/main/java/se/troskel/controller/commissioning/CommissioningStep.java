package se.troskel.controller.commissioning;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One thing to prove.
///
/// @param id unique, made of what is proven and where, and the same as long as the configuration is
/// @param door the door's id; null for a step at no door
/// @param device the id of the device that is proven; null where it is the door itself
/// @param expected what has to be sensed; empty where only a person can tell
/// @param asked whether a person has to say that it worked
public record CommissioningStep(
        String id,
        Proof proof,
        @Nullable String door,
        @Nullable String device,
        List<Expected> expected,
        boolean asked) {
    public CommissioningStep {
        expected = List.copyOf(expected);
        if (expected.isEmpty() && !asked) {
            throw new IllegalArgumentException("step " + id + " would prove nothing");
        }
    }

    static CommissioningStep of(Proof proof, Place place, List<Expected> expected, boolean asked) {
        String where = place.device() == null ? place.door() : place.device();
        return new CommissioningStep(
                where + "." + proof.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                proof,
                place.door(),
                place.device(),
                expected,
                asked);
    }

    /// Whether this device's facts count.
    public boolean watches(String id) {
        return expected.stream().anyMatch(one -> one.device().equals(id));
    }

    /// Where a step is done; one of both is there.
    record Place(@Nullable String door, @Nullable String device) {}
}
