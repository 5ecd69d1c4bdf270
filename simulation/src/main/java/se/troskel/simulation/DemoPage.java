package se.troskel.simulation;

import io.helidon.common.parameters.Parameters;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.simulation.control.ControlClient;

/// The demo's own page: the terminal's picture, and everything that people and nature would do to
/// it, its doors and its sensors, worked by hand. On loopback only.
final class DemoPage implements AutoCloseable {
    private final CentreConfig centre;
    private final Ports ports;
    private final ControlClient controller;
    private final ControlClient kiosk;
    private final Runnable cut;
    private final Runnable mend;
    private final WebServer server;

    /// @param cut cuts the line to the broker
    /// @param mend mends it
    DemoPage(CentreConfig centre, Ports ports, Runnable cut, Runnable mend) {
        this.centre = centre;
        this.ports = ports;
        this.controller = new ControlClient(ports.controllerControl());
        this.kiosk = new ControlClient(ports.kioskControl());
        this.cut = cut;
        this.mend = mend;
        this.server =
                WebServer.builder()
                        .host("127.0.0.1")
                        .port(ports.demoPage())
                        .shutdownHook(false)
                        .routing(
                                HttpRouting.builder()
                                        .get(
                                                "/",
                                                (req, res) ->
                                                        html(
                                                                res,
                                                                page(
                                                                        req.query()
                                                                                .first("said")
                                                                                .orElse(""))))
                                        .get("/kiosk.png", (req, res) -> picture(res))
                                        .get(
                                                "/demo.css",
                                                (req, res) -> file(res, "demo.css", "text/css"))
                                        .get(
                                                "/demo.js",
                                                (req, res) ->
                                                        file(res, "demo.js", "text/javascript"))
                                        .post("/kiosk/{verb}", (req, res) -> work(req, res, kiosk))
                                        .post(
                                                "/controller/{verb}",
                                                (req, res) -> work(req, res, controller))
                                        .post("/line/{verb}", this::line))
                        .build()
                        .start();
    }

    private void work(ServerRequest req, ServerResponse res, ControlClient program) {
        Parameters form = req.content().as(Parameters.class);
        Map<String, String> arguments = new LinkedHashMap<>();
        form.names().forEach(name -> arguments.put(name, form.get(name)));
        String said;
        try {
            said = program.call(req.path().pathParameters().get("verb"), arguments);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            said = Objects.toString(e.getMessage());
        }
        back(res, said);
    }

    private void line(ServerRequest req, ServerResponse res) {
        boolean cutting = req.path().pathParameters().get("verb").equals("cut");
        (cutting ? cut : mend).run();
        back(res, cutting ? "the line to the broker is cut" : "the line to the broker is mended");
    }

    private static void back(ServerResponse res, String said) {
        res.status(Status.SEE_OTHER_303)
                .header(
                        HeaderNames.LOCATION,
                        "/?said="
                                + java.net.URLEncoder.encode(
                                        said, java.nio.charset.StandardCharsets.UTF_8))
                .send();
    }

    private void picture(ServerResponse res) {
        try {
            res.header(HeaderNames.CONTENT_TYPE, "image/png")
                    .header(HeaderNames.CACHE_CONTROL, "no-store")
                    .send(kiosk.picture());
        } catch (UncheckedIOException e) {
            res.status(Status.SERVICE_UNAVAILABLE_503).send("the terminal is starting");
        }
    }

