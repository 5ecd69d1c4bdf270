package se.troskel.controller.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.CheckInReason;

/// What the decision would be, for each card of the person. For the eyes of staff only.
///
/// @param found how the person was looked for
/// @param several whom to choose among; empty unless there are several
/// @param cards one for each card, or for the card that was typed; empty unless somebody was found
/// @param at the instant it is about
/// @param then how that instant lies to now
public record WhyAnswer(
        Found found, List<Person> several, List<Card> cards, Instant at, Then then) {
    public WhyAnswer {
        several = List.copyOf(several);
        cards = List.copyOf(cards);
    }

    /// How looking for the person went.
    public enum Found {
        ONE,
        SEVERAL,
        NOBODY,
        /// Somebody, who has no card.
        NO_CARD
    }

    /// How the instant lies to now. At another hour the register is today's, and every door is
    /// taken to be locked and to work.
    public enum Then {
        PAST,
        NOW,
        FUTURE
    }

    /// Somebody with that name.
    public record Person(String id, String name) {
        /// Without the name.
        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    /// What one card would do.
    ///
    /// @param name whose it is; null when it is nobody's, whoever asks may not see names, or the
    ///   name may stand on no list
    /// @param rules the rules that spoke, in order
    /// @param doors names of the doors that would be unlocked, in order; empty for none
    public record Card(
            @Nullable String name, CheckInReason reason, List<String> rules, List<String> doors) {
        public Card {
            rules = List.copyOf(rules);
            doors = List.copyOf(doors);
        }

        /// Without the name.
        @Override
        public String toString() {
            return "Card[" + reason + "]";
        }
    }
}
