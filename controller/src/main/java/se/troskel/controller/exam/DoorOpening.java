package se.troskel.controller.exam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.troskel.controller.register.SeatRight;

/// When the door of a room opens for those with a seat in it, by their own card or ticket.
///
/// @param from first instant
/// @param until exclusive
/// @param candidates how many of each sitting, by its id
public record DoorOpening(
        String room, Instant from, Instant until, Map<String, Integer> candidates) {
    public DoorOpening {
        candidates = Map.copyOf(candidates);
    }

    private record Window(String room, Instant from, Instant until) {}

    /// By room, then by time.
    static List<DoorOpening> of(ExamPlan plan, List<SeatRight> rights) {
        Map<Window, Map<String, Integer>> windows = new LinkedHashMap<>();
        for (SeatRight right : rights) {
            Window window = new Window(right.room(), right.from(), right.until());
            String sitting = plan.registration(right.registration()).orElseThrow().sitting();
            windows.computeIfAbsent(window, _ -> new TreeMap<>()).merge(sitting, 1, Integer::sum);
        }
        List<DoorOpening> openings = new ArrayList<>();
        windows.forEach((window, candidates) ->
                openings.add(new DoorOpening(window.room, window.from, window.until, candidates)));
        openings.sort(
                Comparator.comparing(DoorOpening::room)
                        .thenComparing(DoorOpening::from)
                        .thenComparing(DoorOpening::until));
        return openings;
    }
}
