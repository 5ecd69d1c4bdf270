package se.troskel.controller.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.ExamRulesLoader;
import se.troskel.controller.access.Claim;
import se.troskel.controller.journal.Appender;
import se.troskel.controller.keys.Argon2Passwords;
import se.troskel.controller.site.Site;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.site.SiteLoop;
import se.troskel.hardware.simulated.SimulatedDevices;
import se.troskel.protocol.event.ClockTrust;

/// Goal: a terminal counts as there exactly while it follows the centre's news. Method: a real loop
/// at Katrineholm, followed and left by one terminal.
class KioskDeskTest {
    private static final String KIOSK = "kiosk1";

    private final CentreConfig config =
            new CentreLoader().require(Path.of("../config/centres/katrineholm"));
    private final AtomicLong seq = new AtomicLong();
    private SimulatedDevices devices;
    private SiteLoop loop;
    private KioskDesk desk;

    @BeforeEach
    void begin() {
        devices = SimulatedDevices.open(config);
        loop =
                new SiteLoop(
                        new Site(
                                config,
                                new ExamRulesLoader().load(List.of()).rulebook(),
                                "test",
                                UUID::randomUUID),
                        (draft, answer) ->
                                answer.accept(
                                        new Appender.Outcome.Committed(seq.incrementAndGet())),
                        devices,
                        new SiteLoop.Time(
                                InstantSource.fixed(Instant.parse("2027-02-09T09:00:00Z")),
                                System::nanoTime,
                                () -> ClockTrust.SYNCED),
                        () -> {});
        loop.start();
        desk =
                new KioskDesk(
                        config,
                        loop,
                        (medium, value) -> new Claim.Unreadable(medium),
                        new Argon2Passwords(new SecureRandom()),
                        (candidate, pinHash) -> {});
    }

    @AfterEach
    void stop() {
        loop.close();
        devices.close();
    }

    @Test
    void aTerminalIsThereWhileItFollows() {
        Runnable leave = desk.onView(KIOSK, view -> {});
        assertThat(isSoonThere(true)).isTrue();
        leave.run();
        assertThat(isSoonThere(false)).isTrue();
    }

    /// After a power cut the line before is noticed dead only when something is written to it.
    @Test
    void aTerminalThatCameBackStaysThereWhenItsOldLineIsNoticedDead() {
        Runnable old = desk.onView(KIOSK, view -> {});
        Runnable present = desk.onView(KIOSK, view -> {});
        old.run();
        assertThat(isSoonThere(true)).isTrue();
        present.run();
        assertThat(isSoonThere(false)).isTrue();
    }

    /// What the loop says once it has taken everything that was offered before this.
    private boolean isSoonThere(boolean there) {
        Optional<Optional<String>> asked =
                loop.ask(reply -> new SiteInput.PinHashAsked(KIOSK, "none", reply));
        assertThat(asked).isPresent();
        long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (loop.view().terminals().contains(KIOSK) != there && System.nanoTime() - until < 0) {
            LockSupport.parkNanos(1_000_000);
        }
        return loop.view().terminals().contains(KIOSK) == there;
    }
}
