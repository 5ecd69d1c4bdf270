package se.troskel.controller.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.config.ExamRulebook;
import se.troskel.controller.access.Claim;
import se.troskel.controller.door.DoorOrders;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.SeatRights;
import se.troskel.controller.staff.Done;
import se.troskel.hardware.InputLine.Level;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.DeviceHealth;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.AnswerDetails;
import se.troskel.protocol.mqtt.DeviceState;
import se.troskel.protocol.occupancy.LeftInside;

/// All state of a centre and what becomes of each input. Single-threaded: only the [SiteLoop] steps
/// it, and tests by hand. No clock, no I/O, no thread of its own: the time comes with each input,
/// what is to be done is drained.
public final class Site {
    /// A wall clock that moved this much more or less than the monotonic one has jumped.
    private static final long JUMP_MILLIS = 2_000;

    /// What is shown is made anew at least this often, so that its age never looks stale.
    private static final long VIEW_NANOS = 15_000_000_000L;

    private final CentreConfig config;
    private final Records records = new Records();
    private final InputLines lines;
    private final SiteDoors doors;
    private final StandingOrders standing;
    private final Openings openings;
    private final People people;
    private final GlassUses glassUses;
    private final CheckIns checkIns;
    private final ExamBook exams;
    private final ExamArrivals arrivals;
    private final ExamApprovals approvals;
    private final CardlessVisits visits;
    private final Enrolments enrolments;
    private final LastCards lastCards = new LastCards();
    private final StaffOrders orders;
    private final String version;
    private final Map<String, DeviceHealth> health = new TreeMap<>();

    private final Set<String> terminals = new TreeSet<>();

    private boolean linked;
    private boolean cleanStop = true;
    private Map<String, DoorOrders> givenOrders = Map.of();
    private Muster muster = Muster.NOBODY;
    private long viewedNanos;
    private @Nullable Moment last;

    /// @param rules of exams
    /// @param ids makes random ids for challenges and enrolments
    public Site(CentreConfig config, ExamRulebook rules, String version, Supplier<UUID> ids) {
        this.config = config;
        this.version = version;
        this.people = new People(config, records);
        this.lines = new InputLines(config);
        this.doors = new SiteDoors(config, records, people, lines);
        this.standing = new StandingOrders(config, records, doors);
        this.openings = new Openings(config, records, doors);
        this.glassUses = new GlassUses(records);
        this.exams = new ExamBook(config, rules, records, ids);
        this.arrivals = new ExamArrivals(records, exams, people, this::around);
        this.checkIns =
                new CheckIns(
                        config, records, doors, standing, people, openings, glassUses, arrivals,
                        ids);
        checkIns.seats(exams::rights);
        this.approvals = new ExamApprovals(config, records, exams, doors);
        this.visits = new CardlessVisits(records, people, checkIns);
        this.enrolments = new Enrolments(ids);
        this.orders = new StaffOrders(config, records, doors, checkIns, people, openings);
        for (Device device : config.devices()) {
            health.put(device.id(), DeviceHealth.UNKNOWN);
        }
    }

    /// Where the rights of seats come from ([CheckIns#seats]). Called before the loop starts.
    public void seats(Function<Instant, SeatRights> rights) {
        checkIns.seats(rights);
    }

    /// Other centres by name ([ExamBook#centres]). Called before the loop starts.
    public void centres(Map<String, Map<String, String>> names) {
        exams.centres(names);
    }

    /// What earlier runs left behind. Called before the loop starts.
    public void restore(Restored before) {
        before.usedTickets().forEach(checkIns::restoreUsedTicket);
        before.blockedCards().forEach(lookup -> checkIns.block(lookup, true));
        before.occupancy().forEach(report -> people.restore(report.body(), report.at()));
        givenOrders = before.orders();
        openings.restore(before.days());
        standing.restore(before.fire(), before.armed());
        muster = before.muster();
        glassUses.restore(before.glassUses());
        exams.restore(before.exams());
        cleanStop = before.cleanStop();
    }

    /// The first step: every lock is put in its safe state before anything is heard.
    void restarted(Moment now) {
        doors.restarted(givenOrders, standing::ofBuilding, now);
        people.restore(muster, openings.hours(), now.at());
        glassUses.restarted(now);
        records.after(now, new EventBody.CentreStarted(version, cleanStop), null);
        tick(now);
    }

