package se.troskel.simulation;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.Device;
import se.troskel.kiosk.Operable;
import se.troskel.kiosk.ScreenlessTerminal;
import se.troskel.kiosk.Terminal;
import se.troskel.kiosk.TerminalSettings;
import se.troskel.kiosk.client.HttpControllerClient;
import se.troskel.kiosk.client.Patience;
import se.troskel.kiosk.client.TokenFile;
import se.troskel.protocol.decision.Medium;
import se.troskel.simulation.control.ControlServer;
import se.troskel.simulation.control.ControlServer.Verb;
import se.troskel.simulation.process.ParentWatch;

/// The production terminal with a control port: shows it cards and codes, presses what is on its
/// screen, and looks at it.
@Command(name = "kiosk-launcher")
final class KioskLauncher implements Callable<Integer> {
    @Option(names = "--config", required = true)
    private Path config = Path.of("");

    @Option(names = "--token", required = true, description = "file with the terminals' token")
    private Path token = Path.of("");

    @Option(names = "--port-base", required = true)
    private int portBase;

    @Option(names = "--headless")
    private boolean headless;

    public static void main(String[] arguments) {
        QuietLogging.install();
        ParentWatch.start();
        System.exit(new CommandLine(new KioskLauncher()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Ports ports = new Ports(portBase);
        CentreConfig centre = new CentreLoader().require(config);
        TerminalSettings settings = TerminalSettings.of(centre, idOfTerminal(centre));
        HttpControllerClient client =
                new HttpControllerClient(
                        URI.create("http://127.0.0.1:" + ports.staffPages()),
                        new TokenFile(token),
                        Patience.USUAL,
                        System::nanoTime);
        try (Operable terminal = start(settings, client);
                ControlServer _ =
                        new ControlServer(
                                ports.kioskControl(), verbs(terminal), terminal::picture)) {
            new CountDownLatch(1).await();
        }
        return 0;
    }

    /// Without a window a terminal need not draw: where the machine has no text libraries, its
    /// words are enough.
    private Operable start(TerminalSettings settings, HttpControllerClient client) {
        try {
            return Terminal.start(settings, client, headless, InstantSource.system());
        } catch (LinkageError e) {
            if (!headless) {
                throw e;
            }
            System.out.println("left out: the terminal's pictures: " + e.getMessage());
            return ScreenlessTerminal.start(settings, client, InstantSource.system());
        }
    }

    /// The centre's first terminal.
    private static String idOfTerminal(CentreConfig centre) {
        return centre.devices().stream()
                .filter(device -> device.kind() == Device.Kind.KIOSK)
                .map(Device::id)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("the centre has no device of kind KIOSK"));
    }

    private static Map<String, Verb> verbs(Operable terminal) {
        return Map.of(
                "ping", _ -> "here",
                // a space that keeps a time on one line is a space all the same
                "screen", _ -> terminal.screen().replace((char) 0xA0, (char) 0x20),
                "controls", _ -> String.join("\n", terminal.controls()),
                "card", said -> present(terminal, Medium.CARD, said),
                "qr", said -> present(terminal, Medium.QR, said),
                "press", said -> press(terminal, said.getOrDefault("control", "")),
                "type",
                        said -> {
                            terminal.type(said.getOrDefault("keys", ""));
                            return "typed";
                        });
    }

    private static String present(Operable terminal, Medium medium, Map<String, String> said) {
        terminal.present(medium, said.getOrDefault("value", ""));
        return "shown";
    }

    private static String press(Operable terminal, String control) {
        if (!terminal.press(control)) {
            throw new IllegalArgumentException(
                    "nothing to press of that name; there is: " + terminal.controls());
        }
        return "pressed";
    }
}
