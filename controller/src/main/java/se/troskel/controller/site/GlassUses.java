package se.troskel.controller.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.journal.LocalBody;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.controller.staff.Done;
import se.troskel.controller.staff.GlassUse;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.StaffAction;

/// The uses of break-glass that nobody has seen yet, the latest last; told for an hour at most and
/// over a restart. Owned by the loop's thread.
final class GlassUses {
    private static final Duration TOLD = Duration.ofHours(1);
    private static final int MOST = 50;

    private final Records records;
    private final List<Told> uses = new ArrayList<>();
    private List<GlassUse> before = List.of();

    private record Told(GlassUse use, long sinceNanos) {}

    GlassUses(Records records) {
        this.records = records;
    }

    /// What nobody had seen before a restart, read from the journal.
    void restore(List<GlassUse> unseen) {
        before = unseen;
    }

    /// Of what was before, the last hour counts; all of it when the clock cannot tell.
    void restarted(Moment now) {
        Instant since = now.at().minus(TOLD);
        before.stream()
                .filter(use -> !now.isClockTrusted() || use.at().isAfter(since))
                .forEach(use -> uses.add(new Told(use, now.nanos())));
        before = List.of();
    }

    void used(GlassUse use, Moment now) {
        uses.add(new Told(use, now.nanos()));
        if (uses.size() > MOST) {
            uses.removeFirst();
        }
        records.add(new SiteEffect.ViewChanged());
    }

    /// Recorded first: until then the alarm stands.
    void seen(SiteInput.GlassSeen in, Moment now) {
        Told last = uses.isEmpty() ? null : uses.getLast();
        records.before(
                now,
                new EventBody.StaffActed(StaffAction.BREAK_GLASS_SEEN, null, null, null),
                new LocalBody(
                        LocalBody.NOBODY, RetentionClass.STAFF, Map.of("staff", in.by().user())),
                new Records.Then() {
                    @Override
                    public void committed(Moment later) {
                        forgetUpTo(last);
                        reply(in.reply(), new Done(true, "break-glass.seen", null));
                    }

                    @Override
                    public void refused(Moment later) {
                        reply(in.reply(), new Done(false, "journal.refused", null));
                    }
                });
    }

    private void reply(CompletableFuture<Done> reply, Done done) {
        records.add(new SiteEffect.ViewChanged());
        records.reply(reply, done);
    }

    /// What was used while the record was on its way has not been seen.
    private void forgetUpTo(@Nullable Told last) {
        int index = last == null ? -1 : uses.indexOf(last);
        if (index >= 0) {
            uses.subList(0, index + 1).clear();
        }
    }

    void tick(Moment now) {
        if (uses.removeIf(told -> now.nanos() - told.sinceNanos() >= TOLD.toNanos())) {
            records.add(new SiteEffect.ViewChanged());
        }
    }

    List<GlassUse> unseen() {
        return uses.stream().map(Told::use).toList();
    }
}
