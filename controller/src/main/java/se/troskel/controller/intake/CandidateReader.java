package se.troskel.controller.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.identity.IdentityNumber;
import se.troskel.controller.identity.OtherNumber;
import se.troskel.controller.identity.PersonalNumber;
import se.troskel.controller.identity.PersonalNumber.Reading;
import se.troskel.controller.journal.log.RandomId;
import se.troskel.controller.register.CandidateContact;
import se.troskel.controller.register.CandidateNumber;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.Sitting;
import se.troskel.protocol.decision.VisitKind;

/// Finds out which person a row of a list of sittings is about. For one file; remembers whom
/// earlier rows brought.
///
/// Who has a card is known from the list of people: of them a list of sittings changes nothing but
/// that an identity is protected, which it never takes back. Others are here for the days of their
/// sittings only.
final class CandidateReader {
    /// Whom a row is about.
    ///
    /// @param key keyed hash of the number or id
    /// @param number null for a candidate without one
    /// @param contact null where the row says none
    record Candidate(
            Person person,
            String key,
            @Nullable CandidateNumber number,
            @Nullable CandidateContact contact) {}

    /// What mail servers take in practice; an address with other characters is refused, not mended.
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                            + "@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,}");

    private final IntakeContext context;
    private final Map<String, String> keys;
    private final Map<String, Person> people = new HashMap<>();
    private final Set<String> holders;

    CandidateReader(IntakeContext context) {
        this.context = context;
        this.keys = new HashMap<>(context.personKeys());
        this.holders =
                context.register().credentials().values().stream()
                        .map(Credential::person)
                        .collect(Collectors.toUnmodifiableSet());
    }

    Candidate read(IntakeRow row, Sitting sitting) {
        IdentityNumber number = row.text(Column.PERSONAL_NUMBER).map(this::number).orElse(null);
        String byNumber = number == null ? null : lookup(number, sitting.university());
        String byId = row.text(Column.EXTERNAL_ID).map(context.lookup()::externalId).orElse(null);
        String key = byNumber == null ? byId : byNumber;
        if (key == null) {
            throw new RowRefusedException(RowProblem.NOBODY, null);
        }
        String known = known(key, byId);
        String id = known == null ? RandomId.next(context.random()) : known;
        LocalDate born =
                number == null || number.born() == null
                        ? row.date(Column.BORN).orElse(null)
                        : number.born();
        return new Candidate(
                person(row, id, born, sitting.day()),
                key,
                number == null ? null : new CandidateNumber(id, number.value()),
                row.text(Column.EMAIL).map(email -> contact(id, email)).orElse(null));
    }

    private static CandidateContact contact(String person, String email) {
        if (!EMAIL.matcher(email).matches()) {
            throw new RowRefusedException(RowProblem.EMAIL, Column.EMAIL);
        }
        return new CandidateContact(person, email);
    }

    /// Later rows of the file know this person too.
    void remember(Candidate candidate) {
        keys.put(candidate.key(), candidate.person().id());
        people.put(candidate.person().id(), candidate.person());
    }

    private @Nullable String known(String key, @Nullable String other) {
        String person = keys.get(key);
        String same = other == null ? null : keys.get(other);
        if (person != null && same != null && !person.equals(same)) {
            throw new RowRefusedException(RowProblem.TWO_PEOPLE, null);
        }
        return person == null ? same : person;
    }

    private Person person(IntakeRow row, String id, @Nullable LocalDate born, LocalDate day) {
        String name =
                PeopleIntake.name(row)
                        .orElseThrow(
                                () -> new RowRefusedException(RowProblem.MISSING, Column.NAME));
        boolean isProtected = row.yesOrNo(Column.PROTECTED).orElse(false);
        Person before =
                people.containsKey(id) ? people.get(id) : context.register().people().get(id);
        Instant from = context.startOf(day);
        Instant until = context.startOf(day.plusDays(1));
        if (before == null) {
            return new Person(
                    id, name, VisitKind.STUDENT, born, from, until, null, isProtected, false);
        }
        boolean ofTheList = !holders.contains(id);
        Instant last = before.validUntil();
        return new Person(
                id,
                ofTheList ? name : before.name(),
                before.kind(),
                before.born() == null ? born : before.born(),
                ofTheList && from.isBefore(before.validFrom()) ? from : before.validFrom(),
                ofTheList && last != null && until.isAfter(last) ? until : last,
                before.agreementAcceptedAt(),
                before.protectedIdentity() || isProtected,
                before.extendedTime());
    }

    private String lookup(IdentityNumber number, String university) {
        return switch (number) {
            case PersonalNumber personal -> context.lookup().personalNumber(personal);
            case OtherNumber other -> context.lookup().otherNumber(university, other);
        };
    }

    private IdentityNumber number(String cell) {
        List<IdentityNumber> meanings = IdentityNumber.meanings(cell, context.today());
        if (meanings.size() > 1) {
            throw new RowRefusedException(RowProblem.CENTURY, Column.PERSONAL_NUMBER);
        }
        if (!meanings.isEmpty()) {
            return meanings.getFirst();
        }
        throw PersonalNumber.read(cell, context.today()) instanceof Reading.Invalid(var problem)
                ? WhoReader.refused(problem)
                : new RowRefusedException(RowProblem.PERSONAL_NUMBER_FORM, Column.PERSONAL_NUMBER);
    }
}
