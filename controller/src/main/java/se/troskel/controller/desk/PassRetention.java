package se.troskel.controller.desk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.config.Retention;
import se.troskel.controller.journal.RetentionJob;
import se.troskel.controller.register.DayPass;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.protocol.AccessSystemException;
import se.troskel.protocol.event.ClockTrust;

/// Forgets the holders of day passes that are over for as long as the journal says who came and
/// went: after that nothing there is about them. As there, nothing is forgotten while the clock
/// cannot be trusted or without a decision to (DOMAIN L3). A run blocks on disk.
public final class PassRetention implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(PassRetention.class);

    private final Register register;
    private final Retention days;
    private final RetentionJob.Time time;

    public PassRetention(Register register, Retention days, RetentionJob.Time time) {
        this.register = register;
        this.days = days;
        this.time = time;
    }

    /// Never throws: what could not be forgotten is left to the next run.
    @Override
    public void run() {
        if (days.decision() == null || time.trust().get() == ClockTrust.UNTRUSTED) {
            return;
        }
        Instant before = time.wall().instant().minus(days.accessDays(), ChronoUnit.DAYS);
        List<String> over =
                register.contents().passes().values().stream()
                        .filter(pass -> pass.until().isBefore(before))
                        .map(DayPass::lookup)
                        .toList();
        if (over.isEmpty()) {
            return;
        }
        try {
            register.edit(new RegisterEdit.ForgetPasses(over));
            LOG.info("{} day passes were forgotten", over.size());
        } catch (AccessSystemException e) {
            LOG.error("day passes could not be forgotten; the next run tries again", e);
        }
    }
}
