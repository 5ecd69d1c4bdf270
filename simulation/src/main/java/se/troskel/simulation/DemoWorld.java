package se.troskel.simulation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import se.troskel.config.CentreConfig;
import se.troskel.simulation.broker.BrokerLauncher;
import se.troskel.simulation.broker.CutProxy;
import se.troskel.simulation.control.ControlClient;
import se.troskel.simulation.process.Program;
import se.troskel.simulation.process.Supervisor;

/// A running demo: broker, region, controller and terminal as child processes of their own, as far
/// as the centre has them, a line that can be cut, and a clock that can be set. Closing ends
/// everything.
public final class DemoWorld implements AutoCloseable {
    /// Names of the child processes.
    public static final String BROKER = "broker";

    public static final String REGION = "region";
    public static final String CONTROLLER = "controller";
    public static final String KIOSK = "kiosk";

    private static final Duration STARTING = Duration.ofSeconds(90);
    private static final List<String> OFF_STAGE =
            List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

    private final DemoSettings settings;
    private final CentreConfig centre;
    private final SteeredClock clock;
    private final Supervisor supervisor;
    private final CutProxy line;
    private final InetSocketAddress broker;
    private final ControlClient controller;
    private final ControlClient kiosk;
    private final ControlClient region;
    private final DemoPage page;

    private DemoWorld(DemoSettings settings, InstantSource real) throws IOException {
        this.settings = settings;
        Ports ports = settings.ports();
        URI given = settings.broker();
        this.broker =
                given == null
                        ? new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.broker())
                        : new InetSocketAddress(
                                InetAddress.getByName(given.getHost()), portOf(given));
        this.centre =
                DemoCentre.load(
                        settings.centre(), ports.staffPages(), lineUrl(), settings.scripted());
        this.clock = new SteeredClock(real, clockFile());
        this.supervisor = new Supervisor(settings.logs());
        this.line = new CutProxy(ports.line(), broker);
        this.controller = new ControlClient(ports.controllerControl());
        this.kiosk = new ControlClient(ports.kioskControl());
        this.region = new ControlClient(ports.regionControl());
        this.page = new DemoPage(centre, ports, line::cut, line::mend);
    }

    /// Starts everything; returns before it is ready.
    public static DemoWorld start(DemoSettings settings, InstantSource real) throws IOException {
        Files.createDirectories(settings.folder());
        Neighbours.of(settings).exchangeKeys();
        DemoWorld world = new DemoWorld(settings, real);
        world.startPrograms();
        return world;
    }

    private void startPrograms() {
        if (DemoCentre.hasRegion(centre)) {
            startRegion();
        }
        startController();
        if (DemoCentre.hasTerminal(centre)) {
            startKiosk();
        }
    }

    private void startRegion() {
        if (settings.broker() == null) {
            supervisor.start(
                    new Program(
                            BROKER,
                            BrokerLauncher.class,
                            List.of("--add-opens=java.base/java.nio=ALL-UNNAMED", "-Xmx512m"),
                            List.of(
                                    String.valueOf(settings.ports().broker()),
                                    settings.folder().resolve("broker").toString())));
        }
        supervisor.start(
                new Program(
                        REGION,
                        RegionLauncher.class,
                        List.of(),
                        List.of(
                                "--broker", brokerUrl(),
                                "--data", settings.folder().resolve("region").toString(),
                                "--port-base", base(),
                                "--clock", clockFile().toString())));
    }

    private void startController() {
        List<String> controls =
                new ArrayList<>(
                        List.of(
                                "--config", settings.centre().toString(),
                                "--data", settings.folder().toString(),
                                "--broker", lineUrl(),
                                "--port-base", base(),
                                "--clock", clockFile().toString()));
        if (settings.scripted()) {
            controls.add("--quick-doors");
        }
        supervisor.start(new Program(CONTROLLER, ControllerLauncher.class, List.of(), controls));
    }

    private void startKiosk() {
        List<String> screen =
                new ArrayList<>(
                        List.of(
                                "--config", settings.centre().toString(),
                                "--token", settings.folder().resolve("kiosk.token").toString(),
                                "--port-base", base()));
        if (settings.headless()) {
            screen.add("--headless");
        }
        supervisor.start(
                new Program(
                        KIOSK,
                        KioskLauncher.class,
                        settings.headless() ? OFF_STAGE : List.of(),
                        screen));
    }

    private String base() {
        return String.valueOf(settings.ports().base());
    }

    /// Waits until every program answers.
    ///
    /// @throws IllegalStateException when one does not in time; its log says why
    public void awaitReady() {
        if (DemoCentre.hasRegion(centre)) {
            await("the region", STARTING, region::answers);
        }
        await("the controller", STARTING, controller::answers);
        if (DemoCentre.hasTerminal(centre)) {
            await("the terminal", STARTING, kiosk::answers);
        }
    }

    /// Waits for a condition, polling.
    public void await(String what, Duration longest, BooleanSupplier condition) {
        long until = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                throw new IllegalStateException(
                        what
                                + " did not come within "
                                + longest.toSeconds()
                                + " s; see "
                                + settings.logs());
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    public CentreConfig centre() {
        return centre;
    }

    public ControlClient controller() {
        return controller;
    }

    public ControlClient kiosk() {
        return kiosk;
    }

    public ControlClient region() {
        return region;
    }

    public Supervisor supervisor() {
        return supervisor;
    }

    public CutProxy line() {
        return line;
    }

    /// Where the broker itself listens.
    public InetSocketAddress broker() {
        return broker;
    }

    /// Sets the wall clock of region and controller, and so of everything that is shown.
    public void setClock(Instant at) {
        clock.set(at);
        controller.call("clock", Map.of());
        if (DemoCentre.hasRegion(centre)) {
            region.call("clock", Map.of());
        }
    }

    public List<String> addresses() {
        return page.addresses();
    }

    private Path clockFile() {
        return settings.folder().resolve("clock");
    }

    private String brokerUrl() {
        return "mqtt://127.0.0.1:" + broker.getPort();
    }

    private String lineUrl() {
        return "mqtt://127.0.0.1:" + settings.ports().line();
    }

    private static int portOf(URI url) {
        return url.getPort() < 0 ? 1883 : url.getPort();
    }

    @Override
    public void close() {
        page.close();
        supervisor.close();
        line.close();
    }
}
