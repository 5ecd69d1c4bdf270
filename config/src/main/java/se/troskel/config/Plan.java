package se.troskel.config;

import java.util.List;

/// The centre from above, for the way to a room on a terminal's screen. A line is its points `x,y`
/// in metres with a space between them, x to the right and y down on the paper; where zero is does
/// not matter.
///
/// @param walls lines of walls, with gaps where doors and openings are
/// @param terminals the terminals that stand on it; one that is missing says the way in words only
public record Plan(
        @Form(value = Plan.LINE, example = "0,0 12.5,0 12.5,8") List<String> walls,
        List<Terminal> terminals) {
    private static final String POINT = "-?[0-9]{1,3}(?:\\.[0-9])?,-?[0-9]{1,3}(?:\\.[0-9])?";

    /// At least two points and at most forty.
    static final String LINE = "^" + POINT + "(?: " + POINT + "){1,39}$";

    public Plan {
        walls = List.copyOf(walls);
        terminals = List.copyOf(terminals);
    }

    /// A terminal on the plan.
    ///
    /// @param kiosk its device id
    /// @param facing where a person before it looks, in degrees clockwise from up on the paper
    /// @param ways the ways from it; a room without one is told in words only
    public record Terminal(
            @Form(value = Form.ID, example = "kiosk1") String kiosk,
            @Range(min = 0, max = 359) int facing,
            List<Way> ways) {
        public Terminal {
            ways = List.copyOf(ways);
        }
    }

    /// The way from a terminal to a room.
    ///
    /// @param room the room's id
    /// @param line from the terminal to inside the room's door, with at most three bends
    public record Way(
            @Form(value = Form.ID, example = "exam-1") String room,
            @Form(value = Plan.LINE, example = "3,10 3,4 -2,4") String line) {}
}
