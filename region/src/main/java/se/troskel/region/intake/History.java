package se.troskel.region.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.mqtt.Ack;
import se.troskel.protocol.mqtt.RetiredPrefix;
import se.troskel.protocol.mqtt.SeqRange;
import se.troskel.region.picture.Missing;
import se.troskel.region.store.StoredGap;
import se.troskel.region.store.StoredHistory;

/// One life of one centre's journal as it arrives: what is contiguous, what waits for a gap to be
/// filled, and what to ask for. No I/O; used by the intake's thread only.
///
/// ```
/// 1 ...... seq | missing | held, held | ...... known
///   contiguous |  wanted |   waiting  |   as the centre said
/// ```
///
/// "Contiguous" may have gaps that the centre itself declared; they are kept and shown.
final class History {
    /// Records held or asked for at once.
    static final int MOST_HELD = 1000;

    private static final long ASK_AGAIN_NANOS = Duration.ofSeconds(3).toNanos();
    private static final int MOST_DOUBLINGS = 5;
    private static final long NO_PART = -1;

    private final String centre;
    private final String epoch;
    private final Instant begun;
    private final TreeMap<Long, EventMessage> held = new TreeMap<>();
    private final List<StoredGap> gaps;
    private long seq;
    private String hash;
    private long known;
    private long endOfPart = NO_PART;
    private long askedFor;
    private long askedAt;
    private int doublings;
    private boolean differs;

    /// @param gaps what is known to be missing of it
    History(StoredHistory stored, List<StoredGap> gaps, long nowNanos) {
        this.gaps = new ArrayList<>(gaps);
        this.centre = stored.centre();
        this.epoch = stored.epoch();
        this.begun = stored.begun();
        this.seq = stored.seq();
        this.hash = stored.hash();
        this.askedAt = nowNanos;
    }

    /// Takes a record whose own hash holds.
    Verdict take(long recordSeq, EventMessage record, long nowNanos) {
        if (recordSeq <= seq) {
            boolean other = recordSeq == seq && !record.hash().equals(hash);
            differs |= other;
            return other ? new Verdict.Differs() : new Verdict.Duplicate();
        }
        if (recordSeq > seq + 1) {
            known = Math.max(known, recordSeq);
            if (held.size() < MOST_HELD) {
                held.putIfAbsent(recordSeq, record);
            }
            return new Verdict.Ahead();
        }
        if (!record.previous().equals(hash)) {
            differs = true;
            return new Verdict.Differs();
        }
        return new Verdict.Continues(continued(record, nowNanos));
    }

    /// A record that comes next, if there is one, and those that had waited for it.
    private List<EventMessage> continued(@Nullable EventMessage record, long nowNanos) {
        List<EventMessage> records = new ArrayList<>();
        for (EventMessage next = record; next != null; next = held.remove(seq + 1)) {
            if (!next.previous().equals(hash)) {
                differs = true;
                held.clear();
                break;
            }
            seq++;
            hash = next.hash();
            records.add(next);
        }
        askedAt = nowNanos;
        doublings = 0;
        return records;
    }

    /// The centre says that its journal has nothing up to a record any more: what is missing of
    /// that never comes. The history goes on behind it; the hash holds what follows to the gap's
    /// end. Null when nothing is missing.
    @Nullable Skip beginsAfter(RetiredPrefix retired, Instant now, long nowNanos) {
        if (retired.lastSeq() <= seq) {
            differs |= retired.lastSeq() == seq && !retired.hash().equals(hash);
            return null;
        }
        StoredGap gap = new StoredGap(centre, epoch, seq + 1, retired.lastSeq(), now);
        gaps.add(gap);
        seq = retired.lastSeq();
        hash = retired.hash();
        held.headMap(seq, true).clear();
        return new Skip(gap, continued(held.remove(seq + 1), nowNanos));
    }

    /// What a centre gave up, and the records behind it that had waited here.
    record Skip(StoredGap gap, List<EventMessage> records) {}

    /// The centre says that its journal reaches to `lastSeq`.
    void reachesTo(long lastSeq) {
        known = Math.max(known, lastSeq);
    }

    boolean isBehind() {
        return known > seq;
    }

    /// Whether nothing has come for a while although more is known to exist.
    boolean isStalled(long nowNanos) {
        return isBehind() && nowNanos - askedAt >= ASK_AGAIN_NANOS << doublings;
    }

    /// What is stored, and what is asked for: a gap at once, and again when it is still there after
    /// a while; a missing end only after a while; the next part of a long range as soon as the one
    /// before is there.
    Ack acknowledgement(long nowNanos) {
        List<SeqRange> want = new ArrayList<>();
        boolean stalled = isStalled(nowNanos);
        boolean freshGap = !held.isEmpty() && askedFor != seq + 1;
        boolean nextPart = isBehind() && seq == endOfPart;
        if (stalled || freshGap || nextPart) {
            long end = held.isEmpty() ? known : held.firstKey() - 1;
            want.add(new SeqRange(seq + 1, Math.min(end, seq + MOST_HELD)));
            endOfPart = end > seq + MOST_HELD ? seq + MOST_HELD : NO_PART;
            askedFor = seq + 1;
            askedAt = nowNanos;
            doublings = stalled ? Math.min(doublings + 1, MOST_DOUBLINGS) : 0;
        }
        return new Ack(centre, epoch, seq, hash, want);
    }

    /// Whether a record arrived that does not fit what is stored.
    boolean differs() {
        return differs;
    }

    /// What the centre gave up; null for nothing.
    @Nullable Missing missing() {
        return gaps.isEmpty()
                ? null
                : new Missing(
                        gaps.stream().mapToLong(StoredGap::records).sum(),
                        gaps.getLast().noticed());
    }

    String centre() {
        return centre;
    }

    String epoch() {
        return epoch;
    }

    StoredHistory stored() {
        return new StoredHistory(centre, epoch, seq, hash, begun);
    }
}
