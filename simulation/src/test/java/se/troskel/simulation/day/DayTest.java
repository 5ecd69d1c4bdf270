package se.troskel.simulation.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.simulation.DemoSettings;
import se.troskel.simulation.DemoWorld;
import se.troskel.simulation.Ports;

/// Goal: a whole day at a centre holds, step by step, through the real programs. Method: the
/// scripted day is played as the command does it; what a step expected and saw is the failure's
/// text.
class DayTest {
    private static final int PORTS = 8;

    @Test
    void everyStepOfTheDayHolds(@TempDir Path folder) throws IOException {
        DemoSettings settings =
                new DemoSettings(
                        Path.of("../config/centres/katrineholm").toAbsolutePath().normalize(),
                        folder,
                        new Ports(freePorts()),
                        null,
                        true,
                        true);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int status;
        try (DemoWorld world = DemoWorld.start(settings, InstantSource.system());
                PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8)) {
            status = Day.play(world, settings, out, false);
        }
        String day = told.toString(StandardCharsets.UTF_8);
        assertThat(status).as(day).isZero();
        assertThat(day.lines().toList().getLast())
                .matches("day: steps=\\d{3} failed=0 pictures=\\d+ left-out=\\d seconds=\\d+");
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
    }

    /// The first of some ports in a row that nobody listens on now.
    private static int freePorts() throws IOException {
        while (true) {
            List<ServerSocket> taken = new ArrayList<>();
            try {
                ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                taken.add(first);
                for (int i = 1; i < PORTS; i++) {
                    taken.add(
                            new ServerSocket(
                                    first.getLocalPort() + i, 1, InetAddress.getLoopbackAddress()));
                }
                return first.getLocalPort();
            } catch (IOException inUse) {
                // another run of ports
            } finally {
                for (ServerSocket socket : taken) {
                    socket.close();
                }
            }
        }
    }
}
