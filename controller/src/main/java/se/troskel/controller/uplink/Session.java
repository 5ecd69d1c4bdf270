package se.troskel.controller.uplink;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.mqtt.RegionReply;
import se.troskel.protocol.mqtt.RegionRequest;
import se.troskel.protocol.mqtt.Topics;

/// The work of one connection, step by step: what arrived, then states, replies and records as far
/// as the broker takes them. Used by the uplink's thread only.
final class Session {
    /// How often [#step()] is due even when nothing happens; also how often the cursor is saved.
    static final long TICK_NANOS = 1_000_000_000L;

    private static final int MOST_REPLIES = 16;

    private final Link link;
    private final Broker.Connection connection;
    private final Parts parts;
    private final Topics topics;
    private final int most;
    private final Deque<RegionReply> replies = new ArrayDeque<>();
    private long lastHeartbeat;
    private long lastSave;
    private long lastConfirmation;
    private long confirmations;
    private boolean heard;

    Session(Link link, Broker.Connection connection, Parts parts) {
        this.link = link;
        this.connection = connection;
        this.parts = parts;
        this.topics = new Topics(parts.settings.centre());
        this.most = Math.min(parts.settings.limits().inFlight(), connection.receiveMaximum());
    }

    /// What outlives a connection.
    ///
    /// @param dropped counts what came from outside and was not taken
    record Parts(
            UplinkSettings settings,
            UplinkTime time,
            Delivery delivery,
            StateBoard board,
            CentreReport report,
            AtomicLong dropped) {}

    /// The centre is there, then everything that is true now, then what is not acknowledged.
    void begin() {
        long now = now();
        lastHeartbeat = now;
        lastSave = now;
        lastConfirmation = now;
        parts.delivery.rewind();
        repeatStates();
    }

    /// Does what can be done now, without waiting for the broker.
    ///
    /// @throws Broker.BrokerException when the connection cannot be used any more
    void step() {
        takeArrivals();
        long now = now();
        boolean due = now - lastHeartbeat >= parts.settings.limits().heartbeat().toNanos();
        if (parts.report.takeChange() || due) {
            lastHeartbeat = now;
            parts.board.put(topics.centreState(), parts.report.state(true));
        }
        parts.delivery.resendIfOverdue(now);
        sendWhatFits();
        watch(now);
        if (now - lastSave >= TICK_NANOS) {
            lastSave = now;
            parts.delivery.save();
        }
    }

    /// Whether the region has acknowledged anything on this connection.
    boolean isHeard() {
        return heard;
    }

    private void takeArrivals() {
        for (var arrival = link.nextArrival(); arrival != null; arrival = link.nextArrival()) {
            switch (Inbound.read(topics, arrival.topic, arrival.payload)) {
                case Inbound.Acknowledgement(var ack) -> {
                    heard = true;
                    parts.delivery.acknowledged(ack, now());
                }
                case Inbound.Request(var request) -> answer(request);
                case null -> parts.dropped.incrementAndGet();
            }
        }
    }

    private void answer(RegionRequest request) {
        if (replies.size() >= MOST_REPLIES) {
            parts.dropped.incrementAndGet();
            return;
        }
        String text =
                switch (request.kind()) {
                    case STATE -> {
                        repeatStates();
                        yield null;
                    }
                    case CONFIG_FINGERPRINT -> parts.settings.fingerprint();
                };
        replies.add(new RegionReply(topics.centre(), request.id(), true, text));
    }

    private void repeatStates() {
        parts.board.put(topics.centreState(), parts.report.state(true));
        parts.board.repeat();
    }

    private void sendWhatFits() {
        while (link.unconfirmed() < most) {
            StateBoard.State state = parts.board.take();
            if (state != null) {
                send(state.topic(), Json.write(state.message()), true);
                continue;
            }
            RegionReply reply = replies.poll();
            if (reply != null) {
                send(topics.replies(), Json.write(reply), false);
                continue;
            }
            EventMessage message = parts.delivery.next(now());
            if (message == null) {
                return;
            }
            send(topics.events(), Json.write(message), false);
        }
    }

    private void send(String topic, byte[] payload, boolean retained) {
        link.sending();
        connection.publish(topic, payload, retained);
    }

    /// A broker that confirms nothing for too long is as good as gone, whatever the socket says.
    private void watch(long now) {
        long confirmed = link.confirmations();
        if (confirmed != confirmations || link.unconfirmed() == 0) {
            confirmations = confirmed;
            lastConfirmation = now;
        } else if (now - lastConfirmation >= parts.settings.limits().watchdog().toNanos()) {
            link.lost("the broker confirms nothing any more");
        }
    }

    private long now() {
        return parts.time.nanos().getAsLong();
    }
}
