package se.troskel.controller.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import se.troskel.config.AccessRules;
import se.troskel.controller.access.OpeningHours.Stretch;

/// For how long staff may unlock a door now. Pure. A usual time at any hour; longer only in the
/// door's hold-open hours, to their end; never for ever.
public final class StaffUnlock {
    private final DoorHours hours;
    private final Duration usual;
    private final Duration longest;

    public StaffUnlock(DoorHours hours, AccessRules rules) {
        this.hours = hours;
        this.usual = Duration.ofMinutes(rules.staffUnlockMinutes());
        this.longest = Duration.ofMinutes(rules.staffUnlockMaxMinutes());
    }

    /// What is said to the one who asks.
    public sealed interface Verdict {
        /// It may be.
        ///
        /// @param howLong more than zero, at most what was asked
        record Allowed(Duration howLong) implements Verdict {}

        /// No time at all, or more than is ever allowed.
        record OutOfRange(Duration longest) implements Verdict {}

        /// Longer than usual outside the hold-open hours.
        ///
        /// @param today those of this day as `07.45-19.00`; empty when there are none, or the clock
        ///   cannot be believed
        record NotNow(Duration usual, String today) implements Verdict {}
    }

    /// Decides. Never throws.
    public Verdict decide(Duration asked, Instant at, boolean clockTrusted) {
        if (!asked.isPositive() || asked.compareTo(longest) > 0) {
            return new Verdict.OutOfRange(longest);
        }
        if (asked.compareTo(usual) <= 0) {
            return new Verdict.Allowed(asked);
        }
        List<Stretch> today = clockTrusted ? hours.holdOpen(hours.day(at)) : List.of();
        return today.stream()
                .filter(open -> open.contains(at))
                .findFirst()
                .<Verdict>map(open -> new Verdict.Allowed(capped(asked, at, open.until())))
                .orElseGet(() -> new Verdict.NotNow(usual, words(today)));
    }

    /// Near the end the usual time is still allowed, as it is after it.
    private Duration capped(Duration asked, Instant at, Instant end) {
        Duration left = Duration.between(at, end);
        Duration most = left.compareTo(usual) > 0 ? left : usual;
        return asked.compareTo(most) < 0 ? asked : most;
    }

    private String words(List<Stretch> today) {
        return today.stream()
                .map(open -> hours.clock(open.from()) + "-" + hours.clock(open.until()))
                .collect(Collectors.joining(", "));
    }
}
