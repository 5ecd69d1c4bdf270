package se.troskel.simulation.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An invigilator's page of an exam room without a browser: logged in by itself, it hears the news
/// as a browser does, asks for its parts then, and notes when a candidate stands in them as let in.
/// Thread-safe.
final class RoomPage implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final Pattern INSIDE =
            Pattern.compile("id=\"tile-([^\"]+)\"[^>]*data-state=\"INSIDE");
    private static final String NEWS = "event:changed";
    private static final int PATIENCE_SECONDS = 30;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .build();
    private final Map<String, CompletableFuture<Long>> inside = new ConcurrentHashMap<>();
    private final URI base;
    private final String room;
    private final String token;
    private final Thread follower;

    /// Logs in, opens the page and follows it from then on.
    RoomPage(URI base, String room) throws IOException, InterruptedException {
        this.base = base;
        this.room = room;
        HttpResponse<String> in =
                post(
                        "/staff/log-in",
                        Map.of(
                                "csrf", token(get("/staff/log-in")),
                                "user", AdmissionCentre.USER,
                                "password", AdmissionCentre.PASSWORD));
        if (in.statusCode() != 303) {
            throw new IllegalStateException("the log-in answered " + in.statusCode());
        }
        this.token = token(get("/staff/exam-room?room=" + room));
        HttpResponse<InputStream> news =
                http.send(request("/staff/live").build(), BodyHandlers.ofInputStream());
        this.follower =
                Thread.ofVirtual()
                        .start(() ->
                                follow(
                                        new BufferedReader(
                                                new InputStreamReader(
                                                        news.body(), StandardCharsets.UTF_8))));
    }

    /// Presses "let in" with a Swedish passport; returns when it is answered.
    void approve(String registration) throws IOException, InterruptedException {
        int status =
                post(
                                "/staff/exam-room/approve",
                                Map.of(
                                        "csrf", token,
                                        "room", room,
                                        "registration", registration,
                                        "document", "SWEDISH_PASSPORT"))
                        .statusCode();
        if (status != 303) {
            throw new IllegalStateException("the press was answered with " + status);
        }
    }

    /// When the page first had a candidate as let in ([System#nanoTime()]); waits for it.
    long showedInside(String registration) throws InterruptedException {
        try {
            return when(registration).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the page never showed who was let in", e);
        }
    }

    private CompletableFuture<Long> when(String registration) {
        return inside.computeIfAbsent(registration, _ -> new CompletableFuture<>());
    }

    private void follow(BufferedReader news) {
        try (news) {
            for (String line = news.readLine(); line != null; line = news.readLine()) {
                if (line.replace(" ", "").equals(NEWS)) {
                    Matcher tiles = INSIDE.matcher(get("/staff/exam-room/live?room=" + room));
                    long now = System.nanoTime();
                    while (tiles.find()) {
                        when(tiles.group(1)).complete(now);
                    }
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // the page was closed, or the controller was
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString()).body();
    }

    private HttpResponse<String> post(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String form =
                fields.entrySet().stream()
                        .map(field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return http.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    private static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("the page has no form");
        }
        return token.group(1);
    }

    @Override
    public void close() {
        follower.interrupt();
        http.shutdownNow();
    }
}
