package se.troskel.controller.site;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.controller.access.Access;
import se.troskel.controller.access.AccessDecision;
import se.troskel.controller.access.AccessQuestion;
import se.troskel.controller.access.AccessSnapshot;
import se.troskel.controller.access.Claim;
import se.troskel.controller.access.Help;
import se.troskel.controller.access.PinEntered;
import se.troskel.controller.access.SecondPersonWait;
import se.troskel.controller.access.TryLimit;
import se.troskel.controller.journal.LocalBody;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.SeatRights;
import se.troskel.controller.staff.GlassUse;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorHappening;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.AnswerDetails;
import se.troskel.protocol.kiosk.KioskView.DoorTrouble;
import se.troskel.protocol.kiosk.PinChallenge;

/// From a presentation to its answer: asks the decision, records it, and only then lets anybody in.
/// Owned by the loop's thread.
final class CheckIns {
    private static final Duration CHALLENGE = Duration.ofMinutes(1);
    private static final long HOST_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int REMEMBERED_ANSWERS = 512;

    private final CentreConfig config;
    private final Records records;
    private final SiteDoors doors;
    private final StandingOrders standing;
    private final People people;
    private final Openings openings;
    private final GlassUses glassUses;
    private final ExamArrivals exams;
    private final Supplier<UUID> ids;

    private final Tries pins;
    private final Tries shortCodes;
    private final StaffEntries staff;
    private final LastUnlocks unlocks;
    private final Set<String> usedTickets = new HashSet<>();
    private final Set<String> blocked = new HashSet<>();
    private final Set<String> startedBookings = new HashSet<>();
    private final Map<String, SecondPersonWait> secondPersons = new HashMap<>();
    private final Map<String, Challenge> challenges = new HashMap<>();
    private final Map<UUID, Answer> answered = new Latest<>(REMEMBERED_ANSWERS);
    private final Map<UUID, Admitted> admitted = new Latest<>(REMEMBERED_ANSWERS);
    private RegisterContents register = RegisterContents.EMPTY;
    private Function<Instant, SeatRights> seats = _ -> SeatRights.NONE;

    /// A card that waits for its PIN.
    private record Challenge(
            UUID presentation, AccessQuestion question, boolean forExam, Instant expires) {}

    /// One presentation on its way through the decision. `reply` is null for a door-side reader.
    ///
    /// @param forExam whether they said that they come for an exam
    private record Going(
            UUID id,
            AccessQuestion question,
            boolean forExam,
            @Nullable CompletableFuture<Answer> reply) {}

    /// Who was let in by a presentation.
    ///
    /// @param person null for a ticket, which names nobody
    record Admitted(String device, @Nullable String person, long nanos) {}

    CheckIns(
            CentreConfig config,
            Records records,
            SiteDoors doors,
            StandingOrders standing,
            People people,
            Openings openings,
            GlassUses glassUses,
            ExamArrivals exams,
            Supplier<UUID> ids) {
        this.config = config;
        this.records = records;
        this.doors = doors;
        this.standing = standing;
        this.people = people;
        this.openings = openings;
        this.glassUses = glassUses;
        this.exams = exams;
        this.ids = ids;
        this.pins = new Tries(TryLimit.ofPins(config.access()));
        this.shortCodes = new Tries(TryLimit.ofShortCodes(config.access()));
        this.staff = new StaffEntries(records, pins, TryLimit.ofPins(config.access()), ids);
        this.unlocks = new LastUnlocks(config);
    }

    void register(RegisterContents contents) {
        this.register = contents;
    }

    /// Where the rights of seats come from; asked on the loop, before every decision, so it must
    /// not compute them anew each time. Nobody has one until this is called.
    void seats(Function<Instant, SeatRights> rights) {
        this.seats = rights;
    }

    RegisterContents register() {
        return register;
    }

    /// A ticket that was used, or a card that was blocked or unblocked, before a restart; read from
    /// the journal.
    void restoreUsedTicket(String ticket) {
        usedTickets.add(ticket);
    }

