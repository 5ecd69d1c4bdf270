package se.troskel.controller.ticket;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.troskel.protocol.AccessSystemException;
import se.troskel.protocol.Ids;

/// `ticket`: tickets on the command line.
@Command(
        name = "ticket",
        description = "QR tickets of a centre, and the keys that sign them.",
        subcommands = {
            TicketCommand.Issue.class,
            TicketTrustCommand.class,
            TicketRotateCommand.class
        },
        synopsisSubcommandLabel = "(issue | trust | rotate)",
        mixinStandardHelpOptions = true)
public final class TicketCommand {
    /// The folder of the ticket keys inside a controller's data folder.
    public static final String KEYS = "keys/tickets";

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /// What the project knows to go wrong is said in a sentence, without a stack trace.
    static CommandLine commandLine() {
        return new CommandLine(new TicketCommand())
                .setCommandName("troskel ticket")
                .setExecutionExceptionHandler((e, line, _) -> {
                    if (!(e instanceof AccessSystemException)) {
                        throw e;
                    }
                    line.getErr().println(e.getMessage());
                    return line.getCommandSpec().exitCodeOnExecutionException();
                });
    }

    /// `ticket issue`. The controller need not run: the signature is enough for the QR code. A
    /// short code needs an entry in the register, which only a running controller writes, so the
    /// staff page makes those.
    @Command(
            name = "issue",
            mixinStandardHelpOptions = true,
            description = {
                "Makes one ticket: ticket.png, ticket.svg and a sheet to print, ticket.html.",
                "The ticket has a QR code only. For one with a short code to type, use the staff"
                        + " page."
            })
    static final class Issue implements Callable<Integer> {
        private static final int PIXELS_PER_MODULE = 8;

        @Spec @Nullable CommandSpec spec;

        @Option(
                names = "--data",
                required = true,
                paramLabel = "DIR",
                description = "the controller's data folder, where its ticket keys are")
        Path data = Path.of("");

        @Option(
                names = "--centre",
                required = true,
                paramLabel = "CODE",
                description = "the centre's code, for example KAT")
        String centre = "";

        @Option(
                names = "--from",
                required = true,
                paramLabel = "TIME",
                description = "start, local time, for example 2026-03-03T08:00")
        LocalDateTime from = LocalDateTime.MIN;

        @Option(
                names = "--until",
                required = true,
                paramLabel = "TIME",
                description = "end, local time")
        LocalDateTime until = LocalDateTime.MIN;

        @Option(
                names = "--room",
                paramLabel = "ID",
                description = "the room it opens; without it, the centre")
        @Nullable String room;

        @Option(
                names = "--name",
                paramLabel = "NAME",
                description = "the centre's name on the sheet; default: its code")
        @Nullable String name;

        @Option(
                names = "--zone",
                paramLabel = "ZONE",
                defaultValue = "Europe/Stockholm",
                description = "the centre's time zone; default: ${DEFAULT-VALUE}")
        ZoneId zone = ZoneId.of("Europe/Stockholm");

        @Option(
                names = "--out",
                required = true,
                paramLabel = "DIR",
                description = "where the three files go")
        Path out = Path.of("");

        @Override
        public Integer call() throws IOException {
            requireId("--centre", centre);
            if (room != null) {
                requireId("--room", room);
            }
            Instant start = from.atZone(zone).toInstant();
            Instant end = until.atZone(zone).toInstant();
            if (!TicketIssuer.Order.isWindow(start, end)) {
                throw wrong("--until " + until + " has to be later than --from " + from);
            }
            TicketIssuer issuer =
                    new TicketIssuer(
                            new SecureRandom(), TicketKeys.open(data.resolve(KEYS)), centre);
            TicketIssuer.Made made =
                    issuer.issue(
                            new TicketIssuer.Order(null, room, start, end),
                            code -> "not in the register");
            TicketPicture picture = new TicketPicture(made.text());
            TicketSheet sheet =
                    new TicketSheet(
                            made.text(),
                            null,
                            name == null ? centre : name,
                            room,
                            start,
                            end,
                            zone);
            Files.createDirectories(out);
            Files.write(out.resolve("ticket.png"), picture.png(PIXELS_PER_MODULE));
            Files.writeString(out.resolve("ticket.svg"), picture.svg(), StandardCharsets.UTF_8);
            Files.writeString(out.resolve("ticket.html"), sheet.html(), StandardCharsets.UTF_8);
            print("ticket: issued=1 id=" + made.entry().id() + " files=3");
            return 0;
        }

        private void requireId(String option, String value) {
            if (!Ids.isId(value)) {
                throw wrong(
                        option
                                + " takes a letter, then letters, digits or single hyphens, at most"
                                + " 32 characters");
            }
        }

        private ParameterException wrong(String message) {
            return new ParameterException(commandSpec().commandLine(), message);
        }

        private void print(String line) {
            PrintWriter writer = commandSpec().commandLine().getOut();
            writer.println(line);
            writer.flush();
        }

        private CommandSpec commandSpec() {
            return java.util.Objects.requireNonNull(spec, "run by picocli");
        }
    }
}
