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
    private final CentreConfig config;
    private final OpeningHours hours;

    public ClosingWarning(CentreConfig config) {
        this.config = config;
        this.hours = new OpeningHours(config.opening(), config.centre().timeZone());
    }

    /// A warning.
    ///
    /// @param minutes until closing, 0 or more
    public record Due(Instant at, int minutes) {}

    /// The first warning after `at`; empty when none is planned.
    public Optional<Due> next(Instant at) {
        Optional<OpeningHours.Stretch> open = hours.stretch(at);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Optional<Due> due = ofStretch(open.get(), at);
        return due.isPresent()
                ? due
                : hours.stretch(open.get().until()).flatMap(later -> ofStretch(later, at));
    }

    private Optional<Due> ofStretch(OpeningHours.Stretch open, Instant at) {
        if (hours.mode(open.until().minusNanos(1)) != OpeningMode.UNSTAFFED) {
            return Optional.empty();
        }
        return config.access().closingWarnMinutes().stream()
                .map(minutes -> new Due(open.until().minus(Duration.ofMinutes(minutes)), minutes))
                .filter(due -> due.at().isAfter(at))
                .min(Comparator.comparing(Due::at));
    }
}
