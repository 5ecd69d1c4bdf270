package se.troskel.kiosk.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.json.Json.MalformedMessageException;
import se.troskel.protocol.kiosk.KioskView;

/// Keeps the event stream open on a virtual thread of its own. After an end it connects again: at
/// once, then after a random pause of up to 0.5 s, doubled each time, at most
/// [Patience#backoffMax()].
final class ViewFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ViewFollower.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int BUFFER = 8 * 1024;

    private final HttpClient http;
    private final Requests requests;
    private final Listener listener;
    private final Patience patience;
    private final LongSupplier nanos;
    private volatile boolean closed;
    private volatile long heardAt;
    private volatile @Nullable InputStream open;
    private @Nullable Thread thread;

    /// Who is told.
    record Listener(Consumer<KioskView> heard, Runnable lost) {}

    /// Begins a request to a path of the API.
    interface Requests {
        /// A request that is still to be built.
        ///
        /// @throws IOException when there is no token for it yet
        HttpRequest.Builder begin(String path) throws IOException;
    }

    ViewFollower(
            HttpClient http,
            Requests requests,
            Listener listener,
            Patience patience,
            LongSupplier nanos) {
        this.http = http;
        this.requests = requests;
        this.listener = listener;
        this.patience = patience;
        this.nanos = nanos;
    }

    void start() {
        thread = Thread.ofVirtual().name("controller-events").start(this::run);
        Thread.ofVirtual().name("controller-silence").start(this::watch);
    }

    @Override
    public void close() {
        closed = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
        end();
    }

    private void run() {
        int failures = 0;
        while (!closed) {
            boolean connected = listen();
            failures = connected ? 0 : failures + 1;
            if (closed) {
                return;
            }
            if (!connected) {
                listener.lost().run();
                HttpControllerClient.pause(backoff(failures));
            }
        }
    }

    /// Until the stream ends.
    ///
    /// @return whether there was one
    private boolean listen() {
        boolean connected = false;
        try {
            heardAt = nanos.getAsLong();
            HttpRequest events = requests.begin("events").timeout(patience.attempt()).build();
            HttpResponse<InputStream> stream = http.send(events, BodyHandlers.ofInputStream());
            try (InputStream in = stream.body()) {
                open = in;
                if (stream.statusCode() != 200) {
                    LOG.warn("the controller refused the events: {}", stream.statusCode());
                    return false;
                }
                connected = viewNow();
                if (connected) {
                    readAll(in);
                }
            }
        } catch (IOException | EventParser.TooLargeException e) {
            if (connected && !closed) {
                LOG.info("the controller's event stream ended: {}", e.getClass().getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open = null;
        }
        return connected;
    }

    /// The stream only tells changes, so the present is asked for once it is open.
    private boolean viewNow() throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                http.send(
                        requests.begin("view").timeout(patience.attempt()).build(),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), Json.MAX_BYTES));
        return response.statusCode() == 200 && tell(response.body());
    }

    private void readAll(InputStream in) throws IOException {
        EventParser parser = new EventParser();
        byte[] buffer = new byte[BUFFER];
        for (int length = in.read(buffer); length >= 0 && !closed; length = in.read(buffer)) {
            heardAt = nanos.getAsLong();
            for (EventParser.Event event : parser.feed(buffer, length)) {
                if (event.name().equals("view")) {
                    tell(event.data().getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private boolean tell(byte[] message) {
        try {
            listener.heard().accept(Json.read(message, KioskView.class));
            return true;
        } catch (MalformedMessageException e) {
            LOG.warn("a view that cannot be read: {}", e.getMessage());
            return false;
        }
    }

    private void watch() {
        while (!closed) {
            HttpControllerClient.pause(patience.silence().dividedBy(4));
            if (nanos.getAsLong() - heardAt > patience.silence().toNanos()) {
                end();
            }
        }
    }

    private void end() {
        InputStream stream = open;
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                LOG.debug("the event stream did not close", e);
            }
        }
    }

    private Duration backoff(int failures) {
        long most =
                Math.min(
                        patience.backoffMax().toMillis(),
                        FIRST_PAUSE.toMillis() << Math.min(failures, 10));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(50, most + 50));
    }
}
