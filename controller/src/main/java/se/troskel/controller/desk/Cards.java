package se.troskel.controller.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.config.CentreConfig;
import se.troskel.controller.access.LoanEnd;
import se.troskel.controller.intake.CardNumber;
import se.troskel.controller.keys.BreakGlassFile;
import se.troskel.controller.keys.Lookup;
import se.troskel.controller.page.CardDesk;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.site.LastCards;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.site.SiteLoop;
import se.troskel.controller.site.SnapshotAt;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.AccessSystemException;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.RegisterEditKind;
import se.troskel.protocol.event.StaffAction;

/// Finds, lends and blocks the cards of the register. A block counts by its record in the journal
/// first, and then stands in the register too. Thread-safe; blocks on disk.
public final class Cards implements CardDesk {
    private static final Logger LOG = LoggerFactory.getLogger(Cards.class);
    private static final int ID_LENGTH = 16;
    private static final int NAME_LENGTH_MIN = 2;
    private static final int FOUND_MAX = 10;
    private static final Done BUSY = new Done(false, "desk.slow", null);

    private final CentreConfig config;
    private final Register register;
    private final SiteLoop loop;
    private final Lookup lookup;
    private final BreakGlassFile glass;

    public Cards(
            CentreConfig config,
            Register register,
            SiteLoop loop,
            Lookup lookup,
            BreakGlassFile glass) {
        this.config = config;
        this.register = register;
        this.loop = loop;
        this.lookup = lookup;
        this.glass = glass;
    }

    @Override
    public boolean isNumber(String text) {
        return lookup(text).isPresent();
    }

    @Override
    public List<Holder> find(String text) {
        RegisterContents contents = register.contents();
        Credential card = lookup(text).map(contents.credentials()::get).orElse(null);
        if (card != null) {
            Person person = contents.people().get(card.person());
            return person == null ? List.of() : List.of(holder(person, contents));
        }
        String part = text.strip().toLowerCase(Locale.ROOT);
        return part.length() < NAME_LENGTH_MIN
                ? List.of()
                : contents.people().values().stream()
                        .filter(person -> !person.protectedIdentity())
                        .filter(person -> !holdsPass(person, contents))
                        .filter(person -> person.name().toLowerCase(Locale.ROOT).contains(part))
                        .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                        .limit(FOUND_MAX)
                        .map(person -> holder(person, contents))
                        .toList();
    }

    /// Day passes have a page of their own.
    private static boolean holdsPass(Person person, RegisterContents contents) {
        return contents.passes().values().stream()
                .anyMatch(pass -> pass.person().equals(person.id()));
    }

    private Holder holder(Person person, RegisterContents contents) {
        Instant now = loop.view().at();
        return new Holder(
                person.id(),
                name(person),
                cardsOf(person.id(), contents)
                        .filter(card -> card.loan() == null || isOut(card, now))
                        .map(card ->
                                new Card(
                                        id(card.lookup()),
                                        card.loan(),
                                        card.validUntil(),
                                        card.blocked()))
                        .toList());
    }

    @Override
    public List<Tapped> tapped() {
        RegisterContents contents = register.contents();
        return lastCards().stream()
                .map(shown -> {
                    Credential card = contents.credentials().get(shown.lookup());
                    return new Tapped(
                            id(shown.lookup()),
                            shown.device(),
                            shown.at(),
                            card != null,
                            card == null ? null : name(contents.people().get(card.person())),
                            card == null ? null : card.loan(),
                            card != null && card.blocked());
                })
                .toList();
    }

    @Override
    public List<Loan> loans() {
        RegisterContents contents = register.contents();
        Instant now = loop.view().at();
        return spares(contents)
                .map(card -> {
                    boolean out = isOut(card, now);
                    return new Loan(
                            id(card.lookup()),
                            Objects.requireNonNull(card.loan()),
                            out ? card.validUntil() : null,
                            out ? name(contents.people().get(card.person())) : null,
                            card.blocked());
                })
                .toList();
    }

    @Override
    public Done blockAll(StaffAccount by, String person) {
        RegisterContents contents = register.contents();
        Instant now = loop.view().at();
        List<String> all =
                cardsOf(person, contents)
                        .filter(card -> card.loan() == null || isOut(card, now))
                        .map(Credential::lookup)
                        .toList();
        return all.isEmpty() ? new Done(false, "card.none", null) : block(by, all);
    }

    @Override
    public Done blockOne(StaffAccount by, String card) {
        String found = byId(card);
        return found == null ? new Done(false, "card.gone", null) : block(by, List.of(found));
    }

    /// Every card counts as blocked as soon as the loop has heard of it.
    private Done block(StaffAccount by, List<String> lookups) {
        for (String one : lookups) {
            Done done = ask(reply -> new SiteInput.CardBlockAsked(by, one, true, reply));
            if (!done.done()) {
                return done;
            }
        }
        return edit(() -> {
            for (String one : lookups) {
                if (register.contents().credentials().containsKey(one)) {
                    register.edit(new RegisterEdit.BlockCard(one, true));
                }
            }
            return new Done(true, lookups.size() == 1 ? "card.blocked" : "card.all-blocked", null);
        });
    }

