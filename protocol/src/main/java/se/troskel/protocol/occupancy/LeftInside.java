package se.troskel.protocol.occupancy;

import org.jspecify.annotations.Nullable;

/// Checked-in visitors of whom nobody knows that they left, after the centre has closed (DOMAIN 5.1
/// row 20).
///
/// @param people 1 or more; null when `few` is true
/// @param few the number is withheld because it is small and nobody is at the desk
public record LeftInside(@Nullable Integer people, boolean few) {
    /// As it may leave the centre.
    ///
    /// @param people 1 or more
    /// @param smallCountLimit numbers below it are withheld
    public static LeftInside of(int people, int smallCountLimit) {
        boolean few = people < smallCountLimit;
        return new LeftInside(few ? null : people, few);
    }
}
