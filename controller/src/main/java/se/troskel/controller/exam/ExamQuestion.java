package se.troskel.controller.exam;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is asked at a terminal on an exam day.
public sealed interface ExamQuestion {
    /// Somebody comes, and says who by ticket, card, code or number.
    ///
    /// @param persons ids of everybody whom that may be; empty for nobody who is known
    /// @param sitting the sitting that the candidate chose; null for none
    record Arrival(Set<String> persons, @Nullable String sitting, Shown shown)
            implements ExamQuestion {
        public Arrival {
            persons = Set.copyOf(persons);
        }
    }

    /// A reader or the terminal itself does not work.
    record Fault() implements ExamQuestion {}

    /// Somebody went away, or let the time pass.
    record Abandoned() implements ExamQuestion {}
}
