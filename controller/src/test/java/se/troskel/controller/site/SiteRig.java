package se.troskel.controller.site;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.Door;
import se.troskel.config.ExamRulesLoader;
import se.troskel.controller.access.Claim;
import se.troskel.controller.journal.LocalBody;
import se.troskel.controller.register.BookingIndex;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.SeatRight;
import se.troskel.controller.register.SeatRights;
import se.troskel.controller.register.Sitting;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.Presentation;
import se.troskel.protocol.kiosk.VisitRequest;

/// A site at Katrineholm without a loop: steps it by hand, with a journal that commits, refuses or
/// waits as told, and keeps everything it wanted done.
final class SiteRig {
    static final String KIOSK = "kiosk1";
    static final String CARD = "lookup-of-a-card";
    static final String PERSON = "person-1";
    static final String EXAM = "sitting-1";
    static final String SEAT = "registration-1";
    static final StaffAccount STAFF =
            new StaffAccount("ada", "Ada Provsson", "-", false, Set.of(Capability.values()));

    /// A Tuesday in term time, ten in the morning: staffed.
    static final Instant STAFFED = Instant.parse("2027-02-09T09:00:00Z");

    /// The same day, seven in the evening: open, nobody at the desk.
    static final Instant UNSTAFFED = Instant.parse("2027-02-09T18:00:00Z");

    /// What the journal does with a record.
    enum JournalIs {
        COMMITTING,
        REFUSING,
        WAITING
    }

    final CentreConfig config;
    final List<EventBody> journal = new ArrayList<>();
    final List<LocalBody> locals = new ArrayList<>();
    final List<SiteEffect> locks = new ArrayList<>();
    JournalIs journalIs = JournalIs.COMMITTING;
    ClockTrust clock = ClockTrust.SYNCED;

    private final Site site;
    private final Deque<SiteEffect.Append> waiting = new ArrayDeque<>();
    private final AtomicLong ids = new AtomicLong();
    private Instant at;
    private long nanos = 1_000;
    private long seq;

    SiteRig(Instant at) {
        this(at, Restored.NOTHING);
    }

    SiteRig(Instant at, Restored before) {
        this(at, before, UnaryOperator.identity());
    }

    /// With other doors than Katrineholm's.
    SiteRig(Instant at, UnaryOperator<Door> doors) {
        this(at, Restored.NOTHING, doors);
    }

    private SiteRig(Instant at, Restored before, UnaryOperator<Door> doors) {
        this.config =
                with(doors, new CentreLoader().require(Path.of("../config/centres/katrineholm")));
        this.at = at;
        this.site =
                new Site(
                        config,
                        new ExamRulesLoader()
                                .load(List.of(Path.of("../config/centres/katrineholm")))
                                .rulebook(),
                        "test",
                        () -> new UUID(0, ids.incrementAndGet()));
        site.restore(before);
        site.restarted(now());
        carryOut();
    }

    private static CentreConfig with(UnaryOperator<Door> doors, CentreConfig c) {
        return new CentreConfig(
                c.centre(),
                c.opening(),
                c.rooms(),
                c.doors().stream().map(doors).toList(),
                c.areas(),
                c.alarms(),
                c.devices(),
                c.access(),
                c.occupancy(),
                c.retention(),
                c.api(),
                c.mqtt(),
                c.plan());
    }

    /// A register with one student of age who accepted the agreement, and one card.
    SiteRig withStudent(@Nullable String pinHash) {
        step(new SiteInput.RegisterChanged(register(pinHash, ExamLists.EMPTY)));
        return this;
    }

    /// The same student, with seat 7 of exam-1 in an exam of LTH at 11.00 today, local time.
    SiteRig withExam() {
        ExamLists exams = new ExamLists(Map.of(EXAM, exam()), Map.of(SEAT, seat()), Map.of());
        step(new SiteInput.RegisterChanged(register(null, exams)));
        return this;
    }

    private static RegisterContents register(@Nullable String pinHash, ExamLists exams) {
        Instant termStart = Instant.parse("2026-08-20T08:00:00Z");
        Person person =
                new Person(
                        PERSON,
                        "Alva Testsson",
                        VisitKind.STUDENT,
                        LocalDate.of(1996, 10, 20),
                        termStart,
                        null,
                        termStart,
                        false,
                        false);
        Credential card = new Credential(CARD, PERSON, pinHash, null, false);
        return new RegisterContents(
                1,
                Map.of(PERSON, person),
                Map.of(CARD, card),
                BookingIndex.of(List.of()),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                exams);
    }

    private static Sitting exam() {
        return new Sitting(
                EXAM,
                "LTH",
                "TDA100",
                LocalDate.of(2027, 2, 9),
                LocalTime.of(11, 0),
                240,
                null,
                Sitting.ListState.READY);
    }

