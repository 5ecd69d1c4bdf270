package se.troskel.simulation.day;

import java.util.List;

/// One step of the day.
///
/// @param number from 1
/// @param scene the scene it belongs to
/// @param what what was done
/// @param expected what should be seen, said before
/// @param seen what was seen
/// @param pictures file names under `pictures/`
record Step(
        int number, String scene, String what, String expected, Seen seen, List<String> pictures) {
    Step {
        pictures = List.copyOf(pictures);
    }

    boolean held() {
        return seen.held();
    }
}
