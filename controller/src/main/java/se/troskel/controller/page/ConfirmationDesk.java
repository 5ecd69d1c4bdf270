package se.troskel.controller.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.confirmation.Confirmation;
import se.troskel.controller.register.StaffAccount;

/// What candidates are told before their exams. Thread-safe.
public interface ConfirmationDesk {
    /// The sittings of today and later that have a list, in order of start. Does not block.
    List<Told> sittings();

    /// The confirmations of a sitting, with a ticket for each candidate: one and the same, however
    /// often this is done. Recorded first. Blocks on disk.
    ///
    /// @return empty when the sitting has gone, or nothing could be recorded
    Optional<List<Confirmation>> make(StaffAccount by, String sitting);

    /// A sitting.
    ///
    /// @param id of the sitting
    /// @param what university, course and exam
    /// @param candidates by name or mark
    record Told(String id, String what, Instant start, List<Line> candidates) {
        public Told {
            candidates = List.copyOf(candidates);
        }
    }

    /// A candidate.
    ///
    /// @param name null with a protected identity
    /// @param mark that stands on the sheet
    /// @param hasTicket whether the confirmation was made already
    /// @param hasEmail whether an address is known
    record Line(@Nullable String name, String mark, boolean hasTicket, boolean hasEmail) {
        /// Without the name.
        @Override
        public String toString() {
            return "Line[" + mark + "]";
        }
    }
}
