package se.troskel.controller.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.site.Muster.Counted;
import se.troskel.protocol.decision.VisitKind;

/// Visitors without a card since the centre opened, for the muster list: those of one kind who go
/// to one room together, each group by itself. Owned by the loop's thread.
final class Visitors {
    /// Groups beyond this are added to the last one.
    static final int MAX_GROUPS = 200;

    private final List<Counted> counted = new ArrayList<>();

    void came(VisitKind kind, int people, @Nullable String room, Instant at) {
        for (int i = counted.size() - 1; i >= 0; i--) {
            Counted before = counted.get(i);
            if (before.kind() == kind && joins(before, room)) {
                counted.set(
                        i,
                        new Counted(
                                kind,
                                Math.addExact(before.people(), people),
                                before.room(),
                                before.since()));
                return;
            }
        }
        counted.add(new Counted(kind, people, room, at));
    }

    private boolean joins(Counted before, @Nullable String room) {
        return before.kind() == VisitKind.GROUP
                ? counted.size() >= MAX_GROUPS
                : Objects.equals(before.room(), room);
    }

    List<Counted> all() {
        return counted;
    }

    void clear() {
        counted.clear();
    }
}
