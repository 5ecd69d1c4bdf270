package se.troskel.controller.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.journal.Erasure;

/// One change of the register. Every edit stands in the register's log, so names and members are
/// added, never reused.
public sealed interface RegisterEdit {
    /// Adds and changes people and their cards; removes nobody.
    ///
    /// @param id random; names the import when it is taken back
    /// @param parked rows of the file that could not be taken
    record ImportPeople(String id, List<ImportedPerson> people, List<ParkedRow> parked)
            implements RegisterEdit {
        public ImportPeople {
            people = List.copyOf(people);
            parked = List.copyOf(parked);
        }
    }

    /// Adds and changes sittings, their candidates and whatever the register knows of these people.
    /// Who is not on the list any more comes with the status `CANCELLED`; nothing is removed.
    ///
    /// @param id random; names the import when it is taken back
    /// @param people without cards
    /// @param lists what is new or other than before
    /// @param parked rows of the file that could not be taken
    record ImportExams(
            String id, List<ImportedPerson> people, ExamLists lists, List<ParkedRow> parked)
            implements RegisterEdit {
        public ImportExams {
            people = List.copyOf(people);
            parked = List.copyOf(parked);
        }
    }

    /// Adds the words of a deviation, before its note is in the journal. What was written is never
    /// changed.
    record PutExamText(ExamText text) implements RegisterEdit {}

    /// Adds or changes one candidate by hand; parked rows of lists stay.
    ///
    /// @param id random; names the edit when it is taken back
    /// @param people without cards
    /// @param lists what is new or other than before
    /// @param dropped what nobody is known by any more
    record EditCandidate(
            String id,
            List<ImportedPerson> people,
            ExamLists lists,
            Dropped dropped,
            CandidateChange change)
            implements RegisterEdit {
        public EditCandidate {
            people = List.copyOf(people);
        }
    }

    /// What nobody is known by any more.
    ///
    /// @param keys of imports
    /// @param numbers ids of the people whose number goes
    record Dropped(Set<String> keys, Set<String> numbers) {
        public static final Dropped NOTHING = new Dropped(Set.of(), Set.of());

        public Dropped {
            keys = Set.copyOf(keys);
            numbers = Set.copyOf(numbers);
        }
    }

    /// Takes back the import or the edit of a candidate with this id, which is the latest that was
    /// not taken back. What was changed since by anything else stays as it is.
    record UndoImport(String id) implements RegisterEdit {}

    /// Adds a person with a first card.
    record EnrolStudent(Person person, Credential credential) implements RegisterEdit {}

    /// Blocks or unblocks every card of a person's own.
    record BlockCredentials(String person, boolean blocked) implements RegisterEdit {}

    /// Blocks or unblocks one card.
    record BlockCard(String lookup, boolean blocked) implements RegisterEdit {}

    /// Lends a spare card to a person, whoever had it before.
    record LendCard(Credential card) implements RegisterEdit {}

    /// Gives a card a PIN.
    ///
    /// @param pinHash PHC string (Argon2id)
    record PutPin(String lookup, String pinHash) implements RegisterEdit {
        @Override
        public String toString() {
            return "PutPin";
        }
    }

    /// Adds a day pass with its holder and its PIN.
    record IssuePass(Person person, Credential credential, DayPass pass) implements RegisterEdit {}

    /// Removes the day passes with these lookups, and with them whatever the register knows of
    /// their holders.
    record ForgetPasses(List<String> lookups) implements RegisterEdit {
        public ForgetPasses {
            lookups = List.copyOf(lookups);
        }
    }

    /// Removes what has outlived its days. People go with their cards and with what imports know
    /// them by; a spare card stays and has no holder.
    ///
    /// @param version of the contents in which this was found; others are not touched
    /// @param numbers ids of the people whose number goes
    /// @param cards lookups
    record Forget(
            long version,
            Set<String> sittings,
            Set<String> registrations,
            Set<String> numbers,
            Set<String> people,
            Set<String> cards,
            Set<String> bookings,
            Set<String> tickets)
            implements RegisterEdit {
        public Forget {
            sittings = Set.copyOf(sittings);
            registrations = Set.copyOf(registrations);
            numbers = Set.copyOf(numbers);
            people = Set.copyOf(people);
            cards = Set.copyOf(cards);
            bookings = Set.copyOf(bookings);
            tickets = Set.copyOf(tickets);
        }

        /// Whether it removes nothing.
        public boolean nothing() {
            return Stream.of(sittings, registrations, numbers, people, cards, bookings, tickets)
                    .allMatch(Set::isEmpty);
        }

        @Override
        public String toString() {
            return "Forget";
        }
    }

    /// Adds a ticket.
    record IssueTicket(IssuedTicket ticket) implements RegisterEdit {}

    /// The mail server took a ticket; changes nothing when the ticket has gone.
    record TicketMailed(String ticket, Instant at) implements RegisterEdit {}

    /// Puts these bookings in the place of all others.
    record ReplaceBookings(List<Booking> bookings, List<ParkedRow> parked) implements RegisterEdit {
        public ReplaceBookings {
            bookings = List.copyOf(bookings);
            parked = List.copyOf(parked);
        }
    }

    /// Puts these counts, people by room, in the place of all others.
    record ReplaceHeadCounts(Map<String, Integer> people, List<ParkedRow> parked)
            implements RegisterEdit {
        public ReplaceHeadCounts {
            people = Map.copyOf(people);
            parked = List.copyOf(parked);
        }
    }

    /// Adds or changes a staff account.
    record PutStaffAccount(StaffAccount account) implements RegisterEdit {}

    /// Removes a staff account.
    record EndStaffAccount(String user) implements RegisterEdit {}

    /// Adds the key of a month's local bodies about a subject.
    record PutLocalKey(StoredLocalKey key) implements RegisterEdit {}

    /// Deletes keys of local bodies.
    record EraseLocalKeys(Erasure erasure) implements RegisterEdit {}

    /// Whether no copy of what it removes may be left: not in the log, a snapshot or the database's
    /// file.
    default boolean erases() {
        return this instanceof Forget
                || this instanceof ForgetPasses
                || this instanceof EraseLocalKeys;
    }

    /// A person as an import has them.
    ///
    /// @param key keyed hash of what the file knows the person by; null when that is only a card
    /// @param credentials the person's cards in the file
    record ImportedPerson(Person person, @Nullable String key, List<Credential> credentials) {
        public ImportedPerson {
            credentials = List.copyOf(credentials);
        }
    }
}
