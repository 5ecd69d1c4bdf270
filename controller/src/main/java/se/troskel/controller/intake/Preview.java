package se.troskel.controller.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.register.ParkedRow;
import se.troskel.controller.register.RegisterEdit;

/// What an import would do; nothing is done until [#edit()] is made.
///
/// @param edit takes the good rows and parks the bad ones
/// @param added how many people, bookings or rooms are new
/// @param changed how many are there with something else
/// @param unchanged how many are there just so
/// @param gone how many are on the list no more; 0 for lists that remove nobody
/// @param bad rows that cannot be taken; their problem is the name of a [RowProblem]
/// @param cards how the card numbers were understood; null when there are none
public record Preview(
        RegisterEdit edit,
        int added,
        int changed,
        int unchanged,
        int gone,
        List<ParkedRow> bad,
        String charset,
        char separator,
        @Nullable CardColumn cards) {
    public Preview {
        bad = List.copyOf(bad);
    }

    /// Counts what rows do.
    static final class Tally {
        private int added;
        private int changed;
        private int unchanged;
        private int gone;

        void count(@Nullable Object before, Object after) {
            if (before == null) {
                added++;
            } else if (before.equals(after)) {
                unchanged++;
            } else {
                changed++;
            }
        }

        void countGone() {
            gone++;
        }

        Preview preview(RegisterEdit edit, IntakeTable file, @Nullable CardColumn cards) {
            return new Preview(
                    edit,
                    added,
                    changed,
                    unchanged,
                    gone,
                    file.parked(),
                    file.table().charset(),
                    file.table().separator(),
                    cards);
        }
    }
}
