package se.troskel.controller.site;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.controller.access.StaffUnlock;
import se.troskel.controller.journal.LocalBody;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.StaffAction;

/// What staff orders on the staff pages: recorded with who ordered it, then done. Locking is done
/// at once and recorded after, and what waited for its record gives way to it. Owned by the loop's
/// thread.
final class StaffOrders {
    private static final Done OVERTAKEN = new Done(false, "orders.overtaken", null);

    private final CentreConfig config;
    private final Records records;
    private final SiteDoors doors;
    private final CheckIns checkIns;
    private final People people;
    private final Openings openings;
    private final Map<String, Integer> atOnce = new HashMap<>();

    StaffOrders(
            CentreConfig config,
            Records records,
            SiteDoors doors,
            CheckIns checkIns,
            People people,
            Openings openings) {
        this.config = config;
        this.records = records;
        this.doors = doors;
        this.checkIns = checkIns;
        this.people = people;
        this.openings = openings;
    }

    void unlock(SiteInput.DoorUnlockAsked in, Moment now) {
        if (unknown(in.door(), in.reply())) {
            return;
        }
        String forbidden = forbidden(in.door(), in.by());
        if (forbidden != null) {
            records.reply(in.reply(), new Done(false, forbidden, null));
            return;
        }
        switch (openings.staffUnlock(in.door(), in.howLong(), now)) {
            case StaffUnlock.Verdict.Allowed(Duration howLong) -> unlock(in, howLong, now);
            case StaffUnlock.Verdict.OutOfRange(Duration longest) ->
                    records.reply(in.reply(), new Done(false, "door.minutes", minutes(longest)));
            case StaffUnlock.Verdict.NotNow(Duration usual, String today) ->
                    records.reply(
                            in.reply(),
                            today.isEmpty()
                                    ? new Done(false, "door.no-hold-open", minutes(usual))
                                    : new Done(false, "door.hold-open", today));
        }
    }

    private static String minutes(Duration time) {
        return String.valueOf(time.toMinutes());
    }

    private void unlock(SiteInput.DoorUnlockAsked in, Duration howLong, Moment now) {
        int minutes = Math.toIntExact(Math.max(1, howLong.toMinutes()));
        var body = new EventBody.StaffActed(StaffAction.DOOR_UNLOCKED, in.door(), null, minutes);
        Integer before = atOnce.get(in.door());
        records.before(
                now,
                body,
                by(in.by()),
                new Records.Then() {
                    @Override
                    public void committed(Moment later) {
                        String forbidden = forbidden(in.door(), in.by());
                        if (forbidden != null) {
                            records.reply(in.reply(), new Done(false, forbidden, null));
                            return;
                        }
                        if (isOvertaken(in.door(), before)) {
                            records.reply(in.reply(), OVERTAKEN);
                            return;
                        }
                        openings.unlockedByHand(in.door(), later);
                        doors.unlockedFor(in.door(), howLong, DoorCause.STAFF, later);
                        records.reply(in.reply(), new Done(true, "door.unlocked", in.door()));
                    }

                    @Override
                    public void refused(Moment later) {
                        records.reply(in.reply(), notRecorded());
                    }
                });
    }

    /// Whether the door was locked or blocked at once since.
    private boolean isOvertaken(String door, @Nullable Integer before) {
        return !Objects.equals(before, atOnce.get(door));
    }

    /// Why this account may let nobody in by this door now; null when it may.
    private @Nullable String forbidden(String door, StaffAccount by) {
        return switch (doors.postures().get(door)) {
            case BLOCKED -> "door.is-blocked";
            case ARMED -> "door.armed";
            case LOCKED_DOWN -> "door.locked-down";
            case FIRE -> "door.fire";
            case EXAM_PREPARE, EXAM_ADMIT, EXAM_CLOSED, EXAM_QUIET ->
                    by.may(Capability.EXAM_ROOMS) ? null : "door.exam";
            case NORMAL -> null;
            case null -> null;
        };
    }

    void lock(SiteInput.DoorLockAsked in, Moment now) {
        if (unknown(in.door(), in.reply())) {
            return;
        }
        atOnce.merge(in.door(), 1, Integer::sum);
        openings.lockedByHand(in.door(), now);
        doors.lockedNow(in.door(), DoorCause.STAFF, now);
        did(in.by(), StaffAction.DOOR_LOCKED, in.door(), now);
        records.reply(in.reply(), new Done(true, "door.locked", in.door()));
    }

