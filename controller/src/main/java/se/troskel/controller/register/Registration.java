package se.troskel.controller.register;

import org.jspecify.annotations.Nullable;

/// A candidate in a sitting.
///
/// @param seat null while none is given
/// @param centre code of the centre at which the candidate is to write; null for this one
/// @param accommodation what the candidate has a right to
public record Registration(
        String id,
        String sitting,
        String person,
        Status status,
        @Nullable Seat seat,
        @Nullable String centre,
        Accommodation accommodation,
        Fee fee) {
    /// Whether the registration stands.
    public enum Status {
        REGISTERED,
        CANCELLED
    }

    /// What the centre takes for the service.
    public enum Fee {
        NONE,
        DUE,
        PAID
    }

    /// A place in a room.
    ///
    /// @param number as it stands on the desk
    public record Seat(String room, String number) {}

    /// What a candidate has a right to; why is kept nowhere (DOMAIN L7).
    ///
    /// @param extraPercent of the writing time, 0 for none
    /// @param smallRoom whether the candidate writes in a small room
    public record Accommodation(int extraPercent, boolean smallRoom) {
        public static final Accommodation NONE = new Accommodation(0, false);

        /// Without what it says of anybody.
        @Override
        public String toString() {
            return "Accommodation";
        }
    }
}
