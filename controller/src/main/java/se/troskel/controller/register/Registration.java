package se.troskel.controller.register;

import org.jspecify.annotations.Nullable;

/// A candidate in a sitting.
///
/// @param seat null while none is given
/// @param centre code of the centre at which the candidate is to write; null for this one
/// @param accommodation what the candidate has a right to
/// @param reference what the university knows the candidate by where it is not to be a name, such
///   as an anonymity code; null for none
public record Registration(
        String id,
        String sitting,
        String person,
        Status status,
        @Nullable Seat seat,
        @Nullable String centre,
        Accommodation accommodation,
        Fee fee,
        @Nullable String reference) {
    /// Without a reference.
    public Registration(
            String id,
            String sitting,
            String person,
            Status status,
            @Nullable Seat seat,
            @Nullable String centre,
            Accommodation accommodation,
            Fee fee) {
        this(id, sitting, person, status, seat, centre, accommodation, fee, null);
    }

    /// Whether it is known where the candidate is to sit.
    public boolean hasPlace() {
        return seat != null && seat.number() != null;
    }

    /// The same with another status.
    public Registration withStatus(Status now) {
        return new Registration(
                id, sitting, person, now, seat, centre, accommodation, fee, reference);
    }

    /// Without what is known of the candidate.
    @Override
    public String toString() {
        return "Registration[" + id + "]";
    }

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
    /// @param number as it stands on the desk; null where the invigilator shows a place
    public record Seat(String room, @Nullable String number) {}

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
