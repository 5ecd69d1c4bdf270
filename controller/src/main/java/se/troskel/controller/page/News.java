package se.troskel.controller.page;

import io.helidon.http.sse.SseEvent;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.sse.SseSink;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells open pages that something changed (server-sent events): `changed` after a change, at most
/// five a second, `tick` when nothing did for some seconds, so that the page can count its own age,
/// and `ended` when the session is over. Which facts changed is never said here: the page asks for
/// its parts again, with its own rights. Each listener keeps one virtual thread of the server.
final class News implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(News.class);
    private static final int LISTENERS_MAX = 64;
    private static final long PAUSE_MILLIS = 200;

    private final Function<Runnable, Runnable> changes;
    private final Sessions sessions;
    private final Duration tickEvery;
    private final Set<Semaphore> bells = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);

    /// @param changes calls what it is given after each change, on any thread, until its result is
    ///   run
    News(Function<Runnable, Runnable> changes, Sessions sessions, Duration tickEvery) {
        this.changes = changes;
        this.sessions = sessions;
        this.tickEvery = tickEvery;
    }

    /// Sends news until the browser leaves, the session ends or this is closed; blocks as long. A
    /// listener too many is told to come back in a while.
    void send(ServerResponse response, Session session) {
        var bell = new Semaphore(0);
        if (isClosed() || bells.size() >= LISTENERS_MAX) {
            response.status(503).header("Retry-After", "30").send();
            return;
        }
        bells.add(bell);
        var ending = changes.apply(bell::release);
        try (var sink = response.sink(SseSink.TYPE)) {
            sink.emit(event("tick"));
            while (!isClosed() && sessions.find(session.id()).isPresent()) {
                boolean changed = bell.tryAcquire(tickEvery.toMillis(), TimeUnit.MILLISECONDS);
                bell.drainPermits();
                sink.emit(event(changed ? "changed" : "tick"));
                if (changed && closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
            if (!isClosed()) {
                sink.emit(event("ended"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException | IllegalStateException e) {
            LOG.debug("a page stopped listening", e);
        } finally {
            ending.run();
            bells.remove(bell);
        }
    }

    private boolean isClosed() {
        return closing.getCount() == 0;
    }

    private static SseEvent event(String name) {
        return SseEvent.builder().name(name).data(name).build();
    }

    @Override
    public void close() {
        closing.countDown();
        bells.forEach(Semaphore::release);
    }
}
