package se.troskel.config;

import java.time.LocalDate;

/// One rule with everything that stands behind it.
///
/// @param value what it says
/// @param source where it comes from
/// @param scope whose it is
/// @param confirmedForDays days for which its confirmation counts
public record Rule<T>(T value, RuleSource source, ExamRules.Scope scope, int confirmedForDays) {
    /// Whether somebody may be refused by this rule: somebody who can answer for it has confirmed
    /// it, not too long ago. By any other rule the invigilator decides.
    ///
    /// @param today in the centre's time zone
    public boolean isConfirmed(LocalDate today) {
        return source.confirmedBy() != null
                && !source.date().isAfter(today)
                && !today.isAfter(source.date().plusDays(confirmedForDays));
    }
}
