package se.troskel.controller.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.exam.ExamNote;
import se.troskel.controller.exam.Interruption;
import se.troskel.controller.exam.Progress;
import se.troskel.controller.exam.SittingTimes;
import se.troskel.protocol.decision.ExamReason;

/// An exam room now, without anybody's name. Immutable.
///
/// @param sittings that are written in it today, in order of start
/// @param candidates in order of their seats; those without one last, whatever room they will get
/// @param unlisted those on no list who stand at a terminal and whom nobody has seen to
/// @param help the call for help from this room that was made last today; null for none
/// @param helpSeen whether somebody has seen that
/// @param doors ids of the doors into it
/// @param version of the lists behind it; grows
public record ExamRoom(
        String id,
        String name,
        Instant at,
        ZoneId zone,
        List<Written> sittings,
        List<Seated> candidates,
        List<Unlisted> unlisted,
        @Nullable ExamNote help,
        boolean helpSeen,
        List<String> doors,
        long version) {
    public ExamRoom {
        sittings = List.copyOf(sittings);
        candidates = List.copyOf(candidates);
        unlisted = List.copyOf(unlisted);
        doors = List.copyOf(doors);
    }

    /// A sitting in the room.
    ///
    /// @param what university, course and exam
    /// @param earliestLeave before when nobody in it leaves for good
    /// @param end without anybody's extended time, interruptions counted
    /// @param lastEnd of whoever has most time
    /// @param notes that count, about the sitting as a whole
    public record Written(
            String id,
            String what,
            SittingTimes times,
            Instant earliestLeave,
            Instant end,
            Instant lastEnd,
            List<Interruption> interruptions,
            List<ExamNote> notes) {
        public Written {
            interruptions = List.copyOf(interruptions);
            notes = List.copyOf(notes);
        }

        /// Whether nobody can write now.
        public boolean isInterrupted() {
            return interruptions.stream().anyMatch(one -> one.until() == null);
        }
    }

    /// A candidate.
    ///
    /// @param seat as it stands on the desk; null where none is given
    /// @param reference what stands for the candidate where no name may
    /// @param isProtected whether neither name nor course may be shown
    /// @param end of this candidate's writing
    /// @param lines everything noted about them, also what was undone, as it was recorded
    public record Seated(
            String registration,
            String sitting,
            String what,
            @Nullable String seat,
            String reference,
            boolean isProtected,
            Progress progress,
            Instant earliestLeave,
            Instant end,
            List<Line> lines) {
        public Seated {
            lines = List.copyOf(lines);
        }
    }

    /// A line about a candidate.
    ///
    /// @param undone whether it counts no more
    /// @param toCountersign whether it waits for a second person to stand for it
    public record Line(ExamNote note, boolean undone, boolean toCountersign) {}

    /// Somebody on no list.
    ///
    /// @param device name of the terminal
    public record Unlisted(UUID note, String device, ExamReason reason, Instant at) {}

    Optional<Seated> candidate(String registration) {
        return candidates.stream()
                .filter(one -> one.registration().equals(registration))
                .findFirst();
    }

    Optional<Written> sitting(String sitting) {
        return sittings.stream().filter(one -> one.id().equals(sitting)).findFirst();
    }
}
