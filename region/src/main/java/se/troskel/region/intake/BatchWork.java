package se.troskel.region.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.protocol.Ids;
import se.troskel.protocol.event.Chain;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.mqtt.Ack;
import se.troskel.protocol.mqtt.CentreState;
import se.troskel.protocol.mqtt.RetiredPrefix;
import se.troskel.protocol.mqtt.RoomState;
import se.troskel.protocol.mqtt.Topics;
import se.troskel.region.intake.Intake.Parts;
import se.troskel.region.picture.CentrePicture;
import se.troskel.region.picture.StateReading;
import se.troskel.region.picture.StateTopic;
import se.troskel.region.store.Batch;
import se.troskel.region.store.Sample;
import se.troskel.region.store.StoreException;
import se.troskel.region.store.StoredState;

/// One batch after the other: what each message means, what is stored, who is answered. Used by the
/// intake's thread only; blocks on disk.
final class BatchWork {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWork.class);
    private static final Pattern EVENTS =
            Pattern.compile(Pattern.quote(Topics.ROOT) + "/([^/]+)/events");

    /// Being heard is stored this often at most.
    private static final Duration HEARD_STEP = Duration.ofSeconds(30);

    private final Parts parts;
    private final InstantSource wall;
    private final LongSupplier nanos;
    private final Histories histories = new Histories();
    private long stored;
    private long duplicates;
    private long ahead;
    private long differing;
    private long malformed;
    private @Nullable Instant lastCommit;

    BatchWork(Parts parts, InstantSource wall, LongSupplier nanos) {
        this.parts = parts;
        this.wall = wall;
        this.nanos = nanos;
    }

    /// Forgets what was not stored.
    ///
    /// @throws StoreException when the record cannot be read
    void reload() {
        histories.load(parts.store().histories(), parts.store().gaps(), nanos.getAsLong());
    }

    /// Stores a batch and acknowledges it; returns whether the picture changed.
    ///
    /// @throws StoreException when nothing of it was stored or acknowledged; the caller reloads and
    ///   gives the same batch again
    boolean take(List<Delivered> delivered) {
        var round = new Round(wall.instant());
        for (Delivered one : delivered) {
            take(one, round);
        }
        if (!round.batch.isEmpty()) {
            parts.store().commit(round.batch);
            lastCommit = round.now;
        }
        stored += round.continued;
        round.answer.forEach(history -> acknowledge(history, true));
        round.ask.forEach(history -> acknowledge(history, round.answer.contains(history)));
        delivered.forEach(one -> one.acknowledge().run());
        return round.changed;
    }

    /// Gives up a message that can never be stored.
    void refuse(Delivered one) {
        malformed("a message that the database refuses");
        one.acknowledge().run();
    }

    private void take(Delivered one, Round round) {
        Matcher events = EVENTS.matcher(one.topic());
        if (events.matches() && Ids.isId(events.group(1))) {
            event(events.group(1), one, round);
            return;
        }
        StateTopic state = StateTopic.of(one.topic());
        if (state != null) {
            state(state, one, round);
        } else if (!one.topic().endsWith("/replies")) {
            malformed("a topic that is not ours");
        }
    }

    private void event(String centre, Delivered one, Round round) {
        EventReading reading = EventReading.of(centre, one.text());
        History history =
                reading == null
                        ? null
                        : histories.of(centre, reading.epoch(), round.now, nanos.getAsLong());
        if (reading == null || history == null) {
            malformed("an event of " + centre);
            return;
        }
        heard(centre, round.now, round);
        switch (history.take(reading.seq(), reading.message(), nanos.getAsLong())) {
            case Verdict.Continues(var records) -> {
                records.forEach(round.batch::add);
                round.batch.set(history.stored());
                round.continued += records.size();
                round.answer.add(history);
            }
            case Verdict.Duplicate() -> {
                duplicates++;
                round.answer.add(history);
            }
            case Verdict.Ahead() -> {
                ahead++;
                round.ask.add(history);
            }
            case Verdict.Differs() -> {
                differing++;
                LOG.error("{} sends a history that does not fit what is stored", centre);
                round.changed = true;
                round.answer.add(history);
            }
        }
    }

    private void state(StateTopic topic, Delivered one, Round round) {
        if (one.text().isEmpty()) {
            parts.board().clear(topic);
            round.batch.clear(topic.topic());
            round.changed = true;
            return;
        }
        StateReading reading = StateReading.of(topic, one.text());
        if (reading == null) {
            malformed("a state of " + topic.centre());
            return;
        }
        if (!parts.board().isListed(topic)) {
            round.batch.clear(topic.topic());
            return;
        }
        RoomState before = parts.board().room(topic.centre(), topic.id());
        if (!parts.board().put(reading)) {
            malformed("more states than a centre can have, of " + topic.centre());
            return;
        }
        round.changed = true;
        round.batch.set(new StoredState(topic.topic(), topic.centre(), one.text()));
        switch (reading.message()) {
            case CentreState centre -> {
                remember(topic, round);
                centre(centre, one.retained(), round);
            }
            case RoomState room -> {
                sample(before, room, round);
                heardLive(topic.centre(), one.retained(), round);
            }
            default -> heardLive(topic.centre(), one.retained(), round);
        }
    }

    /// Stores the centre with the opening that was last heard, and forgets what it has no more.
    private void remember(StateTopic topic, Round round) {
        CentreState known = parts.board().state(topic.centre());
        if (known != null) {
            round.batch.set(new StoredState(topic.topic(), topic.centre(), Json.text(known)));
        }
        for (StateTopic gone : parts.board().unlisted(topic.centre())) {
            parts.board().clear(gone);
            round.batch.clear(gone.topic());
        }
    }

    private void centre(CentreState state, boolean retained, Round round) {
        if (state.online()) {
            Instant at = retained && state.at().isBefore(round.now) ? state.at() : round.now;
            heard(state.centre(), at, round);
        }
        History history = histories.of(state.centre(), state.epoch(), round.now, nanos.getAsLong());
        RetiredPrefix retired = state.retired();
        boolean sound =
                state.lastSeq() >= 0
                        && (retired == null
                                || (retired.lastSeq() <= state.lastSeq()
                                        && Chain.isHash(retired.hash())));
        if (history == null || !sound) {
            malformed("a state of " + state.centre());
            return;
        }
        if (retired != null) {
            skip(history, history.beginsAfter(retired, round.now, nanos.getAsLong()), round);
        }
        history.reachesTo(state.lastSeq());
        histories.current(history);
        round.batch.set(history.stored());
        if (history.isBehind()) {
            round.answer.add(history);
        }
    }

    private static void skip(History history, History.@Nullable Skip skip, Round round) {
        if (skip == null) {
            return;
        }
        LOG.error(
                "{} gave up its records {} to {}: they are missing here for good",
                history.centre(),
                skip.gap().firstSeq(),
                skip.gap().lastSeq());
        round.batch.add(skip.gap());
        skip.records().forEach(round.batch::add);
        round.continued += skip.records().size();
        round.answer.add(history);
    }

    private void sample(@Nullable RoomState before, RoomState room, Round round) {
        boolean same =
                before != null
                        && Objects.equals(before.people(), room.people())
                        && before.quality() == room.quality();
        if (!same) {
            round.batch.add(
                    new Sample(
                            room.centre(), room.room(), round.now, room.people(), room.quality()));
        }
    }

    private void heardLive(String centre, boolean retained, Round round) {
        if (!retained) {
            heard(centre, round.now, round);
        }
    }

    private void heard(String centre, Instant at, Round round) {
        Instant before = parts.board().heard(centre);
        parts.board().heard(centre, at);
        if (before == null || Duration.between(before, at).compareTo(HEARD_STEP) >= 0) {
            round.batch.heard(centre, at);
            round.changed = true;
        }
    }

    private void malformed(String what) {
        malformed++;
        LOG.warn("not understood and ignored: {}", what);
    }

    /// Tells every centre how far it is stored.
    void acknowledgeAll() {
        histories.current().forEach(history -> acknowledge(history, true));
    }

    /// Asks again for what is known to exist and does not come, of centres that are there.
    void askWhereStalled() {
        long now = nanos.getAsLong();
        histories.current().stream()
                .filter(history -> history.isStalled(now))
                .filter(history -> parts.board().isOnline(history.centre()))
                .forEach(history -> acknowledge(history, true));
    }

    private void acknowledge(History history, boolean always) {
        Ack ack = history.acknowledgement(nanos.getAsLong());
        if (always || !ack.want().isEmpty()) {
            parts.link().send(new Topics(history.centre()).ack(), Json.write(ack));
        }
    }

    List<CentrePicture> picture() {
        return parts.board().picture(histories::differs, histories::missing);
    }

    IntakeStatus status(boolean connected, int waiting, long dropped, boolean writing) {
        return new IntakeStatus(
                connected,
                stored,
                duplicates,
                ahead,
                differing,
                malformed,
                dropped,
                waiting,
                lastCommit,
                writing);
    }

    /// What one batch comes to.
    private static final class Round {
        private final Instant now;
        private final Batch batch = new Batch();
        private final Set<History> answer = new LinkedHashSet<>();
        private final Set<History> ask = new LinkedHashSet<>();
        private long continued;
        private boolean changed;

        Round(Instant now) {
            this.now = now;
        }
    }
}
