package se.troskel.controller.exam;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.identity.Identity;
import se.troskel.controller.identity.IdentityNumber;
import se.troskel.controller.identity.PersonName;
import se.troskel.controller.register.CandidateNumber;
import se.troskel.controller.register.Person;

/// What the register says of who a candidate is, as a document is compared with it.
public final class RegisteredIdentity {
    private RegisteredIdentity() {}

    /// The identity.
    ///
    /// @param number null when none is known
    /// @param today in the centre's time zone
    public static Identity of(Person person, @Nullable CandidateNumber number, LocalDate today) {
        IdentityNumber known =
                number == null
                        ? null
                        : IdentityNumber.meanings(number.value(), today).stream()
                                .findFirst()
                                .orElse(null);
        return new Identity(PersonName.of(person.name()), known, person.born(), null);
    }
}
