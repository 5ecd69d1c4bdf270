package se.troskel.simulation.control;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import se.troskel.protocol.json.Json;
import tools.jackson.databind.JsonNode;

/// The control port of a simulated program, on loopback only: `POST /VERB` with a JSON object of
/// texts works its devices or its clock and answers with a text, `GET /picture` gives its screen.
/// Production programs have none.
public final class ControlServer implements AutoCloseable {
    private final WebServer server;

    /// What a verb does with its arguments; the answer is a text.
    public interface Verb extends Function<Map<String, String>, String> {}

    /// @param picture the screen as PNG; gives no bytes when there is none
    public ControlServer(int port, Map<String, Verb> verbs, Supplier<byte[]> picture) {
        HttpRouting.Builder routing = HttpRouting.builder();
        verbs.forEach(
                (name, verb) -> routing.post("/" + name, (req, res) -> answer(req, res, verb)));
        routing.get(
                "/picture",
                (req, res) ->
                        res.header(HeaderNames.CONTENT_TYPE, "image/png")
                                .header(HeaderNames.CACHE_CONTROL, "no-store")
                                .send(picture.get()));
        this.server =
                WebServer.builder()
                        .host("127.0.0.1")
                        .port(port)
                        .shutdownHook(false)
                        .routing(routing)
                        .build()
                        .start();
    }

    public int port() {
        return server.port();
    }

    private static void answer(ServerRequest req, ServerResponse res, Verb verb) {
        try (var in = req.content().inputStream()) {
            JsonNode message = Json.readTree(in.readNBytes(Json.MAX_BYTES));
            Map<String, String> arguments = new TreeMap<>();
            message.properties()
                    .forEach(
                            member -> arguments.put(member.getKey(), member.getValue().asString()));
            res.send(verb.apply(arguments));
        } catch (IOException | RuntimeException e) {
            res.status(Status.BAD_REQUEST_400).send(String.valueOf(e));
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
