package se.troskel.controller.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--trust",
            paramLabel = "DIR",
            description = {
                "A folder with a folder trust/ of the keys that you trust.",
                "The anchor of what was retired must then be signed with one of its centre's."
            })
    private @Nullable Path trust;

    @Option(names = "--json", description = "Print the result line as JSON.")
    private boolean asJson;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (JournalFolders.isOneMissing(folders, spec.commandLine().getErr())) {
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        List<JournalVerifier.Report> reports = new ArrayList<>();
        for (Path journal : JournalFolders.in(folders)) {
            JournalVerifier.Report report = JournalVerifier.verify(journal);
            JournalWords.of(report).forEach(out::println);
            reports.add(report);
        }
        JournalResult result = JournalResult.of(reports, AnchorTrust.in(trust));
        out.println(result.line(asJson));
        return result.exitStatus();
    }
}
