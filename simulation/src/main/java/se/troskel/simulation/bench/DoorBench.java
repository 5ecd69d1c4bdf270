package se.troskel.simulation.bench;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import se.troskel.config.ExamRulesLoader;
import se.troskel.controller.access.Claim;
import se.troskel.controller.journal.Appender;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.site.Site;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.site.SiteLoop;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.StaffAction;

/// From a card queued for the site's loop to its lock told to unlock, with the real loop. Its
/// caller's thread presents the cards and waits for the locks.
final class DoorBench implements AutoCloseable {
    /// People who come, one after another.
    static final int PEOPLE = 64;

    private static final StaffAccount STAFF =
            new StaffAccount("bench", "Ada Provsson", "-", false, Set.of());

    private final Map<String, BenchLock> locks;
    private final SiteLoop loop;
    private int next;

    /// @param journal where the loop's records go
    DoorBench(BenchCentre centre, Appender journal) {
        this.locks = centre.locks();
        this.loop =
                new SiteLoop(
                        new Site(
                                centre.config(),
                                new ExamRulesLoader().load(List.of()).rulebook(),
                                "bench",
                                UUID::randomUUID),
                        journal,
                        BenchCentre.devices(locks),
                        new SiteLoop.Time(
                                InstantSource.fixed(BenchCentre.NOW),
                                System::nanoTime,
                                () -> ClockTrust.SYNCED),
                        () -> {});
        loop.start();
        loop.offer(new SiteInput.RegisterChanged(BenchCentre.register(PEOPLE)));
    }

    /// Presents `count` cards, `atOnce` at a time; each batch begins when the one before has opened
    /// its doors and everything about it is recorded, as people at a door come one after another
    /// and never within the same write.
    ///
    /// @return nanoseconds of each
    long[] measure(int count, int atOnce) throws InterruptedException {
        long[] nanos = new long[count];
        for (int first = 0; first < count; first += atOnce) {
            int size = Math.min(atOnce, count - first);
            int from = next;
            for (int i = 0; i < size; i++) {
                nanos[first + i] = System.nanoTime();
                present(next++);
            }
            for (int i = 0; i < size; i++) {
                nanos[first + i] = lock(from + i).nextUnlock() - nanos[first + i];
            }
            settle();
        }
        return nanos;
    }

    /// Waits for a record of its own, which stands behind all before it.
    private void settle() {
        var last = new EventBody.StaffActed(StaffAction.CARD_UNBLOCKED, null, null, null);
        Optional<Done> done = loop.ask(reply -> new SiteInput.StaffDid(STAFF, last, reply));
        if (done.filter(Done::done).isEmpty()) {
            throw new IllegalStateException("the journal refused a record");
        }
    }

    private void present(int index) {
        var card = new Claim.Card(BenchCentre.lookup(index % PEOPLE));
        String reader = BenchCentre.doorId(index % BenchCentre.DOORS) + "-reader";
        if (!loop.offer(new SiteInput.CardAtDoor(reader, card))) {
            throw new IllegalStateException("the queue is full");
        }
    }

    private BenchLock lock(int index) {
        BenchLock lock = locks.get(BenchCentre.doorId(index % BenchCentre.DOORS));
        if (lock == null) {
            throw new IllegalStateException("no lock " + index);
        }
        return lock;
    }

    @Override
    public void close() {
        loop.close();
    }
}
