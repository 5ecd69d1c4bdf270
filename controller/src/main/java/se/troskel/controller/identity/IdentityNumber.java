package se.troskel.controller.identity;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A number by which a university or an authority knows somebody (DOMAIN 3.1). Its text stands in
/// [#value()] only, never in `toString`.
public sealed interface IdentityNumber permits PersonalNumber, OtherNumber {
    /// The number in its one form.
    String value();

    /// Date of birth, where the number holds it.
    @Nullable LocalDate born();

    /// What a text on a list may stand for: nothing, one number, or two people of which one is a
    /// hundred years older (`0001042399` without a sign). Where there are two, whoever typed it is
    /// asked for twelve digits; nobody guesses.
    ///
    /// @param today in the centre's time zone
    static List<IdentityNumber> meanings(String text, LocalDate today) {
        List<PersonalNumber> numbers = PersonalNumber.meanings(text, today);
        return numbers.isEmpty()
                ? OtherNumber.ofOtherEducation(text)
                        .<List<IdentityNumber>>map(List::of)
                        .orElse(List.of())
                : List.copyOf(numbers);
    }
}
