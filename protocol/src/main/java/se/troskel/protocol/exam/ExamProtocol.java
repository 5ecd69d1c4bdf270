package se.troskel.protocol.exam;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one university is told of one sitting at one centre (DOMAIN 4.6): who came, what they
/// showed, when they were out and handed in, what went wrong, where the papers were, and who stands
/// for it. Immutable. Holds no document number, no picture and no reason for anybody's
/// accommodation.
///
/// It is never edited: what turns out wrong is said by a further record that names this one in
/// [#adds()].
///
/// @param id of this record
/// @param adds id of the record that this one adds to; null for the first of its sitting
/// @param made when it was made
/// @param candidates in the order of their seats, each reference once
/// @param deviations in the order in which they happened
/// @param papers the chain of the paper package, in the order in which it happened
/// @param interruptions in which nobody could write, in order
/// @param invigilators those who stand for it, one at least
public record ExamProtocol(
        UUID id,
        @Nullable UUID adds,
        Instant made,
        Centre centre,
        Sitting sitting,
        List<ExamCandidate> candidates,
        List<Deviation> deviations,
        List<PaperStep> papers,
        List<Interruption> interruptions,
        List<Invigilator> invigilators) {
    public ExamProtocol {
        candidates = List.copyOf(candidates);
        deviations = List.copyOf(deviations);
        papers = List.copyOf(papers);
        interruptions = List.copyOf(interruptions);
        invigilators = List.copyOf(invigilators);
        if (invigilators.isEmpty()) {
            throw new IllegalArgumentException("an exam record needs an invigilator");
        }
        long references = candidates.stream().map(ExamCandidate::reference).distinct().count();
        if (references != candidates.size()) {
            throw new IllegalArgumentException("a candidate's reference stands there once");
        }
        if (id.equals(adds)) {
            throw new IllegalArgumentException("an exam record does not add to itself");
        }
    }

    /// Where it was written.
    ///
    /// @param code as its record key is known by
    /// @param timeZone in which its people read the clock
    public record Centre(String code, String name, String timeZone) {}

    /// What was written.
    ///
    /// @param university its code
    /// @param start as planned
    /// @param end as planned, without anybody's extended time
    /// @param rooms names, one at least
    public record Sitting(
            String id,
            String university,
            String course,
            Instant start,
            Instant end,
            List<String> rooms) {
        public Sitting {
            rooms = List.copyOf(rooms);
            if (!end.isAfter(start)) {
                throw new IllegalArgumentException("a sitting ends after its start");
            }
        }
    }

    /// Something that did not go as it should.
    ///
    /// @param candidate reference of whom it is about; null for everybody
    /// @param text in the words of whoever wrote it
    public record Deviation(Noted noted, @Nullable String candidate, String text) {}

    /// A step of the paper package.
    ///
    /// @param sheets how many papers were counted; null where they were not
    /// @param seal number of the seal; null for none
    public record PaperStep(
            PaperStage stage, Noted noted, @Nullable Integer sheets, @Nullable String seal) {
        public PaperStep {
            if (sheets != null && sheets < 0) {
                throw new IllegalArgumentException("sheets are 0 or more");
            }
        }

        /// Which step; source: DOMAIN 4.6.
        public enum PaperStage {
            RECEIVED,
            STORED,
            ISSUED,
            IN_ROOM,
            COLLECTED,
            SEALED,
            SCANNED,
            POSTED
        }
    }

    /// Time in which nobody could write.
    ///
    /// @param why in the words of whoever wrote it
    public record Interruption(Instant from, Instant until, String why) {
        public Interruption {
            if (!until.isAfter(from)) {
                throw new IllegalArgumentException("an interruption ends after its beginning");
            }
        }
    }

    /// Who stands for the record.
    ///
    /// @param signed when they said so; null where they have not yet
    public record Invigilator(String name, @Nullable Instant signed) {}
}
