package se.troskel.controller.journal;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Which local bodies are to become unreadable: those for which everything given holds.
///
/// @param subject only of this person; null for all
/// @param retention only of this class; null for all
/// @param before only of months before this one; null for all
public record Erasure(
        @Nullable String subject, @Nullable RetentionClass retention, @Nullable YearMonth before) {
    /// Everything about a person.
    public static Erasure of(String subject) {
        return new Erasure(subject, null, null);
    }

    /// What has outlived its retention.
    public static Erasure expired(RetentionClass retention, YearMonth before) {
        return new Erasure(null, retention, before);
    }

    /// Whether the key of this subject, class and month is meant.
    public boolean covers(String keySubject, RetentionClass keyRetention, YearMonth keyMonth) {
        return (subject == null || subject.equals(keySubject))
                && (retention == null || retention == keyRetention)
                && (before == null || keyMonth.isBefore(before));
    }

    @Override
    public String toString() {
        return "Erasure[" + retention + ", before " + before + "]";
    }
}
