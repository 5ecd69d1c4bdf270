package se.troskel.controller.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.config.Retention;
import se.troskel.controller.journal.Appender;
import se.troskel.controller.journal.Draft;
import se.troskel.controller.journal.LocalBody;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.controller.journal.RetentionJob;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.RegisterEditKind;

/// Erases from the register what has outlived its days ([Outlived]), and every older copy of the
/// register that is older than `accessDays`: what was replaced and taken back is in those. Records
/// how much it was. As in the journal, nothing is erased while the clock cannot be trusted or
/// without a decision to (DOMAIN L3); what was decided and interrupted is finished all the same.
///
/// Run it at the start and every hour; a run blocks on disk.
public final class RegisterRetention implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RegisterRetention.class);

    private final Parts parts;
    private final RetentionJob.Time time;

    /// What it works on.
    ///
    /// @param zone of the centre
    public record Parts(Register register, Appender journal, Retention days, ZoneId zone) {}

    public RegisterRetention(Parts parts, RetentionJob.Time time) {
        this.parts = parts;
        this.time = time;
    }

    /// Never throws: what could not be erased is left to the next run.
    @Override
    public void run() {
        try {
            parts.register().finishErasure();
            ClockTrust clock = time.trust().get();
            if (parts.days().decision() != null && clock != ClockTrust.UNTRUSTED) {
                erase(time.wall().instant(), clock);
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "what has outlived its days is still in the register; the next run tries again",
                    e);
        }
    }

    private void erase(Instant now, ClockTrust clock) {
        Register register = parts.register();
        RegisterEdit.Forget gone =
                Outlived.of(register.contents(), parts.days(), now, parts.zone());
        if (!gone.nothing()) {
            register.edit(gone);
            LOG.info(
                    "{} people, {} cards, {} sittings with {} candidates, {} bookings and {} tickets"
                            + " were forgotten",
                    gone.people().size(),
                    gone.cards().size(),
                    gone.sittings().size(),
                    gone.registrations().size(),
                    gone.bookings().size(),
                    gone.tickets().size());
            record(gone, now, clock);
        }
        register.dropCopiesBefore(now.minus(parts.days().accessDays(), ChronoUnit.DAYS));
    }

    private void record(RegisterEdit.Forget gone, Instant now, ClockTrust clock) {
        LocalBody proof =
                new LocalBody(
                        LocalBody.NOBODY,
                        RetentionClass.OPERATION,
                        Map.of(
                                "erased", "REGISTER",
                                "sittings", Integer.toString(gone.sittings().size()),
                                "registrations", Integer.toString(gone.registrations().size()),
                                "numbers", Integer.toString(gone.numbers().size()),
                                "bookings", Integer.toString(gone.bookings().size()),
                                "tickets", Integer.toString(gone.tickets().size())));
        var edited =
                new EventBody.RegisterEdited(
                        RegisterEditKind.RETENTION, gone.people().size(), gone.cards().size());
        parts.journal()
                .append(
                        new Draft(now, time.nanos().getAsLong(), clock, edited, proof),
                        outcome -> {
                            if (outcome instanceof Appender.Outcome.Refused(String why)) {
                                LOG.error("what was forgotten is not in the journal: {}", why);
                            }
                        });
    }
}
