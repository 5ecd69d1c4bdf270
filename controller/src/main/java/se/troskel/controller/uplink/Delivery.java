package se.troskel.controller.uplink;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.controller.journal.AcknowledgedHead;
import se.troskel.controller.journal.JournalReader;
import se.troskel.protocol.event.Chain;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.mqtt.Ack;
import se.troskel.protocol.mqtt.SeqRange;

/// Which journal record is sent next, and how far the region has them. Blocks on disk; used by the
/// uplink's thread only.
///
/// ```
/// 1 ........ cursor ........ next ........ lastSeq
///   stored by  |    sent, not  |   waiting
///   the region |  acknowledged |
/// ```
///
/// The cursor moves only forward and only on the region's word. What was sent and is not
/// acknowledged in time is sent again from the cursor, ever more seldom; what the region asks for
/// goes first. What was retired is stepped over: the region learns from the centre's state that it
/// will never come.
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int READ_AT_ONCE = 100;
    private static final int MOST_RANGES = 100;
    private static final int MOST_DOUBLINGS = 5;

    private final JournalReader journal;
    private final AcknowledgedFile file;
    private final UplinkLimits limits;
    private final Deque<SeqRange> wanted = new ArrayDeque<>();
    private final Deque<EventMessage> read = new ArrayDeque<>();
    private AcknowledgedHead cursor;
    private boolean saved = true;
    private boolean historyDiffers;
    private long next;
    private long waitingSince;
    private int doublings;

    Delivery(JournalReader journal, AcknowledgedFile file, UplinkLimits limits) {
        this.journal = journal;
        this.file = file;
        this.limits = limits;
        this.cursor =
                file.load()
                        .filter(found -> found.epoch().equals(journal.epoch()))
                        .orElseGet(() -> new AcknowledgedHead(journal.epoch(), 0, Chain.START));
        this.historyDiffers = differs(cursor.seq(), cursor.hash());
        this.next = cursor.seq() + 1;
        if (historyDiffers) {
            LOG.error(
                    "the journal is not the one that the region acknowledged up to record {};"
                            + " compare them before anything is sent",
                    cursor.seq());
        }
    }

    /// The next record to send; null when there is none for now.
    @Nullable EventMessage next(long nowNanos) {
        if (historyDiffers) {
            return null;
        }
        SeqRange want = wanted.peek();
        if (want != null) {
            return nextWanted(want);
        }
        long first = firstToSend();
        next = Math.max(next, first);
        long end = Math.min(journal.lastSeq(), first - 1 + limits.window());
        if (next > end) {
            return null;
        }
        EventMessage message = at(next);
        if (message == null) {
            return null;
        }
        if (next == first) {
            waitingSince = nowNanos;
        }
        next = message.envelope().path("seq").asLong() + 1;
        return message;
    }

    /// The first record that the region does not have and can still get.
    private long firstToSend() {
        return Math.max(cursor.seq() + 1, journal.firstSeq());
    }

    private @Nullable EventMessage nextWanted(SeqRange want) {
        wanted.remove();
        long first = Math.max(want.first(), journal.firstSeq());
        EventMessage message = first > want.last() ? null : at(first);
        if (first < Math.min(want.last(), journal.lastSeq())) {
            wanted.addFirst(new SeqRange(first + 1, want.last()));
        }
        return message;
    }

    /// Reads ahead in runs, as records are nearly always asked for in order.
    private @Nullable EventMessage at(long seq) {
        EventMessage head = read.poll();
        if (head == null || head.envelope().path("seq").asLong() != seq) {
            read.clear();
            read.addAll(journal.read(seq, READ_AT_ONCE));
            head = read.poll();
        }
        return head;
    }

    /// Begins again after the last acknowledged record, as a new connection must.
    void rewind() {
        next = firstToSend();
        wanted.clear();
        read.clear();
    }

    /// Sends again what the region has not acknowledged for too long.
    void resendIfOverdue(long nowNanos) {
        if (next > firstToSend() && nowNanos - waitingSince >= patience().toNanos()) {
            doublings = Math.min(doublings + 1, MOST_DOUBLINGS);
            waitingSince = nowNanos;
            rewind();
        }
    }

    private Duration patience() {
        return limits.resend().multipliedBy(1L << doublings);
    }

    /// Takes the region's word. An acknowledgement of another epoch is not about this journal; one
    /// of a retired record cannot be compared any more and moves nothing.
    void acknowledged(Ack ack, long nowNanos) {
        if (!ack.epoch().equals(journal.epoch()) || ack.seq() < 0) {
            return;
        }
        if (differs(ack.seq(), ack.hash())) {
            if (!historyDiffers) {
                LOG.error(
                        "the region holds another history than the journal: record {} differs",
                        ack.seq());
            }
            historyDiffers = true;
            return;
        }
        historyDiffers = historyDiffers && ack.seq() < cursor.seq();
        doublings = 0;
        if (ack.seq() > cursor.seq() && ack.seq() >= journal.firstSeq() - 1) {
            cursor = new AcknowledgedHead(ack.epoch(), ack.seq(), ack.hash());
            saved = false;
            waitingSince = nowNanos;
            next = Math.max(next, cursor.seq() + 1);
        }
        if (ack.want().isEmpty()) {
            return;
        }
        wanted.clear();
        ack.want().stream()
                .filter(range -> range.first() <= journal.lastSeq())
                .filter(range -> range.last() >= journal.firstSeq())
                .limit(MOST_RANGES)
                .forEach(wanted::add);
    }

    /// Whether the journal has another record there; a record that is no longer kept cannot tell.
    private boolean differs(long seq, String hash) {
        if (seq > journal.lastSeq()) {
            return true;
        }
        Optional<String> own = journal.hashAt(seq);
        return own.isPresent() && !own.get().equals(hash);
    }

    /// Saves the cursor if it has moved.
    void save() {
        if (!saved) {
            file.save(cursor);
            saved = true;
        }
    }

    long cursor() {
        return cursor.seq();
    }

    /// How many records were retired although the region has not acknowledged them.
    long givenUp() {
        return Math.max(0, journal.firstSeq() - 1 - cursor.seq());
    }

    boolean historyDiffers() {
        return historyDiffers;
    }
}
