package se.troskel.region;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.troskel.protocol.AccessSystemException;
import se.troskel.region.intake.BrokerAccess;

/// `./troskel region`: runs until it is stopped. A log-in and certificate authority for the broker
/// come from the environment: `TROSKEL_MQTT_USER`, `TROSKEL_MQTT_PASSWORD`, `TROSKEL_MQTT_CA`.
@Command(
        name = "region",
        mixinStandardHelpOptions = true,
        description = "The region's monitor: takes in every centre's reports and shows them.")
public final class RegionProgram implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RegionProgram.class);

    @Option(
            names = "--broker",
            defaultValue = "mqtt://127.0.0.1:1883",
            description = "mqtt://HOST:PORT or mqtts://HOST:PORT (default: ${DEFAULT-VALUE})")
    private URI broker = URI.create("mqtt://127.0.0.1:1883");

    @Option(
            names = "--data",
            required = true,
            description = "Folder of the record; made when it is missing")
    private Path data = Path.of("region");

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address that the page listens on (default: ${DEFAULT-VALUE})")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            defaultValue = "8090",
            description = "Port of the page, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int port = 8090;

    @Option(
            names = "--config",
            description =
                    "Folder with one configuration folder for each centre; those are shown even"
                            + " before they are heard")
    private @Nullable Path config;

    public static void main(String[] arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(new CommandLine(new RegionProgram()).execute(arguments));
    }

    /// Starts a region for a launcher or a test; close it to stop it.
    ///
    /// @throws AccessSystemException when the data folder cannot be used
    public static Region start(RegionSettings settings) {
        return Region.start(settings, InstantSource.system());
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            Path centres = config;
            Region region =
                    start(
                            new RegionSettings(
                                    BrokerAccess.of(broker, System.getenv()),
                                    data,
                                    host,
                                    port,
                                    RegionSettings.SWEDEN,
                                    centres == null ? List.of() : ExpectedCentres.in(centres)));
            Runtime.getRuntime().addShutdownHook(new Thread(region::close, "stop"));
            LOG.info("the region's page is at http://{}:{}/", host, region.port());
            new CountDownLatch(1).await(); // until the process is told to stop
            return 0;
        } catch (AccessSystemException e) {
            LOG.error("{}", e.getMessage(), e);
            return 1;
        }
    }
}
