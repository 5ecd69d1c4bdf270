package se.troskel.controller.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Retention;
import se.troskel.controller.register.Booking;
import se.troskel.controller.register.CandidateNumber;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.DayPass;
import se.troskel.controller.register.IssuedTicket;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Sitting;
import se.troskel.controller.register.StaffAccount;

/// What of a register nobody has a reason to keep any more (DOMAIN L2). Pure; for one instant.
///
/// A sitting goes with its registrations when its day is more than `examDays` ago, a candidate's
/// number with the last registration. Bookings, tickets and loans go `accessDays` after they are
/// over; cards and PINs `accessDays` after they or the last right of their holder, a sitting among
/// them, is over. A person goes when that is so and no registration is left; one who is known from
/// lists of sittings only goes with the last registration at once. Whose right has no end stays,
/// and so does whoever is linked to a staff account, with all cards. Day passes and their holders
/// are [PassRetention]'s.
final class Outlived {
    private final RegisterContents contents;
    private final ZoneId zone;
    private final Instant accessLimit;
    private final Set<String> sittings;
    private final Set<String> registrations;
    private final Set<String> candidatesLeft;
    private final Map<String, Instant> lastSittings = new HashMap<>();
    private final Map<String, Instant> lastRights = new HashMap<>();
    private final Set<String> withCards;
    private final Set<String> withTickets;
    private final Set<String> passHolders;
    private final Set<String> staff;

    private Outlived(RegisterContents contents, Retention days, Instant now, ZoneId zone) {
        this.contents = contents;
        this.zone = zone;
        this.accessLimit = now.minus(days.accessDays(), ChronoUnit.DAYS);
        LocalDate firstDay = LocalDate.ofInstant(now, zone).minusDays(days.examDays());
        this.sittings =
                ids(contents.exams().sittings(), sitting -> sitting.day().isBefore(firstDay));
        this.registrations =
                ids(
                        contents.exams().registrations(),
                        one ->
                                sittings.contains(one.sitting())
                                        || !contents.exams().sittings().containsKey(one.sitting()));
        this.candidatesLeft =
                people(
                        contents.exams().registrations().values().stream()
                                .filter(one -> !registrations.contains(one.id())),
                        Registration::person);
        this.withCards =
                people(
                        contents.credentials().values().stream()
                                .filter(card -> card.loan() == null),
                        Credential::person);
        this.withTickets = people(contents.tickets().values().stream(), IssuedTicket::person);
        this.passHolders = people(contents.passes().values().stream(), DayPass::person);
        this.staff = people(contents.staff().values().stream(), StaffAccount::person);
        findLastRights();
    }

    /// What is to be forgotten at `now`; often nothing.
    ///
    /// @param zone of the centre, in which a sitting's day is
    static RegisterEdit.Forget of(
            RegisterContents contents, Retention days, Instant now, ZoneId zone) {
        return new Outlived(contents, days, now, zone).edit();
    }

    private RegisterEdit.Forget edit() {
        return new RegisterEdit.Forget(
                contents.version(),
                sittings,
                registrations,
                contents.exams().numbers().values().stream()
                        .map(CandidateNumber::person)
                        .filter(person -> !candidatesLeft.contains(person))
                        .collect(Collectors.toSet()),
                ids(contents.people(), this::hasOutlived),
                ids(contents.credentials(), this::hasOutlived),
                contents.bookings().all().stream()
                        .filter(booking -> booking.until().isBefore(accessLimit))
                        .map(Booking::id)
                        .collect(Collectors.toSet()),
                ids(contents.tickets(), ticket -> ticket.validUntil().isBefore(accessLimit)));
    }

    private boolean hasOutlived(Person person) {
        String id = person.id();
        return !candidatesLeft.contains(id)
                && !staff.contains(id)
                && !passHolders.contains(id)
                && (lastRight(id).isBefore(accessLimit) || isOnlyCandidate(person));
    }

    /// Whether nothing but lists of sittings brought this person here, none of which is left.
    private boolean isOnlyCandidate(Person person) {
        Instant until = person.validUntil();
        Instant lastSitting = lastSittings.get(person.id());
        return until != null
                && lastSitting != null
                && !until.isAfter(lastSitting)
                && person.agreementAcceptedAt() == null
                && !withCards.contains(person.id())
                && !withTickets.contains(person.id())
                && contents.bookings().ofPerson(person.id()).isEmpty();
    }

    private boolean hasOutlived(Credential card) {
        Instant until = card.validUntil();
        boolean over = until != null && until.isBefore(accessLimit);
        if (card.loan() != null) {
            return over && !card.person().equals(Credential.NOBODY);
        }
        return (over || lastRight(card.person()).isBefore(accessLimit))
                && !staff.contains(card.person())
                && !contents.passes().containsKey(card.lookup());
    }

    private void findLastRights() {
        for (Registration one : contents.exams().registrations().values()) {
            Sitting sitting = contents.exams().sittings().get(one.sitting());
            if (sitting != null) {
                Instant end = sitting.day().plusDays(1).atStartOfDay(zone).toInstant();
                lastSittings.merge(one.person(), end, Outlived::later);
            }
        }
        contents.people().values().forEach(person -> right(person.id(), person.validUntil()));
        lastSittings.forEach(this::right);
        contents.bookings().all().forEach(booking -> right(booking.person(), booking.until()));
        contents.passes().values().forEach(pass -> right(pass.person(), pass.until()));
        contents.tickets()
                .values()
                .forEach(ticket -> {
                    String person = ticket.person();
                    if (person != null) {
                        right(person, ticket.validUntil());
                    }
                });
    }

    private void right(String person, @Nullable Instant until) {
        lastRights.merge(person, until == null ? Instant.MAX : until, Outlived::later);
    }

    /// Of a card whose holder is not there nobody knows when it may go.
    private Instant lastRight(String person) {
        return lastRights.getOrDefault(person, Instant.MAX);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static <T> Set<String> people(Stream<T> rows, Function<T, @Nullable String> person) {
        return rows.map(person).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static <T> Set<String> ids(Map<String, T> rows, Predicate<T> outlived) {
        return rows.entrySet().stream()
                .filter(row -> outlived.test(row.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
