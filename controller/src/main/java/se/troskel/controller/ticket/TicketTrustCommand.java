package se.troskel.controller.ticket;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.troskel.config.Centre;
import se.troskel.config.CentreLoader;
import se.troskel.config.TrustedCentre;

/// `ticket trust`: writes the centre's own trust file to standard output, for other centres to copy
/// into their `trust/`; the result line goes to standard error. The controller may run.
@Command(
        name = "trust",
        mixinStandardHelpOptions = true,
        description = {
            "Prints this centre's public keys, for the trust/ folder of other centres:",
            "  ./troskel ticket trust --config DIR --data DIR > tro.json"
        })
final class TicketTrustCommand implements Callable<Integer> {
    private static final int USUAL_YEARS = 2;

    @Spec @Nullable CommandSpec spec;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "DIR",
            description = "the folder that holds centre.yaml")
    Path config = Path.of("");

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "the controller's data folder, where its keys are")
    Path data = Path.of("");

    @Option(
            names = "--name-en",
            paramLabel = "NAME",
            description = "the centre's name in English; default: the name in centre.yaml")
    @Nullable String english;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "first day of trust, for example 2026-11-23; default: today")
    @Nullable LocalDate from;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "the day on which trust ends; default: two years after the first")
    @Nullable LocalDate until;

    @Override
    public Integer call() {
        Centre centre = new CentreLoader().require(config).centre();
        TrustedCentre trusted =
                TrustFile.of(
                        centre.code(),
                        Map.of(
                                "sv",
                                centre.name(),
                                "en",
                                english == null ? centre.name() : english),
                        data,
                        window(centre.timeZone()));
        print(line().getOut(), TrustFile.text(trusted));
        print(line().getErr(), "ticket: trust=" + centre.code() + " keys=" + trusted.keys().size());
        return 0;
    }

    private TrustFile.Window window(ZoneId zone) {
        LocalDate first =
                from == null ? LocalDate.ofInstant(InstantSource.system().instant(), zone) : from;
        LocalDate end = until == null ? first.plusYears(USUAL_YEARS) : until;
        if (!end.isAfter(first)) {
            throw new ParameterException(
                    line(), "--until " + end + " has to be later than --from " + first);
        }
        return new TrustFile.Window(
                first.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant());
    }

    private CommandLine line() {
        return Objects.requireNonNull(spec, "run by picocli").commandLine();
    }

    private static void print(PrintWriter writer, String text) {
        writer.println(text);
        writer.flush();
    }
}
