package se.troskel.controller.register;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.keys.Keyring;
import se.troskel.protocol.decision.VisitKind;

/// Registers and rows for tests; all names are invented.
final class RegisterFixture {
    static final Instant FROM = Instant.parse("2026-08-31T22:00:00.123456789Z");
    static final Instant UNTIL = Instant.parse("2027-01-17T23:00:00Z");

    /// One of the official test numbers.
    static final String NUMBER = "199610202385";

    private RegisterFixture() {}

    static Register open(Path root) {
        return Register.open(
                root.resolve("register"), Keyring.open(root.resolve("keys")), new Random(5));
    }

    static Person person(String id) {
        return new Person(
                id,
                "Alva Testsson",
                VisitKind.STUDENT,
                LocalDate.of(1996, 10, 20),
                FROM,
                UNTIL,
                FROM,
                false,
                true);
    }

    static Person worker(String id) {
        return new Person(id, "Elis Prov", VisitKind.WORKER, null, FROM, null, null, true, false);
    }

    static Credential card(String lookup, String person, boolean blocked) {
        return new Credential(lookup, person, null, null, blocked);
    }

    static RegisterEdit.ImportPeople people(String importId, @Nullable String key, Person person) {
        return new RegisterEdit.ImportPeople(
                importId,
                List.of(
                        new RegisterEdit.ImportedPerson(
                                person,
                                key,
                                List.of(card("c-" + person.id(), person.id(), false)))),
                List.of(
                        new ParkedRow(
                                "PEOPLE", 3, "card", "not a card number", Map.of("name", "x"))));
    }

    /// A list with one candidate, who is new.
    static RegisterEdit.ImportExams exams(String importId, String key, String registration) {
        Sitting sitting =
                new Sitting(
                        "s-" + registration,
                        "MDU",
                        "MAA" + registration,
                        "TEN1",
                        LocalDate.of(2026, 11, 24),
                        LocalTime.of(8, 30),
                        240,
                        LocalTime.of(8, 15),
                        Sitting.ListState.READY);
        String person = "x-" + registration;
        return new RegisterEdit.ImportExams(
                importId,
                List.of(new RegisterEdit.ImportedPerson(person(person), key, List.of())),
                new ExamLists(
                        Map.of(sitting.id(), sitting),
                        Map.of(
                                registration,
                                new Registration(
                                        registration,
                                        sitting.id(),
                                        person,
                                        Registration.Status.REGISTERED,
                                        new Registration.Seat("exam-room", null),
                                        null,
                                        new Registration.Accommodation(50, true),
                                        Registration.Fee.DUE,
                                        "A-17")),
                        Map.of(person, new CandidateNumber(person, NUMBER)),
                        Map.of(person, new CandidateContact(person, "alva@example.org")),
                        Map.of()),
                List.of(new ParkedRow("SITTINGS", 4, "Start", "TIME", Map.of("Kurs", "x"))));
    }

    /// Words of a deviation in the sitting of `r1`.
    static ExamText text(String note) {
        return new ExamText(note, "s-r1", "Alva Testsson fick\nfel omslag.");
    }

    /// The candidate of [#exams] cancelled by hand and known by another key.
    static RegisterEdit.EditCandidate candidate(
            String id, String registration, String before, String after) {
        RegisterEdit.ImportExams list = exams("x", before, registration);
        return new RegisterEdit.EditCandidate(
                id,
                List.of(
                        new RegisterEdit.ImportedPerson(
                                worker("x-" + registration), after, List.of())),
                new ExamLists(
                        Map.of(),
                        Map.of(
                                registration,
                                Objects.requireNonNull(
                                                list.lists().registrations().get(registration))
                                        .withStatus(Registration.Status.CANCELLED)),
                        Map.of()),
                new RegisterEdit.Dropped(Set.of(before), Set.of("x-" + registration)),
                new CandidateChange(CandidateChange.Source.OWN_MISTAKE, "ada", FROM));
    }

    static RegisterEdit.IssuePass pass(String lookup, String person) {
        return new RegisterEdit.IssuePass(
                worker(person),
                new Credential(lookup, person, "$argon2id$p", UNTIL, false),
                new DayPass(
                        lookup,
                        person,
                        "code-" + lookup,
                        Set.of("studio", "lab"),
                        Set.of(),
                        FROM,
                        UNTIL));
    }

    /// One edit of every kind that changes what the register holds, in order.
    static List<RegisterEdit> oneOfEach() {
        return List.of(
                people("i1", "k1", person("p1")),
                people("i2", null, worker("p2")),
                new RegisterEdit.EnrolStudent(
                        person("p3"), new Credential("c3", "p3", "$argon2id$x", UNTIL, false)),
                new RegisterEdit.BlockCredentials("p1", true),
                new RegisterEdit.PutPin("c3", "$argon2id$y"),
                new RegisterEdit.LendCard(
                        new Credential("l1", "p3", "$argon2id$y", UNTIL, false, "1")),
                new RegisterEdit.BlockCard("c3", true),
                pass("pass1", "p4"),
                pass("pass2", "p5"),
                new RegisterEdit.ForgetPasses(List.of("pass2", "gone")),
                new RegisterEdit.IssueTicket(
                        new IssuedTicket("t1", "code1", "p1", "studio", FROM, UNTIL)),
                new RegisterEdit.IssueTicket(
                        new IssuedTicket("t2", "code2", null, null, FROM, UNTIL)),
                new RegisterEdit.IssueTicket(
                        new IssuedTicket("t3", "code3", "x-r1", null, FROM, UNTIL, "r1", null)),
                new RegisterEdit.TicketMailed("t3", FROM),
                new RegisterEdit.TicketMailed("gone", FROM),
                new RegisterEdit.ReplaceBookings(
                        List.of(
                                new Booking("b2", "studio", "p1", UNTIL, UNTIL.plusSeconds(60)),
                                new Booking("b1", "studio", "p1", FROM, UNTIL)),
                        List.of(new ParkedRow("BOOKINGS", 2, null, "no such room", Map.of()))),
                new RegisterEdit.ReplaceHeadCounts(Map.of("studio", 4), List.of()),
                new RegisterEdit.PutStaffAccount(
                        new StaffAccount(
                                "berit",
                                "Berit Prov",
                                "$argon2id$z",
                                true,
                                Set.of(
                                        StaffAccount.Capability.VIEW,
                                        StaffAccount.Capability.UNLOCK))),
                new RegisterEdit.UndoImport("i2"),
                exams("e1", "k6", "r1"),
                new RegisterEdit.PutExamText(text("n1")),
                exams("e2", "k7", "r2"),
                new RegisterEdit.UndoImport("e2"),
                candidate("h1", "r1", "k6", "k8"));
    }
}
