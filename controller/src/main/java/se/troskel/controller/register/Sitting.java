package se.troskel.controller.register;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A written exam of one university at this centre.
///
/// @param university code, as its rules are known by
/// @param course as the university writes it; shown to its candidates, never outside the centre
/// @param exam code of the exam within the course; null where the university has none
/// @param start on the centre's wall clock
/// @param writingMinutes without anybody's extended time
/// @param homeStart when it starts at the university, where that is another time; null for the same
/// @param list what is known of who may write
public record Sitting(
        String id,
        String university,
        String course,
        @Nullable String exam,
        LocalDate day,
        LocalTime start,
        int writingMinutes,
        @Nullable LocalTime homeStart,
        ListState list) {
    /// A sitting of a course that has one exam.
    public Sitting(
            String id,
            String university,
            String course,
            LocalDate day,
            LocalTime start,
            int writingMinutes,
            @Nullable LocalTime homeStart,
            ListState list) {
        this(id, university, course, null, day, start, writingMinutes, homeStart, list);
    }

    /// Whether both are the same exam on the same day, whatever else is said of it.
    public boolean isSameAs(Sitting other) {
        return university.equals(other.university)
                && course.equals(other.course)
                && Objects.equals(exam, other.exam)
                && day.equals(other.day);
    }

    /// What is known of who may write.
    public enum ListState {
        READY,
        /// None has come: the paper list decides.
        MISSING,
        /// The university has taken it back.
        WITHDRAWN
    }
}
