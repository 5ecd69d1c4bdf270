package se.troskel.controller.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Accounts for every byte of one journal or of a folder of them, one in use too. Exit status 0
/// only when all are whole.
@Command(
        name = "verify",
        description = {
            "Accounts for every byte of journals, those in use too.",
            "Exit status 0 only when all are whole."
        },
        mixinStandardHelpOptions = true)
final class JournalVerifyCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "A journal, or a folder of journals.")
    private List<Path> folders = List.of();

    @Option(names = "--json", description = "Print the result line as JSON.")
    private boolean asJson;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<JournalVerifier.Report> reports = new ArrayList<>();
        for (Path journal : JournalFolders.in(folders)) {
            JournalVerifier.Report report = JournalVerifier.verify(journal);
            report.findings().forEach(finding -> out.println("damaged: " + finding));
            reports.add(report);
        }
        JournalResult result = JournalResult.of(reports);
        out.println(result.line(asJson));
        return result.exitStatus();
    }
}
