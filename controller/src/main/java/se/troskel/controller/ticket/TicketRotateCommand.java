package se.troskel.controller.ticket;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `ticket rotate`: makes the next ticket key. To be run as the controller's user, since only the
/// owner of the files may use them.
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a new ticket key, which signs once the controller is started again.",
            "Tickets of the old keys hold until their own end; remove an old key's file after that."
                    + " Give other centres a new trust file (ticket trust)."
        })
final class TicketRotateCommand implements Callable<Integer> {
    @Spec @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "the controller's data folder, where its ticket keys are")
    Path data = Path.of("");

    @Override
    public Integer call() {
        TicketKeys keys = TicketKeys.rotate(data.resolve(TicketCommand.KEYS));
        PrintWriter out = Objects.requireNonNull(spec, "run by picocli").commandLine().getOut();
        out.println("ticket: keys=" + keys.publicKeys().size() + " newest=" + keys.newest());
        out.flush();
        return 0;
    }
}
