package se.troskel.controller.site;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.access.AccessQuestion;
import se.troskel.controller.access.Claim;
import se.troskel.controller.exam.ExamAdmission;
import se.troskel.controller.exam.ExamDecision;
import se.troskel.controller.exam.ExamFact;
import se.troskel.controller.exam.ExamNote;
import se.troskel.controller.exam.ExamQuestion.Arrival;
import se.troskel.controller.exam.Shown;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.Registration;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.DocumentReading;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.InvigilatorTask;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.DocumentShown;
import se.troskel.protocol.kiosk.ExamAnswer;
import se.troskel.protocol.kiosk.ExamAsk;
import se.troskel.protocol.kiosk.ExamChoice;

/// Adds to the answer of a check-in what is said to somebody who has an exam now: directs them, and
/// notes that they came. The check-in stands by itself, with its own record and its own doors; this
/// unlocks nothing. Owned by the loop's thread.
final class ExamArrivals {
    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int REMEMBERED = 128;

    private final Records records;
    private final ExamBook exams;
    private final People people;
    private final Function<Moment, ExamBook.Around> around;
    private final Map<UUID, Asked> asked = new Latest<>(REMEMBERED);

    /// Somebody whom the terminal asks something further.
    private record Asked(
            Set<String> persons,
            String device,
            @Nullable String sitting,
            Shown shown,
            Answer answer,
            Instant until) {}

    ExamArrivals(
            Records records,
            ExamBook exams,
            People people,
            Function<Moment, ExamBook.Around> around) {
        this.records = records;
        this.exams = exams;
        this.people = people;
        this.around = around;
    }

    /// What a check-in's answer becomes.
    ///
    /// @param forExam whether they said that they come for an exam
    /// @param reply gets the answer, once the journal has taken the arrival or will not
    void answer(
            AccessQuestion question,
            boolean forExam,
            Answer answer,
            Consumer<Answer> reply,
            Moment now) {
        Set<String> persons = persons(question.claim(), answer);
        boolean known = !persons.isEmpty() || question.claim() instanceof Claim.Candidate;
        boolean comes =
                question.intent() != Intent.LEAVE
                        && ((forExam && known) || exams.isExpected(persons, now));
        if (!comes) {
            reply.accept(answer);
            return;
        }
        decide(
                new Asked(
                        persons,
                        question.device(),
                        null,
                        new Shown.Later(),
                        answer,
                        now.at().plus(KEPT)),
                reply,
                now);
    }

    /// The answer to a question of the terminal's; what is not known any more is shown again.
    ///
    /// @param lost the answer then
    void chosen(SiteInput.ExamChosen in, Answer lost, Moment now) {
        ExamChoice choice = in.choice();
        Asked before = asked.get(choice.presentation());
        if (before == null
                || !before.device().equals(choice.kiosk())
                || !now.at().isBefore(before.until())) {
            records.reply(in.reply(), lost);
            return;
        }
        String sitting = choice.sitting() == null ? before.sitting() : choice.sitting();
        decide(
                new Asked(
                        before.persons(),
                        before.device(),
                        sitting,
                        shown(choice, before, now),
                        before.answer(),
                        now.at().plus(KEPT)),
                answer -> records.reply(in.reply(), answer),
                now);
    }

    private Shown shown(ExamChoice choice, Asked before, Moment now) {
        DocumentShown document = choice.document();
        if (document != null) {
            return document.type()
                    .<Shown>map(
                            type -> new Shown.Document(type, null, DocumentReading.NOT_READ, null))
                    .orElseGet(Shown.NoDocument::new);
        }
        String lines = choice.mrz();
        return lines == null
                ? before.shown()
                : new DocumentReader(exams, LocalDate.ofInstant(now.at(), exams.zone()))
                        .read(lines, before.persons(), before.shown());
    }

    private void decide(Asked who, Consumer<Answer> reply, Moment now) {
        ExamDecision decision =
                ExamAdmission.decide(
                        exams.snapshot(around.apply(now), now),
                        new Arrival(who.persons(), who.sitting(), who.shown()),
                        now.at());
        ExamAsk ask = ask(decision, who);
        Answer answer =
                who.answer().withExam(new ExamAnswer(decision.reason(), decision.details(), ask));
        if (ask == null) {
            asked.remove(answer.presentation());
        } else {
            asked.put(answer.presentation(), who);
        }
        ExamNote note = note(decision, who, now);
        if (note == null) {
            reply.accept(answer);
            return;
        }
        exams.write(
                note,
                now,
                later -> {
                    isHere(decision, later);
                    reply.accept(answer);
                },
                _ -> reply.accept(answer));
    }

