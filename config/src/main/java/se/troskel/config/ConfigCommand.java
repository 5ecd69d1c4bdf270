package se.troskel.config;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
            @Option(
                            names = "--shared",
                            paramLabel = "DIR",
                            description = "a folder whose universities/*.yaml add to the centre's")
                    @Nullable List<Path> shared,
            @Option(names = "--json", description = "print one JSON object instead") boolean json) {
        Reading reading = new CentreLoader().load(directory);
        TrustReading trust = new TrustLoader().load(directory);
        ExamRulesReading rules = examRules(directory, shared);
        List<Problem> problems =
                Stream.of(reading.problems(), trust.problems(), rules.problems())
                        .flatMap(List::stream)
                        .toList();
        Map<String, Object> result = result(reading, trust.trust(), problems);
        if (reading instanceof Usable(CentreConfig config, _)) {
            result.put("fingerprint", ConfigFingerprint.of(config, rules.rulebook()));
            result.put("universities", rules.rulebook().universities().size());
        }
        if (json) {
            result.put("found", problems);
            result.put("trust", trust.trust().centres());
            out.println(Json.text(Map.of("config", result)));
        } else {
            problems.forEach(out::println);
            trust.trust().keys().stream().map(ConfigCommand::words).forEach(out::println);
            rules.rulebook().universities().stream()
                    .map(rulesOf -> words(rules.rulebook().policy(rulesOf.code())))
                    .forEach(out::println);
            out.println(
                    result.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining(" ", "config: ", "")));
        }
        return problems.stream().anyMatch(p -> p.severity() == Severity.ERROR) ? 1 : 0;
    }

    private static ExamRulesReading examRules(Path directory, @Nullable List<Path> shared) {
        List<Path> others = shared == null ? List.of() : shared;
        return new ExamRulesLoader()
                .load(Stream.concat(Stream.of(directory), others.stream()).toList());
    }

    /// Whose rules, and how many of them somebody may be refused by today.
    private static String words(ExamPolicy policy) {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        long confirmed = policy.all().stream().filter(rule -> rule.isConfirmed(today)).count();
        return "exam rules: %s: %d of %d confirmed; by the others the invigilator decides"
                .formatted(policy.name(), confirmed, policy.all().size());
    }

    private static String words(Trust.Owned owned) {
        TrustedKey key = owned.key();
        return "trusted: %s %s (%s) %s from %s until %s"
                .formatted(
                        key.use(),
                        key.id(),
                        owned.owner().centre(),
                        owned.owner().name().getOrDefault("sv", ""),
                        key.from(),
                        key.until());
    }

    private static Map<String, Object> result(
            Reading reading, Trust trust, List<Problem> problems) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("problems", count(problems, Severity.ERROR));
        result.put("warnings", count(problems, Severity.WARNING));
        if (reading instanceof Usable(CentreConfig config, _)) {
            result.put("centre", config.centre().code());
            result.put("rooms", config.rooms().size());
            result.put("doors", config.doors().size());
            result.put("devices", config.devices().size());
            result.put("trusted", trust.keys().size());
        }
        return result;
    }

    private static long count(List<Problem> problems, Severity severity) {
        return problems.stream().filter(p -> p.severity() == severity).count();
    }
}
