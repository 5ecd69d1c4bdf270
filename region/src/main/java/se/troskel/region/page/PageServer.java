package se.troskel.region.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpMediaType;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.staticcontent.ClasspathHandlerConfig;
import io.helidon.webserver.staticcontent.StaticContentFeature;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import se.troskel.protocol.json.Json;
import se.troskel.region.intake.IntakeStatus;
import se.troskel.region.picture.CentrePicture;
import se.troskel.region.picture.LivePicture;
import se.troskel.region.picture.RegionPicture;
import se.troskel.region.store.Sample;

/// The web server of the live page: `/`, its middle `/fragment`, its changes `/events`, the same as
/// data `/api/v1/centres`, and `/health`. Reads only; thread-safe.
public final class PageServer implements AutoCloseable {
    private static final HttpMediaType HTML =
            HttpMediaType.builder().mediaType(MediaTypes.TEXT_HTML).charset("UTF-8").build();
    private static final String TEMPLATES = "se.troskel.region.page.template";
    private static final Map<HeaderName, String> SECURITY =
            Map.of(
                    HeaderNames.create("Content-Security-Policy"),
                    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                    HeaderNames.create("X-Content-Type-Options"),
                    "nosniff",
                    HeaderNames.create("Referrer-Policy"),
                    "no-referrer",
                    HeaderNames.create("Cache-Control"),
                    "no-store");

    private final View view;
    private final Changes changes;
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES);
    private final WebServer server;

    /// Listens at once.
    ///
    /// @param port 0 for any free one
    public PageServer(String host, int port, View view) {
        this.view = view;
        this.changes = new Changes(view.live());
        this.server =
                WebServer.builder()
                        .host(host)
                        .port(port)
                        .shutdownHook(false)
                        .routing(this::route)
                        .build()
                        .start();
    }

    /// What the pages are made from.
    ///
    /// @param samples of a centre since an instant, oldest first; blocks on disk
    public record View(
            LivePicture live,
            BiFunction<String, Instant, List<Sample>> samples,
            Supplier<IntakeStatus> intake,
            InstantSource wall,
            ZoneId zone) {}

    /// The port it listens on.
    public int port() {
        return server.port();
    }

    private void route(HttpRouting.Builder routing) {
        routing.any(
                        (request, response) -> {
                            SECURITY.forEach(response::header);
                            response.next();
                        })
                .get("/", (request, response) -> html(request, response, "page.jte"))
                .get("/fragment", (request, response) -> html(request, response, "live.jte"))
                .get("/centres/{code}/day", this::day)
                .get("/events", (request, response) -> changes.tell(response))
                .get("/api/v1/centres", (request, response) -> json(response, centres()))
                .get("/health", (request, response) -> health(response))
                .register(
                        "/static",
                        StaticContentFeature.createService(
                                ClasspathHandlerConfig.create("region-static")));
    }

    private void html(ServerRequest request, ServerResponse response, String template) {
        var html = new StringOutput();
        Overview overview = Overview.of(view.live().now(), view.zone(), view.wall().instant());
        Show show = Show.of(request.query().first("visa").orElse(""));
        templates.render(template, Map.of("overview", overview, "show", show), html);
        response.headers().contentType(HTML);
        response.send(html.toString());
    }

    private void day(ServerRequest request, ServerResponse response) {
        String code = request.path().pathParameters().get("code");
        Optional<CentrePicture> centre =
                view.live().now().centres().stream()
                        .filter(one -> one.centre().equals(code))
                        .findFirst();
        if (centre.isEmpty()) {
            response.status(Status.NOT_FOUND_404).send();
            return;
        }
        Clock clock = new Clock(view.zone(), view.wall().instant());
        List<Sample> samples = view.samples().apply(code, DayLine.since(clock.now(), clock.zone()));
        var html = new StringOutput();
        templates.render("day.jte", Map.of("day", DayPage.of(centre.get(), samples, clock)), html);
        response.headers().contentType(HTML);
        response.send(html.toString());
    }

    private Centres centres() {
        RegionPicture picture = view.live().now();
        return new Centres(view.wall().instant(), picture.connected(), picture.centres());
    }

    /// What `/api/v1/centres` answers.
    ///
    /// @param at the region's clock
    /// @param connected whether the region reaches its broker
    record Centres(Instant at, boolean connected, List<CentrePicture> centres) {}

    private void health(ServerResponse response) {
        IntakeStatus status = view.intake().get();
        if (!status.writing()) {
            response.status(Status.SERVICE_UNAVAILABLE_503);
        }
        json(response, status);
    }

    private static void json(ServerResponse response, Object answer) {
        response.headers().contentType(MediaTypes.APPLICATION_JSON);
        response.send(Json.write(answer));
    }

    @Override
    public void close() {
        changes.close();
        server.stop();
    }
}
