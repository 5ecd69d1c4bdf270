package se.troskel.controller.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.troskel.controller.commissioning.CommissioningReport;
import se.troskel.controller.commissioning.CommissioningText;
import se.troskel.controller.commissioning.CommissioningText.UnreadableCommissioningException;
import se.troskel.controller.commissioning.Outcome;
import se.troskel.controller.seal.SealCheck;
import se.troskel.controller.seal.SealCheck.About;
import se.troskel.controller.seal.SealedText;

/// `commissioning verify`: whether reports of commissionings are as they were signed. Needs no
/// running centre.
@Command(
        name = "commissioning",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "verify",
        description = "Checks signed reports of commissionings.")
public final class CommissioningCommand {
    @Spec private CommandSpec spec = CommandSpec.create();

    private CommissioningCommand() {}

    static CommandLine commandLine() {
        return new CommandLine(new CommissioningCommand());
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Tells whether each report is as it was signed, every byte of it.",
                "Exit status 0 only when all are."
            })
    int verify(
            @Parameters(paramLabel = "FILE", arity = "1..*", description = "report-….jsonl")
                    List<Path> files,
            @Option(
                            names = "--trust",
                            paramLabel = "DIR",
                            description =
                                    "a folder with a folder trust/ of the keys that you trust;"
                                            + " each report must then be its centre's")
                    @Nullable Path trust,
            @Option(names = "--json", description = "print the result line as JSON") boolean json) {
        return new SealCheck("commissioning", CommissioningCommand::about)
                .check(files, trust, spec.commandLine().getOut(), json);
    }

    private static Optional<About> about(SealedText sealed) {
        try {
            CommissioningReport report = CommissioningText.report(sealed.text());
            return Optional.of(
                    new About(
                            report.head().centre(),
                            report.head().at(),
                            report.count(Outcome.PASSED)
                                    + " of "
                                    + report.lines().size()
                                    + " steps passed"));
        } catch (UnreadableCommissioningException e) {
            return Optional.empty();
        }
    }
}
