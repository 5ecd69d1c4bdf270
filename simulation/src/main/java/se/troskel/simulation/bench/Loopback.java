package se.troskel.simulation.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// The least that an answer over the loopback can cost on this machine: one byte there and back
/// over TCP. Blocks.
final class Loopback {
    private Loopback() {}

    /// Measures that many round trips.
    static long[] measure(int count) throws IOException {
        long[] nanos = new long[count];
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
            socket.setTcpNoDelay(true);
            Thread.ofPlatform().daemon().start(() -> echo(server));
            for (int i = 0; i < count; i++) {
                long before = System.nanoTime();
                socket.getOutputStream().write(1);
                if (socket.getInputStream().read() < 0) {
                    throw new IOException("the loopback ended early");
                }
                nanos[i] = System.nanoTime() - before;
            }
        }
        return nanos;
    }

    private static void echo(ServerSocket server) {
        try (Socket peer = server.accept()) {
            peer.setTcpNoDelay(true);
            for (int read = peer.getInputStream().read();
                    read >= 0;
                    read = peer.getInputStream().read()) {
                peer.getOutputStream().write(read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
