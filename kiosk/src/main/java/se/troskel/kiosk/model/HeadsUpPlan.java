package se.troskel.kiosk.model;

import java.util.List;
import se.troskel.config.Plan;
import se.troskel.config.PlanPoint;

/// The way to a room on a plan that is turned as the person before the terminal stands: up is
/// ahead, right is their right hand. In metres, y down.
///
/// @param walls lines of walls
/// @param way from the person to the room; at least two points
public record HeadsUpPlan(List<List<PlanPoint>> walls, List<PlanPoint> way) {
    public HeadsUpPlan {
        walls = List.copyOf(walls);
        way = List.copyOf(way);
    }

    static HeadsUpPlan of(Plan plan, int facing, Plan.Way way) {
        return new HeadsUpPlan(
                plan.walls().stream().map(wall -> turned(wall, facing)).toList(),
                turned(way.line(), facing));
    }

    private static List<PlanPoint> turned(String line, int facing) {
        double turn = Math.toRadians(facing);
        double along = Math.cos(turn);
        double across = Math.sin(turn);
        return PlanPoint.line(line).stream()
                .map(point ->
                        new PlanPoint(
                                point.x() * along + point.y() * across,
                                point.y() * along - point.x() * across))
                .toList();
    }
}
