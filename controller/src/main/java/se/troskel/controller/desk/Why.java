package se.troskel.controller.desk;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Door;
import se.troskel.controller.access.Access;
import se.troskel.controller.access.AccessDecision;
import se.troskel.controller.access.AccessQuestion;
import se.troskel.controller.access.AccessSnapshot;
import se.troskel.controller.access.Claim;
import se.troskel.controller.page.WhyAnswer;
import se.troskel.controller.page.WhyAnswer.Card;
import se.troskel.controller.page.WhyAnswer.Found;
import se.troskel.controller.page.WhyAnswer.Then;
import se.troskel.controller.page.WhyQuestion;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.Person;
import se.troskel.controller.site.SnapshotAt;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;

/// Asks the decision what it would say to somebody at some hour: the same function that lets people
/// in. Changes nothing; thread-safe.
final class Why {
    private static final String ASKED_BY = "why";
    private static final int NAME_LENGTH_MIN = 2;
    private static final int SEVERAL_MAX = 10;

    private final Function<String, Optional<String>> lookup;

    /// @param lookup of a card's number; empty when it is none
    Why(Function<String, Optional<String>> lookup) {
        this.lookup = lookup;
    }

    /// @param names whether whoever asks may see names; else cards only are looked for
    WhyAnswer answer(SnapshotAt now, WhyQuestion question, boolean names) {
        Instant at = question.at() == null ? now.at() : question.at();
        Then then = then(question.at(), now.at());
        AccessSnapshot snapshot =
                then == Then.NOW ? now.snapshot() : now.snapshot().atAnotherHour();
        var about = new About(snapshot, question, names, at, then);
        Optional<String> card = lookup.apply(question.who());
        if (names && question.person() != null) {
            return about.cardsOf(question.person());
        }
        if (card.isPresent() && snapshot.register().credentials().containsKey(card.get())) {
            return about.cards(List.of(card.get()));
        }
        List<Person> named = names ? named(snapshot, question.who()) : List.of();
        return switch (named.size()) {
            case 0 ->
                    card.map(unknown -> about.cards(List.of(unknown)))
                            .orElseGet(() -> about.found(Found.NOBODY));
            case 1 -> about.cardsOf(named.getFirst().id());
            default -> about.several(named);
        };
    }

    private static Then then(@Nullable Instant asked, Instant now) {
        if (asked == null) {
            return Then.NOW;
        }
        return asked.isBefore(now) ? Then.PAST : Then.FUTURE;
    }

    /// Those whose name holds what was typed. A protected identity stands on no list: it is found
    /// by its card only.
    private static List<Person> named(AccessSnapshot snapshot, String typed) {
        String part = typed.strip().toLowerCase(Locale.ROOT);
        return part.length() < NAME_LENGTH_MIN
                ? List.of()
                : snapshot.register().people().values().stream()
                        .filter(person -> !person.protectedIdentity())
                        .filter(person -> person.name().toLowerCase(Locale.ROOT).contains(part))
                        .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                        .limit(SEVERAL_MAX)
                        .toList();
    }

    /// One question on its way to its answer.
    private record About(
            AccessSnapshot snapshot, WhyQuestion question, boolean names, Instant at, Then then) {
        WhyAnswer found(Found found) {
            return new WhyAnswer(found, List.of(), List.of(), at, then);
        }

        WhyAnswer several(List<Person> people) {
            return new WhyAnswer(
                    Found.SEVERAL,
                    people.stream()
                            .map(person -> new WhyAnswer.Person(person.id(), person.name()))
                            .toList(),
                    List.of(),
                    at,
                    then);
        }

        WhyAnswer cardsOf(String person) {
            List<String> lookups =
                    snapshot.register().credentials().values().stream()
                            .filter(card -> card.person().equals(person))
                            .map(Credential::lookup)
                            .sorted()
                            .toList();
            return lookups.isEmpty() ? found(Found.NO_CARD) : cards(lookups);
        }

        WhyAnswer cards(List<String> lookups) {
            return new WhyAnswer(
                    Found.ONE, List.of(), lookups.stream().map(this::decide).toList(), at, then);
        }

        private Card decide(String lookup) {
            AccessDecision decision =
                    Access.decide(
                            snapshot,
                            new AccessQuestion(
                                    claim(lookup),
                                    Intent.ENTER,
                                    question.pin(),
                                    ASKED_BY,
                                    question.door()),
                            at);
            return new Card(
                    name(lookup),
                    decision.reason(),
                    decision.rules(),
                    decision.unlock().stream().flatMap(this::doorName).toList());
        }

        /// A day pass is asked about as one.
        private Claim claim(String lookup) {
            return snapshot.register().passes().containsKey(lookup)
                    ? new Claim.Pass(Medium.QR, lookup)
                    : new Claim.Card(lookup);
        }

        private Stream<String> doorName(String door) {
            return snapshot.config().door(door).map(Door::name).stream();
        }

        private @Nullable String name(String lookup) {
            Credential card = snapshot.register().credentials().get(lookup);
            Person person = card == null ? null : snapshot.register().people().get(card.person());
            return !names || person == null || person.protectedIdentity() ? null : person.name();
        }

        /// Without whom it is about.
        @Override
        public String toString() {
            return "About";
        }
    }
}
