package se.troskel.simulation.uplink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// A real broker that a test starts, ends and starts again on the same port, its data kept.
interface BrokerUnderTest extends AutoCloseable {
    int port();

    /// Returns when the broker listens.
    void start();

    /// Ends it as roughly as can be.
    void kill();

    @Override
    default void close() {
        kill();
    }

    /// A port that was free a moment ago.
    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
