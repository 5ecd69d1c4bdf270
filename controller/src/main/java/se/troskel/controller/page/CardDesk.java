package se.troskel.controller.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.staff.Done;

/// Whose cards there are, and lending and blocking them. Thread-safe; doing blocks as in
/// [StaffDesk]. Cards are named by ids that say nothing of their number.
public interface CardDesk {
    /// Whether a text is the number of a card, whoever has it.
    boolean isNumber(String text);

    /// Those whose name holds the text, at most ten, or the one who holds the card with that
    /// number. Somebody with a protected identity is found by number only, and without a name.
    List<Holder> find(String text);

    /// The cards that were shown at readers and terminals within the last two minutes, the latest
    /// first.
    List<Tapped> tapped();

    /// The spare cards that are known, by their number.
    List<Loan> loans();

    /// Blocks every card of a person, also one that is lent to them.
    Done blockAll(StaffAccount by, String person);

    /// Blocks one card: of a person, or one that was tapped.
    Done blockOne(StaffAccount by, String card);

    /// Lends a card until midnight.
    Done lend(StaffAccount by, Lending lending);

    /// Somebody with their cards.
    ///
    /// @param name null when it is protected
    record Holder(String person, @Nullable String name, List<Card> cards) {
        public Holder {
            cards = List.copyOf(cards);
        }

        @Override
        public String toString() {
            return "Holder[" + person + "]";
        }
    }

    /// A card of somebody's.
    ///
    /// @param loan number of the spare card; null for a card of their own
    /// @param until end of its own validity; null when it has none
    record Card(String id, @Nullable String loan, @Nullable Instant until, boolean blocked) {}

    /// A card that was shown just now.
    ///
    /// @param device id of the reader or terminal
    /// @param held whether anybody has it; an unknown card can be lent
    /// @param name of whoever has it; null when nobody has or it is protected
    /// @param loan number of the spare card; null when it is none
    record Tapped(
            String id,
            String device,
            Instant at,
            boolean held,
            @Nullable String name,
            @Nullable String loan,
            boolean blocked) {
        @Override
        public String toString() {
            return "Tapped[" + device + "]";
        }
    }

    /// A spare card.
    ///
    /// @param number written on it
    /// @param until when its loan ends; null when it is lent to nobody now
    /// @param name of who has it; null when nobody has or it is protected
    record Loan(
            String id,
            String number,
            @Nullable Instant until,
            @Nullable String name,
            boolean blocked) {
        @Override
        public String toString() {
            return "Loan[" + number + "]";
        }
    }

    /// Which card is to be lent to whom.
    ///
    /// @param card id of a spare card or of one that was tapped; empty when a number was typed
    /// @param number as typed; empty when a card was chosen
    /// @param lost whether the person's own cards are blocked in the same step
    record Lending(String person, String card, String number, boolean lost) {
        @Override
        public String toString() {
            return "Lending[" + person + "]";
        }
    }
}
