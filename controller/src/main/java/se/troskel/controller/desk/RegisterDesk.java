package se.troskel.controller.desk;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Room;
import se.troskel.controller.intake.CardNumber;
import se.troskel.controller.keys.Lookup;
import se.troskel.controller.page.StaffDesk.Inside;
import se.troskel.controller.page.StaffDesk.Known;
import se.troskel.controller.page.StaffDesk.PrintedTicket;
import se.troskel.controller.page.StaffDesk.Visitors;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterDamage;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.site.Enrolments.Candidate;
import se.troskel.controller.site.Muster;
import se.troskel.controller.ticket.TicketIssuer;
import se.troskel.controller.ticket.TicketKeys;
import se.troskel.controller.ticket.TicketPicture;
import se.troskel.protocol.decision.ShortCode;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.event.RegisterEditKind;

/// Edits of the register that staff makes one at a time: a new student, a lost card, a ticket.
/// Blocks on disk; thread-safe.
public final class RegisterDesk {
    private static final int ID_BYTES = 12;
    private static final int CODE_LENGTH = 6;

    private final CentreConfig config;
    private final Register register;
    private final Lookup lookup;
    private final TicketIssuer tickets;
    private final SecureRandom random;
    private final InstantSource clock;

    public RegisterDesk(
            CentreConfig config,
            Register register,
            Lookup lookup,
            TicketKeys ticketKeys,
            SecureRandom random,
            InstantSource clock) {
        this.config = config;
        this.register = register;
        this.lookup = lookup;
        this.tickets = new TicketIssuer(random, ticketKeys, config.centre().code());
        this.random = random;
        this.clock = clock;
    }

    /// The look-up of a card number as typed or read; empty when it is none.
    Optional<String> lookup(String cardNumber) {
        return CardNumber.fromReader(cardNumber).map(lookup::card);
    }

    /// What was found damaged of the register when it was opened.
    RegisterDamage damage() {
        return register.openReport().damage();
    }

    /// Whether somebody holds this card.
    boolean isHeld(String lookup) {
        return register.contents().credentials().containsKey(lookup);
    }

    /// Blocks or unblocks every own card of the holder of this one, or this one alone when it is
    /// lent; nothing happens when nobody holds it.
    void block(String lookup, boolean blocked) {
        Credential card = register.contents().credentials().get(lookup);
        if (card != null) {
            register.edit(
                    card.loan() == null
                            ? new RegisterEdit.BlockCredentials(card.person(), blocked)
                            : new RegisterEdit.BlockCard(lookup, blocked));
        }
    }

    RegisterChanges enrol(Candidate candidate, String pinHash) {
        Instant now = clock.instant();
        Person person =
                new Person(
                        randomId(),
                        candidate.name(),
                        VisitKind.STUDENT,
                        candidate.born(),
                        now,
                        candidate.validUntil(),
                        candidate.agreementAccepted() ? now : null,
                        false,
                        candidate.extendedTime());
        Credential card = new Credential(candidate.lookup(), person.id(), pinHash, null, false);
        register.edit(new RegisterEdit.EnrolStudent(person, card));
        return new RegisterChanges(RegisterEditKind.ENROLMENT, 1, 1);
    }

    /// The muster list with the names that the register has and that may stand on a list.
    Inside named(Muster muster) {
        Map<String, Person> people = register.contents().people();
        return new Inside(
                muster.known().stream()
                        .map(one ->
                                new Known(
                                        code(one.person()),
                                        Optional.ofNullable(people.get(one.person()))
                                                .filter(person -> !person.protectedIdentity())
                                                .map(Person::name)
                                                .orElse(null),
                                        one.kind(),
                                        one.room(),
                                        one.since()))
                        .toList(),
                muster.counted().stream()
                        .map(some ->
                                new Visitors(some.kind(), some.people(), some.room(), some.since()))
                        .toList());
    }

    /// The same for a person each time; says nothing to whoever does not have the register.
    private static String code(String person) {
        return person.substring(Math.max(0, person.length() - CODE_LENGTH))
                .toUpperCase(Locale.ROOT);
    }

    /// Makes a ticket and puts it into the register, so that its short code works.
    ///
    /// @param room null for the centre
    PrintedTicket issueTicket(@Nullable String room, Instant from, Instant until) {
        TicketIssuer.Made made =
                tickets.issue(new TicketIssuer.Order(null, room, from, until), lookup::shortCode);
        register.edit(new RegisterEdit.IssueTicket(made.entry()));
        return new PrintedTicket(
                made.entry().id(),
                made.text(),
                ShortCode.grouped(made.shortCode()),
                new TicketPicture(made.text()).svg(),
                room == null ? null : config.room(room).map(Room::name).orElse(null),
                from,
                until);
    }

    /// The PNG of a ticket's QR code, large enough to be shown on a phone.
    public static byte[] png(String text) {
        return new TicketPicture(text).png(8);
    }

    private String randomId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return "p" + HexFormat.of().formatHex(id);
    }
}
