package se.troskel.protocol.exam;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.IdentityMatch;

/// One candidate in an [ExamProtocol].
///
/// @param reference by which the university knows them: an anonymity code, a number, or with a
///   protected identity the booking's; as the university asks
/// @param reason why they were not let in, or what the terminal told them; null for those who were
///   let in and for those who never came
/// @param refused who told them that they may not write, and when; null for all others
/// @param place null for those who got none
/// @param identity null where nothing was shown
/// @param arrived at the terminal or the door; null for those who never came
/// @param admitted null for those who were not let in
/// @param lateMinutes whole minutes after the start, 0 in time
/// @param end until when they could write, with extended time and interruptions; null for those who
///   did not write
/// @param out when they were out, in order
/// @param handIn null for those who did not hand in
public record ExamCandidate(
        String reference,
        Outcome outcome,
        @Nullable ExamReason reason,
        @Nullable Noted refused,
        @Nullable Place place,
        @Nullable Identity identity,
        @Nullable Instant arrived,
        @Nullable Instant admitted,
        int lateMinutes,
        @Nullable Instant end,
        List<Out> out,
        @Nullable HandIn handIn) {
    public ExamCandidate {
        out = List.copyOf(out);
        if (lateMinutes < 0) {
            throw new IllegalArgumentException("late minutes are 0 or more");
        }
        if ((outcome == Outcome.WROTE) != (admitted != null)) {
            throw new IllegalArgumentException("those who wrote, and only they, were admitted");
        }
        if ((outcome == Outcome.REFUSED) != (refused != null)) {
            throw new IllegalArgumentException("a person refuses, and only those who are refused");
        }
        if (outcome == Outcome.ABSENT && arrived != null) {
            throw new IllegalArgumentException("an absent candidate did not arrive");
        }
        if (admitted == null && (handIn != null || !out.isEmpty())) {
            throw new IllegalArgumentException("only those who wrote go out or hand in");
        }
    }

    /// What became of them. A blank paper counts as written (DOMAIN 4.4).
    public enum Outcome {
        WROTE,
        /// Came, and a person told them that they may not write (DOMAIN L22).
        REFUSED,
        /// Came, and was neither let in nor refused by a person.
        NOT_LET_IN,
        ABSENT
    }

    /// Where they sat.
    public record Place(String room, String seat) {}

    /// What they showed; its number is kept nowhere.
    ///
    /// @param match null where nobody compared by machine
    /// @param approved who compared the face, and when
    public record Identity(DocumentType type, @Nullable IdentityMatch match, Noted approved) {}

    /// Out of the room for a while.
    ///
    /// @param back null for those who did not come back
    public record Out(ErrandKind why, Instant from, @Nullable Instant back) {
        public Out {
            if (back != null && back.isBefore(from)) {
                throw new IllegalArgumentException("nobody is back before going out");
            }
        }
    }

    /// What they handed in.
    ///
    /// @param sheets 0 or more
    /// @param blank whether nothing was written
    public record HandIn(Noted noted, int sheets, boolean blank) {
        public HandIn {
            if (sheets < 0) {
                throw new IllegalArgumentException("sheets are 0 or more");
            }
        }
    }
}
