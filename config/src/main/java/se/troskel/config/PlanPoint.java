package se.troskel.config;

import java.util.Arrays;
import java.util.List;

/// A point of a [Plan] in metres, x to the right and y down.
public record PlanPoint(double x, double y) {

    /// The points of a line as it is written in a configuration.
    ///
    /// @throws NumberFormatException or another [RuntimeException] for a text that is no line: the
    ///   loader lets none through
    public static List<PlanPoint> line(String text) {
        return Arrays.stream(text.split(" ", -1)).map(PlanPoint::of).toList();
    }

    private static PlanPoint of(String text) {
        int comma = text.indexOf(',');
        return new PlanPoint(
                Double.parseDouble(text.substring(0, comma)),
                Double.parseDouble(text.substring(comma + 1)));
    }
}
