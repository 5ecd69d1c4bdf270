package se.troskel.controller.exam;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.ApprovalReason;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.IdentityMatch;
import se.troskel.protocol.decision.InvigilatorTask;
import se.troskel.protocol.exam.ErrandKind;
import se.troskel.protocol.exam.ExamProtocol.PaperStep.PaperStage;

/// Something that happened on an exam day. Holds no name, no number and no text of anybody's.
public sealed interface ExamFact {

    /// About one candidate.
    sealed interface OfCandidate extends ExamFact {
        /// Id of the registration.
        String registration();
    }

    /// About everybody in a sitting, or its papers.
    sealed interface OfSitting extends ExamFact {}

    /// About another note.
    sealed interface OfNote extends ExamFact {
        /// Id of that note.
        UUID note();
    }

    /// Came to a terminal, or was seen by the invigilator, and was told this.
    ///
    /// @param task what the invigilator is asked to do about it
    /// @param document what was shown; null for nothing yet
    /// @param match how it fits the registration; null where nothing was read
    /// @param until with [ExamReason#NO_ID_CAN_FETCH] until when the document may be fetched,
    ///   exclusive; null otherwise
    record Arrived(
            String registration,
            ExamReason reason,
            InvigilatorTask task,
            @Nullable DocumentType document,
            @Nullable IdentityMatch match,
            @Nullable Instant until)
            implements OfCandidate {}

    /// Was let in by an invigilator, who compared the face.
    ///
    /// @param document null for none that the university takes
    /// @param why the reason for an exception; null for none
    /// @param second user of whoever approved it as well; null for nobody
    /// @param lateMinutes whole minutes after the start; 0 in time
    /// @param toCountersign whether an exception was made alone, for somebody to sign later
    record Admitted(
            String registration,
            @Nullable DocumentType document,
            @Nullable IdentityMatch match,
            @Nullable ApprovalReason why,
            @Nullable String second,
            int lateMinutes,
            boolean toCountersign)
            implements OfCandidate {}

    /// The invigilator did not recognise the holder of the document; another may still be shown.
    /// Somebody who was let in stays in until a person sends them out.
    record Rejected(String registration, ApprovalReason why) implements OfCandidate {}

    /// A person has told the candidate that they may not write.
    record Refused(String registration, ExamReason reason) implements OfCandidate {}

    /// Has seen the exam paper, so that nothing may be fetched any more.
    record PaperSeen(String registration) implements OfCandidate {}

    /// Went out and will come back.
    ///
    /// @param back when they came back, for what was noted on paper; null while they are out
    record WentOut(String registration, ErrandKind why, @Nullable Instant back)
            implements OfCandidate {}

    record CameBack(String registration) implements OfCandidate {}

    /// Handed in.
    ///
    /// @param sheets 0 or more
    /// @param blank whether nothing was written
    record HandedIn(String registration, int sheets, boolean blank) implements OfCandidate {
        public HandedIn {
            if (sheets < 0) {
                throw new IllegalArgumentException("sheets are 0 or more");
            }
        }
    }

    /// Something did not go as it should. The words stand in the register under the note's id.
    ///
    /// @param registration whom it is about; null for everybody
    /// @param hash SHA-256 of the words in hex
    record Deviated(@Nullable String registration, String hash) implements OfSitting {}

    /// A step of the paper package.
    ///
    /// @param sheets how many papers were counted; null where they were not
    /// @param seal number of the seal; null for none
    record Papers(PaperStage stage, @Nullable Integer sheets, @Nullable String seal)
            implements OfSitting {}

    /// Nobody can write.
    record Interrupted(InterruptionCause cause) implements OfSitting {}

    /// Everybody can write again.
    record Resumed() implements OfSitting {}

    /// An invigilator stands for the record.
    record Signed() implements OfSitting {}

    /// Somebody who is on no list came to a terminal.
    ///
    /// @param device the terminal
    record CameUnlisted(String device, ExamReason reason) implements ExamFact {}

    /// The invigilator in a room asks for help, silently.
    ///
    /// @param room its id
    record HelpAsked(String room) implements ExamFact {}

    /// Somebody has seen a call for help or somebody unlisted, and sees to it.
    record Seen(UUID note) implements OfNote {}

    /// A second person stands for an exception that was made alone.
    record Countersigned(UUID note) implements OfNote {}

    /// The note was a mistake. Both stay; what it says counts no more.
    record Undone(UUID note) implements OfNote {}

    /// Why nobody can write.
    enum InterruptionCause {
        /// Everybody goes out and has a right to come back.
        ALARM,
        POWER,
        NOISE,
        OTHER
    }
}