    void block(String lookup, boolean isBlocked) {
        if (isBlocked) {
            blocked.add(lookup);
        } else {
            blocked.remove(lookup);
        }
    }

    boolean isKnown(String lookup) {
        return register.credentials().containsKey(lookup);
    }

    void presented(SiteInput.Presented in, Moment now) {
        Answer before = answered.get(in.presentation().id());
        if (before != null) {
            records.reply(in.reply(), before);
            return;
        }
        String kiosk = in.presentation().kiosk();
        String door = config.device(kiosk).map(Device::door).orElse(null);
        AccessQuestion question =
                new AccessQuestion(in.claim(), intent(in), PinEntered.NOT_YET, kiosk, door);
        boolean forExam = in.presentation().intent() == Intent.EXAM;
        Going going = new Going(in.presentation().id(), question, forExam, in.reply());
        if (isGuess(question) && codePaused(going, now)) {
            return;
        }
        if (in.claim() instanceof Claim.Candidate(Set<String> persons)) {
            shortCodes.tried(kiosk, !persons.isEmpty(), now.at());
            Help help = openings.help(now);
            finish(going, plain(going.id(), CheckInReason.UNKNOWN, help, now), now);
            return;
        }
        decide(going, now);
    }

    /// Whoever comes for an exam comes in as well.
    private static Intent intent(SiteInput.Presented in) {
        return in.presentation().intent() == Intent.LEAVE ? Intent.LEAVE : Intent.ENTER;
    }

    void cardAtDoor(String reader, Claim claim, Moment now) {
        String door =
                config.doors().stream()
                        .filter(one -> reader.equals(one.reader()))
                        .map(one -> one.id())
                        .findFirst()
                        .orElse(null);
        AccessQuestion question =
                new AccessQuestion(claim, Intent.ENTER, PinEntered.NOT_YET, reader, door);
        decide(new Going(ids.get(), question, false, null), now);
    }

    /// The PIN hash that a challenge asks for; empty when the challenge is gone or the card has
    /// none.
    Optional<String> pinHash(String challenge, Moment now) {
        Challenge asked = challenges.get(challenge);
        if (asked == null || !now.at().isBefore(asked.expires())) {
            return Optional.empty();
        }
        return lookup(asked.question()).map(register.credentials()::get).map(Credential::pinHash);
    }

    void pinCompared(SiteInput.PinCompared in, Moment now) {
        Challenge asked = challenges.remove(in.challenge());
        if (asked == null
                || !asked.question().device().equals(in.kiosk())
                || !now.at().isBefore(asked.expires())) {
            records.reply(in.reply(), showAgain(ids.get(), now));
            return;
        }
        AccessQuestion question = asked.question();
        decide(
                new Going(
                        asked.presentation(),
                        new AccessQuestion(
                                question.claim(),
                                question.intent(),
                                in.right() ? PinEntered.RIGHT : PinEntered.WRONG,
                                question.device(),
                                question.door()),
                        asked.forExam(),
                        in.reply()),
                now);
        // after the decision, which judges a try by what was tried before it
        lookup(asked.question()).ifPresent(card -> pins.tried(card, in.right(), now.at()));
    }

    /// Forgets challenges that nobody answered, and first people whom nobody followed.
    void tick(Moment now) {
        secondPersons.values().removeIf(first -> !now.at().isBefore(first.until()));
        staff.tick(now);
        challenges.values().removeIf(challenge -> !now.at().isBefore(challenge.expires()));
    }

