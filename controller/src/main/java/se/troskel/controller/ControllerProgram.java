package se.troskel.controller;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.ExamRulesLoader;
import se.troskel.config.ExamRulesReading;
import se.troskel.config.TrustLoader;
import se.troskel.config.TrustReading;
import se.troskel.controller.site.DeviceWiring;
import se.troskel.hardware.Devices;
import se.troskel.hardware.centre.CentreDevices;
import se.troskel.hardware.simulated.SimulatedDevices;
import se.troskel.protocol.AccessSystemException;

/// `./troskel controller`: a centre's authority. Ends with status 1 when it cannot go on; the
/// service manager starts it again.
@Command(
        name = "troskel controller",
        mixinStandardHelpOptions = true,
        description =
                "Runs a centre: decides, drives doors, keeps the journal, serves terminals and staff pages.")
public final class ControllerProgram implements Callable<Integer> {
    private static final Path SYNCHRONISED = Path.of("/run/systemd/timesync/synchronized");

    @Option(
            names = "--config",
            required = true,
            description = "folder with the centre's centre.yaml")
    private Path config = Path.of("");

    @Option(
            names = "--data",
            required = true,
            description = "folder for keys, register and journal")
    private Path data = Path.of("");

    public static void main(String[] arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(new CommandLine(new ControllerProgram()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        try {
            CentreConfig centre = new CentreLoader().require(config);
            TrustReading others = new TrustLoader().load(config);
            others.problems().forEach(problem -> System.err.println(problem));
            ExamRulesReading rules = new ExamRulesLoader().load(List.of(config));
            rules.problems().forEach(problem -> System.err.println(problem));
            InstantSource wall = InstantSource.system();
            ControllerSettings settings =
                    new ControllerSettings(
                            centre,
                            others.trust(),
                            rules.rulebook(),
                            data,
                            wall,
                            System::nanoTime,
                            new SystemClockTrust(wall, SYNCHRONISED));
            Devices devices =
                    CentreDevices.open(
                            centre,
                            SimulatedDevices.open(centre),
                            device -> DeviceWiring.isAtDoor(centre, device.id()));
            Controller controller = Controller.start(settings, devices, ended::countDown);
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> {
                                controller.close();
                                devices.close();
                            }));
            controller.firstLogIn().ifPresent(first -> System.out.println(first.words()));
            System.out.println(
                    "controller: centre=" + centre.centre().code() + " port=" + controller.port());
            ended.await();
            return 1;
        } catch (AccessSystemException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }
}
