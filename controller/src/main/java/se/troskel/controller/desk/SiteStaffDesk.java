package se.troskel.controller.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.config.Door;
import se.troskel.config.Room;
import se.troskel.controller.journal.JournalReader;
import se.troskel.controller.keys.BreakGlassFile;
import se.troskel.controller.page.JournalLines;
import se.troskel.controller.page.StaffDesk;
import se.troskel.controller.page.WhyAnswer;
import se.troskel.controller.page.WhyQuestion;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.site.Enrolments.Candidate;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.site.SiteLoop;
import se.troskel.controller.site.SiteView;
import se.troskel.controller.staff.Done;
import se.troskel.controller.staff.Enrolment;
import se.troskel.controller.staff.LockdownScope;
import se.troskel.controller.uplink.UplinkStatus;
import se.troskel.protocol.AccessSystemException;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.StaffAction;

/// Carries out what staff orders: doors by the loop, people and tickets by the register, both
/// recorded. Thread-safe; blocks as its interface says.
public final class SiteStaffDesk implements StaffDesk {
    private static final Logger LOG = LoggerFactory.getLogger(SiteStaffDesk.class);
    private static final int GLASS_ID = 16;
    private static final Done BUSY = new Done(false, "desk.slow", null);

    private final CentreConfig config;
    private final SiteLoop loop;
    private final JournalReader journal;
    private final RegisterDesk register;
    private final BreakGlassFile glass;
    private final Imports imports;
    private final Why why;
    private final Supplier<@Nullable UplinkStatus> uplink;

    /// Wires the desk.
    ///
    /// @param uplink gives null for a centre without a region
    public SiteStaffDesk(
            CentreConfig config,
            SiteLoop loop,
            JournalReader journal,
            RegisterDesk register,
            BreakGlassFile glass,
            Imports imports,
            Supplier<@Nullable UplinkStatus> uplink) {
        this.config = config;
        this.loop = loop;
        this.journal = journal;
        this.register = register;
        this.glass = glass;
        this.imports = imports;
        this.why = new Why(register::lookup);
        this.uplink = uplink;
    }

    @Override
    public Board board() {
        SiteView view = loop.view();
        UplinkStatus link = uplink.get();
        return new Board(
                config.centre().code(),
                config.centre().name(),
                config.centre().timeZone().getId(),
                view.at(),
                view.mode(),
                view.until(),
                view.staffRooms(),
                view.left(),
                view.doors(),
                view.devices().stream()
                        .map(device ->
                                new DeviceLine(device.device(), device.name(), device.health()))
                        .toList(),
                config.devices().stream()
                        .filter(device -> device.kind() == Device.Kind.KIOSK)
                        .map(Device::id)
                        .toList(),
                link != null && link.connected(),
                link != null,
                link == null ? 0 : link.unacknowledged(),
                link == null ? 0 : link.givenUp(),
                config.access().staffUnlockMinutes(),
                config.access().staffUnlockMaxMinutes(),
                orders(view));
    }

