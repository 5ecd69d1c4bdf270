package se.troskel.controller.uplink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.json.Json;

/// A broker in memory that can refuse, lose, stall and break.
final class MemoryBroker implements Broker {
    final List<Published> published = new CopyOnWriteArrayList<>();
    final List<String> wills = new CopyOnWriteArrayList<>();
    volatile boolean refuses;
    volatile boolean confirms = true;
    volatile int receiveMaximum = 10;
    volatile int mostUnconfirmed;
    final AtomicInteger open = new AtomicInteger();
    volatile @Nullable Listener listener;

    @Override
    public synchronized Connection connect(String willTopic, byte[] will, Listener newListener) {
        if (refuses) {
            throw new BrokerException("refused", new IllegalStateException("refused"));
        }
        wills.add(willTopic + " " + new String(will, UTF_8));
        listener = newListener;
        open.incrementAndGet();
        return new MemoryConnection(newListener);
    }

    void deliver(String topic, String payload) {
        Listener now = listener;
        if (now != null) {
            now.arrived(topic, payload.getBytes(UTF_8));
        }
    }

    void lose() {
        Listener now = listener;
        if (now != null) {
            now.lost("cut");
        }
    }

    List<Published> on(String topic) {
        return published.stream().filter(message -> message.topic().equals(topic)).toList();
    }

    List<Long> sentSeqs() {
        Predicate<Published> isEvent = message -> message.topic().endsWith("/events");
        return published.stream()
                .filter(isEvent)
                .map(message -> Json.read(message.payload().getBytes(UTF_8), EventMessage.class))
                .map(message -> message.envelope().path("seq").asLong())
                .toList();
    }

    record Published(String topic, String payload, boolean retained) {}

    private final class MemoryConnection implements Connection {
        private final Listener told;
        private final List<Runnable> unconfirmed = new ArrayList<>();

        MemoryConnection(Listener told) {
            this.told = told;
        }

        @Override
        public int receiveMaximum() {
            return receiveMaximum;
        }

        @Override
        public void subscribe(String... topics) {}

        @Override
        public synchronized void publish(String topic, byte[] payload, boolean retained) {
            published.add(new Published(topic, new String(payload, UTF_8), retained));
            unconfirmed.add(() -> told.published(true));
            mostUnconfirmed = Math.max(mostUnconfirmed, unconfirmed.size());
            if (confirms && unconfirmed.size() >= receiveMaximum / 2) {
                confirmAll();
            } else if (confirms) {
                Thread.ofVirtual().start(this::confirmAll);
            }
        }

        private synchronized void confirmAll() {
            unconfirmed.forEach(Runnable::run);
            unconfirmed.clear();
        }

        @Override
        public void close() {
            open.decrementAndGet();
        }
    }
}