    /// One step.
    void step(SiteInput input, Moment now) {
        watchClock(now);
        switch (input) {
            case SiteInput.Presented in -> presented(in, now);
            case SiteInput.CardAtDoor(String reader, Claim claim) -> {
                lastCards.shown(reader, claim, now);
                checkIns.cardAtDoor(reader, claim, now);
            }
            case SiteInput.PinHashAsked in ->
                    records.reply(in.reply(), checkIns.pinHash(in.challenge(), now));
            case SiteInput.PinCompared in -> checkIns.pinCompared(in, now);
            case SiteInput.StaffPinHashAsked in ->
                    records.reply(in.reply(), checkIns.staffPinHash(in.challenge(), now));
            case SiteInput.StaffPinCompared in -> checkIns.staffPinCompared(in, now);
            case SiteInput.VisitAsked in -> visits.asked(in, now);
            case SiteInput.ExamChosen in ->
                    arrivals.chosen(in, checkIns.showAgain(in.choice().presentation(), now), now);
            case SiteInput.PurposeChosen in -> visits.purposeChosen(in, now);
            case SiteInput.TerminalSeen(String kiosk, boolean online) ->
                    terminalSeen(kiosk, online, now);
            case SiteInput.LineChanged in -> lineChanged(in.device(), in.level(), now);
            case SiteInput.LockTold in -> doors.lockTold(in.device(), in.told(), now);
            case SiteInput.Observed in -> people.observed(in.sensor(), in.observation(), now);
            case SiteInput.HealthChanged in -> healthChanged(in.device(), in.health(), now);
            case SiteInput.DoorUnlockAsked in -> orders.unlock(in, now);
            case SiteInput.DoorLockAsked in -> orders.lock(in, now);
            case SiteInput.DoorBlockAsked in -> orders.block(in, now);
            case SiteInput.LockdownAsked in -> standing.lockdown(in, now);
            case SiteInput.FireResetAsked in -> standing.resetFire(in, now);
            case SiteInput.PostureAsked in -> standing.examPosture(in, now);
            case SiteInput.GlassSeen in -> glassUses.seen(in, now);
            case SiteInput.CardBlockAsked in -> orders.blockCard(in, now);
            case SiteInput.AllGoneFound in -> orders.allGone(in, now);
            case SiteInput.StaffDid in -> orders.did(in, now);
            case SiteInput.ExamAsked in -> exams.asked(in, now);
            case SiteInput.ApprovalAsked in ->
                    approvals.asked(in, around(now), people::seated, now);
            case SiteInput.EnrolmentStarted in ->
                    changing(in.reply(), enrolments.start(in.by(), in.kiosk(), now.at()));
            case SiteInput.EnrolmentNamed in -> changing(in.reply(), enrolments.name(in, now.at()));
            case SiteInput.EnrolmentAsked in ->
                    records.reply(
                            in.reply(), enrolments.candidate(in.kiosk(), in.enrolment(), now.at()));
            case SiteInput.EnrolmentStored in -> {
                enrolments.stored(in.enrolment(), now.at());
                records.add(new SiteEffect.ViewChanged());
            }
            case SiteInput.EnrolmentCancelled in -> {
                enrolments.cancel();
                changing(in.reply(), new Done(true, "enrolment.cancelled", null));
            }
            case SiteInput.LastCardsAsked(var reply) -> records.reply(reply, lastCards.tapped(now));
            case SiteInput.SnapshotAsked(var reply) ->
                    records.reply(reply, checkIns.snapshotAt(now));
            case SiteInput.RegisterChanged(RegisterContents contents) ->
                    registerChanged(contents, now);
            case SiteInput.Committed in -> records.committed(in.pending(), now);
            case SiteInput.Refused in -> records.refused(in.pending(), now);
            case SiteInput.LinkChanged(boolean connected) -> linkChanged(connected, now);
            case SiteInput.Tick() -> tick(now);
        }
        doors.tick(now);
        lines.tick(now).forEach(change -> changed(change, now));
    }

    /// The nearest monotonic deadline; null for none.
    @Nullable Long nextDeadlineNanos() {
        return nearer(
                doors.nextDeadlineNanos(),
                nearer(lines.nextDeadlineNanos(), records.nextDeadlineNanos()));
    }

    private static @Nullable Long nearer(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one - other < 0 ? one : other;
    }

    List<SiteEffect> drain() {
        return records.drain();
    }

    /// What is true now.
    SiteView view(Moment now) {
        var mode = openings.mode(now);
        return new SiteView(
                now.at(),
                mode,
                openings.until(now),
                people.rooms(People.withholds(mode), now),
                people.rooms(false, now),
                people.muster(),
                people.left(),
                people.left() == 0
                        ? null
                        : LeftInside.of(people.left(), config.occupancy().smallCountLimit()),
                doors.statuses(now),
                deviceStates(now),
                standing.isFire(),
                standing.isFireSounding(),
                standing.isArmed(),
                glassUses.unseen(),
                terminals,
                enrolments.view(now.at()),
                linked,
                !checkIns.register().people().isEmpty(),
                records.dropped(),
                exams.day(),
                checkIns.troubles(now));
    }

