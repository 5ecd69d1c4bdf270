package se.troskel.config;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.troskel.config.Problem.Severity;
import se.troskel.config.Reading.Usable;
import se.troskel.protocol.json.Json;

/// `troskel config check DIR`: prints every problem of a configuration, then one line with the
/// result; exit status 0 only when it can be used.
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Checks a centre's configuration before it is used.")
public final class ConfigCommand {
    private final PrintWriter out;

    /// @param out where the problems and the result are printed; the caller flushes it
    public ConfigCommand(PrintWriter out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        var out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        int status =
                new CommandLine(new ConfigCommand(out))
                        .setCommandName("troskel config")
                        .execute(arguments);
        out.flush();
        System.exit(status);
    }

    @Command(description = "Prints all problems at once, each with its place and how to mend it.")
    int check(
            @Parameters(paramLabel = "DIR", description = "the folder that holds centre.yaml")
                    Path directory,
            @Option(names = "--json", description = "print one JSON object instead") boolean json) {
        Reading reading = new CentreLoader().load(directory);
        Map<String, Object> result = result(reading);
        if (json) {
            result.put("found", reading.problems());
            out.println(Json.text(Map.of("config", result)));
        } else {
            reading.problems().forEach(out::println);
            out.println(
                    result.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining(" ", "config: ", "")));
        }
        return reading instanceof Usable ? 0 : 1;
    }

    private static Map<String, Object> result(Reading reading) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("problems", count(reading, Severity.ERROR));
        result.put("warnings", count(reading, Severity.WARNING));
        if (reading instanceof Usable(CentreConfig config, _)) {
            result.put("centre", config.centre().code());
            result.put("rooms", config.rooms().size());
            result.put("doors", config.doors().size());
            result.put("devices", config.devices().size());
            result.put("fingerprint", ConfigFingerprint.of(config));
        }
        return result;
    }

    private static long count(Reading reading, Severity severity) {
        return reading.problems().stream().filter(p -> p.severity() == severity).count();
    }
}
