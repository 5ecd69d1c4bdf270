package se.troskel.controller.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.config.CentreConfig;
import se.troskel.config.ExamPolicy;
import se.troskel.config.ExamRulebook;
import se.troskel.config.ExamRules.Verdict;
import se.troskel.controller.confirmation.Confirmation;
import se.troskel.controller.exam.ExamPlan;
import se.troskel.controller.exam.SittingTimes;
import se.troskel.controller.keys.Lookup;
import se.troskel.controller.mail.MailFate;
import se.troskel.controller.page.ConfirmationDesk;
import se.troskel.controller.register.CandidateContact;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.IssuedTicket;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Sitting;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.site.SiteLoop;
import se.troskel.controller.staff.Done;
import se.troskel.controller.ticket.TicketIssuer;
import se.troskel.protocol.AccessSystemException;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ShortCode;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.RegisterEditKind;
import se.troskel.protocol.event.StaffAction;

/// Tells candidates when to come, where and with what, and gives each a ticket for the day of the
/// exam. The ticket is for the centre as a whole, so that it stays good when the seat is moved; it
/// stands and falls with the registration. Thread-safe; making blocks on disk.
public final class Confirmations implements ConfirmationDesk {
    private static final Logger LOG = LoggerFactory.getLogger(Confirmations.class);
    private static final int MARK_LENGTH = 6;
    private static final Done BUSY = new Done(false, "desk.slow", null);

    private final Parts parts;
    private final ZoneId zone;

    /// What it works with.
    ///
    /// @param post null for a centre that sends no mail itself
    public record Parts(
            CentreConfig config,
            Register register,
            SiteLoop loop,
            Lookup lookup,
            TicketIssuer tickets,
            ExamRulebook rules,
            InstantSource wall,
            @Nullable ConfirmationPost post) {}

    public Confirmations(Parts parts) {
        this.parts = parts;
        this.zone = parts.config().centre().timeZone();
    }

    @Override
    public List<Told> sittings() {
        RegisterContents contents = parts.register().contents();
        LocalDate today = parts.wall().instant().atZone(zone).toLocalDate();
        return contents.exams().sittings().values().stream()
                .filter(sitting -> !sitting.day().isBefore(today))
                .filter(sitting -> sitting.list() == Sitting.ListState.READY)
                .map(sitting ->
                        new Told(
                                sitting.id(),
                                sitting.university() + " " + course(sitting),
                                times(sitting).start(),
                                standing(contents.exams(), sitting).stream()
                                        .map(one -> line(one, contents))
                                        .toList()))
                .filter(told -> !told.candidates().isEmpty())
                .sorted(Comparator.comparing(Told::start).thenComparing(Told::what))
                .toList();
    }

    private Line line(Registration one, RegisterContents contents) {
        Optional<IssuedTicket> ticket = ticket(one.id(), contents);
        return new Line(
                one.id(),
                name(one, contents),
                mark(one),
                ticket.isPresent(),
                contents.exams().contacts().containsKey(one.person()),
                mail(one.id(), ticket));
    }

    private static Optional<IssuedTicket> ticket(String registration, RegisterContents contents) {
        return contents.tickets().values().stream()
                .filter(ticket -> registration.equals(ticket.registration()))
                .findAny();
    }

    /// Null when nothing was sent yet.
    private @Nullable MailFate mail(String registration, Optional<IssuedTicket> ticket) {
        MailFate newer = parts.post() == null ? null : parts.post().fate(registration);
        boolean isSent = ticket.isPresent() && ticket.get().mailed() != null;
        return newer == null && isSent ? MailFate.SENT : newer;
    }

    @Override
    public boolean isMailing() {
        return parts.post() != null;
    }

    @Override
    public Done send(StaffAccount by, String id, Whom whom) {
        ConfirmationPost post = parts.post();
        if (post == null) {
            return new Done(false, "confirmation.no-server", null);
        }
        Set<String> wanted = wanted(id, whom);
        if (wanted.isEmpty()) {
            return new Done(false, "confirmation.nobody", null);
        }
        Optional<List<Confirmation>> made = make(by, id);
        if (made.isEmpty()) {
            return new Done(false, "confirmation.not-made", null);
        }
        Done recorded =
                did(by, new EventBody.StaffActed(StaffAction.CONFIRMATIONS_SENT, null, null, null));
        if (!recorded.done()) {
            return recorded;
        }
        RegisterContents contents = parts.register().contents();
        List<ConfirmationPost.Letter> letters = new ArrayList<>();
        for (Confirmation told : made.get()) {
            String registration = told.to().registration();
            String email = told.to().email();
            if (email != null && wanted.contains(registration)) {
                ticket(registration, contents)
                        .map(ticket -> new ConfirmationPost.Letter(told, email, ticket.id()))
                        .ifPresent(letters::add);
            }
        }
        Integer taken = post.take(letters);
        return taken == null
                ? new Done(false, "confirmation.busy", null)
                : new Done(true, "confirmation.sending", taken.toString());
    }

    private Set<String> wanted(String id, Whom whom) {
        String only = whom.registration();
        RegisterContents contents = parts.register().contents();
        Sitting sitting = contents.exams().sittings().get(id);
        return sitting == null
                ? Set.of()
                : standing(contents.exams(), sitting).stream()
                        .filter(one -> only == null || only.equals(one.id()))
                        .map(one -> line(one, contents))
                        .filter(line -> line.hasEmail() && (whom.again() || line.isUnsent()))
                        .map(Line::registration)
                        .collect(Collectors.toSet());
    }

