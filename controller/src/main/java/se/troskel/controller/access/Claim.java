package se.troskel.controller.access;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.Medium;

/// What a presentation claims, once its form and signature have been checked outside the loop.
public sealed interface Claim {
    Medium medium();

    /// A card, by the keyed hash of its number.
    record Card(String lookup) implements Claim {
        @Override
        public Medium medium() {
            return Medium.CARD;
        }

        @Override
        public String toString() {
            return "Card";
        }
    }

    /// A ticket of this centre whose signature holds, or whose short code was found.
    ///
    /// @param id hex number of the ticket
    /// @param person null when it names nobody
    /// @param room null when it is for the centre
    record Ticket(
            Medium medium,
            String id,
            @Nullable String person,
            @Nullable String room,
            Instant validFrom,
            Instant validUntil)
            implements Claim {
        @Override
        public String toString() {
            return "Ticket";
        }
    }

    /// A day pass of this centre, by the keyed hash of what its QR code holds.
    record Pass(Medium medium, String lookup) implements Claim {
        @Override
        public String toString() {
            return "Pass";
        }
    }

    /// The number of a candidate, typed at a terminal: whoever knows it may have typed it, so it
    /// opens no door.
    ///
    /// @param persons ids of everybody whom it may mean; empty for nobody on a list
    record Candidate(Set<String> persons) implements Claim {
        public Candidate {
            persons = Set.copyOf(persons);
        }

        @Override
        public Medium medium() {
            return Medium.NUMBER;
        }

        @Override
        public String toString() {
            return "Candidate";
        }
    }

    /// A ticket of another centre.
    ///
    /// @param name that centre's name by language; null unless a key trusted now has signed it
    record OtherCentre(Medium medium, @Nullable Map<String, String> name) implements Claim {}

    /// A break-glass credential: it unlocks whatever stands against it.
    ///
    /// @param label which one, as whoever keeps it named it; never the number
    record BreakGlass(String label) implements Claim {
        @Override
        public Medium medium() {
            return Medium.CARD;
        }
    }

    /// Nothing of ours: garbage, a forged or foreign code, an unknown short code.
    ///
    /// @param forged whether it has the form of a ticket and its signature does not hold
    record Unreadable(Medium medium, boolean forged) implements Claim {
        /// Something that does not even look like ours.
        public Unreadable(Medium medium) {
            this(medium, false);
        }
    }
}
