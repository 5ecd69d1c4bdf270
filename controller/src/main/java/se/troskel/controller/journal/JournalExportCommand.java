package se.troskel.controller.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.troskel.controller.journal.log.StoredRecord;
import se.troskel.protocol.json.Json;

/// Prints every record as the region gets it, one JSON object per line, checking the journal on the
/// way.
@Command(
        name = "export",
        description = {
            "Prints every record of a journal as the region gets it, one JSON object per line.",
            "Exit status 0 only when the journal is whole."
        },
        mixinStandardHelpOptions = true)
final class JournalExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "A journal.")
    private Path journal = Path.of("");

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
        if (JournalFolders.isOneMissing(List.of(journal), spec.commandLine().getErr())) {
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        JournalVerifier.Report report =
                JournalVerifier.verify(journal, (StoredRecord stored) -> print(out, stored));
        JournalWords.of(report).forEach(out::println);
        JournalResult result = JournalResult.of(List.of(report), AnchorTrust.in(trust));
        out.println(result.line(asJson));
        return result.exitStatus();
    }

    private static void print(PrintWriter out, StoredRecord stored) {
        out.println(Json.text(Journal.message(stored)));
    }
}
