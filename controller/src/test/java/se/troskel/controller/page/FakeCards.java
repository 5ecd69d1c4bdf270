package se.troskel.controller.page;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.staff.Done;

/// Cards in memory: Alva with a card and a loan, Bo with none, somebody protected; an unknown card
/// and a spare one were just tapped. Remembers what it was asked to do.
final class FakeCards implements CardDesk {
    static final String PROTECTED_NUMBER = "04A1B2C3D4E5FF";
    final List<String> asked = new ArrayList<>();
    private final InstantSource clock;

    FakeCards(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean isNumber(String text) {
        return text.matches("[0-9A-F]{8}|[0-9A-F]{14}");
    }

    @Override
    public List<Holder> find(String text) {
        if (text.equals(PROTECTED_NUMBER)) {
            return List.of(new Holder("p3", null, List.of(new Card("c3", null, null, false))));
        }
        return Stream.of(
                        new Holder(
                                "p1",
                                "Alva Testsson",
                                List.of(
                                        new Card("c1", null, null, false),
                                        new Card("c2", null, null, true),
                                        new Card("l1", "1", midnight(), false))),
                        new Holder("p2", "Bo Testsson", List.of()))
                .filter(one ->
                        one.name() != null
                                && one.name()
                                        .toLowerCase(Locale.ROOT)
                                        .contains(text.toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public List<Tapped> tapped() {
        Instant now = clock.instant();
        return List.of(
                new Tapped("u1", "K1", now.minusSeconds(20), false, null, null, false),
                new Tapped("c1", "R1", now.minusSeconds(60), true, "Alva Testsson", null, false));
    }

    @Override
    public List<Loan> loans() {
        return List.of(
                new Loan("l1", "1", midnight(), "Alva Testsson", false),
                new Loan("l2", "2", null, null, false),
                new Loan("l3", "3", null, null, true));
    }

    private Instant midnight() {
        return clock.instant().plusSeconds(53_160);
    }

    @Override
    public Done blockAll(StaffAccount by, String person) {
        asked.add("block all " + person);
        return new Done(true, "card.all-blocked", null);
    }

    @Override
    public Done blockOne(StaffAccount by, String card) {
        asked.add("block one " + card);
        return new Done(true, "card.blocked", null);
    }

    @Override
    public Done lend(StaffAccount by, Lending lending) {
        asked.add(
                "lend "
                        + lending.person()
                        + " card="
                        + lending.card()
                        + " digits="
                        + lending.number().length()
                        + " lost="
                        + lending.lost());
        return new Done(true, "card.lent", "2");
    }
}
