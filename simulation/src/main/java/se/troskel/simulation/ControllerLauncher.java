package se.troskel.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import se.troskel.config.CentreConfig;
import se.troskel.config.ExamRulesLoader;
import se.troskel.config.TrustLoader;
import se.troskel.controller.Controller;
import se.troskel.controller.ControllerSettings;
import se.troskel.hardware.InputLine.Level;
import se.troskel.hardware.OccupancySensor.Observation;
import se.troskel.hardware.simulated.SimulatedDevices;
import se.troskel.hardware.simulated.SimulatedSite;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.json.Json;
import se.troskel.simulation.control.ControlServer;
import se.troskel.simulation.control.ControlServer.Verb;
import se.troskel.simulation.process.ParentWatch;

/// The production controller on simulated devices and a steered wall clock, with a control port
/// that works them.
@CommandLine.Command(name = "controller-launcher")
final class ControllerLauncher implements Callable<Integer> {
    @Option(names = "--config", required = true)
    private Path config = Path.of("");

    @Option(names = "--data", required = true)
    private Path data = Path.of("");

    @Option(names = "--port-base", required = true)
    private int portBase;

    @Option(names = "--broker", required = true, description = "URL of the line to the broker")
    private String broker = "";

    @Option(
            names = "--clock",
            required = true,
            description = "file with the clock's distance to the real one")
    private Path clock = Path.of("");

    @Option(
            names = "--quick-doors",
            description = "shorten the times of doors held open, for the scripted day")
    private boolean quickDoors;

    public static void main(String[] arguments) {
        QuietLogging.install();
        ParentWatch.start();
        System.exit(new CommandLine(new ControllerLauncher()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Ports ports = new Ports(portBase);
        CentreConfig centre = DemoCentre.load(config, ports.staffPages(), broker, quickDoors);
        SteeredClock time = new SteeredClock(InstantSource.system(), clock);
        Files.createDirectories(data);
        CountDownLatch ended = new CountDownLatch(1);
        SimulatedDevices devices = SimulatedDevices.open(centre);
        Controller controller =
                Controller.start(
                        new ControllerSettings(
                                centre,
                                new TrustLoader().load(data).trust(),
                                new ExamRulesLoader().load(List.of(config)).rulebook(),
                                data,
                                time,
                                System::nanoTime,
                                () -> ClockTrust.SYNCED),
                        devices,
                        ended::countDown);
        ControlServer control =
                new ControlServer(
                        ports.controllerControl(),
                        verbs(devices.site(), controller, time),
                        () -> new byte[0]);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> {
                            control.close();
                            controller.close();
                            devices.close();
                        }));
        controller.firstLogIn().ifPresent(first -> System.out.println(first.words()));
        System.out.println("controller: port=" + controller.port());
        ended.await();
        return 1;
    }

    private static Map<String, Verb> verbs(
            SimulatedSite site, Controller controller, SteeredClock clock) {
        Map<String, Verb> verbs =
                new HashMap<>(
                        Map.of(
                                "ping", _ -> "here",
                                "view", _ -> Json.text(controller.view()),
                                "clock",
                                        _ -> {
                                            clock.reload();
                                            return "the clock says " + clock.instant();
                                        },
                                "card",
                                        said -> {
                                            site.tapCard(
                                                    said.getOrDefault("device", ""),
                                                    said.getOrDefault("value", ""));
                                            return "a card was shown";
                                        },
                                "contact",
                                        said -> {
                                            boolean open = Boolean.parseBoolean(said.get("open"));
                                            site.setContact(
                                                    said.getOrDefault("device", ""),
                                                    open ? Level.ACTIVE : Level.REST);
                                            return open ? "opened" : "closed";
                                        },
                                "exit",
                                        said -> {
                                            site.pressRex(said.getOrDefault("device", ""));
                                            return "the exit button was pressed";
                                        },
                                "jam",
                                        said -> {
                                            boolean jammed =
                                                    Boolean.parseBoolean(said.get("jammed"));
                                            site.jam(said.getOrDefault("device", ""), jammed);
                                            return jammed ? "jammed" : "freed";
                                        },
                                "passage",
                                        said -> {
                                            int people =
                                                    Integer.parseInt(
                                                            said.getOrDefault("people", "1"));
                                            site.observe(
                                                    said.getOrDefault("device", ""),
                                                    new Observation.Passage(people));
                                            return "somebody passed";
                                        },
                                "cut",
                                        said -> {
                                            site.cut(said.getOrDefault("device", ""));
                                            return "the device is off its wire";
                                        },
                                "restore",
                                        said -> {
                                            site.restore(said.getOrDefault("device", ""));
                                            return "the device is back";
                                        }));
        verbs.put("last", _ -> Long.toString(controller.journal().lastSeq()));
        verbs.put(
                "journal",
                said ->
                        controller
                                .journal()
                                .read(number(said, "from"), (int) number(said, "max"))
                                .stream()
                                .map(Json::text)
                                .collect(Collectors.joining("\n")));
        return verbs;
    }

    private static long number(Map<String, String> said, String name) {
        return Long.parseLong(said.getOrDefault(name, ""));
    }
}
