package se.troskel.simulation.queue;

import java.time.Duration;

/// A morning before an exam: everybody comes at once, to one terminal and one invigilator.
///
/// @param candidates all of them
/// @param troubled how many of them are in trouble, one of each kind at most
/// @param trouble how long the invigilator is with each of those
/// @param atOnce whether the invigilator sees to trouble as soon as it comes; else when everybody
///   else sits
public record QueueScene(
        int candidates, int troubled, Duration trouble, boolean atOnce, HumanTimes times) {
    public QueueScene {
        if (troubled > Trouble.values().length || troubled > candidates) {
            throw new IllegalArgumentException("there is one of each kind of trouble at most");
        }
    }
}
