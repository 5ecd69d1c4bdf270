package se.troskel.simulation.uplink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Debian's Mosquitto as a child process, killed with SIGKILL.
final class Mosquitto implements BrokerUnderTest {
    private final Path config;
    private final int port = BrokerUnderTest.freePort();
    private @Nullable Process process;

    /// Without TLS, for anybody.
    Mosquitto(Path directory) {
        this(directory, "allow_anonymous true");
    }

    /// @param access lines of its configuration about who may connect and how
    Mosquitto(Path directory, String access) {
        config = directory.resolve("mosquitto.conf");
        try {
            Files.writeString(
                    config,
                    """
                    listener %d 127.0.0.1
                    %s
                    persistence true
                    persistence_location %s/
                    autosave_interval 1
                    autosave_on_changes true
                    max_queued_messages 100000
                    max_inflight_messages 1000
                    set_tcp_nodelay true
                    user root
                    log_type none
                    """
                            .formatted(port, access, directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        try {
            process =
                    new ProcessBuilder("/usr/sbin/mosquitto", "-c", config.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long end = System.nanoTime() + 10_000_000_000L;
        while (!listens()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("mosquitto does not listen");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private boolean listens() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }
}
