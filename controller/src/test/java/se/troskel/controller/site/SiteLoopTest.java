package se.troskel.controller.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.troskel.config.CentreLoader;
import se.troskel.controller.journal.Appender.Outcome;
import se.troskel.controller.page.StaffDesk.Done;
import se.troskel.hardware.Device;
import se.troskel.hardware.Devices;
import se.troskel.protocol.event.ClockTrust;

/// Goal: whoever asks the loop finds what was answered in what is shown. Method: a running loop
/// with a journal that commits at once, looked at in the very moment of its reply.
class SiteLoopTest {
    private static final Devices NONE =
            new Devices() {
                @Override
                public Map<String, Device> all() {
                    return Map.of();
                }

                @Override
                public void close() {}
            };

    private final AtomicLong ids = new AtomicLong();
    private final SiteLoop loop =
            new SiteLoop(
                    new Site(
                            new CentreLoader().require(Path.of("../config/centres/katrineholm")),
                            "test",
                            () -> new UUID(0, ids.incrementAndGet())),
                    (_, done) -> done.accept(new Outcome.Committed(ids.incrementAndGet())),
                    NONE,
                    new SiteLoop.Time(
                            InstantSource.fixed(SiteRig.STAFFED),
                            System::nanoTime,
                            () -> ClockTrust.SYNCED),
                    () -> {});

    @AfterEach
    void stop() {
        loop.close();
    }

    @Test
    void theViewHoldsWhatAReplyIsAbout() throws Exception {
        loop.start();
        CompletableFuture<Done> reply = new CompletableFuture<>();
        CompletableFuture<SiteView> seen = reply.thenApply(_ -> loop.view());
        assertThat(loop.offer(new SiteInput.EnrolmentStarted(SiteRig.STAFF, SiteRig.KIOSK, reply)))
                .isTrue();
        assertThat(seen.get(10, TimeUnit.SECONDS).enrolment()).isPresent();
    }
}
