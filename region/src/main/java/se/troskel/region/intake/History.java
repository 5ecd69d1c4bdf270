package se.troskel.region.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.mqtt.Ack;
import se.troskel.protocol.mqtt.SeqRange;
import se.troskel.region.store.StoredHistory;

/// One life of one centre's journal as it arrives: what is contiguous, what waits for a gap to be
/// filled, and what to ask for. No I/O; used by the intake's thread only.
///
/// ```
/// 1 ...... seq | missing | held, held | ...... known
///   contiguous |  wanted |   waiting  |   as the centre said
/// ```
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
    private long seq;
    private String hash;
    private long known;
    private long endOfPart = NO_PART;
    private long askedFor;
    private long askedAt;
    private int doublings;
    private boolean differs;

    History(StoredHistory stored, long nowNanos) {
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
        return new Verdict.Continues(records);
    }

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
