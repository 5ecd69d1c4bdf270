package se.troskel.kiosk.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.kiosk.sample.Samples;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.KioskView;
import se.troskel.protocol.kiosk.PinEntry;
import se.troskel.protocol.kiosk.Presentation;

/// The client speaks the local API over real HTTP and survives what a broken controller can do. A
/// JDK web server plays the controller: good, slow, cut off, huge, senseless.
class HttpControllerClientTest {
    private static final Patience SHORT =
            new Patience(
                    Duration.ofSeconds(2),
                    Duration.ofMillis(400),
                    Duration.ofMillis(1500),
                    Duration.ofSeconds(30),
                    Duration.ofMillis(100));
    private static final Answer ANSWER =
            Samples.answer(CheckInReason.CHECKED_IN, NextStep.SIT_DOWN);
    private static final Presentation CARD =
            new Presentation(new UUID(3, 4), "kiosk1", Medium.CARD, "04A1", Intent.ENTER);

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server = server();
    private HttpControllerClient client = client();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        client.close();
        server.stop(0);
    }

    @Test
    void cardIsPresentedWithTheTokenAndAnswered() {
        List<String> tokens = new CopyOnWriteArrayList<>();
        serve(
                "presentations",
                exchange -> {
                    tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
                    answer(exchange, 200, Json.text(ANSWER));
                });
        assertThat(client.present(CARD)).isEqualTo(new Reply.Heard<>(ANSWER));
        assertThat(tokens).containsExactly("Bearer secret");
        assertThat(
                        Json.read(
                                bodies.getFirst().getBytes(StandardCharsets.UTF_8),
                                Presentation.class))
                .isEqualTo(CARD);
    }

    @Test
    void lostAnswerIsAskedForAgainWithTheSameId() {
        AtomicInteger times = new AtomicInteger();
        serve(
                "presentations",
                exchange -> {
                    if (times.incrementAndGet() == 1) {
                        exchange.close();
                    } else {
                        answer(exchange, 200, Json.text(ANSWER));
                    }
                });
        assertThat(client.present(CARD)).isEqualTo(new Reply.Heard<>(ANSWER));
        assertThat(bodies).hasSizeGreaterThanOrEqualTo(2).containsOnly(bodies.getFirst());
    }

    @Test
    void slowAnswerIsGivenUpInTime() {
        serve("presentations", exchange -> awaitEnd());
        long start = System.nanoTime();
        assertThat(client.present(CARD)).isEqualTo(new Reply.Unreachable<>());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void bodyThatNeverEndsIsGivenUpInTime() {
        serve(
                "presentations",
                exchange -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    awaitEnd();
                });
        assertThat(client.present(CARD)).isEqualTo(new Reply.Unreachable<>());
    }

    @Test
    void nobodyListeningIsUnreachable() {
        server.stop(0);
        assertThat(client.present(CARD)).isEqualTo(new Reply.Unreachable<>());
    }

    @Test
    void pinIsNeverSentTwice() {
        serve("pins", HttpExchange::close);
        assertThat(client.enter(new PinEntry("kiosk1", "challenge", "2580")))
                .isEqualTo(new Reply.Unreachable<>());
        assertThat(bodies.stream().distinct()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | null",
                "200 | {}",
                "200 | not JSON",
                "200 | {\"presentation\":",
                "200 | []",
                "500 | <html>oops</html>",
                "404 | {}",
                "401 | {\"code\":\"UNAUTHORIZED\",\"message\":\"give a token\"}",
                "302 | {\"code\":\"MOVED\",\"message\":\"elsewhere\"}"
            })
    void senselessAnswerIsRefusedNotGuessed(int status, String body) {
        serve("presentations", exchange -> answer(exchange, status, body));
        assertThat(client.present(CARD)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void answerWithAReasonFromTheFutureIsRefused() {
        String text = Json.text(ANSWER).replace("CHECKED_IN", "TELEPORTED");
        serve("presentations", exchange -> answer(exchange, 200, text));
        assertThat(client.present(CARD)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void hugeAnswerIsNotReadToItsEnd() {
        serve("presentations", exchange -> answer(exchange, 200, "x".repeat(5_000_000)));
        assertThat(client.present(CARD)).isNotInstanceOf(Reply.Heard.class);
    }

    @Test
    void viewsAreFollowedAndTheLossIsTold() throws InterruptedException {
        KioskView first = Samples.view();
        KioskView second = Samples.firstDay();
        serve("view", exchange -> answer(exchange, 200, Json.text(first)));
        AtomicInteger connections = new AtomicInteger();
        serve(
                "events",
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 0);
                    OutputStream out = exchange.getResponseBody();
                    write(out, ": heartbeat\n\n");
                    if (connections.incrementAndGet() > 1) {
                        write(out, "event: view\ndata: garbage\n\n");
                        write(out, "event: other\ndata: {}\n\n");
                        write(out, "event: view\r\ndata: " + Json.text(second) + "\r\n\r\n");
                        awaitEnd();
                    }
                    exchange.close();
                });
        BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
        client.follow("kiosk1", heard::add, () -> heard.add("lost"));
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(first);
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(first);
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(second);
        end.countDown();
        server.stop(0);
        Object last = heard.poll(20, TimeUnit.SECONDS);
        while (last instanceof KioskView) {
            last = heard.poll(20, TimeUnit.SECONDS);
        }
        assertThat(last).isEqualTo("lost");
    }

    @Test
    void terminalThatStartsBeforeItsTokenIsThereWaitsForIt(@TempDir Path folder)
            throws IOException, InterruptedException {
        List<String> tokens = new CopyOnWriteArrayList<>();
        serve(
                "events",
                exchange -> {
                    tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
                    exchange.sendResponseHeaders(200, 0);
                    write(exchange.getResponseBody(), ": here\n\n");
                    awaitEnd();
                });
        serve("view", exchange -> answer(exchange, 200, Json.text(Samples.view())));
        Path file = folder.resolve("kiosk.token");
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
        try (HttpControllerClient early =
                new HttpControllerClient(base, new TokenFile(file), SHORT, System::nanoTime)) {
            assertThat(early.present(CARD)).isEqualTo(new Reply.Unreachable<>());
            early.follow("kiosk1", heard::add, () -> heard.add("lost"));
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("lost");
            assertThat(tokens).isEmpty();
            Files.writeString(file, "made-later\n");
            Object next = heard.poll(20, TimeUnit.SECONDS);
            for (int tries = 0; tries < 20 && "lost".equals(next); tries++) {
                next = heard.poll(20, TimeUnit.SECONDS);
            }
            assertThat(next).isEqualTo(Samples.view());
            assertThat(tokens).containsOnly("Bearer made-later");
        }
    }

    private static HttpServer server() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpControllerClient client() {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new HttpControllerClient(base, () -> "secret", SHORT, System::nanoTime);
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private void serve(String path, Handler handler) {
        server.createContext(
                "/api/v1/kiosk/" + path,
                exchange -> {
                    bodies.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    handler.handle(exchange);
                });
    }

    private void awaitEnd() {
        try {
            assertThat(end.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