    @Override
    public Optional<List<Confirmation>> make(StaffAccount by, String id) {
        RegisterContents contents = parts.register().contents();
        Sitting sitting = contents.exams().sittings().get(id);
        boolean made =
                sitting != null
                        && sitting.list() == Sitting.ListState.READY
                        && did(
                                        by,
                                        new EventBody.StaffActed(
                                                StaffAction.TICKET_ISSUED, null, null, null))
                                .done();
        if (sitting == null || !made) {
            return Optional.empty();
        }
        List<Confirmation> told = new ArrayList<>();
        int issued = 0;
        try {
            for (Registration one : standing(contents.exams(), sitting)) {
                TicketIssuer.Made ticket = ticket(one, sitting);
                IssuedTicket entry = ticket.entry();
                if (!entry.isSame(contents.tickets().get(entry.id()))) {
                    parts.register().edit(new RegisterEdit.IssueTicket(entry));
                    issued++;
                }
                told.add(confirmation(one, sitting, contents, ticket));
            }
        } catch (AccessSystemException e) {
            LOG.error("Confirmations were not made: {}", e.getMessage());
            return Optional.empty();
        }
        boolean recorded =
                issued == 0
                        || did(
                                        by,
                                        new EventBody.RegisterEdited(
                                                RegisterEditKind.TICKET_ISSUED, issued, 0))
                                .done();
        return recorded ? Optional.of(told) : Optional.empty();
    }

    /// The same each time, whatever was moved; only the day can be another.
    private TicketIssuer.Made ticket(Registration one, Sitting sitting) {
        return parts.tickets()
                .issue(
                        new TicketIssuer.Order(
                                one.person(),
                                null,
                                sitting.day().atStartOfDay(zone).toInstant(),
                                sitting.day().plusDays(1).atStartOfDay(zone).toInstant()),
                        one.id(),
                        parts.lookup().candidateTicket(one.id()),
                        parts.lookup()::shortCode);
    }

    private Confirmation confirmation(
            Registration one,
            Sitting sitting,
            RegisterContents contents,
            TicketIssuer.Made ticket) {
        String name = name(one, contents);
        CandidateContact contact = contents.exams().contacts().get(one.person());
        ExamPolicy policy = parts.rules().policy(sitting.university());
        String university = policy.name();
        var centre = parts.config().centre();
        return new Confirmation(
                new Confirmation.Addressee(
                        one.id(), name, mark(one), contact == null ? null : contact.email()),
                new Confirmation.Exam(
                        university == null ? sitting.university() : university,
                        name == null ? null : course(sitting)),
                when(one, sitting, policy),
                new Confirmation.Place(centre.name(), centre.address(), centre.phone()),
                new Confirmation.Documents(
                        documents(policy, Verdict.ACCEPT, sitting.day()),
                        documents(policy, Verdict.REJECT, sitting.day())),
                new Confirmation.Ticket(ticket.text(), ShortCode.grouped(ticket.shortCode())));
    }

    private Confirmation.Times when(Registration one, Sitting sitting, ExamPolicy policy) {
        SittingTimes times = times(sitting);
        Instant end =
                new ExamPlan(List.of(sitting), List.of(one), parts.rules(), zone)
                        .end(one, List.of(), times.start());
        boolean confirmed = Exams.isConfirmed(policy, sitting.day());
        return new Confirmation.Times(
                times.admissionOpens().atZone(zone),
                times.doorCloses().atZone(zone),
                times.start().atZone(zone),
                end.atZone(zone),
                confirmed
                        ? new Confirmation.Late(
                                policy.lateMode().value(), times.lastEntry().atZone(zone))
                        : null);
    }

    private static List<DocumentType> documents(ExamPolicy policy, Verdict verdict, LocalDate day) {
        return Arrays.stream(DocumentType.values())
                .filter(type -> policy.document(type).value() == verdict)
                .filter(type -> policy.document(type).isConfirmed(day))
                .toList();
    }

    private SittingTimes times(Sitting sitting) {
        return SittingTimes.of(sitting, parts.rules().policy(sitting.university()), zone);
    }

    private static List<Registration> standing(ExamLists lists, Sitting sitting) {
        return lists.candidates(sitting.id()).stream()
                .filter(one -> lists.standing(one.id()).isPresent())
                .sorted(Comparator.comparing(Confirmations::mark).thenComparing(Registration::id))
                .toList();
    }

    private static String course(Sitting sitting) {
        String exam = sitting.exam();
        return exam == null ? sitting.course() : sitting.course() + " " + exam;
    }

    /// Null with a protected identity.
    private static @Nullable String name(Registration one, RegisterContents contents) {
        Person person = contents.people().get(one.person());
        return person == null || person.protectedIdentity() ? null : person.name();
    }

    private static String mark(Registration one) {
        String id = one.id();
        return id.substring(Math.max(0, id.length() - MARK_LENGTH)).toUpperCase(Locale.ROOT);
    }

    private Done did(StaffAccount by, EventBody what) {
        return ask(reply -> new SiteInput.StaffDid(by, what, reply));
    }

    private Done ask(Function<CompletableFuture<Done>, SiteInput> question) {
        return parts.loop().ask(question).orElse(BUSY);
    }
}