    private void decide(Going going, Moment now) {
        if (going.question().claim() instanceof Claim.BreakGlass glass) {
            breakGlass(going, glass, now);
            return;
        }
        AccessDecision decision = Access.decide(snapshot(now), going.question(), now.at());
        if (decision.reason() == CheckInReason.PIN_REQUIRED) {
            answer(going, answer(going, decision, false, challenge(going, decision, now)));
            return;
        }
        String ticket = decision.ticket();
        if (ticket != null) {
            usedTickets.add(ticket);
        }
        String waitsAt = decision.secondPersonAt();
        if (waitsAt != null && decision.person() != null) {
            secondPersons.put(
                    waitsAt,
                    new SecondPersonWait(decision.person(), now.at().plus(SecondPersonWait.LASTS)));
        }
        countShortCode(going, decision, now);
        records.before(
                now,
                body(going, decision),
                local(going, decision),
                new Records.Then() {
                    @Override
                    public void committed(Moment later) {
                        admit(going, decision, later);
                    }

                    @Override
                    public void refused(Moment later) {
                        if (ticket != null) {
                            usedTickets.remove(ticket);
                        }
                        if (waitsAt != null) {
                            secondPersons.remove(waitsAt);
                        }
                        answer(going, notRecorded(going.id(), later));
                    }
                });
    }

    /// The record is on disk: look once more at what may have changed meanwhile, then let the
    /// person in.
    private void admit(Going going, AccessDecision decision, Moment now) {
        boolean inside = isInside(going, decision);
        if (!decision.unlock().isEmpty()) {
            AccessDecision again =
                    Access.decide(snapshotBefore(decision, now), going.question(), now.at());
            if (again.unlock().isEmpty()) {
                records.after(now, body(going, again), local(going, again));
                Answer refused = answer(going, again, true, null).withStaff(staff(going, now));
                finish(going, inside ? refused.toSomebodyInside() : refused, now);
                return;
            }
            unlocks.unlocked(
                    going.question().device(),
                    going.id(),
                    doors.status(decision.unlock().getLast(), now),
                    now);
            decision.unlock().stream()
                    .filter(again.unlock()::contains)
                    .forEach(door -> unlock(door, decision, now));
        }
        if (decision.booking() != null) {
            startedBookings.add(decision.booking());
        }
        if (decision.reason().isGranted()) {
            cameInAgain(going, decision, now);
            people.passed(decision, going.question(), now);
            letIn(going.question(), decision, now);
            remember(going, decision, now);
        }
        PinChallenge retry =
                decision.reason() == CheckInReason.PIN_WRONG
                        ? challenge(going, decision, now)
                        : null;
        Answer answer =
                answer(going, decision, true, retry)
                        .withStaff(retry == null ? staff(going, now) : null);
        if (inside) {
            answer = answer.toSomebodyInside();
        }
        if (retry == null) {
            finish(going, answer, now);
        } else {
            answer(going, answer);
        }
        if (decision.alert()) {
            records.add(
                    new SiteEffect.Warn(
                            "staff should look: " + decision.reason(), going.question().device()));
        }
    }

    /// Whether somebody who shows a card is on the list already. A blocked card's answer says no
    /// more than an unknown one's.
    private boolean isInside(Going going, AccessDecision decision) {
        return going.question().intent() == Intent.ENTER
                && decision.person() != null
                && decision.reason() != CheckInReason.BLOCKED
                && people.isInside(decision.person());
    }

    private void unlock(String door, AccessDecision decision, Moment now) {
        secondPersons.remove(door);
        doors.granted(door, decision.extendedTime(), decision.cause(), now);
    }

    /// Somebody came in again without having gone out: the region learns that it happened, not who.
    private void cameInAgain(Going going, AccessDecision decision, Moment now) {
        String door = going.question().door();
        String person = decision.person();
        if (door != null
                && person != null
                && decision.rules().contains(AccessDecision.CAME_IN_AGAIN)) {
            records.after(
                    now,
                    new EventBody.DoorChanged(
                            door, DoorHappening.CAME_IN_AGAIN, DoorCause.CREDENTIAL, null),
                    new LocalBody(
                            person,
                            RetentionClass.ACCESS,
                            Map.of("presentation", going.id().toString())));
        }
    }

