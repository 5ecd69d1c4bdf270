package se.troskel.controller.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the pages show of exams. Thread-safe; does not block.
public interface ExamDesk {
    /// The sittings of today and later, in order of start.
    List<SittingLine> coming();

    /// A sitting, without anything about a single candidate.
    ///
    /// @param exam code of the exam within the course; null for none
    /// @param rooms names of the rooms in which candidates are to write
    /// @param candidates how many are to write here
    /// @param withoutSeat how many of them have no seat's number yet
    /// @param cancelled how many are not to write after all
    /// @param isConfirmed whether somebody at the university stands for the rules behind the times;
    ///   where nobody does, the invigilator decides about who is late
    record SittingLine(
            String id,
            String university,
            String course,
            @Nullable String exam,
            List<String> rooms,
            int candidates,
            int withoutSeat,
            int cancelled,
            Times times,
            boolean isConfirmed) {
        public SittingLine {
            rooms = List.copyOf(rooms);
        }
    }

    /// When what happens.
    ///
    /// @param homeStart when it starts at the university
    /// @param end without anybody's extended time
    /// @param lastEnd of whoever has most time
    record Times(
            Instant admissionOpens,
            Instant doorCloses,
            Instant lastEntry,
            Instant start,
            Instant homeStart,
            Instant end,
            Instant lastEnd) {}
}
