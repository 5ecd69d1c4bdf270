package se.troskel.controller.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.confirmation.Confirmation;
import se.troskel.controller.mail.MailFate;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.staff.Done;

/// What candidates are told before their exams. Thread-safe.
public interface ConfirmationDesk {
    /// The sittings of today and later that have a list, in order of start. Does not block.
    List<Told> sittings();

    /// The confirmations of a sitting, with a ticket for each candidate: one and the same, however
    /// often this is done. Recorded first. Blocks on disk.
    ///
    /// @return empty when the sitting has gone, or nothing could be recorded
    Optional<List<Confirmation>> make(StaffAccount by, String sitting);

    /// Whether this centre mails confirmations itself.
    boolean isMailing();

    /// Makes the confirmations of a sitting and mails them, in the background, to candidates with
    /// an address. Recorded first. Blocks on disk.
    Done send(StaffAccount by, String sitting, Whom whom);

    /// Who gets a mail.
    ///
    /// @param registration of one candidate; null for all of the sitting
    /// @param again whether also those whose mail was sent before
    record Whom(@Nullable String registration, boolean again) {}

    /// A sitting.
    ///
    /// @param id of the sitting
    /// @param what university, course and exam
    /// @param candidates by name or mark
    record Told(String id, String what, Instant start, List<Line> candidates) {
        public Told {
            candidates = List.copyOf(candidates);
        }

        public long known() {
            return candidates.stream().filter(Line::hasEmail).count();
        }

        public long unsent() {
            return candidates.stream().filter(Line::isUnsent).count();
        }

        /// How many have this fate.
        public long of(MailFate fate) {
            return candidates.stream().filter(line -> line.mail() == fate).count();
        }

        public long failed() {
            return candidates.stream()
                    .filter(line -> line.mail() != null && line.mail().isFailure())
                    .count();
        }
    }

    /// A candidate.
    ///
    /// @param registration id
    /// @param name null with a protected identity
    /// @param mark that stands on the sheet
    /// @param hasTicket whether the confirmation was made already
    /// @param hasEmail whether an address is known
    /// @param mail what has become of it; null when nothing was sent yet
    record Line(
            String registration,
            @Nullable String name,
            String mark,
            boolean hasTicket,
            boolean hasEmail,
            @Nullable MailFate mail) {
        /// Whether there is an address, and the mail is neither sent nor on its way.
        public boolean isUnsent() {
            return hasEmail && (mail == null || mail.isFailure());
        }

        /// Without the name.
        @Override
        public String toString() {
            return "Line[" + mark + "]";
        }
    }
}
