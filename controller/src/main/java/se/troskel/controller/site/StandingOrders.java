package se.troskel.controller.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Door;
import se.troskel.controller.door.DoorOrders;
import se.troskel.controller.journal.LocalBody;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.staff.Done;
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
    private final Map<Subject, Integer> atOnce = new HashMap<>();
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
        var done = new Done(true, in.down() ? downKey : "lockdown.off", null);
        var answer = new OrderAnswer(records, in.reply(), done, which.size());
        for (Door door : which) {
            order(new Order(door, DoorPosture.LOCKED_DOWN, in.down(), in.by()), answer, now);
        }
    }

    /// Puts an exam room's door in a posture, or ends that.
    void examPosture(SiteInput.PostureAsked in, Moment now) {
        Door door = config.door(in.door()).orElse(null);
        if (door == null) {
            records.reply(in.reply(), new Done(false, "door.unknown", null));
            return;
        }
        DoorPosture posture = in.posture();
        Order order =
                posture == null
                        ? new Order(door, DoorPosture.NORMAL, false, in.by())
                        : new Order(door, posture, true, in.by());
        var done = new Done(true, "posture.ordered", door.id());
        order(order, new OrderAnswer(records, in.reply(), done, 1), now);
    }

    private record Order(Door door, DoorPosture posture, boolean given, StaffAccount by) {
        DoorOrders applied(DoorOrders orders) {
            if (posture == DoorPosture.LOCKED_DOWN) {
                return orders.withLockdown(given);
            }
            return orders.withExam(given ? posture : null);
        }

        Subject subject() {
            return new Subject(door.id(), posture == DoorPosture.LOCKED_DOWN);
        }
    }

    /// What an order is about: a door's lockdown, or its exam posture.
    private record Subject(String door, boolean lockdown) {}

    /// At once and recorded after, unless it lets in more than what stands. What waited for its
    /// record gives way to what was ordered at once meanwhile.
    private void order(Order order, OrderAnswer answer, Moment now) {
        String door = order.door().id();
        var body = new EventBody.DoorOrdered(door, order.posture(), order.given());
        if (!doors.isLooser(door, order::applied)) {
            atOnce.merge(order.subject(), 1, Integer::sum);
            doors.order(door, order::applied, DoorCause.STAFF, now);
            records.after(now, body, by(order.by()));
            answer.done();
            return;
        }
        Integer before = atOnce.get(order.subject());
        records.before(
                now,
                body,
                by(order.by()),
                new Records.Then() {
                    @Override
                    public void committed(Moment later) {
                        if (!Objects.equals(before, atOnce.get(order.subject()))) {
                            answer.notDone(order.door(), "orders.overtaken");
                            return;
                        }
                        doors.order(door, order::applied, DoorCause.STAFF, later);
                        answer.done();
                    }

                    @Override
                    public void refused(Moment later) {
                        answer.notDone(order.door(), "journal.refused");
                    }
                });
    }

    private static LocalBody by(StaffAccount account) {
        return new LocalBody(
                LocalBody.NOBODY, RetentionClass.STAFF, Map.of("staff", account.user()));
    }
}
