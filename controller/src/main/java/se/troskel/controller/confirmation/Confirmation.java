package se.troskel.controller.confirmation;

import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.config.ExamRules.LateMode;
import se.troskel.protocol.decision.DocumentType;

/// Everything that a candidate is told before an exam. Nothing in it says whether they have a right
/// to more time or a small room (DOMAIN L7).
public record Confirmation(
        Addressee to, Exam exam, Times times, Place place, Documents documents, Ticket ticket) {
    /// Without what it says of anybody.
    @Override
    public String toString() {
        return "Confirmation[" + to.registration + "]";
    }

    /// Whom it is for.
    ///
    /// @param registration id
    /// @param name null with a protected identity (DOMAIN L5)
    /// @param mark by which staff tells the sheets apart; says nothing to others
    /// @param email address; null where none is known
    public record Addressee(
            String registration, @Nullable String name, String mark, @Nullable String email) {
        @Override
        public String toString() {
            return "Addressee[" + registration + "]";
        }
    }

    /// What is written.
    ///
    /// @param university its name
    /// @param course with the exam's code; null with a protected identity
    public record Exam(String university, @Nullable String course) {}

    /// When, on the centre's clock.
    ///
    /// @param end of this candidate's writing
    /// @param late null where nobody at the university stands for what happens to whoever is late
    public record Times(
            ZonedDateTime opens,
            ZonedDateTime doorCloses,
            ZonedDateTime start,
            ZonedDateTime end,
            @Nullable Late late) {}

    /// What happens to whoever is late.
    ///
    /// @param lastEntry the last minute in which anybody is let in
    public record Late(LateMode mode, ZonedDateTime lastEntry) {}

    /// Where.
    ///
    /// @param phone null for none
    public record Place(String name, String address, @Nullable String phone) {}

    /// Identity documents by the university's confirmed rules; what is in neither list is to be
    /// asked about.
    ///
    /// @param accepted empty where nothing is confirmed
    public record Documents(List<DocumentType> accepted, List<DocumentType> rejected) {
        public Documents {
            accepted = List.copyOf(accepted);
            rejected = List.copyOf(rejected);
        }
    }

    /// The way in.
    ///
    /// @param text of the QR code
    /// @param shortCode as printed
    public record Ticket(String text, String shortCode) {
        @Override
        public String toString() {
            return "Ticket";
        }
    }
}
