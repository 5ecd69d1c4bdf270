package se.troskel.kiosk.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.json.Json.MalformedMessageException;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.ApiError;
import se.troskel.protocol.kiosk.EnrolmentPin;
import se.troskel.protocol.kiosk.EnrolmentPinResult;
import se.troskel.protocol.kiosk.ExamChoice;
import se.troskel.protocol.kiosk.KioskView;
import se.troskel.protocol.kiosk.PinEntry;
import se.troskel.protocol.kiosk.Presentation;
import se.troskel.protocol.kiosk.PurposeChoice;
import se.troskel.protocol.kiosk.StaffEnd;
import se.troskel.protocol.kiosk.StaffLook;
import se.troskel.protocol.kiosk.StaffOrder;
import se.troskel.protocol.kiosk.StaffOrderResult;
import se.troskel.protocol.kiosk.StaffPin;
import se.troskel.protocol.kiosk.StaffPinResult;
import se.troskel.protocol.kiosk.StaffView;
import se.troskel.protocol.kiosk.VisitRequest;

/// Talks to the controller over HTTP with a bearer token.
public final class HttpControllerClient implements ControllerClient {
    private static final Logger LOG = LoggerFactory.getLogger(HttpControllerClient.class);
    private static final long RETRY_PAUSE_MILLIS = 200;

    private final URI base;
    private final Token token;
    private final Patience patience;
    private final LongSupplier nanos;
    private final HttpClient http;
    private volatile @Nullable ViewFollower follower;

    /// A client; nothing is connected yet.
    ///
    /// @param base as in `http://127.0.0.1:8080`, without a path
    /// @param nanos monotonic clock
    public HttpControllerClient(URI base, Token token, Patience patience, LongSupplier nanos) {
        this.base = base;
        this.token = token;
        this.patience = patience;
        this.nanos = nanos;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(patience.connect())
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    @Override
    public Reply<Answer> present(Presentation presentation) {
        return ask("presentations", presentation, true, body -> Json.read(body, Answer.class));
    }

    @Override
    public Reply<Answer> visit(VisitRequest visit) {
        return ask("visits", visit, true, body -> Json.read(body, Answer.class));
    }

    @Override
    public Reply<Answer> exam(ExamChoice choice) {
        return ask("exam", choice, true, body -> Json.read(body, Answer.class));
    }

    @Override
    public Reply<Answer> enter(PinEntry pin) {
        return ask("pins", pin, false, body -> Json.read(body, Answer.class));
    }

    @Override
    public Reply<EnrolmentPinResult> choose(EnrolmentPin pin) {
        return ask("enrolment-pins", pin, false, body -> Json.read(body, EnrolmentPinResult.class));
    }

    @Override
    public void tell(PurposeChoice purpose) {
        ask("purposes", purpose, true, body -> body.length);
    }

    @Override
    public Reply<StaffPinResult> open(StaffPin pin) {
        return ask("staff-pins", pin, false, body -> Json.read(body, StaffPinResult.class));
    }

    @Override
    public Reply<StaffView> look(StaffLook look) {
        return ask("staff-looks", look, true, body -> Json.read(body, StaffView.class));
    }

    @Override
    public Reply<StaffOrderResult> order(StaffOrder order) {
        return ask("staff-orders", order, false, body -> Json.read(body, StaffOrderResult.class));
    }

    @Override
    public void leave(StaffEnd end) {
        ask("staff-ends", end, true, body -> body.length);
    }

    @Override
    public void follow(String kiosk, Consumer<KioskView> heard, Runnable lost) {
        ViewFollower started =
                new ViewFollower(
                        http,
                        path -> request(path + "?kiosk=" + kiosk),
                        new ViewFollower.Listener(heard, lost),
                        patience,
                        nanos);
        follower = started;
        started.start();
    }

    @Override
    public void close() {
        ViewFollower running = follower;
        if (running != null) {
            running.close();
        }
        http.shutdownNow();
    }

    private HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(base.resolve("/api/v1/kiosk/" + path))
                .header("Authorization", "Bearer " + token.read());
    }

    /// @param again whether it may be sent again although it may have arrived
    private <T> Reply<T> ask(
            String path, Record message, boolean again, Function<byte[], T> reader) {
        long start = nanos.getAsLong();
        while (true) {
            try {
                return read(path, send(request(path, message)), reader);
            } catch (IOException | TimeoutException e) {
                boolean neverSent =
                        e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
                long left = patience.question().toNanos() - (nanos.getAsLong() - start);
                if (!(again || neverSent) || left < patience.attempt().toNanos()) {
                    LOG.warn("no answer from the controller to {}: {}", path, e.getClass());
                    return new Reply.Unreachable<>();
                }
                pause(Duration.ofMillis(RETRY_PAUSE_MILLIS));
            }
        }
    }

    private HttpRequest request(String path, Record message) throws IOException {
        return request(path)
                .header("Content-Type", "application/json")
                .timeout(patience.attempt())
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.write(message)))
                .build();
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, TimeoutException {
        CompletableFuture<HttpResponse<byte[]>> response =
                http.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), Json.MAX_BYTES));
        try {
            return response.get(patience.attempt().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the client is being closed", e);
        } finally {
            response.cancel(true);
        }
    }

    private static <T> Reply<T> read(
            String path, HttpResponse<byte[]> response, Function<byte[], T> reader) {
        try {
            if (response.statusCode() >= 300) {
                ApiError error = Json.read(response.body(), ApiError.class);
                return refused(path, response.statusCode() + " " + error.code());
            }
            return new Reply.Heard<>(reader.apply(response.body()));
        } catch (MalformedMessageException e) {
            return refused(path, response.statusCode() + " and a body that is not of the API");
        }
    }

    private static <T> Reply<T> refused(String path, String why) {
        LOG.warn("the controller refused {}: {}", path, why);
        return new Reply.Refused<>(why);
    }

    /// Waits; shorter when the thread is interrupted.
    static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
