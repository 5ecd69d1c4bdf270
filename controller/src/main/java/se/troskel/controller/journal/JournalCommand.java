package se.troskel.controller.journal;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `journal verify` and `journal export`: need no running centre and change nothing.
@Command(
        name = "journal",
        description = "Checks or prints a centre's journal.",
        subcommands = {JournalVerifyCommand.class, JournalExportCommand.class},
        synopsisSubcommandLabel = "(verify | export)",
        mixinStandardHelpOptions = true)
public final class JournalCommand {
    private JournalCommand() {}

    static CommandLine commandLine() {
        return new CommandLine(new JournalCommand());
    }

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }
}
