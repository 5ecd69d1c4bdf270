package se.troskel.controller.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import se.troskel.config.CentreConfig;
import se.troskel.protocol.decision.OpeningMode;

/// When people still inside are warned that the centre closes (DOMAIN 5.1 row 20): only before a
/// closing with nobody at the desk. Pure.
public final class ClosingWarning {
    private static final Duration AFTER_CLOSING = Duration.ofMinutes(1);
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final CentreConfig config;
    private final OpeningHours hours;

    public ClosingWarning(CentreConfig config) {
        this.config = config;
        this.hours = new OpeningHours(config.opening(), config.centre().timeZone());
    }

    /// A warning in force.
    ///
    /// @param inMinutes whole minutes until closing, rounded up; 0 during the minute after it
    /// @param warning the configured number of minutes that fell due last
    public record Due(int inMinutes, int warning) {}

    /// The warning in force at `at`; empty when none is.
    public Optional<Due> at(Instant at) {
        Instant lately = at.minus(AFTER_CLOSING);
        return hours.open(lately)
                .filter(open -> !open.from().isAfter(at))
                .map(OpeningHours.Open::until)
                .filter(closing -> hours.mode(closing.minusNanos(1)) == OpeningMode.UNSTAFFED)
                .flatMap(closing -> before(closing, at));
    }

    private Optional<Due> before(Instant closing, Instant at) {
        Duration left = Duration.between(at, closing);
        int minutes =
                left.isPositive() ? Math.toIntExact(left.plusNanos(MINUTE - 1).toMinutes()) : 0;
        return config.access().closingWarnMinutes().stream()
                .filter(warning -> left.compareTo(Duration.ofMinutes(warning)) <= 0)
                .min(Comparator.naturalOrder())
                .filter(warning -> minutes > 0 || warning == 0)
                .map(warning -> new Due(minutes, warning));
    }
}
