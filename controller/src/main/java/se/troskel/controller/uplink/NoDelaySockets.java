package se.troskel.controller.uplink;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.AccessSystemException;

/// Sockets with TCP_NODELAY: without it a small message waits up to 44 ms for the one before to be
/// confirmed (measured). Paho asks for an [SSLSocketFactory] where the address says TLS.
final class NoDelaySockets {
    private final SocketFactory factory;

    private NoDelaySockets(SocketFactory factory) {
        this.factory = factory;
    }

    static NoDelaySockets of(UplinkSettings settings) {
        return new NoDelaySockets(
                settings.isTls()
                        ? new Tls(trusting(settings.authority()))
                        : new Plain(SocketFactory.getDefault()));
    }

    SocketFactory factory() {
        return factory;
    }

    private static SSLSocketFactory trusting(@Nullable Path authority) {
        try {
            var context = SSLContext.getInstance("TLS");
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authority == null ? null : store(authority));
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new AccessSystemException(
                    "the broker's certificate authority cannot be used: "
                            + (authority == null ? "the JVM's own" : authority)
                            + "; give a readable PEM file in "
                            + UplinkSettings.AUTHORITY,
                    e);
        }
    }

    private static KeyStore store(Path authority) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(authority)) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
            if (number == 0) {
                throw new IOException("no certificate in the file");
            }
        }
        return store;
    }

    private static Socket quick(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }

    /// Without TLS.
    private static final class Plain extends SocketFactory {
        private final SocketFactory sockets;

        Plain(SocketFactory sockets) {
            this.sockets = sockets;
        }

        @Override
        public Socket createSocket() throws IOException {
            return quick(sockets.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return quick(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort)
                throws IOException {
            return quick(sockets.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return quick(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
                throws IOException {
            return quick(sockets.createSocket(host, port, local, localPort));
        }
    }

    /// With TLS.
    private static final class Tls extends SSLSocketFactory {
        private final SSLSocketFactory sockets;

        Tls(SSLSocketFactory sockets) {
            this.sockets = sockets;
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return sockets.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return sockets.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            return quick(sockets.createSocket());
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
                throws IOException {
            return quick(sockets.createSocket(socket, host, port, autoClose));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return quick(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort)
                throws IOException {
            return quick(sockets.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return quick(sockets.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
                throws IOException {
            return quick(sockets.createSocket(host, port, local, localPort));
        }
    }
}