    private static Registration seat() {
        return new Registration(
                SEAT,
                EXAM,
                PERSON,
                Registration.Status.REGISTERED,
                new Registration.Seat("exam-1", "7"),
                null,
                Registration.Accommodation.NONE,
                Registration.Fee.NONE);
    }

    SiteRig withSeats(List<SeatRight> rights) {
        SeatRights index = SeatRights.of(rights);
        site.seats(_ -> index);
        return this;
    }

    CompletableFuture<Answer> tap(String lookup) {
        return present(new UUID(7, ids.incrementAndGet()), new Claim.Card(lookup));
    }

    CompletableFuture<Answer> present(UUID id, Claim claim) {
        return ask(reply ->
                new SiteInput.Presented(
                        new Presentation(id, KIOSK, claim.medium(), "-", Intent.ENTER),
                        claim,
                        reply));
    }

    /// Taps, and enters a PIN that was compared already.
    Answer tapWithPin(String lookup, boolean right) {
        Answer asked = tap(lookup).join();
        var challenge = asked.pin();
        if (challenge == null) {
            throw new AssertionError("no PIN was asked for: " + asked);
        }
        return enterPin(challenge.id(), right).join();
    }

    CompletableFuture<Answer> enterPin(String challenge, boolean right) {
        return ask(reply -> new SiteInput.PinCompared(KIOSK, challenge, right, reply));
    }

    /// A group of twelve.
    Answer askVisit(UUID id, UUID host) {
        VisitRequest group = new VisitRequest(id, KIOSK, VisitKind.GROUP, 12, null, host);
        return this.<Answer>ask(reply -> new SiteInput.VisitAsked(group, reply)).join();
    }

    CompletableFuture<Done> staff(Function<CompletableFuture<Done>, SiteInput> order) {
        return ask(order);
    }

    <T> CompletableFuture<T> ask(Function<CompletableFuture<T>, SiteInput> question) {
        CompletableFuture<T> reply = new CompletableFuture<>();
        step(question.apply(reply));
        return reply;
    }

    void step(SiteInput input) {
        site.step(input, now());
        carryOut();
    }

    /// Lets time pass on both clocks, and the loop look at it.
    void pass(Duration time) {
        at = at.plus(time);
        nanos += time.toNanos();
        step(new SiteInput.Tick());
    }

    /// Sets the wall clock; the monotonic one does not notice.
    void jump(Instant to) {
        at = to;
        step(new SiteInput.Tick());
    }

    /// The journal answers what it has kept waiting.
    void journalAnswers(JournalIs how) {
        journalIs = how;
        List<SiteEffect.Append> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(this::append);
        carryOut();
    }

    /// The journal answers the first record that it has kept waiting.
    void journalAnswersOne(JournalIs how) {
        JournalIs before = journalIs;
        journalIs = how;
        append(waiting.removeFirst());
        journalIs = before;
        carryOut();
    }

    SiteView view() {
        return site.view(now());
    }

    <B extends EventBody> List<B> recorded(Class<B> kind) {
        return journal.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// The doors' lock devices told to unlock so far.
    List<String> unlocked() {
        return locks.stream()
                .flatMap(effect ->
                        effect instanceof SiteEffect.Unlock unlock
                                ? Optional.of(unlock.device()).stream()
                                : Optional.<String>empty().stream())
                .toList();
    }

    Moment now() {
        return new Moment(at, nanos, clock);
    }

    private void carryOut() {
        for (List<SiteEffect> effects = site.drain(); !effects.isEmpty(); effects = site.drain()) {
            for (SiteEffect effect : effects) {
                switch (effect) {
                    case SiteEffect.Append append -> append(append);
                    case SiteEffect.Unlock unlock -> locks.add(unlock);
                    case SiteEffect.UnlockAgain again -> locks.add(again);
                    case SiteEffect.Release release -> locks.add(release);
                    case SiteEffect.Lock lock -> locks.add(lock);
                    case SiteEffect.Reply<?> reply -> complete(reply);
                    case SiteEffect.Sound _, SiteEffect.ViewChanged _, SiteEffect.Warn _ -> {}
                }
            }
        }
    }

    private void append(SiteEffect.Append append) {
        switch (journalIs) {
            case COMMITTING -> {
                journal.add(append.draft().body());
                LocalBody local = append.draft().local();
                if (local != null) {
                    locals.add(local);
                }
                site.step(new SiteInput.Committed(append.pending(), ++seq), now());
            }
            case REFUSING ->
                    site.step(new SiteInput.Refused(append.pending(), "the disk is full"), now());
            case WAITING -> waiting.add(append);
        }
    }

    private static <T> void complete(SiteEffect.Reply<T> reply) {
        reply.future().complete(reply.value());
    }
}
