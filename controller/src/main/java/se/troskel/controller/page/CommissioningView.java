package se.troskel.controller.page;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.commissioning.Attempt;
import se.troskel.controller.commissioning.Commissioning;
import se.troskel.controller.commissioning.CommissioningStep;
import se.troskel.controller.commissioning.Expected;
import se.troskel.controller.commissioning.Outcome;
import se.troskel.controller.commissioning.Proof;
import se.troskel.controller.page.StaffDesk.Board;

/// A commissioning in words.
///
/// @param done how many steps have a result
/// @param step null before the first
/// @param next the step that comes now; null when every one has a result
public record CommissioningView(
        long done, int total, @Nullable Step step, @Nullable Line next, List<Group> groups) {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

    public CommissioningView {
        groups = List.copyOf(groups);
    }

    /// The step that is being done.
    ///
    /// @param number from 1
    /// @param task what to do
    /// @param question what only a person can tell; empty when nothing
    /// @param pulse the key of the button that makes something move; empty when nothing does
    /// @param isAsking whether the question can be answered now
    public record Step(
            int number,
            Line line,
            String task,
            String question,
            List<Awaited> awaited,
            String pulse,
            boolean isAsking,
            boolean ended) {
        public Step {
            awaited = List.copyOf(awaited);
        }
    }

    /// A fact that is waited for.
    ///
    /// @param sign with its time once it came
    public record Awaited(Sign sign) {}

    /// A step in the overview.
    ///
    /// @param place the door or device
    public record Line(String id, String place, String name, Sign outcome, boolean tried) {}

    /// The steps at one door, or the rest of the centre.
    public record Group(String name, List<Line> lines) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    static CommissioningView of(Commissioning commissioning, Board board, Texts texts) {
        var maker = new Maker(commissioning, names(board), ZoneId.of(board.timeZone()), texts);
        var attempt = commissioning.attempt();
        return new CommissioningView(
                commissioning.results().size(),
                commissioning.steps().size(),
                attempt == null ? null : maker.step(attempt),
                commissioning.next().map(maker::line).orElse(null),
                maker.groups());
    }

    private static Map<String, String> names(Board board) {
        var names = new LinkedHashMap<String, String>();
        board.devices().forEach(device -> names.put(device.id(), device.name()));
        board.doors().forEach(door -> names.put("door " + door.door(), door.name()));
        return names;
    }

    /// The sign of an outcome.
    static Sign sign(Outcome outcome, Texts texts) {
        var word = texts.word(outcome);
        return switch (outcome) {
            case PASSED -> Sign.ok(word);
            case FAILED -> Sign.stop(word);
            case SKIPPED -> Sign.act(word);
            case NOT_TRIED -> Sign.unknown(word);
        };
    }

    private record Maker(
            Commissioning commissioning, Map<String, String> names, ZoneId zone, Texts texts) {
        Step step(Attempt attempt) {
            var step = attempt.step();
            var place = place(step);
            return new Step(
                    commissioning.steps().indexOf(step) + 1,
                    line(step),
                    texts.get("commission.do." + step.proof(), place),
                    step.asked() ? texts.get("commission.ask." + step.proof()) : "",
                    awaited(attempt),
                    pulse(step.proof()),
                    step.asked() && attempt.isSensed(),
                    attempt.ended());
        }

        private static String pulse(Proof proof) {
            return switch (proof) {
                case LOCK_MOVES -> "commission.pulse-lock";
                case SOUNDER -> "commission.pulse-sounder";
                case CONTACT,
                        REQUEST_TO_EXIT,
                        EGRESS,
                        POWER_CUT_FAIL_SAFE,
                        POWER_CUT_FAIL_SECURE,
                        POWER_CUT_MOTOR,
                        TAMPER,
                        OTHER_GRANTED,
                        OTHER_ALARM,
                        DOOR_READER,
                        OCCUPANCY,
                        TERMINAL,
                        TERMINAL_READER,
                        TERMINAL_SCANNER,
                        BURGLAR_ALARM,
                        FIRE_ALARM,
                        FIRE_RELEASE,
                        FIRE_RESET ->
                        "";
            };
        }

        private List<Awaited> awaited(Attempt attempt) {
            var awaited = new ArrayList<Awaited>();
            List<Expected> expected = attempt.step().expected();
            for (int i = 0; i < expected.size(); i++) {
                var word = texts.word(expected.get(i).fact());
                awaited.add(
                        new Awaited(
                                attempt.met(i)
                                        .map(came ->
                                                Sign.ok(
                                                        word
                                                                + " "
                                                                + SECONDS.format(
                                                                        came.at().atZone(zone))))
                                        .orElse(Sign.quiet("wait", word))));
            }
            return awaited;
        }

        List<Group> groups() {
            var groups = new LinkedHashMap<String, List<Line>>();
            for (var step : commissioning.steps()) {
                var door = step.door();
                var name =
                        door == null
                                ? texts.get("commission.elsewhere")
                                : names.getOrDefault("door " + door, door);
                groups.computeIfAbsent(name, _ -> new ArrayList<>()).add(line(step));
            }
            return groups.entrySet().stream()
                    .map(group -> new Group(group.getKey(), group.getValue()))
                    .toList();
        }

        Line line(CommissioningStep step) {
            var result = commissioning.result(step.id());
            return new Line(
                    step.id(),
                    place(step),
                    texts.word(step.proof()),
                    sign(result.map(one -> one.outcome()).orElse(Outcome.NOT_TRIED), texts),
                    result.isPresent());
        }

        private String place(CommissioningStep step) {
            var door = step.door();
            var device = step.device();
            return door != null
                    ? names.getOrDefault("door " + door, door)
                    : names.getOrDefault(String.valueOf(device), String.valueOf(device));
        }
    }
}
