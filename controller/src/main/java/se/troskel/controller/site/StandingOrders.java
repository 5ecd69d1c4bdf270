package se.troskel.controller.site;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Door;
import se.troskel.controller.door.DoorOrders;
import se.troskel.controller.journal.LocalBody;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.controller.page.StaffDesk.Done;
import se.troskel.controller.register.StaffAccount;
import se.troskel.hardware.InputLine.Level;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.event.EventBody;

/// Who orders the doors of the building, and for how long an order lasts: the fire latch until it
/// is reset by hand, the burglar alarm until its own panel unsets it, lockdown and exam postures
/// until staff lifts them; all of them outlive a restart. What makes safe acts at once and is
/// recorded after; what makes entry possible again waits for its record. Owned by the loop's
/// thread.
final class StandingOrders {
    private final CentreConfig config;
    private final Records records;
    private final SiteDoors doors;
    private Level fireInput = Level.UNKNOWN;
    private boolean fire;
    private boolean armed;

    StandingOrders(CentreConfig config, Records records, SiteDoors doors) {
        this.config = config;
        this.records = records;
        this.doors = doors;
    }

    /// What was ordered before a restart.
    void restore(boolean fireLatched, boolean alarmSet) {
        fire = fireLatched;
        armed = alarmSet;
    }

    boolean isFire() {
        return fire;
    }

    /// Whether the fire alarm itself goes on.
    boolean isFireSounding() {
        return fireInput == Level.ACTIVE;
    }

    boolean isArmed() {
        return armed;
    }

    /// The orders that hold for every door.
    DoorOrders ofBuilding(DoorOrders ofDoor) {
        return ofDoor.withFire(fire).withArmed(armed);
    }

    /// A line of an alarm system changed; others are ignored. A line that says nothing, or is
    /// broken, changes no order: its health says so.
    void lineChanged(String device, Level level, Moment now) {
        if (device.equals(config.alarms().fire())) {
            fireInput = level;
            if (level == Level.ACTIVE && !fire) {
                fire(true, null, now);
            }
        } else if (device.equals(config.alarms().armed())) {
            boolean set = level == Level.ACTIVE || (level != Level.REST && armed);
            if (set != armed) {
                armed = set;
                doors.orderAll(orders -> orders.withArmed(set), DoorCause.BURGLAR_ALARM, now);
                records.after(now, new EventBody.ArmedChanged(set), null);
                records.add(new SiteEffect.ViewChanged());
            }
        }
    }

    /// By hand, and only when the fire alarm itself is over.
    void resetFire(SiteInput.FireResetAsked in, Moment now) {
        if (isFireSounding()) {
            records.reply(in.reply(), new Done(false, "fire.still", null));
            return;
        }
        if (fire) {
            fire(false, by(in.by()), now);
        }
        records.reply(in.reply(), new Done(true, "fire.reset", null));
    }

    private void fire(boolean latched, @Nullable LocalBody by, Moment now) {
        fire = latched;
        doors.orderAll(
                orders -> orders.withFire(latched),
                latched ? DoorCause.FIRE : DoorCause.STAFF,
                now);
        records.after(now, new EventBody.FireChanged(latched), by);
        records.add(new SiteEffect.ViewChanged());
    }

    /// Locks doors down, or lifts that: one door, an area, or the whole centre.
    void lockdown(SiteInput.LockdownAsked in, Moment now) {
        List<Door> which =
                config.doors().stream().filter(door -> in.scope().includes(door)).toList();
        if (which.isEmpty()) {
            records.reply(in.reply(), new Done(false, "door.unknown", null));
            return;
        }
        String downKey = fire ? "lockdown.fire" : "lockdown.on";
        String key = in.down() ? downKey : "lockdown.off";
        for (Door door : which.subList(0, which.size() - 1)) {
            order(new Order(door.id(), DoorPosture.LOCKED_DOWN, in.down(), in.by()), null, now);
        }
        order(
                new Order(which.getLast().id(), DoorPosture.LOCKED_DOWN, in.down(), in.by()),
                new Asked(in.reply(), key),
                now);
    }

    /// Puts an exam room's door in a posture, or ends that.
    void examPosture(SiteInput.PostureAsked in, Moment now) {
        if (config.door(in.door()).isEmpty()) {
            records.reply(in.reply(), new Done(false, "door.unknown", null));
            return;
        }
        DoorPosture posture = in.posture();
        Order order =
                posture == null
                        ? new Order(in.door(), DoorPosture.NORMAL, false, in.by())
                        : new Order(in.door(), posture, true, in.by());
        order(order, new Asked(in.reply(), "posture.ordered"), now);
    }

    private record Order(String door, DoorPosture posture, boolean given, StaffAccount by) {
        DoorOrders applied(DoorOrders orders) {
            if (posture == DoorPosture.LOCKED_DOWN) {
                return orders.withLockdown(given);
            }
            return orders.withExam(given ? posture : null);
        }
    }

    /// Who waits for an answer, and its key.
    private record Asked(CompletableFuture<Done> reply, String key) {}

    private void order(Order order, @Nullable Asked asked, Moment now) {
        var body = new EventBody.DoorOrdered(order.door(), order.posture(), order.given());
        if (order.given() && doors.isStricter(order.door(), order::applied)) {
            doors.order(order.door(), order::applied, DoorCause.STAFF, now);
            records.after(now, body, by(order.by()));
            reply(asked, order.door());
            return;
        }
        records.before(
                now,
                body,
                by(order.by()),
                new Records.Then() {
                    @Override
                    public void committed(Moment later) {
                        doors.order(order.door(), order::applied, DoorCause.STAFF, later);
                        reply(asked, order.door());
                    }

                    @Override
                    public void refused(Moment later) {
                        if (asked != null) {
                            records.reply(asked.reply(), new Done(false, "journal.refused", null));
                        }
                    }
                });
    }

    private void reply(@Nullable Asked asked, String door) {
        if (asked != null) {
            records.reply(asked.reply(), new Done(true, asked.key(), door));
        }
    }

    private static LocalBody by(StaffAccount account) {
        return new LocalBody(
                LocalBody.NOBODY, RetentionClass.STAFF, Map.of("staff", account.user()));
    }
}
