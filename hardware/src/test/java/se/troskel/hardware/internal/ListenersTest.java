package se.troskel.hardware.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// A bad listener must not hurt the others nor the driver. Listeners that throw, that cause the
/// next value, and that block are set beside good ones.
class ListenersTest {
    private final Listeners<Integer> listeners = new Listeners<>();
    private final List<Integer> heard = new ArrayList<>();

    @Test
    void aListenerThatFailsDoesNotKeepTheNextFromHearing() {
        listeners.add(value -> {
            throw new IllegalStateException("bad");
        });
        listeners.add(heard::add);
        listeners.tellAll(1);
        assertThat(heard).containsExactly(1);
    }

    @Test
    void aValuePostedByAListenerIsHeardAfterThePresentOneByAll() {
        listeners.add(value -> {
            if (value == 1) {
                listeners.tellAll(2);
            }
        });
        listeners.add(heard::add);
        listeners.tellAll(1);
        assertThat(heard).containsExactly(1, 2);
    }

    @Test
    void aBlockedListenerDoesNotBlockThoseWhoTell() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        listeners.add(value -> {
            inside.countDown();
            try {
                letGo.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        listeners.add(heard::add);
        Thread blocked = Thread.ofPlatform().start(() -> listeners.tellAll(1));
        inside.await();
        listeners.tellAll(2);
        assertThat(heard).isEmpty();
        letGo.countDown();
        blocked.join();
        assertThat(heard).containsExactly(1, 2);
    }

    @Test
    void whatWaitsIsBoundedAndTheNewestIsKept() {
        listeners.add(heard::add);
        for (int i = 0; i <= Listeners.CAPACITY; i++) {
            listeners.post(i);
        }
        listeners.deliver();
        assertThat(heard).hasSize(Listeners.CAPACITY).startsWith(1).endsWith(Listeners.CAPACITY);
    }
}