    private void presented(SiteInput.Presented in, Moment now) {
        lastCards.shown(in.presentation().kiosk(), in.claim(), now);
        boolean enrolling =
                in.presentation().intent() == Intent.ENTER
                        && in.claim() instanceof Claim.Card(String lookup)
                        && !checkIns.isKnown(lookup)
                        && enrolments.takeCard(in.presentation().kiosk(), lookup, now.at());
        if (enrolling) {
            records.add(new SiteEffect.ViewChanged());
            records.reply(
                    in.reply(),
                    new Answer(
                            in.presentation().id(),
                            CheckInReason.ENROLMENT_CARD_READ,
                            false,
                            NextStep.CONTINUE_AT_DESK,
                            openings.mode(now),
                            AnswerDetails.NONE,
                            null));
            return;
        }
        checkIns.presented(in, now);
    }

    private ExamBook.Around around(Moment now) {
        return new ExamBook.Around(
                people.counted(now), people.estimated(now), linked, standing.isFire());
    }

    private <T> void changing(CompletableFuture<T> reply, T value) {
        records.add(new SiteEffect.ViewChanged());
        records.reply(reply, value);
    }

    private void terminalSeen(String kiosk, boolean online, Moment now) {
        boolean changed = online ? terminals.add(kiosk) : terminals.remove(kiosk);
        if (changed) {
            healthChanged(kiosk, online ? DeviceHealth.ONLINE : DeviceHealth.OFFLINE, now);
        }
    }

    private void lineChanged(String device, Level level, Moment now) {
        lines.says(device, level, now).ifPresent(change -> changed(change, now));
    }

    private void changed(InputLines.Change change, Moment now) {
        Level believed = change.believed();
        if (believed != null) {
            doors.lineChanged(change.device(), believed, now);
            standing.lineChanged(change.device(), believed, now);
            if (standing.isFire()) {
                exams.fire(now);
            }
        }
        healthIs(change.device(), change.health(), change.changes(), now);
    }

    /// Whether fire is latched: then nothing may be locked, not even by a program that fails.
    boolean isFire() {
        return standing.isFire();
    }

    private void healthChanged(String device, DeviceHealth driver, Moment now) {
        lines.driverSays(device, driver, now)
                .ifPresentOrElse(
                        change -> changed(change, now), () -> healthIs(device, driver, null, now));
    }

    private void healthIs(
            String device, DeviceHealth now, @Nullable Integer changes, Moment moment) {
        if (config.device(device).isPresent() && health.put(device, now) != now) {
            people.health(device, now, moment);
            records.after(moment, new EventBody.DeviceChanged(device, now, changes), null);
            records.add(new SiteEffect.ViewChanged());
        }
    }

    private void registerChanged(RegisterContents contents, Moment now) {
        RegisterContents before = checkIns.register();
        // what the register holds at the start was counted before it, nobody knows when
        boolean newCounts =
                before.version() > 0 && !contents.headCounts().equals(before.headCounts());
        checkIns.register(contents);
        exams.register(contents, now);
        if (before.version() == 0) {
            exams.sitting()
                    .forEach(one ->
                            people.restore(
                                    one,
                                    exams.log().progress(one.id()),
                                    openings.hours(),
                                    now.at()));
        }
        if (newCounts) {
            people.headCounts(contents.headCounts(), now);
        }
        records.add(new SiteEffect.ViewChanged());
    }

    private void linkChanged(boolean connected, Moment now) {
        if (linked != connected) {
            linked = connected;
            records.after(now, new EventBody.LinkChanged(connected), null);
            records.add(new SiteEffect.ViewChanged());
        }
    }

    private void tick(Moment now) {
        records.tick(now);
        openings.tick(now);
        people.tick(openings.mode(now), now);
        checkIns.tick(now);
        lastCards.tick(now);
        glassUses.tick(now);
        exams.tick(now);
        boolean dropped = enrolments.tick(now.at());
        if (dropped || now.nanos() - viewedNanos >= VIEW_NANOS) {
            viewedNanos = now.nanos();
            records.add(new SiteEffect.ViewChanged());
        }
    }

    private void watchClock(Moment now) {
        Moment before = last;
        last = now;
        if (before == null) {
            return;
        }
        long jump =
                (now.at().toEpochMilli() - before.at().toEpochMilli())
                        - (now.nanos() - before.nanos()) / 1_000_000;
        if (Math.abs(jump) > JUMP_MILLIS || now.clock() != before.clock()) {
            records.after(now, new EventBody.ClockChanged(now.clock(), jump), null);
            records.add(new SiteEffect.ViewChanged());
            if (now.clock() == ClockTrust.UNTRUSTED) {
                records.add(
                        new SiteEffect.Warn(
                                "the clock cannot be trusted: set it, or connect a time server",
                                null));
            }
        }
    }

    private List<DeviceState> deviceStates(Moment now) {
        List<DeviceState> states = new ArrayList<>();
        for (Device device : config.devices()) {
            DeviceHealth is =
                    Optional.ofNullable(health.get(device.id())).orElse(DeviceHealth.UNKNOWN);
            states.add(
                    new DeviceState(
                            config.centre().code(), device.id(), device.name(), is, now.at()));
        }
        return states;
    }
}
