package se.troskel.controller.signin;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The provider as last heard: looked up when first needed, kept for an hour. After a look-up that
/// went wrong everybody is refused at once for ten seconds, so that a provider that is down costs
/// one wait and not one for each who asks. Thread-safe.
final class KnownProvider {
    private static final Logger LOG = LoggerFactory.getLogger(KnownProvider.class);
    private static final long KEPT_NANOS = Duration.ofHours(1).toNanos();
    private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

    private final Supplier<Provider> lookUp;
    private final LongSupplier nanos;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Heard heard;

    /// @param lookUp asks the provider; blocks, or throws [SignInRefusedException]
    /// @param nanos monotonic time
    KnownProvider(Supplier<Provider> lookUp, LongSupplier nanos) {
        this.lookUp = lookUp;
        this.nanos = nanos;
    }

    /// What the last look-up brought.
    ///
    /// @param provider null when it went wrong
    /// @param why null when it went well
    private record Heard(@Nullable Provider provider, @Nullable String why, long at) {
        Provider orThrow() {
            if (provider == null) {
                throw new SignInRefusedException(Refusal.OUT_OF_REACH, String.valueOf(why));
            }
            return provider;
        }
    }

    /// The provider; blocks for at most one look-up.
    ///
    /// @throws SignInRefusedException when it is out of reach
    Provider get() {
        turn.lock();
        try {
            Heard known = fresh();
            if (known == null) {
                known = lookUp();
                heard = known;
            }
            return known.orThrow();
        } finally {
            turn.unlock();
        }
    }

    /// Whether the last look-up went wrong. Never blocks; when nothing fresh is known it has the
    /// provider looked up in the background, for the next who asks.
    boolean isOutOfReach() {
        Heard last = heard;
        if (fresh() == null && looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("sign-in provider").start(this::lookUpAside);
        }
        return last != null && last.provider == null;
    }

    private void lookUpAside() {
        try {
            get();
        } catch (SignInRefusedException e) {
            LOG.warn("The organisation's log-in is out of reach: {}", e.getMessage());
        } finally {
            looking.set(false);
        }
    }

    private @Nullable Heard fresh() {
        Heard last = heard;
        if (last == null) {
            return null;
        }
        long limit = last.provider == null ? PAUSE_NANOS : KEPT_NANOS;
        return nanos.getAsLong() - last.at < limit ? last : null;
    }

    private Heard lookUp() {
        try {
            return new Heard(lookUp.get(), null, nanos.getAsLong());
        } catch (SignInRefusedException e) {
            return new Heard(null, e.getMessage(), nanos.getAsLong());
        }
    }
}
