package se.troskel.kiosk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.kiosk.client.ControllerClient;
import se.troskel.kiosk.client.HttpControllerClient;
import se.troskel.kiosk.client.Patience;
import se.troskel.kiosk.client.TokenFile;
import se.troskel.protocol.AccessSystemException;

/// The program of a terminal. Runs until it is killed; a controller that is not there yet, or any
/// more, is waited for, and so is its token.
@Command(name = "kiosk", description = "The terminal of a centre.", mixinStandardHelpOptions = true)
public final class KioskProgram implements Callable<Integer> {
    @Option(
            names = "--controller",
            required = true,
            description = "Address of the controller, as in http://127.0.0.1:8080")
    private URI controller = URI.create("");

    @Option(
            names = "--token",
            required = true,
            description = "File that holds this terminal's token for the controller")
    private Path token = Path.of("");

    @Option(
            names = "--id",
            required = true,
            description = "This terminal's device id in centre.yaml")
    private String id = "";

    @Option(
            names = "--config",
            required = true,
            description = "The centre's configuration folder, with centre.yaml")
    private Path config = Path.of("");

    @Option(names = "--headless", description = "No window")
    private boolean headless;

    @Option(
            names = "--scale",
            defaultValue = "1",
            description = "Size of the window; 1 (the default) takes the whole screen")
    private double scale;

    /// For picocli.
    KioskProgram() {}

    public static void main(String[] arguments) {
        int status =
                new CommandLine(new KioskProgram())
                        .setExecutionExceptionHandler(KioskProgram::complain)
                        .execute(arguments);
        System.exit(status);
    }

    @Override
    public Integer call() throws InterruptedException {
        CentreConfig centre = new CentreLoader().require(config);
        TerminalSettings settings = TerminalSettings.of(centre, id).withScale(scale);
        ControllerClient client =
                new HttpControllerClient(
                        controller, new TokenFile(token), Patience.USUAL, System::nanoTime);
        try (Readers readers = Readers.open(centre);
                Terminal terminal =
                        Terminal.start(settings, client, headless, InstantSource.system())) {
            terminal.connect(readers);
            new CountDownLatch(1).await();
        }
        return CommandLine.ExitCode.OK;
    }

    private static int complain(
            Exception problem, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        if (problem instanceof AccessSystemException || problem instanceof IOException) {
            command.getErr().println("kiosk: " + problem.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw problem;
    }
}
