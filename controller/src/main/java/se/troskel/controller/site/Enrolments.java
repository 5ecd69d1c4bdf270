package se.troskel.controller.site;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.staff.Done;
import se.troskel.controller.staff.Enrolment;
import se.troskel.controller.staff.Enrolment.Step;

/// The one new student who is being enrolled: staff starts, the card is shown at the terminal,
/// staff gives the name, the student chooses a PIN at the terminal. Owned by the loop's thread.
public final class Enrolments {
    /// An enrolment nobody touched for this long is dropped, with everything typed.
    static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final Supplier<UUID> ids;
    private @Nullable Going going;

    Enrolments(Supplier<UUID> ids) {
        this.ids = ids;
    }

    /// Everything the register needs but the PIN.
    public record Candidate(
            String lookup,
            String name,
            @Nullable LocalDate born,
            boolean agreementAccepted,
            Instant validUntil,
            boolean extendedTime,
            StaffAccount by) {
        @Override
        public String toString() {
            return "Candidate";
        }
    }

    private record Going(
            Enrolment view,
            StaffAccount by,
            @Nullable String lookup,
            @Nullable Candidate candidate) {}

    Done start(StaffAccount by, String kiosk, Instant now) {
        if (active(now) && current().step() != Step.DONE) {
            return new Done(false, "enrolment.busy", current().kiosk());
        }
        going =
                new Going(
                        view(ids.get().toString(), kiosk, Step.WAITING_FOR_CARD, now),
                        by,
                        null,
                        null);
        return new Done(true, "enrolment.started", kiosk);
    }

    /// Takes an unknown card shown at the terminal, if one is waited for there.
    boolean takeCard(String kiosk, String lookup, Instant now) {
        if (!waits(kiosk, Step.WAITING_FOR_CARD, now) || going == null) {
            return false;
        }
        going =
                new Going(
                        view(going.view.id(), kiosk, Step.WAITING_FOR_NAME, now),
                        going.by,
                        lookup,
                        null);
        return true;
    }

    Done name(SiteInput.EnrolmentNamed named, Instant now) {
        if (!active(now)
                || going == null
                || going.lookup == null
                || going.view.step() != Step.WAITING_FOR_NAME) {
            return new Done(false, "enrolment.none", null);
        }
        Candidate candidate =
                new Candidate(
                        going.lookup,
                        named.name(),
                        named.born(),
                        named.agreementAccepted(),
                        named.validUntil(),
                        named.extendedTime(),
                        named.by());
        going =
                new Going(
                        view(going.view.id(), going.view.kiosk(), Step.WAITING_FOR_PIN, now),
                        going.by,
                        going.lookup,
                        candidate);
        return new Done(true, "enrolment.completed", null);
    }

    Optional<Candidate> candidate(String kiosk, String enrolment, Instant now) {
        if (going == null
                || !waits(kiosk, Step.WAITING_FOR_PIN, now)
                || !going.view.id().equals(enrolment)) {
            return Optional.empty();
        }
        return Optional.ofNullable(going.candidate);
    }

    void stored(String enrolment, Instant now) {
        if (going != null && going.view.id().equals(enrolment)) {
            going =
                    new Going(
                            view(enrolment, going.view.kiosk(), Step.DONE, now),
                            going.by,
                            null,
                            null);
        }
    }

    void cancel() {
        going = null;
    }

    /// Drops what was left lying.
    ///
    /// @return whether something was dropped
    boolean tick(Instant now) {
        if (going != null && !active(now)) {
            going = null;
            return true;
        }
        return false;
    }

    Optional<Enrolment> view(Instant now) {
        return active(now) ? Optional.of(current()) : Optional.empty();
    }

    private boolean waits(String kiosk, Step step, Instant now) {
        return active(now) && current().kiosk().equals(kiosk) && current().step() == step;
    }

    private boolean active(Instant now) {
        return going != null && now.isBefore(going.view.expires());
    }

    private Enrolment current() {
        if (going == null) {
            throw new IllegalStateException("no enrolment is going on");
        }
        return going.view;
    }

    private static Enrolment view(String id, String kiosk, Step step, Instant now) {
        return new Enrolment(id, kiosk, step, now.plus(TIMEOUT));
    }
}
