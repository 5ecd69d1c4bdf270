package se.troskel.simulation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.troskel.simulation.day.Day;

/// `./troskel demo`: one whole centre and its region on this machine, by hand or by script.
@Command(
        name = "troskel demo",
        mixinStandardHelpOptions = true,
        description =
                "Starts one whole centre on this machine: broker, region page, controller with staff pages, and"
                        + " a terminal.")
public final class Demo implements Callable<Integer> {
    @Option(
            names = "--broker",
            description =
                    "a broker that runs already, as in mqtt://127.0.0.1:1883; without it one is started")
    private String broker = "";

    @Option(
            names = "--port-base",
            description = "first of eight ports in a row (default: ${DEFAULT-VALUE})")
    private int portBase = Ports.DEFAULT_BASE;

    @Option(
            names = "--level",
            description =
                    "L0: exam days in a browser, without terminal, doors, sensors and region"
                            + " (Gnesta); L3: with all of them (Katrineholm, the default)")
    private Level level = Level.L3;

    @Option(
            names = "--centre",
            description = "folder with the centre's centre.yaml (default: the level's)")
    private @Nullable Path centre;

    @Option(names = "--script", description = "play a script instead of waiting for people: day")
    private String script = "";

    @Option(
            names = "--headless",
            description = "no window: the terminal's picture is on the demo page")
    private boolean headless;

    @Option(
            names = "--out",
            description = "where data, logs and pictures go (default: a new temporary folder)")
    private Path out = Path.of("");

    @Option(names = "--json", description = "print the last line as JSON")
    private boolean json;

    /// How much of a centre there is, as an example centre shows it.
    private enum Level {
        L0("gnesta"),
        L3("katrineholm");

        private final String centre;

        Level(String centre) {
            this.centre = centre;
        }

        private Path folder() {
            return home().resolve("config/centres").resolve(centre);
        }
    }

    public static void main(String[] arguments) {
        QuietLogging.install();
        System.exit(new CommandLine(new Demo()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!script.isEmpty() && !script.equals("day")) {
            System.err.println("There is no script '" + script + "'; there is: day");
            return 2;
        }
        if (!script.isEmpty() && level == Level.L0) {
            System.err.println("The day plays at level L3; leave out --level");
            return 2;
        }
        Path folder =
                out.toString().isEmpty()
                        ? Files.createTempDirectory("troskel-demo-")
                        : out.toAbsolutePath();
        if (Files.exists(folder.resolve("journal"))) {
            System.err.println(
                    folder + " holds an earlier demo; remove it or name another folder with --out");
            return 2;
        }
        boolean noWindow = headless || System.getenv("DISPLAY") == null;
        DemoSettings settings =
                new DemoSettings(
                        (centre == null ? level.folder() : centre).toAbsolutePath(),
                        folder,
                        new Ports(portBase),
                        broker.isEmpty() ? null : URI.create(broker),
                        noWindow,
                        !script.isEmpty());
        DemoWorld world = DemoWorld.start(settings, InstantSource.system());
        Runtime.getRuntime().addShutdownHook(new Thread(world::close, "end-of-demo"));
        return script.isEmpty() ? stay(world, folder) : Day.play(world, settings, System.out, json);
    }

    private static int stay(DemoWorld world, Path folder) throws InterruptedException {
        world.awaitReady();
        System.out.println("Tröskel is running; Ctrl-C ends it.");
        world.addresses().forEach(address -> System.out.println("  " + address));
        System.out.println("  data and logs " + folder);
        System.out.println("demo: running=yes folder=" + folder);
        new CountDownLatch(1).await();
        return 0;
    }

    /// The project's folder, told by the command that starts Java.
    private static Path home() {
        return Path.of(System.getProperty("troskel.home", ".")).toAbsolutePath().normalize();
    }
}