    /// At the door itself or at its terminal, also where it stood unlocked.
    private void letIn(AccessQuestion question, AccessDecision decision, Moment now) {
        if (question.intent() != Intent.ENTER) {
            return;
        }
        decision.unlock().forEach(door -> openings.letIn(door, now));
        if (question.door() != null) {
            openings.letIn(question.door(), now);
        }
    }

    /// A door-side reader has no screen for staff mode, and whoever leaves needs none.
    private @Nullable PinChallenge staff(Going going, Moment now) {
        return going.reply() == null || going.question().intent() == Intent.LEAVE
                ? null
                : staff.offer(going.question(), cards(), now);
    }

    private StaffEntries.Cards cards() {
        return new StaffEntries.Cards(register, blocked);
    }

    Optional<String> staffPinHash(String challenge, Moment now) {
        return staff.pinHash(challenge, cards(), now);
    }

    void staffPinCompared(SiteInput.StaffPinCompared in, Moment now) {
        records.reply(in.reply(), staff.entered(in, cards(), now));
    }

    /// The doors that terminals just unlocked and that did not open, by terminal.
    Map<String, DoorTrouble> troubles(Moment now) {
        return unlocks.troubles(doors.statuses(now), now);
    }

    private void remember(Going going, AccessDecision decision, Moment now) {
        if (going.question().intent() == Intent.ENTER) {
            admitted.put(
                    going.id(),
                    new Admitted(going.question().device(), decision.person(), now.nanos()));
        }
    }

    /// Who was let in at this terminal by this presentation within the last minute; empty when
    /// nobody was.
    Optional<Admitted> host(UUID presentation, String kiosk, Moment now) {
        return Optional.ofNullable(admitted.get(presentation))
                .filter(one -> one.device().equals(kiosk))
                .filter(one -> now.nanos() - one.nanos() < HOST_NANOS);
    }

    /// Whoever leaves guesses nothing: every code is answered alike, so it is never paused, and
    /// never takes back what was guessed wrong before.
    private static boolean isGuess(AccessQuestion question) {
        Medium medium = question.claim().medium();
        return (medium == Medium.SHORT_CODE || medium == Medium.NUMBER)
                && question.intent() == Intent.ENTER;
    }

    private boolean codePaused(Going going, Moment now) {
        Instant until = shortCodes.pausedUntil(going.question().device(), now.at());
        if (until == null) {
            return false;
        }
        Help later =
                new Help(
                        NextStep.COME_BACK,
                        new AnswerDetails(
                                null, null, null, null, until, until, null, null, null, null));
        answer(going, plain(going.id(), CheckInReason.CODE_PAUSED, later, now));
        return true;
    }

    private void countShortCode(Going going, AccessDecision decision, Moment now) {
        if (going.question().claim().medium() != Medium.SHORT_CODE || !isGuess(going.question())) {
            return;
        }
        boolean right = decision.reason() != CheckInReason.TOKEN_UNREADABLE;
        shortCodes.tried(going.question().device(), right, now.at());
    }

    private PinChallenge challenge(Going going, AccessDecision decision, Moment now) {
        String id = ids.get().toString();
        Instant expires = now.at().plus(CHALLENGE);
        challenges.put(id, new Challenge(going.id(), going.question(), going.forExam(), expires));
        int triesLeft = Objects.requireNonNullElse(decision.details().triesLeft(), 1);
        return new PinChallenge(id, triesLeft, expires);
    }

    /// Needs no register, no clock and no journal: it unlocks first and is recorded after.
    private void breakGlass(Going going, Claim.BreakGlass glass, Moment now) {
        String door = going.question().door();
        if (door != null) {
            doors.breakGlass(door, now);
            glassUses.used(new GlassUse(door, glass.label(), now.at()), now);
            records.after(
                    now,
                    new EventBody.BreakGlassUsed(going.question().device(), door),
                    new LocalBody(
                            LocalBody.NOBODY,
                            RetentionClass.STAFF,
                            Map.of("breakGlass", glass.label())));
        }
        AccessDecision decision = Access.decide(snapshot(now), going.question(), now.at());
        answer(going, answer(going, decision, false, null));
    }

