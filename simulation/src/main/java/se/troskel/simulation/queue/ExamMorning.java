package se.troskel.simulation.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.ExamRulebook;
import se.troskel.controller.access.Claim;
import se.troskel.controller.exam.ApprovalEntry;
import se.troskel.controller.exam.ExamDecision;
import se.troskel.controller.journal.Appender;
import se.troskel.controller.register.BookingIndex;
import se.troskel.controller.register.CandidateNumber;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Sitting;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.site.Site;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.site.SiteLoop;
import se.troskel.hardware.Device;
import se.troskel.hardware.Devices;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.DocumentShown;
import se.troskel.protocol.kiosk.ExamChoice;
import se.troskel.protocol.kiosk.Presentation;

/// The real site on the morning of an exam, on a clock that is set by hand: no disk, no devices.
/// One caller at a time; each call waits for the loop's answer.
final class ExamMorning implements AutoCloseable {
    private static final String KIOSK = "kiosk1";
    private static final String SITTING = "sitting";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate BORN = LocalDate.of(1996, 10, 20);
    private static final String HOLDER = "P<SWETESTSSON<<ALVA<<<<<<<<<<<<<<<<<<<<<<<<<\n";
    private static final String PASSPORT = HOLDER + "XX00000011SWE9610208F3101012199610202385<<48";
    private static final String OUT_OF_DATE =
            HOLDER + "XX00000011SWE9610208F2601010199610202385<<40";
    private static final StaffAccount INVIGILATOR =
            new StaffAccount(
                    "invigilator",
                    "Ada Provsson",
                    "-",
                    false,
                    Set.of(Capability.VIEW, Capability.EXAM_ROOMS));

    private final List<Place> line;
    private final Instant begin;
    private final AtomicReference<Instant> now;
    private final AtomicLong ids = new AtomicLong();
    private final SiteLoop loop;

    /// Somebody in the line.
    ///
    /// @param trouble null for none
    /// @param hasCard whether they show a card; else they type their number
    record Place(int number, @Nullable Trouble trouble, boolean hasCard) {
        private String person() {
            return "p" + number;
        }

        private String registration() {
            return "r" + number;
        }

        private String lookup() {
            return "lookup-" + number;
        }
    }

    /// An exam of Mälardalen University at half past eight, ten past.
    ///
    /// @param config of a centre with a terminal `kiosk1` and a room `exam-1`
    ExamMorning(CentreConfig config, ExamRulebook rules, List<Place> line) {
        this.line = List.copyOf(line);
        this.begin = DAY.atTime(8, 10).atZone(config.centre().timeZone()).toInstant();
        this.now = new AtomicReference<>(begin);
        this.loop =
                new SiteLoop(
                        new Site(config, rules, "queue", () -> new UUID(0, ids.incrementAndGet())),
                        (_, done) ->
                                done.accept(new Appender.Outcome.Committed(ids.incrementAndGet())),
                        new None(),
                        new SiteLoop.Time(
                                now::get,
                                () -> Duration.between(begin, now.get()).toNanos(),
                                () -> ClockTrust.SYNCED),
                        () -> {});
        loop.start();
        loop.offer(new SiteInput.RegisterChanged(register()));
    }

    /// Sets the clock.
    ///
    /// @param since they came
    void at(Duration since) {
        now.set(begin.plus(since));
    }

    /// Shows the card or types the number.
    Answer come(Place one) {
        Claim claim = one.hasCard() ? new Claim.Card(one.lookup()) : new Claim.Candidate(who(one));
        Presentation shown =
                new Presentation(
                        new UUID(1, one.number()), KIOSK, claim.medium(), "-", Intent.EXAM);
        return ask(reply -> new SiteInput.Presented(shown, claim, reply));
    }

    private static Set<String> who(Place one) {
        return one.trouble() == Trouble.NOT_LISTED ? Set.of() : Set.of(one.person());
    }

    /// Answers which document it is, or lets it be read.
    Answer chooseDocument(Place one) {
        String read =
                switch (one.trouble()) {
                    case OTHER_NUMBER -> PASSPORT;
                    case EXPIRED_DOCUMENT -> OUT_OF_DATE;
                    case null, default -> null;
                };
        DocumentShown chosen =
                one.trouble() == Trouble.NO_DOCUMENT
                        ? DocumentShown.NONE
                        : DocumentShown.SWEDISH_PASSPORT;
        ExamChoice choice =
                new ExamChoice(
                        new UUID(1, one.number()), KIOSK, null, read == null ? chosen : null, read);
        return ask(reply -> new SiteInput.ExamChosen(choice, reply));
    }

    /// The invigilator has compared the face with the passport.
    ExamDecision approve(Place one) {
        var entry =
                new ApprovalEntry(
                        one.registration(), true, DocumentType.SWEDISH_PASSPORT, null, false, null);
        return ask(reply -> new SiteInput.ApprovalAsked(INVIGILATOR, entry, reply));
    }

    private <T> T ask(Function<CompletableFuture<T>, SiteInput> question) {
        return loop.ask(question)
                .orElseThrow(() -> new IllegalStateException("the site does not answer"));
    }

    private RegisterContents register() {
        Map<String, Person> people = new HashMap<>();
        Map<String, Credential> cards = new HashMap<>();
        Map<String, Registration> seats = new HashMap<>();
        Map<String, CandidateNumber> numbers = new HashMap<>();
        for (Place one : line) {
            people.put(one.person(), person(one));
            if (one.hasCard()) {
                cards.put(
                        one.lookup(),
                        new Credential(one.lookup(), one.person(), null, null, false));
            }
            if (one.trouble() != Trouble.NOT_LISTED) {
                seats.put(one.registration(), registration(one));
            }
            if (one.trouble() == Trouble.OTHER_NUMBER) {
                numbers.put(one.person(), new CandidateNumber(one.person(), "20000101T220"));
            }
        }
        Sitting sitting =
                new Sitting(
                        SITTING,
                        "MDU",
                        "MAA140",
                        DAY,
                        LocalTime.of(8, 30),
                        240,
                        null,
                        Sitting.ListState.READY);
        return new RegisterContents(
                1,
                people,
                cards,
                BookingIndex.of(List.of()),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                new ExamLists(Map.of(SITTING, sitting), seats, numbers));
    }

    private Person person(Place one) {
        Instant term = begin.minus(Duration.ofDays(90));
        return new Person(
                one.person(),
                "Alva Testsson",
                VisitKind.STUDENT,
                BORN,
                term,
                null,
                term,
                false,
                false);
    }

    private static Registration registration(Place one) {
        boolean here = one.trouble() != Trouble.OTHER_CENTRE;
        return new Registration(
                one.registration(),
                SITTING,
                one.person(),
                Registration.Status.REGISTERED,
                here ? new Registration.Seat("exam-1", Integer.toString(one.number() + 1)) : null,
                here ? null : "NYK",
                Registration.Accommodation.NONE,
                Registration.Fee.NONE);
    }

    @Override
    public void close() {
        loop.close();
    }

    /// No device at all.
    private static final class None implements Devices {
        @Override
        public Map<String, Device> all() {
            return Map.of();
        }

        @Override
        public void close() {
            // there is none
        }
    }
}
