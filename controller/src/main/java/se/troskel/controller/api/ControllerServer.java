package se.troskel.controller.api;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import java.util.Optional;
import se.troskel.config.Api;

/// The controller's web server: terminals under `/api/v1/kiosk`, where it is switched on other
/// systems' lists under `/api/v1/sittings`, people everywhere else. Listens where the configuration
/// says, by default on this machine only.
public final class ControllerServer implements AutoCloseable {
    /// Largest request taken at all: an import file.
    private static final long LARGEST_REQUEST = 6L * 1024 * 1024;

    private final WebServer server;

    /// Starts it.
    ///
    /// @param lists empty where other systems send none
    public ControllerServer(
            Api api, KioskApi terminals, Optional<SittingsApi> lists, HttpService pages) {
        HttpRouting.Builder routing = HttpRouting.builder().register("/api/v1/kiosk", terminals);
        lists.ifPresent(taken -> routing.register("/api/v1/sittings", taken));
        this.server =
                WebServer.builder()
                        .host(api.host())
                        .port(api.port())
                        .maxPayloadSize(LARGEST_REQUEST)
                        .shutdownHook(false)
                        .routing(routing.register("/", pages))
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
