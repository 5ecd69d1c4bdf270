package se.troskel.controller.examrecord;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.troskel.controller.page.ExamProtocolPage;
import se.troskel.controller.page.Language;
import se.troskel.controller.seal.SealCheck;
import se.troskel.controller.seal.SealCheck.About;
import se.troskel.controller.seal.SealedText;
import se.troskel.protocol.exam.ExamProtocol;

/// `protocol verify` and `protocol print`: need no running centre and change nothing.
@Command(
        name = "protocol",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(verify | print)",
        description = "Checks or prints signed exam records.")
public final class ProtocolCommand {
    @Spec private CommandSpec spec = CommandSpec.create();

    private ProtocolCommand() {}

    /// The command as its program runs it.
    public static CommandLine commandLine() {
        return new CommandLine(new ProtocolCommand());
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Tells whether each record is as it was signed, every byte of it.",
                "Exit status 0 only when all are."
            })
    int verify(
            @Parameters(paramLabel = "FILE", arity = "1..*", description = "an exam record (.json)")
                    List<Path> files,
            @Option(
                            names = "--trust",
                            paramLabel = "DIR",
                            description =
                                    "a folder with a folder trust/ of the keys that you trust;"
                                            + " each record must then be its centre's")
                    @Nullable Path trust,
            @Option(names = "--json", description = "print the result line as JSON") boolean json) {
        return new SealCheck("protocol", ProtocolCommand::about)
                .check(files, trust, spec.commandLine().getOut(), json);
    }

    private static Optional<About> about(SealedText file) {
        return ExamProtocolFile.read(file)
                .map(record ->
                        new About(
                                record.centre().code(),
                                record.made(),
                                record.sitting().university()
                                        + " "
                                        + record.sitting().course()
                                        + ", candidates "
                                        + record.candidates().size()));
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Prints a record as a page with lines for signatures, to standard output:",
                "  ./troskel protocol print record.json > record.html"
            })
    int print(
            @Parameters(paramLabel = "FILE", description = "an exam record (.json)") Path file,
            @Option(
                            names = "--language",
                            defaultValue = "sv",
                            description = "sv or en (${DEFAULT-VALUE})")
                    String language) {
        CommandLine line = spec.commandLine();
        SealedText sealed;
        try {
            sealed = SealCheck.read(file);
        } catch (IOException e) {
            line.getErr().println("protocol: " + SealCheck.why(file, e));
            return 1;
        }
        ExamProtocol protocol = ExamProtocolFile.read(sealed).orElse(null);
        if (protocol == null) {
            line.getErr().println("protocol: " + file + " holds no exam record that can be read");
            return 1;
        }
        PrintWriter out = line.getOut();
        out.print(
                new String(
                        new ExamProtocolPage(language(language)).html(protocol, sealed),
                        StandardCharsets.UTF_8));
        out.flush();
        line.getErr()
                .println(
                        "protocol: file=" + file + " intact=" + (sealed.isIntact() ? "yes" : "no"));
        return sealed.isIntact() ? 0 : 1;
    }

    private static Language language(String code) {
        return code.toLowerCase(Locale.ROOT).equals("en") ? Language.EN : Language.SV;
    }
}
