package se.troskel.controller.site;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.VisitKind;

/// Who is inside, as far as anybody can know: those who checked in and did not check out. Holds no
/// name; never leaves the centre.
///
/// @param known recognised people, the earliest first
/// @param counted visitors without a card since the centre opened, the earliest first; nobody hears
///   them leave
public record Muster(List<Known> known, List<Counted> counted) {
    /// Nobody is known to be inside.
    public static final Muster NOBODY = new Muster(List.of(), List.of());

    public Muster {
        known = List.copyOf(known);
        counted = List.copyOf(counted);
    }

    /// A recognised person.
    ///
    /// @param person id in the register
    /// @param room id of the room they were sent to; null for no room in particular
    public record Known(String person, @Nullable String room, Instant since, VisitKind kind) {}

    /// Visitors of one kind; each group by itself.
    ///
    /// @param people 1 or more
    /// @param room id of the room they were sent to; null for no room in particular
    /// @param since when the first of them came
    public record Counted(VisitKind kind, int people, @Nullable String room, Instant since) {}
}
