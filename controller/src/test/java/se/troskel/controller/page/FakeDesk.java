package se.troskel.controller.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.staff.Done;
import se.troskel.controller.staff.Enrolment;
import se.troskel.controller.staff.LockdownScope;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;
import se.troskel.protocol.event.DeviceHealth;
import se.troskel.protocol.mqtt.DoorStatus;
import se.troskel.protocol.mqtt.RoomState;
import se.troskel.protocol.occupancy.Quality;

/// A centre in memory for the pages' tests: doors obey, an import has a good row for each line and
/// a bad one for each line that says so, an enrolment advances when the test says. Remembers what
/// it was asked to do.
final class FakeDesk implements StaffDesk {
    final List<String> asked = new ArrayList<>();
    private final InstantSource clock;
    private final Map<String, DoorStatus> doors = new LinkedHashMap<>();
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final Map<String, ImportPreview> previews = new LinkedHashMap<>();
    private @Nullable Enrolment enrolment;
    private String parked = "";
    private boolean failing;
    private long givenUp;
    private int leftInside;
    private boolean empty;
    private Orders orders = Orders.NONE;
    private final Map<String, String> glass = new LinkedHashMap<>();

    FakeDesk(InstantSource clock) {
        this.clock = clock;
        put(door("entrance", "Entrén", LockState.LOCKED, DoorPhysicalState.CLOSED));
        put(door("exam", "Tentasal 2", LockState.LOCKED, DoorPhysicalState.UNKNOWN));
        put(door("group", "Grupprum Eken", LockState.UNKNOWN, DoorPhysicalState.CLOSED));
    }

    private DoorStatus door(String id, String name, LockState lock, DoorPhysicalState contact) {
        return new DoorStatus(
                "KAT",
                id,
                name,
                DoorMode.LOCKED,
                DoorPosture.NORMAL,
                null,
                LockCommand.LOCK,
                lock,
                contact,
                DoorAlarm.NORMAL,
                false,
                false,
                null,
                clock.instant().minusSeconds(75));
    }

    /// The door is now like this, and open pages hear of it.
    synchronized void put(DoorStatus door) {
        doors.put(door.door(), door);
        changed();
    }

    synchronized void forceOpen(String id) {
        var door = doors.get(id);
        put(
                new DoorStatus(
                        "KAT",
                        id,
                        Objects.requireNonNull(door).name(),
                        DoorMode.LOCKED,
                        DoorPosture.NORMAL,
                        null,
                        LockCommand.LOCK,
                        LockState.LOCKED,
                        DoorPhysicalState.OPEN,
                        DoorAlarm.DOOR_FORCED_OPEN,
                        false,
                        false,
                        null,
                        clock.instant()));
    }

    synchronized void advance(Enrolment.Step step) {
        enrolment = new Enrolment("e1", "K1", step, clock.instant().plusSeconds(300));
        changed();
    }

    /// The region will never get so many events.
    synchronized void giveUp(long events) {
        givenUp = events;
    }

    /// These orders stand now, and open pages hear of it.
    synchronized void put(Orders now) {
        orders = now;
        changed();
    }

    /// From now on reading the board breaks.
    void fail() {
        failing = true;
    }

