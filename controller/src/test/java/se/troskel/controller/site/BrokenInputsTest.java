package se.troskel.controller.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.ExamRulesLoader;
import se.troskel.controller.access.Claim;
import se.troskel.controller.journal.Appender.Outcome;
import se.troskel.controller.staff.Done;
import se.troskel.hardware.LockOutput;
import se.troskel.hardware.simulated.SimulatedDevices;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.DeviceHealth;

/// Broken wires and contacts reach what is shown, and no door waits for them. A running loop on the
/// production drivers over simulated lines, whose hand cuts, shorts and shakes.
class BrokenInputsTest {
    private static final String SUPERVISED = "exam-2-contact";

    private final CentreConfig config =
            new CentreLoader().require(Path.of("../config/centres/katrineholm"));
    private final AtomicLong ids = new AtomicLong();
    private final SimulatedDevices devices = SimulatedDevices.open(config);
    private final SiteLoop loop =
            new SiteLoop(
                    new Site(
                            config,
                            new ExamRulesLoader().load(List.of()).rulebook(),
                            "test",
                            () -> new UUID(0, ids.incrementAndGet())),
                    (_, done) -> done.accept(new Outcome.Committed(ids.incrementAndGet())),
                    devices,
                    new SiteLoop.Time(
                            InstantSource.fixed(SiteRig.STAFFED),
                            System::nanoTime,
                            () -> ClockTrust.SYNCED),
                    () -> {});

    @BeforeEach
    void start() {
        loop.start();
        new DeviceWiring(config, loop, (_, value) -> new Claim.Card(value)).connect(devices);
        await(() -> contact("exam-2") == DoorPhysicalState.CLOSED);
    }

    @AfterEach
    void stop() {
        loop.close();
        devices.close();
    }

    @Test
    void aCutAndAShortedWireAreToldApartAndNeverClosed() {
        devices.site().cut(SUPERVISED);
        await(() -> health(SUPERVISED) == DeviceHealth.CUT);
        assertThat(contact("exam-2")).isEqualTo(DoorPhysicalState.FAULT);
        devices.site().shortWire(SUPERVISED);
        await(() -> health(SUPERVISED) == DeviceHealth.SHORTED);
        assertThat(contact("exam-2")).isEqualTo(DoorPhysicalState.FAULT);
        devices.site().restore(SUPERVISED);
        await(() -> health(SUPERVISED) == DeviceHealth.ONLINE);
        assertThat(contact("exam-2")).isEqualTo(DoorPhysicalState.CLOSED);
    }

    @Test
    void aContactThatChattersHindersNobody() {
        for (int i = 0; i < 200; i++) {
            devices.site().bounce("entrance-contact");
            devices.site().bounce("entrance-exit");
        }
        Done done =
                loop.<Done>ask(reply ->
                                new SiteInput.DoorUnlockAsked(
                                        SiteRig.STAFF, "entrance", Duration.ofMinutes(5), reply))
                        .orElseThrow();
        assertThat(done.done()).isTrue();
        LockOutput lock = devices.find("entrance-lock", LockOutput.class).orElseThrow();
        assertThat(lock.told()).isEqualTo(LockCommand.UNLOCK);
        await(() -> health("entrance-contact") == DeviceHealth.FAULT);
        assertThat(contact("entrance")).isEqualTo(DoorPhysicalState.FAULT);
        await(() -> health("entrance-contact") == DeviceHealth.ONLINE);
        assertThat(loop.refusedInputs()).isZero();
    }

    private DeviceHealth health(String device) {
        return loop.view().devices().stream()
                .filter(one -> one.device().equals(device))
                .findFirst()
                .orElseThrow()
                .health();
    }

    private DoorPhysicalState contact(String door) {
        return loop.view().doors().stream()
                .filter(one -> one.door().equals(door))
                .findFirst()
                .orElseThrow()
                .contact();
    }

    private static void await(BooleanSupplier condition) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - began > Duration.ofSeconds(10).toNanos()) {
                throw new AssertionError("not within ten seconds");
            }
            Thread.onSpinWait();
        }
    }
}