    /// Refusing entry is the safe direction: at once. Lifting it waits for its record.
    void block(SiteInput.DoorBlockAsked in, Moment now) {
        if (unknown(in.door(), in.reply())) {
            return;
        }
        if (in.blocked()) {
            atOnce.merge(in.door(), 1, Integer::sum);
            doors.blocked(in.door(), true, now);
            did(in.by(), StaffAction.DOOR_BLOCKED, in.door(), now);
            records.reply(in.reply(), new Done(true, "door.blocked", in.door()));
            return;
        }
        var body = new EventBody.StaffActed(StaffAction.DOOR_UNBLOCKED, in.door(), null, null);
        Integer before = atOnce.get(in.door());
        records.before(
                now,
                body,
                by(in.by()),
                new Records.Then() {
                    @Override
                    public void committed(Moment later) {
                        if (isOvertaken(in.door(), before)) {
                            records.reply(in.reply(), OVERTAKEN);
                            return;
                        }
                        doors.blocked(in.door(), false, later);
                        records.reply(in.reply(), new Done(true, "door.unblocked", in.door()));
                    }

                    @Override
                    public void refused(Moment later) {
                        records.reply(in.reply(), notRecorded());
                    }
                });
    }

    /// A blocked card is refused from now on, before anything is stored; the block survives a
    /// restart by its record.
    void blockCard(SiteInput.CardBlockAsked in, Moment now) {
        StaffAction action = in.blocked() ? StaffAction.CARD_BLOCKED : StaffAction.CARD_UNBLOCKED;
        if (in.blocked()) {
            checkIns.block(in.lookup(), true);
        }
        LocalBody local =
                new LocalBody(
                        LocalBody.NOBODY,
                        RetentionClass.OPERATION,
                        Map.of(
                                in.blocked() ? "blocked" : "unblocked",
                                in.lookup(),
                                "staff",
                                in.by().user()));
        records.before(
                now,
                new EventBody.StaffActed(action, null, null, null),
                local,
                new Records.Then() {
                    @Override
                    public void committed(Moment later) {
                        checkIns.block(in.lookup(), in.blocked());
                        records.reply(
                                in.reply(),
                                new Done(
                                        true,
                                        in.blocked() ? "card.blocked" : "card.unblocked",
                                        null));
                    }

                    @Override
                    public void refused(Moment later) {
                        records.reply(in.reply(), notRecorded());
                    }
                });
    }

    /// The list of those inside is emptied only once it is recorded who emptied it.
    void allGone(SiteInput.AllGoneFound in, Moment now) {
        records.before(
                now,
                new EventBody.StaffActed(StaffAction.VISITS_ENDED, null, null, null),
                by(in.by()),
                new Records.Then() {
                    @Override
                    public void committed(Moment later) {
                        people.allGone(later);
                        records.reply(in.reply(), new Done(true, "inside.all-gone", null));
                    }

                    @Override
                    public void refused(Moment later) {
                        records.reply(in.reply(), new Done(false, "inside.refused", null));
                    }
                });
    }

    void did(SiteInput.StaffDid in, Moment now) {
        Map<String, String> facts = new HashMap<>(in.facts());
        facts.putAll(by(in.by()).facts());
        records.before(
                now,
                in.what(),
                new LocalBody(LocalBody.NOBODY, RetentionClass.STAFF, facts),
                new Records.Then() {
                    @Override
                    public void committed(Moment later) {
                        records.reply(in.reply(), new Done(true, "recorded", null));
                    }

                    @Override
                    public void refused(Moment later) {
                        records.reply(in.reply(), notRecorded());
                    }
                });
    }

    private void did(StaffAccount by, StaffAction action, @Nullable String door, Moment now) {
        records.after(now, new EventBody.StaffActed(action, door, null, null), by(by));
    }

    private boolean unknown(String door, CompletableFuture<Done> reply) {
        boolean unknown = config.door(door).isEmpty();
        if (unknown) {
            records.reply(reply, new Done(false, "door.unknown", null));
        }
        return unknown;
    }

    private static LocalBody by(StaffAccount account) {
        return new LocalBody(
                LocalBody.NOBODY, RetentionClass.STAFF, Map.of("staff", account.user()));
    }

    private static Done notRecorded() {
        return new Done(false, "journal.refused", null);
    }
}
