package se.troskel.controller.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.config.Retention;
import se.troskel.controller.register.Booking;
import se.troskel.controller.register.BookingIndex;
import se.troskel.controller.register.CandidateNumber;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.DayPass;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.IssuedTicket;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Sitting;
import se.troskel.controller.register.StaffAccount;
import se.troskel.protocol.decision.VisitKind;

/// Goal: what nobody has a reason to keep is named, and nothing else. Method: tables of moments
/// just before, at and after each limit, and of each reason to keep somebody.
class OutlivedTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final Instant DAY_ENDS = Instant.parse("2026-11-24T23:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Duration KEPT = Duration.ofDays(30);

    private final Map<String, Person> people = new HashMap<>();
    private final Map<String, Credential> cards = new HashMap<>();
    private final Map<String, Booking> bookings = new HashMap<>();
    private final Map<String, IssuedTicket> tickets = new HashMap<>();
    private final Map<String, StaffAccount> staff = new HashMap<>();
    private final Map<String, DayPass> passes = new HashMap<>();
    private final Map<String, Sitting> sittings = new HashMap<>();
    private final Map<String, Registration> registrations = new HashMap<>();
    private final Map<String, CandidateNumber> numbers = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T12:00:00Z, false",
        "2027-11-23T23:00:00Z, false",
        "2027-11-24T22:59:59Z, false",
        "2027-11-24T23:00:00Z, true",
        "2030-01-01T00:00:00Z, true"
    })
    void aSittingGoesWithItsCandidatesAndTheirNumbersOnceItsDayIsTooLongAgo(
            Instant now, boolean gone) {
        person("p1", DAY_ENDS);
        sitting("s1", DAY);
        candidate("r1", "s1", "p1");
        RegisterEdit.Forget found = found(365, now);
        assertThat(found.sittings().contains("s1")).isEqualTo(gone);
        assertThat(found.registrations().contains("r1")).isEqualTo(gone);
        assertThat(found.numbers().contains("p1")).isEqualTo(gone);
        assertThat(found.people().contains("p1")).isEqualTo(gone);
        assertThat(found.nothing()).isEqualTo(!gone);
    }

    @Test
    void whoHasAnotherRegistrationIsKeptWithTheNumber() {
        person("p1", DAY_ENDS);
        sitting("s1", DAY.minusDays(8));
        sitting("s2", DAY);
        candidate("r1", "s1", "p1");
        candidate("r2", "s2", "p1");
        RegisterEdit.Forget found = found(7, DAY_ENDS.minusSeconds(1));
        assertThat(found.sittings()).containsExactly("s1");
        assertThat(found.registrations()).containsExactly("r1");
        assertThat(found.numbers()).isEmpty();
        assertThat(found.people()).isEmpty();
    }

    @Test
    void aRegistrationWithoutASittingAndANumberWithoutARegistrationGoAtOnce() {
        person("p1", null);
        candidate("r1", "gone", "p1");
        RegisterEdit.Forget found = found(365, DAY_ENDS);
        assertThat(found.registrations()).containsExactly("r1");
        assertThat(found.numbers()).containsExactly("p1");
        assertThat(found.people()).isEmpty();
    }

    /// With fewer days for exams than for access: eight days after the sitting.
    @ParameterizedTest
    @CsvSource({
        "nothing else, true",
        "card, false",
        "booking, false",
        "ticket, false",
        "pass, false",
        "staff, false",
        "agreement, false",
        "right without end, false",
        "longer right, false"
    })
    void whoIsKnownFromListsOfSittingsOnlyGoesWithTheLastOne(String also, boolean gone) {
        person("p1", DAY_ENDS);
        sitting("s1", DAY);
        candidate("r1", "s1", "p1");
        also(also, DAY_ENDS);
        RegisterEdit.Forget found = found(7, DAY_ENDS.plus(Duration.ofDays(7)));
        assertThat(found.registrations()).containsExactly("r1");
        assertThat(found.numbers()).containsExactly("p1");
        assertThat(found.people().contains("p1")).isEqualTo(gone);
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true"})
    void whoseRightIsOverGoesAfterItsDaysWithAllThereIs(int seconds, boolean gone) {
        person("p1", UNTIL);
        card("c1", "p1", null, null);
        booking("b1", UNTIL);
        ticket("t1", UNTIL);
        RegisterEdit.Forget found = found(365, UNTIL.plus(KEPT).plusSeconds(seconds));
        assertThat(found.people().contains("p1")).isEqualTo(gone);
        assertThat(found.cards().contains("c1")).isEqualTo(gone);
        assertThat(found.bookings().contains("b1")).isEqualTo(gone);
        assertThat(found.tickets().contains("t1")).isEqualTo(gone);
    }

    @ParameterizedTest
    @CsvSource({
        "nothing else, true",
        "booking, false",
        "ticket, false",
        "pass, false",
        "staff, false",
        "candidate, false",
        "card, true",
        "agreement, true",
        "right without end, false",
        "longer right, false"
    })
    void aReasonKeepsAPersonAndTheirCard(String reason, boolean gone) {
        Instant now = UNTIL.plus(KEPT).plusSeconds(1);
        person("p1", UNTIL);
        card("c1", "p1", null, null);
        also(reason, now);
        RegisterEdit.Forget found = found(365, now);
        assertThat(found.people().contains("p1")).isEqualTo(gone);
        assertThat(found.cards().contains("c1")).isEqualTo(gone);
    }

    @Test
    void aCandidateOfLongAgoKeepsNameAndNumberButNoCard() {
        person("p1", UNTIL);
        card("c1", "p1", null, null);
        sitting("s1", DAY);
        candidate("r1", "s1", "p1");
        assertThat(found(365, DAY_ENDS.plus(KEPT)).cards()).isEmpty();
        RegisterEdit.Forget found = found(365, DAY_ENDS.plus(KEPT).plusSeconds(1));
        assertThat(found.cards()).containsExactly("c1");
        assertThat(found.people()).isEmpty();
        assertThat(found.numbers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "own, 0, false",
        "own, 1, true",
        "spare, 0, false",
        "spare, 1, true",
        "staff, 1, false",
        "pass, 1, false",
        "returned, 1, false",
        "orphan, 1, true"
    })
    void aCardGoesByItsOwnEnd(String kind, int seconds, boolean gone) {
        person("p1", null);
        String loan = kind.equals("spare") || kind.equals("returned") ? "1" : null;
        String holder =
                switch (kind) {
                    case "returned" -> Credential.NOBODY;
                    case "orphan" -> "p9";
                    default -> "p1";
                };
        card("c1", holder, UNTIL, loan);
        if (kind.equals("staff")) {
            also("staff", UNTIL);
        } else if (kind.equals("pass")) {
            passes.put("c1", pass("c1", UNTIL));
        }
        RegisterEdit.Forget found = found(365, UNTIL.plus(KEPT).plusSeconds(seconds));
        assertThat(found.cards().contains("c1")).isEqualTo(gone);
        assertThat(found.people()).isEmpty();
    }

    @Test
    void nobodyGoesWhoseRightHasNoEnd() {
        person("p1", null);
        card("c1", "p1", null, null);
        card("orphan", "p9", null, null);
        assertThat(found(1, Instant.parse("2099-01-01T00:00:00Z")).nothing()).isTrue();
    }

    private RegisterEdit.Forget found(int examDays, Instant now) {
        RegisterContents contents =
                new RegisterContents(
                        7,
                        people,
                        cards,
                        BookingIndex.of(List.copyOf(bookings.values())),
                        tickets,
                        Map.of(),
                        staff,
                        passes,
                        new ExamLists(sittings, registrations, numbers));
        RegisterEdit.Forget found =
                Outlived.of(contents, new Retention(30, 90, examDays, 400, "KS 1"), now, ZONE);
        assertThat(found.version()).isEqualTo(7);
        return found;
    }

    private void also(String reason, Instant now) {
        switch (reason) {
            case "card" -> card("c2", "p1", null, null);
            case "booking" -> booking("b2", now);
            case "ticket" -> ticket("t2", now);
            case "pass" -> passes.put("pass1", pass("pass1", now));
            case "candidate" -> {
                sitting("s2", LocalDate.ofInstant(now, ZONE));
                candidate("r2", "s2", "p1");
            }
            case "staff" ->
                    staff.put(
                            "ada", new StaffAccount("ada", "Ada Prov", "-", false, Set.of(), "p1"));
            case "agreement" -> {
                Instant until = UNTIL.isBefore(now) && now.isBefore(DAY_ENDS) ? UNTIL : DAY_ENDS;
                people.put("p1", person("p1", until, LONG_AGO));
            }
            case "right without end" -> person("p1", null);
            case "longer right" -> person("p1", DAY_ENDS.plusSeconds(1));
            default -> assertThat(reason).isEqualTo("nothing else");
        }
    }

    private void person(String id, @Nullable Instant until) {
        people.put(id, person(id, until, null));
    }

    private static Person person(
            String id, @Nullable Instant until, @Nullable Instant agreementAcceptedAt) {
        return new Person(
                id,
                "Alva Testsson",
                VisitKind.STUDENT,
                null,
                LONG_AGO,
                until,
                agreementAcceptedAt,
                false,
                false);
    }

    private void card(
            String lookup, String holder, @Nullable Instant until, @Nullable String loan) {
        cards.put(lookup, new Credential(lookup, holder, "$argon2id$x", until, false, loan));
    }

    private void booking(String id, Instant until) {
        bookings.put(id, new Booking(id, "studio", "p1", LONG_AGO, until));
    }

    private void ticket(String id, Instant until) {
        tickets.put(id, new IssuedTicket(id, "code-" + id, "p1", null, LONG_AGO, until));
    }

    private static DayPass pass(String lookup, Instant until) {
        return new DayPass(lookup, "p1", "code", Set.of(), Set.of(), LONG_AGO, until);
    }

    private void sitting(String id, LocalDate day) {
        sittings.put(
                id,
                new Sitting(
                        id,
                        "MDU",
                        "MAA101",
                        day,
                        LocalTime.of(8, 30),
                        240,
                        null,
                        Sitting.ListState.READY));
    }

    private void candidate(String id, String sitting, String person) {
        registrations.put(
                id,
                new Registration(
                        id,
                        sitting,
                        person,
                        Registration.Status.CANCELLED,
                        null,
                        null,
                        Registration.Accommodation.NONE,
                        Registration.Fee.NONE));
        numbers.put(person, new CandidateNumber(person, "199610202385"));
    }
}
