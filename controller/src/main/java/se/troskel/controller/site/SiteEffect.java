package se.troskel.controller.site;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.journal.Draft;
import se.troskel.hardware.Sounder.Signal;

/// What the site wants done, in order.
public sealed interface SiteEffect {
    /// Append to the journal.
    ///
    /// @param pending answered with [SiteInput.Committed] or [SiteInput.Refused]
    record Append(Draft draft, long pending) implements SiteEffect {}

    /// Unlock by this lock device for at most `max`.
    record Unlock(String device, Duration max) implements SiteEffect {}

    /// Let go of a lock that did not move, and unlock it once more.
    record UnlockAgain(String device, Duration max) implements SiteEffect {}

    /// Unlock until told to lock: only while fire is latched.
    record Release(String device) implements SiteEffect {}

    record Lock(String device) implements SiteEffect {}

    record Sound(String device, Signal signal) implements SiteEffect {}

    /// Complete a reply.
    record Reply<T>(CompletableFuture<T> future, T value) implements SiteEffect {}

    /// What is true now may have changed.
    record ViewChanged() implements SiteEffect {}

    /// Something an operator should see in the log; holds nothing about a person.
    record Warn(String message, @Nullable String device) implements SiteEffect {}
}
