package se.troskel.controller.desk;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.ExamRulesLoader;
import se.troskel.controller.journal.Appender;
import se.troskel.controller.journal.Draft;
import se.troskel.controller.journal.LocalBody;
import se.troskel.controller.keys.Keyring;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.site.Site;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.site.SiteLoop;
import se.troskel.hardware.simulated.SimulatedDevices;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;

/// What a desk works with: a real register and loop at Katrineholm on a Tuesday in term time, ten
/// in the morning, a journal that can refuse, and a clock that the test moves.
final class DeskRig implements AutoCloseable {
    static final Instant MORNING = Instant.parse("2027-02-09T09:00:00Z");
    static final StaffAccount ADA =
            new StaffAccount("ada", "Ada Provsson", "-", false, Set.of(Capability.values()));

    final CentreConfig config =
            new CentreLoader().require(Path.of("../config/centres/katrineholm"));
    final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
    final AtomicReference<ClockTrust> clock = new AtomicReference<>(ClockTrust.SYNCED);
    final List<Draft> journal = new CopyOnWriteArrayList<>();
    final Keyring keys;
    final Register register;
    final SiteLoop loop;
    volatile boolean refusing;
    private final AtomicLong seq = new AtomicLong();
    private final SimulatedDevices devices;

    DeskRig(Path data) {
        keys = Keyring.open(data.resolve("keys"));
        devices = SimulatedDevices.open(config);
        register = Register.open(data.resolve("register"), keys, new SecureRandom());
        loop =
                new SiteLoop(
                        new Site(
                                config,
                                new ExamRulesLoader().load(List.of()).rulebook(),
                                "test",
                                UUID::randomUUID),
                        this::append,
                        devices,
                        new SiteLoop.Time(now::get, System::nanoTime, clock::get),
                        () -> {});
        loop.start();
        register.onChanged(contents -> loop.offer(new SiteInput.RegisterChanged(contents)));
    }

    private void append(Draft draft, Consumer<Appender.Outcome> done) {
        if (refusing) {
            done.accept(new Appender.Outcome.Refused("the disk is full"));
            return;
        }
        journal.add(draft);
        done.accept(new Appender.Outcome.Committed(seq.incrementAndGet()));
    }

    List<EventBody> bodies() {
        return journal.stream().map(Draft::body).toList();
    }

    List<@Nullable String> blockedInJournal() {
        return journal.stream()
                .map(Draft::local)
                .filter(Objects::nonNull)
                .map(LocalBody::facts)
                .filter(facts -> facts.containsKey("blocked"))
                .<@Nullable String>map(facts -> facts.get("blocked"))
                .toList();
    }

    @Override
    public void close() {
        loop.close();
        register.close();
        devices.close();
    }
}
