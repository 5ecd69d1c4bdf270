package se.troskel.controller.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.page.CardDesk.Card;
import se.troskel.controller.page.CardDesk.Holder;
import se.troskel.controller.page.CardDesk.Loan;
import se.troskel.controller.page.CardDesk.Tapped;

/// The cards as their page shows them.
///
/// @param found whom the search means; null before any search
/// @param devices names of readers and terminals by id
/// @param mayLend whether whoever looks may lend cards
public record CardsView(
        @Nullable List<Holder> found,
        List<Tapped> tapped,
        List<Loan> loans,
        Map<String, String> devices,
        Moment moment,
        boolean mayLend) {

    /// A card that can be lent.
    ///
    /// @param words what it is called, and where it was shown
    public record Choice(String id, String words) {}

    /// What a card of somebody's is called, and whether it is blocked.
    public String words(Holder holder, Card card) {
        var texts = moment.texts();
        var number = card.loan();
        var words =
                number == null
                        ? texts.get("card.own", ownNumber(holder, card))
                        : texts.get("card.loan-until", number, until(card.until()));
        return card.blocked() ? texts.get("card.is-blocked", words) : words;
    }

    private static int ownNumber(Holder holder, Card card) {
        return 1 + holder.cards().stream().filter(one -> one.loan() == null).toList().indexOf(card);
    }

    /// Where and when a card was shown, and whose it is.
    public String words(Tapped one) {
        var texts = moment.texts();
        var words = texts.get("card.shown", device(one), moment.clock(one.at()), whose(one));
        return one.blocked() ? texts.get("card.is-blocked", words) : words;
    }

    private String whose(Tapped one) {
        var texts = moment.texts();
        if (!one.held()) {
            return texts.get("card.nobodys");
        }
        if (one.loan() != null) {
            return texts.get("card.loan", one.loan());
        }
        return one.name() == null ? texts.get("card.protected") : one.name();
    }

    /// What has become of a spare card.
    public Sign sign(Loan loan) {
        var texts = moment.texts();
        if (loan.blocked()) {
            return Sign.act(texts.get("loan.is-blocked"));
        }
        if (loan.until() == null) {
            return Sign.ok(texts.get("loan.in"));
        }
        var name = loan.name() == null ? texts.get("card.protected") : loan.name();
        return Sign.info("wait", texts.get("loan.out", name, until(loan.until())));
    }

    /// The cards that can be lent: what was just shown first, then the spare cards that are in.
    public List<Choice> lendable() {
        var texts = moment.texts();
        var shown =
                tapped.stream()
                        .filter(one -> !one.blocked() && (!one.held() || one.loan() != null))
                        .map(one -> new Choice(one.id(), words(one)));
        var spare =
                loans.stream()
                        .filter(loan -> loan.until() == null && !loan.blocked())
                        .filter(loan ->
                                tapped.stream().noneMatch(one -> one.id().equals(loan.id())))
                        .map(loan -> new Choice(loan.id(), texts.get("card.loan", loan.number())));
        return Stream.concat(shown, spare).toList();
    }

    private String device(Tapped one) {
        return devices.getOrDefault(one.device(), one.device());
    }

    private String until(@Nullable Instant until) {
        return until == null ? "–" : moment.clock(until);
    }

    @Override
    public String toString() {
        return "CardsView";
    }
}
