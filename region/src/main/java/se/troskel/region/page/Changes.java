package se.troskel.region.page;

import io.helidon.http.Status;
import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import se.troskel.region.picture.LivePicture;

/// Server-sent events: that the picture changed, and a beat when it did not. A client holds a
/// virtual thread and no queue: one that is slow gets the newest and misses nothing that counts.
final class Changes implements AutoCloseable {
    private static final int MOST_CLIENTS = 500;
    private static final Duration BEAT = Duration.ofSeconds(15);

    /// Changes within this time are told once.
    private static final Duration GATHER = Duration.ofMillis(300);

    private final LivePicture live;
    private final Semaphore places = new Semaphore(MOST_CLIENTS);
    private volatile boolean closing;

    Changes(LivePicture live) {
        this.live = live;
    }

    /// Tells one client until it goes.
    void tell(ServerResponse response) {
        if (!places.tryAcquire()) {
            response.status(Status.SERVICE_UNAVAILABLE_503)
                    .send("Too many viewers; the page itself still works.");
            return;
        }
        try (SseSink sink = response.sink(SseSink.TYPE)) {
            tell(sink);
        } catch (UncheckedIOException e) {
            // the viewer closed the page
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private void tell(SseSink sink) throws InterruptedException {
        long seen = -1;
        while (!closing) {
            long version = live.after(seen, BEAT).version();
            boolean changed = version > seen;
            sink.emit(
                    SseEvent.builder()
                            .name(changed ? "changed" : "beat")
                            .id(String.valueOf(version))
                            .data(String.valueOf(version))
                            .build());
            seen = version;
            live.after(Long.MAX_VALUE, GATHER);
        }
    }

    @Override
    public void close() {
        closing = true;
    }
}
