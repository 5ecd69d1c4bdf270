package se.troskel.controller.exam;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.config.ExamPolicy;
import se.troskel.config.Rule;

/// What the clock alone says about somebody who comes to a sitting now (DOMAIN 4.3).
///
/// @param next when to come, or until when one could have come; null where there is no such time
/// @param unconfirmed the rules that this rests on and that nobody stands for; empty for none. Not
///   empty only with [Phase#UNDECIDED]
public record Admission(Phase phase, @Nullable Instant next, List<String> unconfirmed) {
    public Admission {
        unconfirmed = List.copyOf(unconfirmed);
    }

    /// What the clock says.
    public enum Phase {
        TOO_EARLY,
        OPEN,
        /// Late, before the next admission.
        LATE_WAIT,
        /// Late, and let in now.
        LATE_ADMIT,
        TOO_LATE,
        /// Late by a rule that nobody has confirmed: the invigilator decides.
        UNDECIDED;

        /// Whether the clock lets somebody in.
        public boolean isOpen() {
            return this == OPEN || this == LATE_ADMIT;
        }
    }

    private static final String DOOR_CLOSES = "doorClosesBefore";
    private static final String LATE_MODE = "lateMode";
    private static final String LAST_ENTRY = "lastEntryAfter";

    /// What the clock says at an instant.
    ///
    /// @param day of the sitting; confirmations are judged by it
    public static Admission at(SittingTimes times, ExamPolicy policy, LocalDate day, Instant at) {
        if (at.isBefore(times.admissionOpens())) {
            return decided(Phase.TOO_EARLY, times.admissionOpens());
        }
        if (at.isBefore(times.doorCloses())) {
            return decided(Phase.OPEN, null);
        }
        List<String> unconfirmed = unconfirmed(times, policy, day, at);
        if (!unconfirmed.isEmpty()) {
            return new Admission(Phase.UNDECIDED, times.lastEntry(), unconfirmed);
        }
        if (!at.isBefore(times.admissionEnds())) {
            return decided(Phase.TOO_LATE, times.lastEntry());
        }
        Instant lateFrom = times.lateFrom();
        return lateFrom != null && at.isBefore(lateFrom)
                ? decided(Phase.LATE_WAIT, lateFrom)
                : decided(Phase.LATE_ADMIT, null);
    }

    /// After the start everybody is late, whenever the door was to close.
    private static List<String> unconfirmed(
            SittingTimes times, ExamPolicy policy, LocalDate day, Instant at) {
        boolean restsOnTheDoor = at.isBefore(times.start());
        return Stream.of(
                        restsOnTheDoor ? named(DOOR_CLOSES, policy.doorClosesBefore(), day) : "",
                        named(LATE_MODE, policy.lateMode(), day),
                        named(LAST_ENTRY, policy.lastEntryAfter(), day))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String named(String name, Rule<?> rule, LocalDate day) {
        return rule.isConfirmed(day) ? "" : name;
    }

    private static Admission decided(Phase phase, @Nullable Instant next) {
        return new Admission(phase, next, List.of());
    }
}
