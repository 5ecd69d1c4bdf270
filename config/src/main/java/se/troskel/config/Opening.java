package se.troskel.config;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.OpeningMode;

/// When the centre is open and whether somebody is at the desk.
///
/// @param week the weekly periods; those of one day do not overlap
/// @param closed days on which the centre is closed whatever the week says, in order
/// @param holidays the public holidays that are followed beside `closed`, which wins; null for none
public record Opening(List<Period> week, List<ClosedDays> closed, @Nullable Holidays holidays) {
    public Opening {
        week = List.copyOf(week);
        closed = List.copyOf(closed);
    }

    /// A weekly period, local time.
    ///
    /// @param days the days of the week
    /// @param from first minute
    /// @param until after `from`, or "00:00" for midnight at the end of the day
    /// @param mode [OpeningMode#STAFFED] or [OpeningMode#UNSTAFFED]
    public record Period(Set<DayOfWeek> days, LocalTime from, LocalTime until, OpeningMode mode) {
        public Period {
            days = Set.copyOf(days);
        }
    }

    /// A closed day or a run of them.
    ///
    /// @param first the closed day, or the first of them
    /// @param last the last closed day; null for a single day
    /// @param name why, as visitors read it
    public record ClosedDays(LocalDate first, @Nullable LocalDate last, String name) {}
}
