package se.troskel.controller.identity;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.IdentityMatch;

/// What a list or an identity document says of somebody. Immutable; lives no longer than the check,
/// and is stored and sent nowhere.
///
/// @param number null for none, as in most foreign passports
/// @param birthDate null when it is only in the number or not known
/// @param statedSex null when it is only in the number or not known
public record Identity(
        PersonName name,
        @Nullable IdentityNumber number,
        @Nullable LocalDate birthDate,
        @Nullable Sex statedSex) {
    /// Somebody with a Swedish number.
    public static Identity of(PersonName name, IdentityNumber number) {
        return new Identity(name, number, null, null);
    }

    /// The date of birth; null when nothing says it.
    public @Nullable LocalDate born() {
        return number == null || number.born() == null ? birthDate : number.born();
    }

    public Sex sex() {
        if (number instanceof PersonalNumber personal && personal.sex() != Sex.UNSPECIFIED) {
            return personal.sex();
        }
        return statedSex == null ? Sex.UNSPECIFIED : statedSex;
    }

    /// How well a document fits what is registered. The same whichever of the two is asked.
    ///
    /// A name and a date of birth that both contradict nothing never make more than
    /// [IdentityMatch#DOB_NAME] or [IdentityMatch#NUMBER_VARIANT]: thousands share a birthday.
    public IdentityMatch compare(Identity shown) {
        boolean sameName = name.isSameAs(shown.name);
        if (number instanceof PersonalNumber && number.equals(shown.number)) {
            return sameName ? IdentityMatch.EXACT : IdentityMatch.NAME_VARIANT;
        }
        boolean sameBirth = born() != null && Objects.equals(born(), shown.born());
        if (!sameName || !sameBirth || sex().contradicts(shown.sex())) {
            return IdentityMatch.NONE;
        }
        boolean numbersDiffer =
                number != null && shown.number != null && !number.equals(shown.number);
        return numbersDiffer ? IdentityMatch.NUMBER_VARIANT : IdentityMatch.DOB_NAME;
    }

    /// Without name, number, date and sex.
    @Override
    public String toString() {
        return "Identity";
    }
}
