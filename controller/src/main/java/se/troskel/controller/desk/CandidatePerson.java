package se.troskel.controller.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.identity.IdentityNumber;
import se.troskel.controller.identity.OtherNumber;
import se.troskel.controller.identity.PersonName;
import se.troskel.controller.identity.PersonalNumber;
import se.troskel.controller.identity.PersonalNumber.Problem;
import se.troskel.controller.identity.PersonalNumber.Reading;
import se.troskel.controller.journal.log.RandomId;
import se.troskel.controller.keys.Lookup;
import se.troskel.controller.page.CandidateDesk.Who;
import se.troskel.controller.register.CandidateNumber;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.RegisterEdit.Dropped;
import se.troskel.controller.register.RegisterEdit.ImportedPerson;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Sitting;
import se.troskel.protocol.decision.VisitKind;

/// Finds out which person staff means by what they typed of a candidate, as an import does of a
/// row. For one edit. Nobody is guessed: a number that is somebody's with quite another name is
/// refused.
final class CandidatePerson {
    private static final int NAME_LENGTH_MAX = 200;

    /// Whom it is.
    ///
    /// @param people who is new or other than before
    /// @param number null where it stays as it is
    /// @param dropped what the candidate was known by wrongly
    record Found(
            Person person,
            List<ImportedPerson> people,
            @Nullable CandidateNumber number,
            Dropped dropped) {
        Map<String, CandidateNumber> numbers() {
            return number == null ? Map.of() : Map.of(number.person(), number);
        }
    }

    private final RegisterContents register;
    private final Map<String, String> keys;
    private final Lookup lookup;
    private final Calendar calendar;
    private final RandomGenerator random;

    /// What day it is.
    ///
    /// @param zone the centre's
    record Calendar(LocalDate today, ZoneId zone) {
        Instant startOf(LocalDate day) {
            return day.atStartOfDay(zone).toInstant();
        }
    }

    CandidatePerson(
            RegisterContents register,
            Map<String, String> keys,
            Lookup lookup,
            Calendar calendar,
            RandomGenerator random) {
        this.register = register;
        this.keys = keys;
        this.lookup = lookup;
        this.calendar = calendar;
        this.random = random;
    }

    /// Somebody who is to be on the list of a sitting.
    ///
    /// @throws CandidateRefusedException when it cannot be said who it is
    Found added(Who who, Sitting sitting) {
        IdentityNumber number = number(who);
        String key = number == null ? null : lookup(number, sitting);
        Person known = holder(key);
        return known == null
                ? fresh(who, number, key, sitting)
                : same(requireName(known, who), who, number, key, sitting);
    }

    /// The candidate of a registration as corrected.
    ///
    /// @param sitting in which they are to write
    /// @throws CandidateRefusedException when it cannot be said who it is
    Found corrected(Registration one, Person person, Who who, Sitting sitting) {
        IdentityNumber number = number(who);
        if (number == null) {
            return same(renamed(person, who), who, null, null, sitting);
        }
        String key = lookup(number, sitting);
        Person owner = holder(key);
        CandidateNumber before = register.exams().numbers().get(person.id());
        boolean isElsewhere = hasCard(person) || isOnOtherLists(one);
        Set<String> wrong = before == null ? Set.of() : keysOf(before, sitting);
        if (owner != null && !owner.id().equals(person.id())) {
            Found found = same(requireName(owner, who), who, number, key, sitting);
            return isElsewhere ? found : dropping(found, wrong, Set.of(person.id()));
        }
        if (owner == null && isElsewhere && before != null) {
            return fresh(
                    new Who(
                            who.name(),
                            who.number(),
                            who.isReserve(),
                            who.isProtected() || person.protectedIdentity(),
                            who.reference()),
                    number,
                    key,
                    sitting);
        }
        Found found = same(reborn(renamed(person, who), number, before), who, number, key, sitting);
        wrong = new HashSet<>(wrong);
        wrong.remove(key);
        return dropping(found, wrong, Set.of());
    }

    /// Whether name and number are those of the list of people.
    boolean hasCard(Person person) {
        return register.credentials().values().stream()
                .anyMatch(card -> card.person().equals(person.id()));
    }

    private boolean isOnOtherLists(Registration one) {
        return register.exams().registrations().values().stream()
                .anyMatch(other ->
                        other.person().equals(one.person()) && !other.id().equals(one.id()));
    }

    private Found fresh(
            Who who, @Nullable IdentityNumber number, @Nullable String key, Sitting sitting) {
        if (who.name().isBlank() || who.name().length() > NAME_LENGTH_MAX) {
            throw new CandidateRefusedException("candidate.name");
        }
        Person person =
                new Person(
                        RandomId.next(random),
                        who.name(),
                        VisitKind.STUDENT,
                        number == null ? null : number.born(),
                        calendar.startOf(sitting.day()),
                        calendar.startOf(sitting.day().plusDays(1)),
                        null,
                        who.isProtected(),
                        false);
        return found(person, number, key);
    }

