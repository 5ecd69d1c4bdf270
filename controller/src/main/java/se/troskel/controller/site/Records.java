package se.troskel.controller.site;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.journal.Draft;
import se.troskel.controller.journal.LocalBody;
import se.troskel.protocol.event.EventBody;

/// Collects the effects of a step, and keeps what waits for its record. Owned by the loop's thread.
///
/// Two kinds of record: *before* (nothing happens until it is committed; given up after a deadline)
/// and *after* (the thing has happened; if the journal refuses, the record is kept and offered
/// again, up to [#MAX_OWED]).
final class Records {
    /// After this the person gets an answer and the grant is off, even if the record is committed
    /// later.
    static final long DEADLINE_NANOS = 3_000_000_000L;

    /// Records of things that happened while the journal refused; beyond this the oldest are
    /// dropped and counted.
    static final int MAX_OWED = 1_000;

    private final List<SiteEffect> effects = new ArrayList<>();
    private final Map<Long, Waiting> waiting = new HashMap<>();
    private final Deque<Draft> owed = new ArrayDeque<>();
    private long lastPending;
    private long dropped;

    /// What to do when a record is on disk, or will not be.
    interface Then {
        void committed(Moment now);

        void refused(Moment now);
    }

    private record Waiting(Draft draft, @Nullable Then then, long deadlineNanos) {}

    void add(SiteEffect effect) {
        effects.add(effect);
    }

    <T> void reply(CompletableFuture<T> future, T value) {
        effects.add(new SiteEffect.Reply<>(future, value));
    }

    /// Records something that has happened.
    void after(Moment now, EventBody body, @Nullable LocalBody local) {
        append(new Draft(now.at(), now.nanos(), now.clock(), body, local), null, now);
    }

    /// Records something that may happen only once this is on disk.
    void before(Moment now, EventBody body, @Nullable LocalBody local, Then then) {
        append(new Draft(now.at(), now.nanos(), now.clock(), body, local), then, now);
    }

    void committed(long pending, Moment now) {
        Waiting done = waiting.remove(pending);
        if (done != null && done.then != null) {
            done.then.committed(now);
        }
    }

    void refused(long pending, Moment now) {
        Waiting done = waiting.remove(pending);
        if (done == null) {
            return;
        }
        if (done.then != null) {
            done.then.refused(now);
        } else if (owed.size() < MAX_OWED) {
            owed.addLast(done.draft);
        } else {
            dropped++;
        }
    }

    /// Gives up what waited too long and offers owed records again.
    void tick(Moment now) {
        List<Then> late = new ArrayList<>();
        for (Iterator<Waiting> all = waiting.values().iterator(); all.hasNext(); ) {
            Waiting one = all.next();
            if (one.then != null && now.nanos() - one.deadlineNanos >= 0) {
                late.add(one.then);
                all.remove();
            }
        }
        late.forEach(then -> then.refused(now));
        for (int n = owed.size(); n > 0; n--) {
            append(owed.removeFirst(), null, now);
        }
    }

    /// The nearest deadline; null when nothing waits.
    @Nullable Long nextDeadlineNanos() {
        Long next = null;
        for (Waiting one : waiting.values()) {
            if (one.then != null && (next == null || one.deadlineNanos - next < 0)) {
                next = one.deadlineNanos;
            }
        }
        return next;
    }

    /// Records of things that happened and that were lost because the journal refused for too long.
    long dropped() {
        return dropped;
    }

    /// Takes the effects collected so far.
    List<SiteEffect> drain() {
        List<SiteEffect> drained = List.copyOf(effects);
        effects.clear();
        return drained;
    }

    private void append(Draft draft, @Nullable Then then, Moment now) {
        long pending = ++lastPending;
        waiting.put(pending, new Waiting(draft, then, now.nanos() + DEADLINE_NANOS));
        effects.add(new SiteEffect.Append(draft, pending));
    }
}
