package se.troskel.controller.exam;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.ExamReason;

/// Something that will be in somebody's way on the exam day, found before it.
///
/// @param sitting null where it is about several, or about somebody whose course may stand nowhere
/// @param room null where it is not about a room
/// @param reason what the candidates would be told; null where it is not about that
/// @param registrations whom it is about; empty where it is about the sitting itself
public record Snag(
        Kind kind,
        @Nullable String sitting,
        @Nullable String room,
        @Nullable ExamReason reason,
        List<String> registrations) {
    public Snag {
        registrations = List.copyOf(registrations);
    }

    /// What it is, the worst first.
    public enum Kind {
        /// No list of the sitting has come.
        LIST_MISSING(true, true),
        /// The university has taken it back.
        LIST_WITHDRAWN(true, true),
        /// Would not be let in though they come in time with their document.
        REFUSED(true, false),
        /// Two exams of one person overlap and are not at one hour in one seat.
        TWO_EXAMS_APART(true, true),
        /// Two people have one seat at one time.
        SEAT_TAKEN(true, false),
        /// No room is given: no door opens for them.
        NO_ROOM(true, false),
        /// The room is none of this centre's.
        UNKNOWN_ROOM(true, false),
        /// More have seats in the room at one time than may be in it.
        ROOM_OVER_MAX(true, false),
        /// Two papers at once with extended time, which the university does not allow.
        DOUBLE_EXTENDED(true, true),
        /// Has a right to a small room and a seat in another.
        NOT_IN_SMALL_ROOM(true, false),
        /// Neither a number that documents show nor a date of birth is registered.
        DOCUMENT_NEVER_FITS(true, true),
        /// In time with their document, and yet the invigilator would have to decide.
        INVIGILATOR_DECIDES(false, false),
        /// Not to write after all.
        CANCELLED(false, false),
        /// To write at another centre.
        OTHER_CENTRE(false, false),
        /// The invigilator shows them a seat.
        NO_SEAT_NUMBER(false, false),
        /// Only date of birth and name can be compared: no number is registered.
        NO_NUMBER(false, false),
        /// The same, since no document shows a number of this kind.
        NUMBER_ON_NO_DOCUMENT(false, false),
        /// The fee is not paid, which refuses nobody.
        FEE_DUE(false, false);

        private final boolean first;
        private final boolean ofUniversity;

        Kind(boolean first, boolean ofUniversity) {
            this.first = first;
            this.ofUniversity = ofUniversity;
        }

        /// Whether it has to be settled before the day; the others are good to know.
        public boolean isFirst() {
            return first;
        }

        /// Whether the university is to be asked.
        public boolean isOfUniversity() {
            return ofUniversity;
        }
    }
}
