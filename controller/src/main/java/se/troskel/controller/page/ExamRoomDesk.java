package se.troskel.controller.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.exam.ApprovalEntry;
import se.troskel.controller.exam.ExamDecision;
import se.troskel.controller.exam.ExamEntry;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.staff.Done;

/// What the invigilator's page asks of the centre. Thread-safe. The doing methods block until the
/// record is committed or refused (at most a few seconds) and never throw for an expected refusal;
/// the others do not block.
public interface ExamRoomDesk {
    /// The rooms in which somebody writes today, by name.
    List<RoomLine> rooms();

    /// A room as it is now; empty when there is none such today.
    Optional<ExamRoom> room(String id);

    /// Who a candidate is, as little as suffices to tell them from their neighbour; empty for a
    /// protected identity and where nobody knows.
    Optional<Who> who(String registration);

    /// What was written about a deviation; empty where it is kept no more.
    Optional<String> words(UUID note);

    /// Calls for help that nobody has seen yet, the oldest first.
    List<Call> calls();

    /// Notes a line.
    ///
    /// @return with the id of the line as its value, once it is noted
    Done note(StaffAccount by, ExamEntry entry);

    /// Writes down a deviation with its words.
    Done deviate(StaffAccount by, Deviation deviation);

    /// Approves or rejects a candidate's identity; the room's door is unlocked for who is let in.
    ///
    /// @return empty when no answer came in time
    Optional<ExamDecision> approve(StaffAccount by, ApprovalEntry entry);

    /// A room with sittings today.
    ///
    /// @param what courses with their universities
    record RoomLine(String id, String name, List<String> what, int candidates) {
        public RoomLine {
            what = List.copyOf(what);
        }
    }

    /// A candidate who was chosen.
    ///
    /// @param name first name and an initial
    /// @param born the year; null when it is not known
    record Who(String name, @Nullable Integer born) {
        /// Without who it is.
        @Override
        public String toString() {
            return "Who";
        }
    }

    /// A call for help.
    ///
    /// @param room id of the room
    record Call(UUID note, String room, String roomName, Instant at) {}

    /// What did not go as it should, in the words of whoever saw it.
    ///
    /// @param registration whom it is about; null for everybody in the sitting
    /// @param happened null for now
    record Deviation(
            String sitting,
            @Nullable String registration,
            String words,
            @Nullable Instant happened) {
        /// Without the words.
        @Override
        public String toString() {
            return "Deviation[" + sitting + "]";
        }
    }
}