    /// As [#snapshot], and free to leave the loop.
    SnapshotAt snapshotAt(Moment now) {
        return new SnapshotAt(snapshot(now).copy(), now.at());
    }

    AccessSnapshot snapshot(Moment now) {
        return snapshot(usedTickets, now);
    }

    /// As [#snapshot], without the ticket that this very admission uses up.
    private AccessSnapshot snapshotBefore(AccessDecision decision, Moment now) {
        Set<String> others = new HashSet<>(usedTickets);
        others.remove(decision.ticket());
        return snapshot(others, now);
    }

    private AccessSnapshot snapshot(Set<String> used, Moment now) {
        return new AccessSnapshot(
                config,
                register,
                seats.apply(now.at()),
                pins.states(),
                Collections.unmodifiableSet(used),
                Collections.unmodifiableSet(startedBookings),
                Collections.unmodifiableSet(blocked),
                people.estimated(now),
                people.counted(now),
                doors.modes(),
                doors.postures(),
                Map.copyOf(secondPersons),
                people.cameIn(),
                doors.inTrouble(),
                now.isClockTrusted(),
                standing.isFire());
    }

    private EventBody.CheckIn body(Going going, AccessDecision decision) {
        return new EventBody.CheckIn(
                decision.reason(),
                going.question().claim().medium(),
                going.question().device(),
                decision.unlock().isEmpty() ? going.question().door() : decision.unlock().getLast(),
                decision.room(),
                decision.kind());
    }

    private static LocalBody local(Going going, AccessDecision decision) {
        Map<String, String> facts = new HashMap<>();
        facts.put("presentation", going.id().toString());
        lookup(going.question()).ifPresent(lookup -> facts.put("credential", lookup));
        if (decision.ticket() != null) {
            facts.put("ticket", decision.ticket());
        }
        String person = decision.person();
        return person == null
                ? new LocalBody(LocalBody.NOBODY, RetentionClass.OPERATION, facts)
                : new LocalBody(person, RetentionClass.ACCESS, facts);
    }

    private static Optional<String> lookup(AccessQuestion question) {
        return switch (question.claim()) {
            case Claim.Card(String lookup) -> Optional.of(lookup);
            case Claim.Pass(Medium _, String lookup) -> Optional.of(lookup);
            case Claim.Ticket _,
                    Claim.OtherCentre _,
                    Claim.BreakGlass _,
                    Claim.Candidate _,
                    Claim.Unreadable _ ->
                    Optional.empty();
        };
    }

    /// The last word, with what is said of an exam; the same presentation gets it again.
    private void finish(Going going, Answer answer, Moment now) {
        exams.answer(
                going.question(),
                going.forExam(),
                answer,
                last -> {
                    answered.put(going.id(), last);
                    answer(going, last);
                },
                now);
    }

    private void answer(Going going, Answer answer) {
        if (going.reply() != null) {
            records.reply(going.reply(), answer);
        }
    }

    private static Answer answer(
            Going going,
            AccessDecision decision,
            boolean recorded,
            @Nullable PinChallenge challenge) {
        return new Answer(
                going.id(),
                decision.reason(),
                recorded,
                decision.next(),
                decision.mode(),
                decision.details(),
                challenge);
    }

    /// The answer when the journal refuses: entry stays locked, leaving is free.
    Answer notRecorded(UUID id, Moment now) {
        return plain(id, CheckInReason.NOT_RECORDED, openings.help(now), now);
    }

    /// The answer to what cannot be found any more: shown again, it can.
    Answer showAgain(UUID id, Moment now) {
        return plain(
                id, CheckInReason.UNKNOWN, new Help(NextStep.SHOW_AGAIN, AnswerDetails.NONE), now);
    }

    private Answer plain(UUID id, CheckInReason reason, Help help, Moment now) {
        return new Answer(id, reason, false, help.next(), openings.mode(now), help.details(), null);
    }
}
