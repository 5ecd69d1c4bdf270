package se.troskel.controller.site;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.access.AccessQuestion;
import se.troskel.controller.access.Claim;
import se.troskel.controller.access.PinRule;
import se.troskel.controller.access.PinState;
import se.troskel.controller.access.TryLimit;
import se.troskel.controller.journal.LocalBody;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.StaffAction;
import se.troskel.protocol.kiosk.PinChallenge;
import se.troskel.protocol.kiosk.StaffPinResult.Outcome;

/// The way from a staff member's card to a terminal's staff mode: always its PIN too, whose wrong
/// tries count with those at the door. Owned by the loop's thread.
public final class StaffEntries {
    private static final Duration CHALLENGE = Duration.ofMinutes(1);

    private final Records records;
    private final Tries pins;
    private final TryLimit limit;
    private final Supplier<UUID> ids;
    private final Map<String, Waiting> waiting = new HashMap<>();

    /// A card that was shown and may open staff mode at this terminal.
    private record Waiting(String kiosk, String lookup, Instant expires) {}

    /// The cards as they are now, with those blocked that the register does not have as such yet.
    record Cards(RegisterContents register, Set<String> blocked) {}

    /// What a PIN came to.
    ///
    /// @param user the account whose staff mode is open; null unless `OPENED`
    /// @param lookup of the card that opened it; null unless `OPENED`
    public record Entered(
            Outcome outcome,
            @Nullable String user,
            @Nullable String lookup,
            @Nullable PinChallenge again,
            @Nullable Instant until) {
        static final Entered GONE = new Entered(Outcome.GONE, null, null, null, null);
    }

    StaffEntries(Records records, Tries pins, TryLimit limit, Supplier<UUID> ids) {
        this.records = records;
        this.pins = pins;
        this.limit = limit;
        this.ids = ids;
    }

    /// A challenge for whoever showed this; null when it opens no staff mode.
    @Nullable PinChallenge offer(AccessQuestion question, Cards cards, Moment now) {
        if (!(question.claim() instanceof Claim.Card(String lookup))
                || account(lookup, cards, now).isEmpty()) {
            return null;
        }
        return challenge(question.device(), lookup, now);
    }

    /// The PIN hash that a challenge asks for; empty when there is none.
    Optional<String> pinHash(String challenge, Cards cards, Moment now) {
        Waiting asked = waiting.get(challenge);
        if (asked == null || !now.at().isBefore(asked.expires())) {
            return Optional.empty();
        }
        return Optional.ofNullable(cards.register().credentials().get(asked.lookup()))
                .map(Credential::pinHash);
    }

    Entered entered(SiteInput.StaffPinCompared in, Cards cards, Moment now) {
        Waiting asked = waiting.remove(in.challenge());
        if (asked == null
                || !asked.kiosk().equals(in.kiosk())
                || !now.at().isBefore(asked.expires())) {
            return Entered.GONE;
        }
        StaffAccount account = account(asked.lookup(), cards, now).orElse(null);
        if (account == null) {
            return Entered.GONE;
        }
        Instant paused = pins.pausedUntil(asked.lookup(), now.at());
        if (paused == null) {
            pins.tried(asked.lookup(), in.right(), now.at());
            record(account, in.right(), now);
            paused = pins.pausedUntil(asked.lookup(), now.at());
        }
        if (paused != null) {
            return new Entered(Outcome.PAUSED, null, null, null, paused);
        }
        return in.right()
                ? new Entered(Outcome.OPENED, account.user(), asked.lookup(), null, null)
                : new Entered(
                        Outcome.WRONG,
                        null,
                        null,
                        challenge(in.kiosk(), asked.lookup(), now),
                        null);
    }

    void tick(Moment now) {
        waiting.values().removeIf(one -> !now.at().isBefore(one.expires()));
    }

    /// The account whose staff mode this card may open now.
    private Optional<StaffAccount> account(String lookup, Cards cards, Moment now) {
        RegisterContents register = cards.register();
        Credential card = register.credentials().get(lookup);
        if (card == null
                || card.pinHash() == null
                || card.blocked()
                || cards.blocked().contains(lookup)
                || isOver(card.validUntil(), now)) {
            return Optional.empty();
        }
        Person person = register.people().get(card.person());
        if (person == null || isOver(person.validUntil(), now)) {
            return Optional.empty();
        }
        return Optional.ofNullable(register.staffOf(card.person()))
                .filter(account -> account.may(Capability.UNLOCK));
    }

    private static boolean isOver(@Nullable Instant until, Moment now) {
        return until != null && !now.at().isBefore(until);
    }

    private PinChallenge challenge(String kiosk, String lookup, Moment now) {
        String id = ids.get().toString();
        Instant expires = now.at().plus(CHALLENGE);
        waiting.put(id, new Waiting(kiosk, lookup, expires));
        PinState state = Objects.requireNonNullElse(pins.states().get(lookup), PinState.CLEAR);
        return new PinChallenge(id, PinRule.triesLeft(state, limit), expires);
    }

    private void record(StaffAccount account, boolean right, Moment now) {
        StaffAction action = right ? StaffAction.LOGGED_IN : StaffAction.LOG_IN_REFUSED;
        records.after(
                now,
                new EventBody.StaffActed(action, null, null, null),
                new LocalBody(
                        LocalBody.NOBODY, RetentionClass.STAFF, Map.of("staff", account.user())));
    }
}