    private static void file(ServerResponse res, String name, String type) {
        try (InputStream in =
                Objects.requireNonNull(DemoPage.class.getResourceAsStream(name), name)) {
            res.header(HeaderNames.CONTENT_TYPE, type + "; charset=utf-8").send(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void html(ServerResponse res, String page) {
        res.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send(page);
    }

    private String page(String said) {
        StringBuilder page = new StringBuilder();
        page.append(
                """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Tröskel demo</title>
                <link rel="stylesheet" href="/demo.css"><script src="/demo.js" defer></script></head><body>
                <header><h1>%s</h1>
                <p><a href="http://127.0.0.1:%d/">Staff pages</a>%s</p>
                <p class="said" role="status">%s</p></header><main>
                """
                        .formatted(
                                escape(centre.centre().name()),
                                ports.staffPages(),
                                DemoCentre.hasRegion(centre)
                                        ? " · <a href=\"http://127.0.0.1:"
                                                + ports.regionPage()
                                                + "/\">Region</a>"
                                        : "",
                                escape(said)));
        boolean terminal = DemoCentre.hasTerminal(centre);
        if (terminal) {
            page.append(
                    """
                    <figure><img id="kiosk" src="/kiosk.png" alt="The terminal's screen" width="432" height="768"></figure>
                    """);
        }
        page.append("<div class=\"tools\">");
        if (terminal) {
            page.append(terminal());
        }
        if (!centre.devices().isEmpty()) {
            page.append("<section><h2>Doors</h2>");
            centre.devices().forEach(device -> page.append(tools(device)));
            page.append("</section>");
        }
        page.append("<section><h2>Time and line</h2>");
        page.append(
                form(
                        "/controller/clock",
                        "Set clock",
                        text("at", "UTC, 2027-02-09T18:00:00Z", "")));
        if (DemoCentre.hasRegion(centre)) {
            page.append(form("/line/cut", "Cut the line to the broker", ""));
            page.append(form("/line/mend", "Mend it", ""));
        }
        page.append("</section></div></main></body></html>");
        return page.toString();
    }

    private static String terminal() {
        return "<section><h2>At the terminal</h2>"
                + form("/kiosk/card", "Show card", text("value", "Card number", "04A1B2C3"))
                + form("/kiosk/qr", "Show QR code", text("value", "The code's text", ""))
                + form("/kiosk/type", "Press keys", text("keys", "Digits or letters", ""))
                + form("/kiosk/press", "Press control", text("control", "Control's id", ""))
                + "</section>";
    }

    private static String tools(Device device) {
        String id = hidden("device", device.id());
        String name = "<h3>" + escape(device.name()) + "</h3>";
        return switch (device.kind()) {
            case DOOR_CONTACT ->
                    name
                            + form("/controller/contact", "Open", id + hidden("open", "true"))
                            + form("/controller/contact", "Close", id + hidden("open", "false"));
            case TAMPER, OTHER_SYSTEM, FIRE_ALARM, BURGLAR_ALARM ->
                    name
                            + form("/controller/contact", "On", id + hidden("open", "true"))
                            + form("/controller/contact", "Off", id + hidden("open", "false"));
            case REQUEST_TO_EXIT -> name + form("/controller/exit", "Press", id);
            case LOCK ->
                    name
                            + form("/controller/jam", "Jam", id + hidden("jammed", "true"))
                            + form("/controller/jam", "Free", id + hidden("jammed", "false"));
            case CARD_READER ->
                    name
                            + form(
                                    "/controller/card",
                                    "Show card",
                                    id + text("value", "Card number", ""));
            case OCCUPANCY_SENSOR ->
                    name
                            + form("/controller/passage", "One in", id + hidden("people", "1"))
                            + form("/controller/passage", "One out", id + hidden("people", "-1"));
            case CODE_SCANNER, LOCK_MONITOR, SOUNDER, KIOSK -> "";
        };
    }

    private static String form(String action, String button, String fields) {
        return "<form method=\"post\" action=\""
                + action
                + "\">"
                + fields
                + "<button>"
                + escape(button)
                + "</button></form>";
    }

    private static String text(String name, String label, String value) {
        return "<label>"
                + escape(label)
                + " <input name=\""
                + name
                + "\" value=\""
                + escape(value)
                + "\"></label>";
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + escape(value) + "\">";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    @Override
    public void close() {
        server.stop();
    }

    /// Programs' pages, for printing.
    List<String> addresses() {
        List<String> addresses =
                new ArrayList<>(
                        List.of(
                                "demo page    http://127.0.0.1:" + ports.demoPage() + "/",
                                "staff pages  http://127.0.0.1:" + ports.staffPages() + "/"));
        if (DemoCentre.hasRegion(centre)) {
            addresses.add("region page  http://127.0.0.1:" + ports.regionPage() + "/");
        }
        return addresses;
    }
}