    /// Somebody known, who is let in on the sitting's day too and may be protected from now on.
    private Found same(
            Person person,
            Who who,
            @Nullable IdentityNumber number,
            @Nullable String key,
            Sitting sitting) {
        boolean ofLists = !hasCard(person);
        Instant from = calendar.startOf(sitting.day());
        Instant until = calendar.startOf(sitting.day().plusDays(1));
        Instant last = person.validUntil();
        Person now =
                new Person(
                        person.id(),
                        person.name(),
                        person.kind(),
                        person.born() == null && number != null ? number.born() : person.born(),
                        ofLists && from.isBefore(person.validFrom()) ? from : person.validFrom(),
                        ofLists && last != null && until.isAfter(last) ? until : last,
                        person.agreementAcceptedAt(),
                        person.protectedIdentity() || who.isProtected(),
                        person.extendedTime());
        return found(now, number, key);
    }

    private Found found(Person now, @Nullable IdentityNumber number, @Nullable String key) {
        boolean isSame =
                now.equals(register.people().get(now.id()))
                        && (key == null || keys.containsKey(key));
        return new Found(
                now,
                isSame ? List.of() : List.of(new ImportedPerson(now, key, List.of())),
                number == null ? null : new CandidateNumber(now.id(), number.value()),
                Dropped.NOTHING);
    }

    private static Found dropping(Found found, Set<String> wrongKeys, Set<String> wrongNumbers) {
        return new Found(
                found.person(),
                found.people(),
                found.number(),
                new Dropped(wrongKeys, wrongNumbers));
    }

    private Person renamed(Person person, Who who) {
        if (who.name().isBlank() || who.name().equals(person.name())) {
            return person;
        }
        if (hasCard(person)) {
            throw new CandidateRefusedException("candidate.has-card");
        }
        if (who.name().length() > NAME_LENGTH_MAX) {
            throw new CandidateRefusedException("candidate.name");
        }
        return with(person, who.name(), person.born());
    }

    /// A date of birth that only the wrong number said goes with it.
    private Person reborn(Person person, IdentityNumber number, @Nullable CandidateNumber before) {
        boolean isKept = hasCard(person) || (number.born() == null && before == null);
        return isKept ? person : with(person, person.name(), number.born());
    }

    private static Person with(Person person, String name, @Nullable LocalDate born) {
        return new Person(
                person.id(),
                name,
                person.kind(),
                born,
                person.validFrom(),
                person.validUntil(),
                person.agreementAcceptedAt(),
                person.protectedIdentity(),
                person.extendedTime());
    }

    /// A mistyped number may well be that of somebody else.
    private static Person requireName(Person known, Who who) {
        boolean isSame =
                who.name().isBlank()
                        || PersonName.of(who.name()).isSameAs(PersonName.of(known.name()));
        if (!isSame) {
            throw new CandidateRefusedException("candidate.other-name");
        }
        return known;
    }

    private @Nullable Person holder(@Nullable String key) {
        String id = key == null ? null : keys.get(key);
        return id == null ? null : register.people().get(id);
    }

    /// What an import would know the person by for a number.
    private Set<String> keysOf(CandidateNumber number, Sitting sitting) {
        Stream<String> hashes =
                PersonalNumber.read(number.value(), calendar.today())
                                instanceof Reading.Valid(PersonalNumber personal)
                        ? Stream.of(lookup.personalNumber(personal))
                        : Stream.of(
                                lookup.otherNumber(
                                        sitting.university(),
                                        new OtherNumber(number.value(), null)));
        Map<String, String> theirs = new HashMap<>(keys);
        theirs.values().retainAll(Set.of(number.person()));
        return hashes.filter(theirs::containsKey).collect(Collectors.toUnmodifiableSet());
    }

    private String lookup(IdentityNumber number, Sitting sitting) {
        return switch (number) {
            case PersonalNumber personal -> lookup.personalNumber(personal);
            case OtherNumber other -> lookup.otherNumber(sitting.university(), other);
        };
    }

    private @Nullable IdentityNumber number(Who who) {
        if (who.number().isBlank()) {
            return null;
        }
        if (who.isReserve()) {
            return OtherNumber.reserve(who.number())
                    .orElseThrow(() -> new CandidateRefusedException("candidate.reserve"));
        }
        List<IdentityNumber> meanings = IdentityNumber.meanings(who.number(), calendar.today());
        if (meanings.size() > 1) {
            throw new CandidateRefusedException("candidate.century");
        }
        if (!meanings.isEmpty()) {
            return meanings.getFirst();
        }
        throw new CandidateRefusedException(
                PersonalNumber.read(who.number(), calendar.today())
                                instanceof Reading.Invalid(Problem problem)
                        ? key(problem)
                        : "candidate.number");
    }

    private static String key(Problem problem) {
        return switch (problem) {
            case FORM -> "candidate.number";
            case DATE, FUTURE -> "candidate.number-date";
            case CHECK_DIGIT -> "candidate.number-check";
        };
    }
}
