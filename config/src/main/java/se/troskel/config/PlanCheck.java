package se.troskel.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import se.troskel.config.Findings.Complaint;

/// A plan leads from terminals that exist to rooms that exist, simply enough to be remembered, and
/// through no wall.
final class PlanCheck {
    private static final int MOST_BENDS = 3;
    private static final Pattern LINE = Pattern.compile(Plan.LINE);

    private final Findings findings;
    private final Set<String> kiosks;
    private final Set<String> rooms;
    private final List<Segment> walls = new ArrayList<>();

    /// A straight piece of a line.
    private record Segment(PlanPoint from, PlanPoint to) {
        boolean crosses(Segment other) {
            return side(other.from) * side(other.to) < 0 && other.side(from) * other.side(to) < 0;
        }

        /// Positive on one side, negative on the other, 0 on the line.
        private double side(PlanPoint point) {
            return Math.signum(
                    (to.x() - from.x()) * (point.y() - from.y())
                            - (to.y() - from.y()) * (point.x() - from.x()));
        }
    }

    private PlanCheck(Part root, Findings findings) {
        this.findings = findings;
        this.kiosks = ids(root.at("devices"), true);
        this.rooms = ids(root.at("rooms"), false);
        for (Part wall : root.at("plan").at("walls").items()) {
            walls.addAll(segments(points(wall)));
        }
    }

    static void check(Part root, Findings findings) {
        PlanCheck check = new PlanCheck(root, findings);
        Set<String> seen = new HashSet<>();
        for (Part terminal : root.at("plan").at("terminals").items()) {
            check.named(terminal.at("kiosk"), check.kiosks, "terminal", seen);
            check.ways(terminal.at("ways").items());
        }
    }

    private void ways(List<Part> ways) {
        Set<String> seen = new HashSet<>();
        List<PlanPoint> first = List.of();
        for (Part way : ways) {
            named(way.at("room"), rooms, "room", seen);
            List<PlanPoint> points = points(way.at("line"));
            if (points.isEmpty()) {
                continue;
            }
            first = first.isEmpty() ? points : first;
            line(way.at("line"), points, first.getFirst());
        }
    }

    private void line(Part line, List<PlanPoint> points, PlanPoint terminal) {
        if (points.size() - 2 > MOST_BENDS) {
            complain(line, "more than three bends", "leave out what a person walks anyway");
        }
        if (!points.getFirst().equals(terminal)) {
            complain(
                    line,
                    "begins elsewhere than this terminal's first way",
                    "begin every way of a terminal where a person before it stands");
        }
        boolean throughWall =
                segments(points).stream()
                        .anyMatch(piece -> walls.stream().anyMatch(piece::crosses));
        if (throughWall) {
            complain(line, "goes through a wall", "leave a gap in the wall where the door is");
        }
    }

    private void named(Part reference, Set<String> known, String what, Set<String> seen) {
        String id = reference.text();
        if (id.isEmpty() || findings.isWrong(reference.pointer())) {
            return;
        }
        if (!known.contains(id)) {
            String mend =
                    NearestWord.of(id, known)
                            .map(near -> "did you mean " + near + "?")
                            .orElse("describe it first, or take it out");
            complain(reference, "there is no such " + what, mend);
        } else if (!seen.add(id)) {
            complain(reference, "this " + what + " stands here twice", "keep one of them");
        }
    }

    private void complain(Part part, String what, String mend) {
        findings.error(part.pointer(), new Complaint(part.text(), what, mend));
    }

    private static List<PlanPoint> points(Part line) {
        return LINE.matcher(line.text()).matches() ? PlanPoint.line(line.text()) : List.of();
    }

    private static List<Segment> segments(List<PlanPoint> points) {
        List<Segment> segments = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            segments.add(new Segment(points.get(i - 1), points.get(i)));
        }
        return segments;
    }

    private static Set<String> ids(Part list, boolean onlyKiosks) {
        Set<String> ids = new HashSet<>();
        for (Part item : list.items()) {
            if (!onlyKiosks || item.is("kind", "KIOSK")) {
                ids.add(item.text("id"));
            }
        }
        return ids;
    }
}
