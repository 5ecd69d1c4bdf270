package se.troskel.controller.register;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// A written exam of one university at this centre.
///
/// @param university code, as its rules are known by
/// @param course as the university writes it; shown to its candidates, never outside the centre
/// @param start on the centre's wall clock
/// @param writingMinutes without anybody's extended time
/// @param homeStart when it starts at the university, where that is another time; null for the same
/// @param list what is known of who may write
public record Sitting(
        String id,
        String university,
        String course,
        LocalDate day,
        LocalTime start,
        int writingMinutes,
        @Nullable LocalTime homeStart,
        ListState list) {
    /// What is known of who may write.
    public enum ListState {
        READY,
        /// None has come: the paper list decides.
        MISSING,
        /// The university has taken it back.
        WITHDRAWN
    }
}
