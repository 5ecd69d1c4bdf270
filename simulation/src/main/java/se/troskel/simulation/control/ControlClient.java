package se.troskel.simulation.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import se.troskel.protocol.json.Json;

/// Works a simulated program through its [ControlServer]. Blocks; thread-safe.
public final class ControlClient {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI base;

    public ControlClient(int port) {
        this.base = URI.create("http://127.0.0.1:" + port + "/");
    }

    /// Does `verb` and returns its answer.
    ///
    /// @throws UncheckedIOException when the program is not there
    /// @throws IllegalArgumentException when it refused, with its words
    public String call(String verb, Map<String, String> arguments) {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(verb))
                        .timeout(Duration.ofSeconds(15))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(arguments)))
                        .build();
        HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalArgumentException(verb + ": " + response.body());
        }
        return response.body();
    }

    /// The program's screen as PNG.
    public byte[] picture() {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve("picture"))
                        .timeout(Duration.ofSeconds(15))
                        .build();
        return send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    /// Whether the program answers.
    public boolean answers() {
        try {
            call("ping", Map.of());
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException("the program at " + base + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while asking " + base, e));
        }
    }
}