    /// Something changed elsewhere that open pages are to hear of.
    void tell() {
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public synchronized Board board() {
        if (failing) {
            throw new IllegalStateException("the desk broke on purpose");
        }
        var now = clock.instant();
        return new Board(
                "KAT",
                "Campus Viadidakt",
                "Europe/Stockholm",
                now,
                OpeningMode.STAFFED,
                now.plus(Duration.ofHours(3)),
                List.of(
                        room("studiesalen", "Studiesalen", 15, Quality.HIGH),
                        room("eken", "Grupprum Eken", 4, Quality.MEDIUM),
                        room("tysta", "Tysta rummet", 44, Quality.HIGH),
                        room("datasalen", "Datasalen", 20, Quality.LOW),
                        room("tentasal", "Tentasal 2", null, Quality.NONE)),
                leftInside,
                List.copyOf(doors.values()),
                List.of(
                        new DeviceLine("K1", "Terminalen i entrén", DeviceHealth.ONLINE),
                        new DeviceLine("R1", "Läsare tentasal 2", DeviceHealth.OFFLINE),
                        new DeviceLine("S1", "Sensor studiesalen", DeviceHealth.UNKNOWN)),
                List.of("K1"),
                true,
                true,
                3,
                givenUp,
                15,
                240,
                orders);
    }

    private RoomState room(String id, String name, @Nullable Integer people, Quality quality) {
        return new RoomState(
                "KAT",
                id,
                name,
                people,
                false,
                quality,
                48,
                60,
                2,
                2,
                clock.instant().minusSeconds(20));
    }

    @Override
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    int listeners() {
        return listeners.size();
    }

    @Override
    public synchronized Done unlock(StaffAccount by, String door, Duration howLong) {
        asked.add("unlock " + door + " " + howLong.toMinutes());
        if (doors.containsKey(door)) {
            set(door, DoorMode.UNLOCKED, LockCommand.UNLOCK, clock.instant().plus(howLong));
        }
        return new Done(true, "door.unlocked", null);
    }

    @Override
    public synchronized Done lock(StaffAccount by, String door) {
        asked.add("lock " + door);
        set(door, DoorMode.LOCKED, LockCommand.LOCK, null);
        return new Done(true, "door.locked", null);
    }

    @Override
    public synchronized Done block(StaffAccount by, String door, boolean blocked) {
        asked.add((blocked ? "block " : "unblock ") + door);
        set(door, blocked ? DoorMode.BLOCKED : DoorMode.LOCKED, LockCommand.LOCK, null);
        return new Done(true, blocked ? "door.blocked" : "door.unblocked", null);
    }

    @Override
    public synchronized Done lockdown(StaffAccount by, LockdownScope scope, boolean down) {
        asked.add((down ? "lock down " : "lift ") + scope);
        doors.values().stream()
                .filter(door ->
                        !(scope instanceof LockdownScope.OfDoor(String one))
                                || one.equals(door.door()))
                .toList()
                .forEach(door ->
                        set(
                                door.door(),
                                down ? DoorMode.LOCKED_DOWN : DoorMode.LOCKED,
                                LockCommand.LOCK,
                                null));
        return new Done(true, down ? "lockdown.on" : "lockdown.off", null);
    }

    @Override
    public synchronized Done resetFire(StaffAccount by) {
        asked.add("reset fire");
        return orders.fireSounding()
                ? new Done(false, "fire.still", null)
                : new Done(true, "fire.reset", null);
    }

    @Override
    public synchronized Done examPosture(
            StaffAccount by, String door, @Nullable DoorPosture posture) {
        asked.add("posture " + door + " " + posture);
        return new Done(true, "posture.ordered", null);
    }

    @Override
    public synchronized Done breakGlassSeen(StaffAccount by) {
        asked.add("seen");
        put(
                new Orders(
                        orders.fire(),
                        orders.fireSounding(),
                        orders.hasFireAlarm(),
                        orders.armed(),
                        List.of(),
                        orders.glassLost(),
                        orders.register(),
                        orders.areas(),
                        orders.examDoors()));
        return new Done(true, "break-glass.seen", null);
    }

    @Override
    public synchronized List<BreakGlassLine> breakGlass() {
        return glass.entrySet().stream()
                .map(one -> new BreakGlassLine(one.getKey(), one.getValue()))
                .toList();
    }

    @Override
    public synchronized Done makeBreakGlass(StaffAccount by, String cardNumber, String label) {
        asked.add("break-glass " + label);
        glass.put("g" + glass.size(), label);
        return new Done(true, "break-glass.made", label);
    }

    @Override
    public synchronized Done removeBreakGlass(StaffAccount by, String id) {
        asked.add("no break-glass " + glass.remove(id));
        return new Done(true, "break-glass.removed", null);
    }

    private void set(String id, DoorMode mode, LockCommand told, @Nullable Instant until) {
        var door = Objects.requireNonNull(doors.get(id));
        var lock = told == LockCommand.LOCK ? LockState.LOCKED : LockState.UNLOCKED;
        put(
                new DoorStatus(
                        "KAT",
                        id,
                        door.name(),
                        mode,
                        DoorPosture.NORMAL,
                        null,
                        told,
                        door.lock() == LockState.UNKNOWN ? LockState.UNKNOWN : lock,
                        door.contact(),
                        DoorAlarm.NORMAL,
                        false,
                        false,
                        until,
                        clock.instant()));
    }

    /// So many are inside after closing, and open pages hear of it.
    synchronized void leaveInside(int people) {
        leftInside = people;
        changed();
    }

    @Override
    public synchronized Inside inside() {
        var now = clock.instant();
        return empty
                ? new Inside(List.of(), List.of())
                : new Inside(
                        List.of(
                                new Known(
                                        "A1B2C3",
                                        "Alva Testsson",
                                        VisitKind.STUDENT,
                                        "studiesalen",
                                        now.minusSeconds(4000)),
                                new Known(
                                        "0DDBA1",
                                        null,
                                        VisitKind.STUDENT,
                                        "studiesalen",
                                        now.minusSeconds(900)),
                                new Known(
                                        "77E001",
                                        "Ada Provsson",
                                        VisitKind.WORKER,
                                        null,
                                        now.minusSeconds(9000)),
                                new Known(
                                        "5ECAFE",
                                        "Elis Prov",
                                        VisitKind.STUDENT,
                                        "tysta",
                                        now.minusSeconds(60))),
                        List.of(
                                new Visitors(VisitKind.GUEST, 3, null, now.minusSeconds(7000)),
                                new Visitors(VisitKind.GROUP, 12, null, now.minusSeconds(5000))));
    }

    @Override
    public synchronized Done allGone(StaffAccount by) {
        asked.add("all gone");
        empty = true;
        leftInside = 0;
        changed();
        return new Done(true, "inside.all-gone", null);
    }

    @Override
    public List<JournalLine> journalTail(int max) {
        var now = clock.instant();
        return List.of(
                new JournalLine(
                        312,
                        now.minusSeconds(4),
                        "DOOR_CHANGED",
                        Map.of("door", "exam", "what", "UNLOCKED", "cause", "STAFF")),
                new JournalLine(
                        311,
                        now.minusSeconds(5),
                        "STAFF_ACTED",
                        Map.of("action", "DOOR_UNLOCKED", "door", "exam", "minutes", "15")),
                new JournalLine(
                        310,
                        now.minusSeconds(60),
                        "CHECK_IN",
                        Map.of(
                                "reason",
                                "CHECKED_IN",
                                "medium",
                                "CARD",
                                "device",
                                "K1",
                                "kind",
                                "STUDENT")),
                new JournalLine(309, now.minusSeconds(90), "FROM_THE_FUTURE", Map.of()),
                new JournalLine(
                        308,
                        now.minusSeconds(100),
                        "DOOR_CHANGED",
                        Map.of("door", "exam", "what", "CLOSED")));
    }

    @Override
    public synchronized ImportPreview preview(StaffAccount by, ImportKind kind, byte[] file) {
        var lines = new String(file, StandardCharsets.UTF_8).lines().skip(1).toList();
        var bad = new ArrayList<BadRow>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("BAD")) {
                bad.add(new BadRow(i + 2, "kort", "Kan inte läsas: " + lines.get(i)));
            }
        }
        var preview =
                new ImportPreview(
                        "p" + previews.size(),
                        kind,
                        lines.size() - bad.size(),
                        0,
                        0,
                        kind == ImportKind.SITTINGS ? 1 : 0,
                        bad,
                        "UTF-8",
                        ';',
                        "HEX_REVERSED",
                        UnknownUniversities.NONE);
        previews.put(preview.id(), preview);
        return preview;
    }

    @Override
    public synchronized Done applyImport(StaffAccount by, String previewId) {
        var preview = previews.remove(previewId);
        if (preview == null) {
            return new Done(false, "import.gone", null);
        }
        asked.add("import " + preview.added());
        if (!preview.bad().isEmpty()) {
            parked = "namn;kort\nBAD;1\n";
        }
        return new Done(true, "import.applied", null);
    }

    @Override
    public synchronized String parkedRows() {
        return parked;
    }

    @Override
    public Done undoImport(StaffAccount by) {
        asked.add("undo");
        return new Done(true, "import.undone", null);
    }

    @Override
    public synchronized Done startEnrolment(StaffAccount by, String kiosk) {
        asked.add("start " + kiosk);
        advance(Enrolment.Step.WAITING_FOR_CARD);
        return new Done(true, "enrolment.started", null);
    }

    @Override
    public synchronized Optional<Enrolment> enrolment() {
        return Optional.ofNullable(enrolment);
    }

    @Override
    public synchronized Done completeEnrolment(
            StaffAccount by,
            String name,
            @Nullable LocalDate born,
            boolean agreementAccepted,
            Instant validUntil,
            boolean extendedTime) {
        if (enrolment == null) {
            return new Done(false, "enrolment.none", null);
        }
        asked.add(
                "complete "
                        + name
                        + " "
                        + born
                        + " "
                        + validUntil
                        + (extendedTime ? " longer" : ""));
        advance(Enrolment.Step.WAITING_FOR_PIN);
        return new Done(true, "enrolment.completed", null);
    }

    @Override
    public synchronized Done cancelEnrolment(StaffAccount by) {
        asked.add("cancel");
        enrolment = null;
        changed();
        return new Done(true, "enrolment.cancelled", null);
    }

    @Override
    public synchronized Done blockCard(StaffAccount by, String cardNumber, boolean blocked) {
        asked.add((blocked ? "block card " : "unblock card ") + cardNumber.length());
        return new Done(true, blocked ? "card.blocked" : "card.unblocked", null);
    }

    @Override
    public synchronized Optional<WhyAnswer> why(StaffAccount by, WhyQuestion question) {
        asked.add("why " + question.door() + " " + question.at() + " " + question.pin());
        Instant at = question.at() == null ? clock.instant() : question.at();
        var then =
                at.isBefore(clock.instant())
                        ? WhyAnswer.Then.PAST
                        : question.at() == null ? WhyAnswer.Then.NOW : WhyAnswer.Then.FUTURE;
        if (question.who().equals("test") && question.person() == null) {
            var several =
                    List.of(
                            new WhyAnswer.Person("p1", "Alva Testsson"),
                            new WhyAnswer.Person("p2", "Bo <Testsson>"));
            return Optional.of(
                    new WhyAnswer(WhyAnswer.Found.SEVERAL, several, List.of(), at, then));
        }
        if (question.who().equals("nobody")) {
            return Optional.of(
                    new WhyAnswer(WhyAnswer.Found.NOBODY, List.of(), List.of(), at, then));
        }
        var card =
                new WhyAnswer.Card(
                        "Alva Testsson",
                        CheckInReason.CHECKED_IN,
                        List.of("door.another", "person.visitor"),
                        List.of("Entrén"));
        return Optional.of(new WhyAnswer(WhyAnswer.Found.ONE, List.of(), List.of(card), at, then));
    }

    @Override
    public synchronized Optional<PrintedTicket> issueTicket(
            StaffAccount by, @Nullable String room, Instant from, Instant until) {
        asked.add("ticket " + room);
        var text = "TRO1.KAT.0123456789abcdefghijklmnopqrstuvwxyz";
        return Optional.of(
                new PrintedTicket(
                        "t" + asked.size(),
                        text,
                        "7HK3 M9QX",
                        svg(text),
                        room == null ? null : "Tentasal 2",
                        from,
                        until));
    }

    private static String svg(String text) {
        BitMatrix code;
        try {
            code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
        var path = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"><path d=\"%s\"/></svg>"
                .formatted(code.getWidth(), code.getHeight(), path);
    }
}
