package se.troskel.controller.api;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import se.troskel.config.Api;

/// The controller's web server: terminals under `/api/v1/kiosk`, people everywhere else. Listens
/// where the configuration says, by default on this machine only.
public final class ControllerServer implements AutoCloseable {
    /// Largest request taken at all: an import file.
    private static final long LARGEST_REQUEST = 6L * 1024 * 1024;

    private final WebServer server;

    public ControllerServer(Api api, KioskApi terminals, HttpService pages) {
        this.server =
                WebServer.builder()
                        .host(api.host())
                        .port(api.port())
                        .maxPayloadSize(LARGEST_REQUEST)
                        .shutdownHook(false)
                        .routing(
                                HttpRouting.builder()
                                        .register("/api/v1/kiosk", terminals)
                                        .register("/", pages))
                        .build()
                        .start();
    }

    /// The port it listens on.
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