    private Orders orders(SiteView view) {
        return new Orders(
                view.fire(),
                view.fireSounding(),
                config.alarms().fire() != null,
                view.armed(),
                view.glassUses(),
                glass.hasLost(),
                register.damage(),
                config.areas(),
                config.doors().stream()
                        .filter(this::leadsToExams)
                        .map(Door::id)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private boolean leadsToExams(Door door) {
        return config.rooms().stream()
                .filter(room -> room.id().equals(door.room()))
                .anyMatch(room ->
                        room.kind() == Room.Kind.EXAM || room.kind() == Room.Kind.EXAM_SMALL);
    }

    @Override
    public Runnable onChange(Runnable listener) {
        return loop.onView(_ -> listener.run());
    }

    @Override
    public Done unlock(StaffAccount by, String door, Duration howLong) {
        return ask(reply -> new SiteInput.DoorUnlockAsked(by, door, howLong, reply));
    }

    @Override
    public Done lock(StaffAccount by, String door) {
        return ask(reply -> new SiteInput.DoorLockAsked(by, door, reply));
    }

    @Override
    public Done block(StaffAccount by, String door, boolean blocked) {
        return ask(reply -> new SiteInput.DoorBlockAsked(by, door, blocked, reply));
    }

    @Override
    public Inside inside() {
        return register.named(loop.view().muster());
    }

    @Override
    public Done allGone(StaffAccount by) {
        return ask(reply -> new SiteInput.AllGoneFound(by, reply));
    }

    @Override
    public Done lockdown(StaffAccount by, LockdownScope scope, boolean down) {
        return ask(reply -> new SiteInput.LockdownAsked(by, scope, down, reply));
    }

    @Override
    public Done resetFire(StaffAccount by) {
        return ask(reply -> new SiteInput.FireResetAsked(by, reply));
    }

    @Override
    public Done examPosture(StaffAccount by, String door, @Nullable DoorPosture posture) {
        if (!board().orders().examDoors().contains(door)) {
            return new Done(false, "door.unknown", null);
        }
        return ask(reply -> new SiteInput.PostureAsked(by, door, posture, reply));
    }

    @Override
    public Done breakGlassSeen(StaffAccount by) {
        return ask(reply -> new SiteInput.GlassSeen(by, reply));
    }

    @Override
    public List<BreakGlassLine> breakGlass() {
        return glass.labels().entrySet().stream()
                .map(one -> new BreakGlassLine(glassId(one.getKey()), one.getValue()))
                .sorted(Comparator.comparing(BreakGlassLine::label))
                .toList();
    }

    /// Recorded before it works.
    @Override
    public Done makeBreakGlass(StaffAccount by, String cardNumber, String label) {
        Optional<String> lookup = register.lookup(cardNumber);
        if (lookup.isEmpty()) {
            return new Done(false, "card.number", null);
        }
        if (!BreakGlassFile.isLabel(label)) {
            return new Done(false, "break-glass.label", null);
        }
        if (register.isHeld(lookup.get())) {
            return new Done(false, "break-glass.held", null);
        }
        if (glass.isFull()) {
            return new Done(false, "break-glass.full", null);
        }
        return recordedThen(
                by,
                StaffAction.BREAK_GLASS_MADE,
                () -> glass.put(lookup.get(), label),
                new Done(true, "break-glass.made", label));
    }

    @Override
    public Done removeBreakGlass(StaffAccount by, String id) {
        return glass.labels().keySet().stream()
                .filter(lookup -> glassId(lookup).equals(id))
                .findFirst()
                .map(lookup -> removeGlass(by, lookup))
                .orElse(new Done(false, "break-glass.gone", null));
    }

    /// It stops working before its record: that is the safe direction.
    private Done removeGlass(StaffAccount by, String lookup) {
        try {
            glass.remove(lookup);
        } catch (BreakGlassFile.NotStored e) {
            LOG.error("A break-glass credential was not removed: {}", e.getMessage());
            return new Done(false, "break-glass.refused", null);
        }
        Done done =
                staffDid(
                        by,
                        new EventBody.StaffActed(
                                StaffAction.BREAK_GLASS_REMOVED, null, null, null));
        return done.done() ? new Done(true, "break-glass.removed", null) : done;
    }

    private Done recordedThen(StaffAccount by, StaffAction action, Runnable then, Done answer) {
        Done done = staffDid(by, new EventBody.StaffActed(action, null, null, null));
        if (!done.done()) {
            return done;
        }
        try {
            then.run();
            return answer;
        } catch (BreakGlassFile.NotStored e) {
            LOG.error("A break-glass credential was not stored: {}", e.getMessage());
            return new Done(false, "break-glass.refused", null);
        }
    }

    private static String glassId(String lookup) {
        return lookup.substring(0, GLASS_ID);
    }

    @Override
    public List<JournalLine> journalTail(int max) {
        return JournalLines.tail(journal, max);
    }

    @Override
    public ImportPreview preview(StaffAccount by, ImportKind kind, byte[] file) {
        return imports.preview(kind, file);
    }

    @Override
    public Done applyImport(StaffAccount by, String previewId) {
        return edit(
                () ->
                        imports.apply(previewId)
                                .map(changes -> recorded(by, StaffAction.IMPORTED, changes))
                                .map(done -> answer(done, "import.applied"))
                                .orElse(new Done(false, "import.gone", null)),
                "import.refused");
    }

    @Override
    public String parkedRows() {
        return imports.parkedRows();
    }

    @Override
    public Done undoImport(StaffAccount by) {
        return edit(
                () ->
                        imports.undo()
                                .map(changes -> recorded(by, StaffAction.IMPORT_UNDONE, changes))
                                .map(done -> answer(done, "import.undone"))
                                .orElse(new Done(false, "import.nothing", null)),
                "import.refused");
    }

    @Override
    public Done startEnrolment(StaffAccount by, String kiosk) {
        return ask(reply -> new SiteInput.EnrolmentStarted(by, kiosk, reply));
    }

    @Override
    public Optional<Enrolment> enrolment() {
        return loop.view().enrolment();
    }

    @Override
    public Done completeEnrolment(
            StaffAccount by,
            String name,
            @Nullable LocalDate born,
            boolean agreementAccepted,
            Instant validUntil,
            boolean extendedTime) {
        return ask(reply ->
                new SiteInput.EnrolmentNamed(
                        by, name, born, agreementAccepted, validUntil, extendedTime, reply));
    }

    @Override
    public Done cancelEnrolment(StaffAccount by) {
        return ask(SiteInput.EnrolmentCancelled::new);
    }

    @Override
    public Done blockCard(StaffAccount by, String cardNumber, boolean blocked) {
        Optional<String> lookup = register.lookup(cardNumber);
        if (lookup.isEmpty()) {
            return new Done(false, "card.number", null);
        }
        if (glass.label(lookup.get()).isPresent()) {
            return blocked
                    ? removeGlass(by, lookup.get())
                    : new Done(false, "break-glass.unblock", null);
        }
        Done done = ask(reply -> new SiteInput.CardBlockAsked(by, lookup.get(), blocked, reply));
        if (!done.done()) {
            return done;
        }
        return edit(
                () -> {
                    register.block(lookup.get(), blocked);
                    return done;
                },
                "register.refused");
    }

    @Override
    public Optional<WhyAnswer> why(StaffAccount by, WhyQuestion question) {
        var asked = new EventBody.StaffActed(StaffAction.ASKED_WHY, question.door(), null, null);
        boolean names = by.capabilities().contains(StaffAccount.Capability.ROLL_CALL);
        return staffDid(by, asked).done()
                ? loop.ask(SiteInput.SnapshotAsked::new)
                        .map(now -> why.answer(now, question, names))
                : Optional.empty();
    }

    @Override
    public Optional<PrintedTicket> issueTicket(
            StaffAccount by, @Nullable String room, Instant from, Instant until) {
        try {
            PrintedTicket ticket = register.issueTicket(room, from, until);
            Done done =
                    staffDid(
                            by,
                            new EventBody.StaffActed(StaffAction.TICKET_ISSUED, null, room, null));
            return done.done() ? Optional.of(ticket) : Optional.empty();
        } catch (AccessSystemException e) {
            LOG.error("A ticket was not issued: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /// Puts a new student into the register, with the PIN chosen at the terminal.
    ///
    /// @throws AccessSystemException when the register refuses; the terminal then says that it did
    ///   not work
    public void enrol(Candidate candidate, String pinHash) {
        RegisterChanges changes = register.enrol(candidate, pinHash);
        Done done = recorded(candidate.by(), StaffAction.STUDENT_ENROLLED, changes);
        if (!done.done()) {
            LOG.error("A student is enrolled, but the journal has no record of it");
        }
    }

    private Done recorded(StaffAccount by, StaffAction action, RegisterChanges changes) {
        Done edited =
                staffDid(
                        by,
                        new EventBody.RegisterEdited(
                                changes.kind(), changes.people(), changes.credentials()));
        return edited.done()
                ? staffDid(by, new EventBody.StaffActed(action, null, null, null))
                : edited;
    }

    private static Done answer(Done done, String key) {
        return done.done() ? new Done(true, key, "") : done;
    }

    private Done staffDid(StaffAccount by, EventBody what) {
        return ask(reply -> new SiteInput.StaffDid(by, what, reply));
    }

    private static Done edit(Supplier<Done> edit, String refused) {
        try {
            return edit.get();
        } catch (CandidateArrivedException e) {
            return new Done(false, "import.arrived", null);
        } catch (CandidateEditedException e) {
            return new Done(false, "import.candidate-edited", null);
        } catch (AccessSystemException e) {
            LOG.error("The register was not edited: {}", e.getMessage());
            return new Done(false, refused, null);
        }
    }

    private Done ask(Function<CompletableFuture<Done>, SiteInput> question) {
        return loop.ask(question).orElse(BUSY);
    }
}
