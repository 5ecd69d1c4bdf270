package se.troskel.simulation;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.troskel.protocol.json.Json;
import se.troskel.region.Region;
import se.troskel.region.RegionSettings;
import se.troskel.simulation.control.ControlServer;
import se.troskel.simulation.process.ParentWatch;

/// The production region on the demo's steered wall clock.
@Command(name = "region-launcher")
final class RegionLauncher implements Callable<Integer> {
    @Option(names = "--broker", required = true)
    private URI broker = URI.create("");

    @Option(names = "--data", required = true)
    private Path data = Path.of("");

    @Option(names = "--port-base", required = true)
    private int portBase;

    @Option(names = "--clock", required = true)
    private Path clock = Path.of("");

    public static void main(String[] arguments) {
        QuietLogging.install();
        ParentWatch.start();
        System.exit(new CommandLine(new RegionLauncher()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        Ports ports = new Ports(portBase);
        SteeredClock time = new SteeredClock(InstantSource.system(), clock);
        RegionSettings settings = RegionSettings.of(broker, data, "127.0.0.1", ports.regionPage());
        Region region = Region.start(settings, time);
        Runtime.getRuntime().addShutdownHook(new Thread(region::close));
        try (ControlServer _ =
                new ControlServer(
                        ports.regionControl(),
                        Map.of(
                                "ping", _ -> "here",
                                "clock",
                                        _ -> {
                                            time.reload();
                                            return "the clock says " + time.instant();
                                        },
                                "record", said -> record(region, said)),
                        () -> new byte[0])) {
            new CountDownLatch(1).await();
        }
        return 0;
    }

    /// The region's records of a centre, one a line.
    private static String record(Region region, Map<String, String> said) {
        return region
                .records()
                .read(
                        said.getOrDefault("centre", ""),
                        said.getOrDefault("epoch", ""),
                        Long.parseLong(said.getOrDefault("from", "")),
                        Integer.parseInt(said.getOrDefault("max", "")))
                .stream()
                .map(Json::text)
                .collect(Collectors.joining("\n"));
    }
}
