package se.troskel.controller.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.identity.PersonalNumber;
import se.troskel.controller.journal.log.RandomId;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.register.RegisterEdit.ImportedPerson;
import se.troskel.protocol.decision.VisitKind;

/// Reads a file of people and cards. Pure but for the random ids.
///
/// A person is known again by personal number, by id, or by a card. What a file does not say stays
/// as it is; nobody and no card is removed. Several rows about one person add up.
public final class PeopleIntake {
    private static final String KIND = "PEOPLE";

    private final IntakeContext context;
    private final IntakeTable file;
    private final @Nullable CardColumn cards;
    private final WhoReader who;
    private final Map<String, ImportedPerson> people = new LinkedHashMap<>();

    private PeopleIntake(IntakeContext context, IntakeTable file, @Nullable CardFormat chosen) {
        this.context = context;
        this.file = file;
        this.cards = WhoReader.cards(file, context, chosen).orElse(null);
        this.who = new WhoReader(context, cards == null ? null : cards.format());
    }

    /// What an import of `bytes` would do.
    ///
    /// @param chosen the format of the card numbers; null to find it out
    /// @throws UnreadableTableException when it is no table of people
    public static Preview preview(
            byte[] bytes, IntakeContext context, @Nullable CardFormat chosen) {
        IntakeTable file = new IntakeTable(bytes, KIND);
        file.requireOneOf(Column.NAME, Column.LAST_NAME);
        file.requireOneOf(Column.PERSONAL_NUMBER, Column.EXTERNAL_ID, Column.CARD);
        return new PeopleIntake(context, file, chosen).preview();
    }

    private Preview preview() {
        file.eachRow(this::take);
        Preview.Tally tally = new Preview.Tally();
        people.values().forEach(imported -> count(tally, imported));
        RegisterEdit edit =
                new RegisterEdit.ImportPeople(
                        RandomId.next(context.random()),
                        List.copyOf(people.values()),
                        file.parked());
        return tally.preview(edit, file, cards);
    }

    private void count(Preview.Tally tally, ImportedPerson imported) {
        Person before = context.register().people().get(imported.person().id());
        boolean sameCards =
                imported.credentials().stream()
                        .allMatch(card ->
                                card.equals(context.register().credentials().get(card.lookup())));
        tally.count(before, before == null || sameCards ? imported.person() : "another card");
    }

    private void take(IntakeRow row) {
        WhoReader.Who found = who.read(row);
        String known = found.person();
        String id = known == null ? RandomId.next(context.random()) : known;
        ImportedPerson earlier = people.get(id);
        Person before = earlier == null ? context.register().people().get(id) : earlier.person();
        Person person = person(row, id, before, found.number());
        Credential card = card(row, id, found.card());
        who.remember(found, id);
        List<Credential> all = earlier == null ? List.of() : earlier.credentials();
        if (card != null) {
            String lookup = card.lookup();
            all =
                    Stream.concat(
                                    all.stream().filter(other -> !other.lookup().equals(lookup)),
                                    Stream.of(card))
                            .toList();
        }
        String key = earlier == null || earlier.key() == null ? found.key() : earlier.key();
        people.put(id, new ImportedPerson(person, key, all));
    }

    private Person person(
            IntakeRow row, String id, @Nullable Person before, @Nullable PersonalNumber number) {
        String name = name(row).orElse(before == null ? null : before.name());
        if (name == null) {
            throw new RowRefusedException(RowProblem.MISSING, Column.NAME);
        }
        LocalDate born =
                number != null
                        ? number.born()
                        : row.date(Column.BORN).orElse(before == null ? null : before.born());
        Instant from =
                row.date(Column.VALID_FROM)
                        .map(context::startOf)
                        .orElse(
                                before == null
                                        ? context.startOf(context.today())
                                        : before.validFrom());
        Instant until =
                row.date(Column.VALID_UNTIL)
                        .map(last -> context.startOf(last.plusDays(1)))
                        .orElse(before == null ? null : before.validUntil());
        if (until != null && !until.isAfter(from)) {
            throw new RowRefusedException(RowProblem.ORDER, Column.VALID_UNTIL);
        }
        return new Person(
                id,
                name,
                kind(row).orElse(before == null ? VisitKind.STUDENT : before.kind()),
                born,
                from,
                until,
                agreement(row, before == null ? null : before.agreementAcceptedAt()),
                row.yesOrNo(Column.PROTECTED).orElse(before != null && before.protectedIdentity()),
                row.yesOrNo(Column.EXTENDED_TIME).orElse(before != null && before.extendedTime()));
    }

    static Optional<String> name(IntakeRow row) {
        Optional<String> whole = row.text(Column.NAME);
        if (whole.isPresent()) {
            return whole;
        }
        String parts =
                (row.text(Column.FIRST_NAME).orElse("")
                                + " "
                                + row.text(Column.LAST_NAME).orElse(""))
                        .strip();
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    }

    private static Optional<VisitKind> kind(IntakeRow row) {
        return row.text(Column.KIND)
                .map(cell ->
                        switch (cell.toLowerCase(Locale.ROOT)) {
                            case "student", "studerande", "elev" -> VisitKind.STUDENT;
                            case "personal", "arbetare", "vaktmästare", "städ", "worker", "staff" ->
                                    VisitKind.WORKER;
                            default -> throw new RowRefusedException(RowProblem.KIND, Column.KIND);
                        });
    }

    /// A date, or yes for today unless it was accepted before; no takes it back.
    private @Nullable Instant agreement(IntakeRow row, @Nullable Instant before) {
        Optional<String> cell = row.text(Column.AGREEMENT);
        if (cell.isEmpty()) {
            return before;
        }
        if (Character.isDigit(cell.get().charAt(0)) && cell.get().length() > 1) {
            return context.startOf(IntakeRow.date(cell.get(), Column.AGREEMENT));
        }
        try {
            if (!IntakeRow.yesOrNo(cell.get(), Column.AGREEMENT)) {
                return null;
            }
        } catch (RowRefusedException e) {
            throw new RowRefusedException(RowProblem.AGREEMENT, Column.AGREEMENT);
        }
        return before == null ? context.startOf(context.today()) : before;
    }

    /// A block stays: an import never unblocks a card.
    private @Nullable Credential card(IntakeRow row, String person, @Nullable String lookup) {
        boolean blocked = row.yesOrNo(Column.BLOCKED).orElse(false);
        if (lookup == null) {
            return null;
        }
        Credential before = context.register().credentials().get(lookup);
        return before == null
                ? new Credential(lookup, person, null, null, blocked)
                : new Credential(
                        lookup,
                        person,
                        before.pinHash(),
                        before.validUntil(),
                        before.blocked() || blocked);
    }
}