    /// Recorded before it works.
    @Override
    public Done lend(StaffAccount by, Lending lending) {
        String spare =
                lending.card().isEmpty()
                        ? lookup(lending.number()).orElse(null)
                        : byId(lending.card());
        if (spare == null) {
            return new Done(false, lending.card().isEmpty() ? "card.number" : "card.gone", null);
        }
        SnapshotAt now = loop.ask(SiteInput.SnapshotAsked::new).orElse(null);
        if (now == null) {
            return BUSY;
        }
        RegisterContents contents = register.contents();
        String refused = refusal(spare, lending.person(), now, contents);
        if (refused != null) {
            return new Done(false, refused, null);
        }
        List<Credential> own =
                cardsOf(lending.person(), contents).filter(card -> card.loan() == null).toList();
        if (lending.lost() && !own.isEmpty()) {
            Done blocked = block(by, own.stream().map(Credential::lookup).toList());
            if (!blocked.done()) {
                return blocked;
            }
        }
        Done recorded = did(by, new EventBody.StaffActed(StaffAction.CARD_LENT, null, null, null));
        return recorded.done()
                ? edit(() -> lent(by, credential(spare, lending.person(), now.at(), own)))
                : recorded;
    }

    private Done lent(StaffAccount by, Credential card) {
        boolean known = register.contents().credentials().containsKey(card.lookup());
        register.edit(new RegisterEdit.LendCard(card));
        Done done = did(by, new EventBody.RegisterEdited(RegisterEditKind.CARD_LENT, 0, 1));
        return done.done()
                ? new Done(true, known ? "card.lent" : "card.lent-first", card.loan())
                : done;
    }

    /// Why this card cannot be lent to this person; null when it can. A spare card that is still
    /// out is in staff's hand again, so it can.
    private @Nullable String refusal(
            String spare, String person, SnapshotAt now, RegisterContents contents) {
        Credential card = contents.credentials().get(spare);
        Person holder = contents.people().get(person);
        if (!now.snapshot().clockTrusted()) {
            return "loan.clock";
        }
        if (holder == null || isOver(holder.validUntil(), now.at())) {
            return "loan.person";
        }
        if (glass.label(spare).isPresent() || (card != null && card.loan() == null)) {
            return "loan.held";
        }
        Set<String> blocked = now.snapshot().blocked();
        return blocked.contains(spare) || (card != null && card.blocked()) ? "loan.blocked" : null;
    }

    /// With the PIN of the person's own card, so that it opens what that one does.
    private Credential credential(String spare, String person, Instant now, List<Credential> own) {
        Credential before = register.contents().credentials().get(spare);
        String number = before == null ? null : before.loan();
        return new Credential(
                spare,
                person,
                own.stream()
                        .map(Credential::pinHash)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                LoanEnd.of(now, config.centre().timeZone()),
                false,
                number == null ? nextNumber() : number);
    }

    private String nextNumber() {
        int most =
                spares(register.contents())
                        .map(Credential::loan)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0);
        return Integer.toString(most + 1);
    }

    private static Stream<Credential> spares(RegisterContents contents) {
        return contents.credentials().values().stream()
                .filter(card -> card.loan() != null)
                .sorted(Comparator.comparingInt(card -> number(card)));
    }

    private static int number(Credential card) {
        return Integer.parseInt(Objects.requireNonNull(card.loan()));
    }

    private static Stream<Credential> cardsOf(String person, RegisterContents contents) {
        return contents.credentials().values().stream()
                .filter(card -> card.person().equals(person))
                .sorted(Comparator.comparing(Credential::lookup));
    }

    /// The look-up of a known card, or of one that was tapped; null when there is none.
    private @Nullable String byId(String id) {
        Map<String, Credential> known = register.contents().credentials();
        return Stream.concat(
                        known.keySet().stream(), lastCards().stream().map(LastCards.Tapped::lookup))
                .filter(one -> id(one).equals(id))
                .findFirst()
                .orElse(null);
    }

    private List<LastCards.Tapped> lastCards() {
        return loop.ask(SiteInput.LastCardsAsked::new).orElse(List.of());
    }

    private Optional<String> lookup(String number) {
        return CardNumber.fromReader(number).map(lookup::card);
    }

    private static boolean isOut(Credential card, Instant now) {
        return !isOver(card.validUntil(), now);
    }

    private static boolean isOver(@Nullable Instant until, Instant now) {
        return until != null && !now.isBefore(until);
    }

    private static @Nullable String name(@Nullable Person person) {
        return person == null || person.protectedIdentity() ? null : person.name();
    }

    private static String id(String lookup) {
        return lookup.substring(0, ID_LENGTH);
    }

    private Done did(StaffAccount by, EventBody what) {
        return ask(reply -> new SiteInput.StaffDid(by, what, reply));
    }

    private Done ask(Function<CompletableFuture<Done>, SiteInput> question) {
        return loop.ask(question).orElse(BUSY);
    }

    private static Done edit(Supplier<Done> edit) {
        try {
            return edit.get();
        } catch (AccessSystemException e) {
            LOG.error("A card was not changed: {}", e.getMessage());
            return new Done(false, "register.refused", null);
        }
    }
}
