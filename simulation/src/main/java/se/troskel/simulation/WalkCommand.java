package se.troskel.simulation;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.troskel.protocol.json.Json;
import se.troskel.simulation.walk.DoorLogic;
import se.troskel.simulation.walk.DoorWalk;
import se.troskel.simulation.walk.WalkedDoor;

/// `troskel walk doors`: walks every state that a door can reach and prints what was found; exit
/// status 0 only when every invariant held in every step.
@Command(
        name = "walk",
        mixinStandardHelpOptions = true,
        description = "Walks through every reachable state and checks the invariants.")
public final class WalkCommand {
    private final PrintWriter out;

    /// @param out where the result is printed; the caller flushes it
    public WalkCommand(PrintWriter out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        var out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        int status =
                new CommandLine(new WalkCommand(out))
                        .setCommandName("troskel walk")
                        .execute(arguments);
        out.flush();
        System.exit(status);
    }

    @Command(description = "Every state of a door, every input, at every deadline.")
    int doors(
            @Option(names = "--json", description = "print one JSON object instead") boolean json) {
        Map<WalkedDoor, DoorWalk.Result> walked =
                Arrays.stream(WalkedDoor.values())
                        .parallel()
                        .collect(Collectors.toConcurrentMap(door -> door, WalkCommand::walk));
        long states = sum(walked, DoorWalk.Result::states);
        long transitions = sum(walked, DoorWalk.Result::transitions);
        long violations = sum(walked, DoorWalk.Result::violated);
        List<String> told = new ArrayList<>();
        walked.forEach((door, result) ->
                result.violations().forEach(violation -> told.add(door + " " + violation)));
        if (json) {
            out.println(
                    Json.text(
                            Map.of(
                                    "doors",
                                    Map.of(
                                            "states", states,
                                            "transitions", transitions,
                                            "violations", violations,
                                            "found", told))));
        } else {
            told.forEach(out::println);
            out.println(
                    "doors: states="
                            + states
                            + " transitions="
                            + transitions
                            + " violations="
                            + violations);
        }
        return violations == 0 ? 0 : 1;
    }

    private static DoorWalk.Result walk(WalkedDoor walked) {
        return new DoorWalk(walked.door(), DoorLogic.of(walked.door()))
                .walk(DoorWalk.Until.CLOSURE, (_, _, _, _) -> {});
    }

    private static long sum(
            Map<WalkedDoor, DoorWalk.Result> walked, ToLongFunction<DoorWalk.Result> figure) {
        return walked.values().stream().mapToLong(figure).sum();
    }
}
