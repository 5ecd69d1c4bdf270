package se.troskel.controller.exam;

import java.util.List;
import java.util.Map;
import java.util.Set;
import se.troskel.config.Room;

/// Everything a decision of the exam day may look at: immutable. All of it is the centre's own, so
/// a broken network changes nothing.
///
/// @param plan of any days; today's sittings are looked at
/// @param rooms of the centre
/// @param candidates how far they have come, by registration; absent means [Candidate#EXPECTED]
/// @param interruptions of any sittings
/// @param protectedPersons ids of those whose name and course are shown nowhere
/// @param counted people by room where every head is counted; only these make a room full
/// @param estimated people by room as far as sensors tell; they only warn
/// @param centres names of other centres by code and language
/// @param connected whether the region hears us
/// @param clockTrusted whether the wall clock can be believed
/// @param evacuate whether fire is latched
public record ExamSnapshot(
        ExamPlan plan,
        List<Room> rooms,
        Map<String, Candidate> candidates,
        List<Interruption> interruptions,
        Set<String> protectedPersons,
        Map<String, Integer> counted,
        Map<String, Integer> estimated,
        Map<String, Map<String, String>> centres,
        boolean connected,
        boolean clockTrusted,
        boolean evacuate) {
    public ExamSnapshot {
        rooms = List.copyOf(rooms);
        candidates = Map.copyOf(candidates);
        interruptions = List.copyOf(interruptions);
        protectedPersons = Set.copyOf(protectedPersons);
        counted = Map.copyOf(counted);
        estimated = Map.copyOf(estimated);
        centres = Map.copyOf(centres);
    }

    Candidate candidate(String registration) {
        return candidates.getOrDefault(registration, Candidate.EXPECTED);
    }
}