    private void isHere(ExamDecision decision, Moment now) {
        String id = decision.registration();
        if (id != null && decision.task() != InvigilatorTask.NOTHING) {
            exams.near().registration(id).ifPresent(one -> people.seated(one, now));
        }
    }

    /// Which exam comes first; then which document, of somebody who is directed to the room.
    private static @Nullable ExamAsk ask(ExamDecision decision, Asked who) {
        if (!decision.details().choices().isEmpty()) {
            return ExamAsk.SITTING;
        }
        boolean directed =
                switch (decision.reason()) {
                    case PRE_OK, PRE_OK_PRIVATE, MANUAL_ID, DOUBLE_EXAM, LATE_ADMIT -> true;
                    default -> false;
                };
        boolean again = decision.reason() == ExamReason.DOC_TYPE_NOT_ACCEPTED;
        return again || (directed && who.shown() instanceof Shown.Later) ? ExamAsk.DOCUMENT : null;
    }

    /// The line that is noted; null where nothing is: too early, or nobody knows yet who it is.
    private @Nullable ExamNote note(ExamDecision decision, Asked who, Moment now) {
        String id = decision.registration();
        Registration registration = id == null ? null : exams.near().registration(id).orElse(null);
        ExamFact fact =
                registration == null
                        ? unlisted(decision, who)
                        : listed(decision, registration, who.shown());
        if (fact == null) {
            return null;
        }
        ExamNote note =
                exams.noteAt(
                        now.at(),
                        registration == null ? null : registration.sitting(),
                        fact,
                        who.device(),
                        now);
        return exams.problem(note) == null ? note : null;
    }

    private static @Nullable ExamFact unlisted(ExamDecision decision, Asked who) {
        return switch (decision.reason()) {
            case NOT_REGISTERED, WAITLIST, OFFLINE_UNKNOWN, INVIGILATOR_DECIDES, CANCELLED ->
                    new ExamFact.CameUnlisted(who.device(), decision.reason());
            case AMBIGUOUS ->
                    decision.details().choices().isEmpty()
                            ? new ExamFact.CameUnlisted(who.device(), decision.reason())
                            : null;
            default -> null;
        };
    }

    private static @Nullable ExamFact listed(
            ExamDecision decision, Registration registration, Shown shown) {
        return switch (decision.reason()) {
            case TOO_EARLY, EVACUATE, RESET, AMBIGUOUS -> null;
            case BACK_IN -> new ExamFact.CameBack(registration.id());
            default -> {
                Shown.Document document = shown instanceof Shown.Document one ? one : null;
                yield new ExamFact.Arrived(
                        registration.id(),
                        decision.reason(),
                        decision.task(),
                        document == null ? null : document.type(),
                        document == null ? null : document.match(),
                        fetchesUntil(decision));
            }
        };
    }

    /// The minute that is told counts.
    private static @Nullable Instant fetchesUntil(ExamDecision decision) {
        Instant until = decision.details().time();
        return decision.reason() != ExamReason.NO_ID_CAN_FETCH || until == null
                ? null
                : until.plus(MINUTE);
    }

    /// Of a card that is blocked nobody is known. A ticket that is over still says whose it is: it
    /// opens nothing, and its holder is told what became of the exam.
    private Set<String> persons(Claim claim, Answer answer) {
        boolean silent =
                answer.reason() == CheckInReason.BLOCKED
                        || answer.reason() == CheckInReason.EVACUATE;
        if (silent) {
            return Set.of();
        }
        return switch (claim) {
            case Claim.Card(String lookup) -> {
                Credential credential = exams.register().credentials().get(lookup);
                yield credential == null ? Set.of() : Set.of(credential.person());
            }
            case Claim.Ticket ticket ->
                    ticket.person() == null ? Set.of() : Set.of(ticket.person());
            case Claim.Candidate(Set<String> persons) -> persons;
            case Claim.Pass _, Claim.OtherCentre _, Claim.BreakGlass _, Claim.Unreadable _ ->
                    Set.of();
        };
    }
}
