package se.troskel.controller.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Everything that edits change but the keys of local bodies: immutable. [#apply(RegisterEdit)] is
/// the whole meaning of an edit; the database only keeps its result.
///
/// @param keys id of the person by keyed hash of what imports know them by
/// @param parked rows that could not be taken, of the latest import of each kind
/// @param imports imports of people and sittings and edits of candidates that can be taken back,
///   oldest first
record RegisterState(
        RegisterContents contents,
        Map<String, String> keys,
        List<ParkedRow> parked,
        List<ImportDone> imports) {
    static final RegisterState EMPTY =
            new RegisterState(RegisterContents.EMPTY, Map.of(), List.of(), List.of());

    private static final int IMPORTS_KEPT = 5;

    RegisterState {
        keys = Map.copyOf(keys);
        parked = List.copyOf(parked);
        imports = List.copyOf(imports);
    }

    /// The state after an edit.
    ///
    /// @throws EditRefusedException when the edit does not fit this state
    RegisterState apply(RegisterEdit edit) {
        return switch (edit) {
            case RegisterEdit.ImportPeople people -> importPeople(people);
            case RegisterEdit.ImportExams exams -> importExams(exams);
            case RegisterEdit.PutExamText(ExamText text) -> putText(text);
            case RegisterEdit.EditCandidate candidate -> editCandidate(candidate);
            case RegisterEdit.UndoImport undo -> undo(undo.id());
            case RegisterEdit.EnrolStudent(Person person, Credential credential) ->
                    enrol(person, credential);
            case RegisterEdit.BlockCredentials(String person, boolean blocked) ->
                    block(person, blocked);
            case RegisterEdit.BlockCard(String lookup, boolean blocked) ->
                    putCard(card(lookup).withBlocked(blocked));
            case RegisterEdit.LendCard(Credential card) -> lend(card);
            case RegisterEdit.PutPin(String lookup, String pinHash) ->
                    putCard(card(lookup).withPin(pinHash));
            case RegisterEdit.IssuePass(var person, var credential, var pass) -> {
                Draft next = new Draft(this);
                next.people.put(person.id(), person);
                next.credentials.put(credential.lookup(), credential);
                next.passes.put(pass.lookup(), pass);
                yield next.state();
            }
            case RegisterEdit.ForgetPasses(var lookups) -> forget(lookups);
            case RegisterEdit.Forget gone -> forget(gone);
            case RegisterEdit.IssueTicket(IssuedTicket ticket) -> {
                Draft next = new Draft(this);
                next.tickets.put(ticket.id(), ticket);
                yield next.state();
            }
            case RegisterEdit.TicketMailed(String ticket, Instant at) -> {
                Draft next = new Draft(this);
                next.tickets.computeIfPresent(ticket, (_, issued) -> issued.withMailed(at));
                yield next.state();
            }
            case RegisterEdit.ReplaceBookings(var bookings, var rows) -> {
                Draft next = new Draft(this);
                next.bookings =
                        BookingIndex.of(bookings.stream().sorted(Booking.BY_START).toList());
                next.park("BOOKINGS", rows);
                yield next.state();
            }
            case RegisterEdit.ReplaceHeadCounts(var people, var rows) -> {
                Draft next = new Draft(this);
                next.headCounts = people;
                next.park("HEAD_COUNTS", rows);
                yield next.state();
            }
            case RegisterEdit.PutStaffAccount(StaffAccount account) -> {
                Draft next = new Draft(this);
                next.staff.put(account.user(), account);
                yield administered(next.state());
            }
            case RegisterEdit.EndStaffAccount(String user) -> {
                Draft next = new Draft(this);
                next.staff.remove(user);
                yield administered(next.state());
            }
            case RegisterEdit.PutLocalKey key -> this;
            case RegisterEdit.EraseLocalKeys keysErased -> this;
        };
    }

    /// A centre that has an administrator always keeps one.
    private RegisterState administered(RegisterState next) {
        if (hasAdministrator() && !next.hasAdministrator()) {
            throw new EditRefusedException("the last administrator stays; make another one first");
        }
        return next;
    }

    private boolean hasAdministrator() {
        return contents.staff().values().stream()
                .anyMatch(account -> account.may(StaffAccount.Capability.ADMINISTER));
    }

    private RegisterState importPeople(RegisterEdit.ImportPeople edit) {
        Draft next = new Draft(this);
        List<ImportDone.PersonChange> people = new ArrayList<>();
        List<ImportDone.CredentialChange> cards = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (RegisterEdit.ImportedPerson imported : edit.people()) {
            Person person = imported.person();
            people.add(new ImportDone.PersonChange(next.people.put(person.id(), person), person));
            for (Credential card : imported.credentials()) {
                Credential before = next.credentials.put(card.lookup(), card);
                requireSameHolder(before, card);
                cards.add(new ImportDone.CredentialChange(before, card));
            }
            String key = imported.key();
            if (key != null && next.keys.put(key, person.id()) == null) {
                added.add(key);
            }
        }
        next.park("PEOPLE", edit.parked());
        next.remember(new ImportDone(edit.id(), people, cards, added, null, null));
        return next.state();
    }

    private RegisterState importExams(RegisterEdit.ImportExams edit) {
        Draft next = new Draft(this);
        ImportDone done = put(next, edit.id(), edit.people(), edit.lists(), null);
        next.park("SITTINGS", edit.parked());
        next.remember(done);
        return next.state();
    }

    private RegisterState editCandidate(RegisterEdit.EditCandidate edit) {
        Draft next = new Draft(this);
        Map<String, String> dropped = new HashMap<>(keys);
        dropped.keySet().retainAll(edit.dropped().keys());
        next.keys.keySet().removeAll(edit.dropped().keys());
        ExamLists before = contents.exams();
        Map<String, CandidateNumber> numbers = new HashMap<>(before.numbers());
        numbers.keySet().retainAll(edit.dropped().numbers());
        next.numbers.keySet().removeAll(numbers.keySet());
        ImportDone done =
                put(
                        next,
                        edit.id(),
                        edit.people(),
                        edit.lists(),
                        new ImportDone.ByHand(edit.change(), dropped, numbers));
        next.remember(done);
        return next.state();
    }

    /// Puts sittings, candidates and what is known of them in `next`.
    private ImportDone put(
            Draft next,
            String id,
            List<RegisterEdit.ImportedPerson> imported,
            ExamLists lists,
            ImportDone.@Nullable ByHand byHand) {
        requireStillFits(imported, lists);
        List<ImportDone.PersonChange> people = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (RegisterEdit.ImportedPerson one : imported) {
            Person person = one.person();
            people.add(new ImportDone.PersonChange(next.people.put(person.id(), person), person));
            String key = one.key();
            if (key != null && next.keys.put(key, person.id()) == null) {
                added.add(key);
            }
        }
        ExamLists now = contents.exams();
        ExamLists before =
                new ExamLists(
                        before(now.sittings(), lists.sittings()),
                        before(now.registrations(), lists.registrations()),
                        before(now.numbers(), lists.numbers()),
                        before(now.contacts(), lists.contacts()),
                        Map.of());
        next.sittings.putAll(lists.sittings());
        next.registrations.putAll(lists.registrations());
        next.numbers.putAll(lists.numbers());
        next.contacts.putAll(lists.contacts());
        return new ImportDone(
                id, people, List.of(), added, new ImportDone.ExamChange(before, lists), byHand);
    }

    private RegisterState putText(ExamText text) {
        ExamText known = contents.exams().texts().get(text.note());
        if (known != null && !known.equals(text)) {
            throw new EditRefusedException("there are other words of this deviation already");
        }
        if (!contents.exams().sittings().containsKey(text.sitting())) {
            throw new EditRefusedException("there is no such sitting");
        }
        Draft next = new Draft(this);
        next.texts.put(text.note(), text);
        return next.state();
    }

    private static <T> Map<String, T> before(Map<String, T> now, Map<String, T> put) {
        Map<String, T> before = new HashMap<>(now);
        before.keySet().retainAll(put.keySet());
        return before;
    }

    /// Of two previews of one list only the first is taken: nobody is to be there twice.
    private void requireStillFits(List<RegisterEdit.ImportedPerson> imported, ExamLists lists) {
        boolean others =
                imported.stream()
                        .anyMatch(one -> {
                            String key = one.key();
                            String holder = key == null ? null : keys.get(key);
                            return holder != null && !holder.equals(one.person().id());
                        });
        boolean twice =
                lists.sittings().values().stream()
                        .anyMatch(sitting ->
                                contents.exams().sittings().values().stream()
                                        .anyMatch(known ->
                                                known.isSameAs(sitting)
                                                        && !known.id().equals(sitting.id())));
        if (others || twice || !hasEverybody(imported, lists)) {
            throw new EditRefusedException("the register has changed by now; preview it again");
        }
    }

    /// Whom the preview knew may be forgotten by now.
    private boolean hasEverybody(List<RegisterEdit.ImportedPerson> imported, ExamLists lists) {
        Set<String> people = new HashSet<>(contents.people().keySet());
        imported.forEach(one -> people.add(one.person().id()));
        Set<String> sittings = new HashSet<>(contents.exams().sittings().keySet());
        sittings.addAll(lists.sittings().keySet());
        return lists.registrations().values().stream()
                .allMatch(one -> people.contains(one.person()) && sittings.contains(one.sitting()));
    }

    private static void requireSameHolder(@Nullable Credential before, Credential after) {
        if (before != null && !before.person().equals(after.person())) {
            throw new EditRefusedException("a card has another holder by now; preview it again");
        }
    }

    private RegisterState undo(String id) {
        if (imports.isEmpty() || !imports.getLast().id().equals(id)) {
            throw new EditRefusedException("this is not the latest import that was not taken back");
        }
        ImportDone done = imports.getLast();
        Draft next = new Draft(this);
        for (ImportDone.CredentialChange change : done.credentials().reversed()) {
            takeBack(next.credentials, change.after().lookup(), change.before(), change.after());
        }
        for (ImportDone.PersonChange change : done.people().reversed()) {
            takeBack(next.people, change.after().id(), change.before(), change.after());
        }
        done.keys().forEach(next.keys::remove);
        ImportDone.ByHand byHand = done.byHand();
        if (byHand != null) {
            byHand.dropped().forEach(next.keys::putIfAbsent);
            byHand.numbers().forEach(next.numbers::putIfAbsent);
        }
        ImportDone.ExamChange exams = done.exams();
        if (exams != null) {
            takeBack(next.registrations, exams, ExamLists::registrations);
            takeBack(next.sittings, exams, ExamLists::sittings);
            takeBack(next.numbers, exams, ExamLists::numbers);
            takeBack(next.contacts, exams, ExamLists::contacts);
        }
        next.imports.removeLast();
        return next.state();
    }

    private static <T> void takeBack(
            Map<String, T> rows,
            ImportDone.ExamChange change,
            Function<ExamLists, Map<String, T>> part) {
        Map<String, T> before = part.apply(change.before());
        part.apply(change.after())
                .forEach((key, after) -> takeBack(rows, key, before.get(key), after));
    }

    private static <T> void takeBack(Map<String, T> rows, String key, @Nullable T before, T after) {
        if (!Objects.equals(rows.get(key), after)) {
            return;
        }
        if (before == null) {
            rows.remove(key);
        } else {
            rows.put(key, before);
        }
    }

    private RegisterState enrol(Person person, Credential credential) {
        if (contents.credentials().containsKey(credential.lookup())) {
            throw new EditRefusedException("the card has a holder already");
        }
        Draft next = new Draft(this);
        next.people.put(person.id(), person);
        next.credentials.put(credential.lookup(), credential);
        return next.state();
    }

    private RegisterState block(String person, boolean blocked) {
        Draft next = new Draft(this);
        next.credentials.replaceAll((lookup, card) ->
                card.person().equals(person) && card.loan() == null
                        ? card.withBlocked(blocked)
                        : card);
        return next.state();
    }

    /// A card that is somebody's own is lent to nobody.
    private RegisterState lend(Credential card) {
        Credential before = contents.credentials().get(card.lookup());
        if (card.loan() == null || (before != null && before.loan() == null)) {
            throw new EditRefusedException("the card is somebody's own");
        }
        if (!contents.people().containsKey(card.person())) {
            throw new EditRefusedException("there is no such person");
        }
        return putCard(card);
    }

    private RegisterState forget(List<String> lookups) {
        Draft next = new Draft(this);
        for (String lookup : lookups) {
            DayPass pass = next.passes.remove(lookup);
            if (pass != null) {
                next.credentials.remove(lookup);
                next.people.remove(pass.person());
            }
        }
        return next.state();
    }

    private RegisterState forget(RegisterEdit.Forget gone) {
        if (gone.version() != contents.version()) {
            throw new EditRefusedException("the register has changed since");
        }
        Draft next = new Draft(this);
        ExamLists left = contents.exams().without(gone);
        next.sittings.keySet().retainAll(left.sittings().keySet());
        next.registrations.keySet().retainAll(left.registrations().keySet());
        next.numbers.keySet().retainAll(left.numbers().keySet());
        next.contacts.keySet().retainAll(left.contacts().keySet());
        next.people.keySet().removeAll(gone.people());
        next.keys.values().removeAll(gone.people());
        next.tickets.keySet().removeAll(gone.tickets());
        next.bookings =
                BookingIndex.of(
                        next.bookings.all().stream()
                                .filter(booking -> !gone.bookings().contains(booking.id()))
                                .toList());
        for (Credential card : contents.credentials().values()) {
            if (!gone.cards().contains(card.lookup()) && !gone.people().contains(card.person())) {
                continue;
            }
            if (card.loan() == null) {
                next.credentials.remove(card.lookup());
            } else {
                next.credentials.put(card.lookup(), card.withoutHolder());
            }
        }
        next.imports.replaceAll(done -> done.without(gone, next.keys.keySet()));
        next.imports.removeIf(ImportDone::nothing);
        return next.state();
    }

    private Credential card(String lookup) {
        Credential card = contents.credentials().get(lookup);
        if (card == null) {
            throw new EditRefusedException("there is no such card");
        }
        return card;
    }

    private RegisterState putCard(Credential card) {
        Draft next = new Draft(this);
        next.credentials.put(card.lookup(), card);
        return next.state();
    }

    /// The next version in the making.
    private static final class Draft {
        private final RegisterState from;
        private final Map<String, Person> people;
        private final Map<String, Credential> credentials;
        private final Map<String, IssuedTicket> tickets;
        private final Map<String, StaffAccount> staff;
        private final Map<String, DayPass> passes;
        private final Map<String, Sitting> sittings;
        private final Map<String, Registration> registrations;
        private final Map<String, CandidateNumber> numbers;
        private final Map<String, ExamText> texts;
        private final Map<String, CandidateContact> contacts;
        private final Map<String, String> keys;
        private final List<ImportDone> imports;
        private BookingIndex bookings;
        private Map<String, Integer> headCounts;
        private List<ParkedRow> parked;

        Draft(RegisterState from) {
            this.from = from;
            people = new LinkedHashMap<>(from.contents.people());
            credentials = new LinkedHashMap<>(from.contents.credentials());
            tickets = new HashMap<>(from.contents.tickets());
            staff = new HashMap<>(from.contents.staff());
            passes = new HashMap<>(from.contents.passes());
            sittings = new HashMap<>(from.contents.exams().sittings());
            registrations = new HashMap<>(from.contents.exams().registrations());
            numbers = new HashMap<>(from.contents.exams().numbers());
            texts = new HashMap<>(from.contents.exams().texts());
            contacts = new HashMap<>(from.contents.exams().contacts());
            keys = new HashMap<>(from.keys);
            imports = new ArrayList<>(from.imports);
            bookings = from.contents.bookings();
            headCounts = from.contents.headCounts();
            parked = from.parked;
        }

        void remember(ImportDone done) {
            imports.add(done);
            if (imports.size() > IMPORTS_KEPT) {
                imports.removeFirst();
            }
        }

        void park(String kind, List<ParkedRow> rows) {
            List<ParkedRow> all = new ArrayList<>();
            parked.stream().filter(row -> !row.kind().equals(kind)).forEach(all::add);
            all.addAll(rows);
            parked = all;
        }

        /// The words of a deviation go with its sitting.
        RegisterState state() {
            texts.values().removeIf(text -> !sittings.containsKey(text.sitting()));
            return new RegisterState(
                    new RegisterContents(
                            from.contents.version() + 1,
                            people,
                            credentials,
                            bookings,
                            tickets,
                            headCounts,
                            staff,
                            passes,
                            new ExamLists(sittings, registrations, numbers, contacts, texts)),
                    keys,
                    parked,
                    imports);
        }
    }
}
