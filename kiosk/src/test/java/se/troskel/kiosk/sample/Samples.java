package se.troskel.kiosk.sample;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.Device.ReaderPosition;
import se.troskel.kiosk.model.Site;
import se.troskel.kiosk.model.Ways;
import se.troskel.kiosk.text.Language;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.ExamDetails;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.Purpose;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.AnswerDetails;
import se.troskel.protocol.kiosk.ExamAnswer;
import se.troskel.protocol.kiosk.ExamAsk;
import se.troskel.protocol.kiosk.KioskView;
import se.troskel.protocol.kiosk.KioskView.Level;
import se.troskel.protocol.kiosk.PinChallenge;
import se.troskel.protocol.kiosk.StaffPinResult;
import se.troskel.protocol.kiosk.StaffView;
import se.troskel.protocol.mqtt.DoorStatus;
import se.troskel.protocol.mqtt.RoomState;
import se.troskel.protocol.occupancy.Quality;

/// A centre on a Tuesday morning, and answers with a value for everything that a sentence may speak
/// of.
public final class Samples {
    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    public static final Instant NOW = Instant.parse("2026-11-24T08:14:00Z");
    public static final String PHONE = "0150-00 00 00";
    public static final AnswerDetails DETAILS =
            new AnswerDetails(
                    "exam-2",
                    "Tentasal 2",
                    "study-hall",
                    "Studiehallen",
                    Instant.parse("2026-11-24T05:00:00Z"),
                    Instant.parse("2026-11-24T21:00:00Z"),
                    5,
                    2,
                    Map.of("sv", "Campus Nyköping", "en", "Nyköping Campus"),
                    null);

    /// What goes with a way by another door than the usual one.
    public static final AnswerDetails OTHER_DOOR =
            new AnswerDetails(
                    DETAILS.room(),
                    DETAILS.roomName(),
                    null,
                    null,
                    null,
                    DETAILS.until(),
                    DETAILS.unlockSeconds(),
                    null,
                    null,
                    "Tentasal 2 norra");

    private Samples() {}

    public static Site site() {
        return new Site(
                "kiosk1",
                "Campus Viadidakt",
                ZONE,
                PHONE,
                List.of(Language.SV, Language.EN),
                ReaderPosition.BELOW_SCREEN,
                Ways.of(katrineholm(), "kiosk1"));
    }

    /// The example that has a plan.
    public static CentreConfig katrineholm() {
        return new CentreLoader().require(Path.of("../config/centres/katrineholm"));
    }

    public static KioskView view() {
        return view(OpeningMode.STAFFED, PHONE, null, false);
    }

    public static KioskView view(
            OpeningMode mode,
            @Nullable String phone,
            @Nullable String enrolment,
            boolean evacuate) {
        Instant until = Instant.parse("2026-11-24T16:00:00Z");
        return new KioskView(
                "KAT",
                "Campus Viadidakt",
                NOW,
                "Europe/Stockholm",
                mode,
                until,
                List.of(new KioskView.Period(NOW, until, OpeningMode.STAFFED)),
                mode == OpeningMode.STAFFED || mode == OpeningMode.UNSTAFFED
                        ? null
                        : Instant.parse("2026-11-25T05:00:00Z"),
                phone,
                List.of("sv", "en"),
                List.of(
                        new KioskView.Room("study", "Studiehallen", Level.PLENTY),
                        new KioskView.Room("quiet", "Tysta rummet", Level.CROWDED),
                        new KioskView.Room("group-1", "Grupprum Djulö", Level.UNKNOWN),
                        new KioskView.Room("computers", "Datorsalen", Level.SOME)),
                true,
                new KioskView.Period(NOW, until, OpeningMode.STAFFED),
                List.of(Purpose.values()),
                true,
                enrolment,
                null,
                evacuate,
                null,
                null,
                false);
    }

    /// The door that was unlocked by the answer in these samples did not open.
    public static KioskView doorShut(@Nullable String otherDoor) {
        KioskView usual = view();
        return new KioskView(
                usual.centre(),
                usual.centreName(),
                usual.at(),
                usual.timeZone(),
                usual.mode(),
                usual.until(),
                usual.today(),
                usual.nextOpening(),
                usual.phone(),
                usual.languages(),
                usual.rooms(),
                true,
                usual.deskHours(),
                usual.purposes(),
                true,
                null,
                null,
                false,
                null,
                new KioskView.DoorTrouble(new UUID(1, 2), otherDoor),
                false);
    }

    /// In the evening, with nobody at the desk.
    public static KioskView closing(int inMinutes, int warning) {
        KioskView usual = view(OpeningMode.UNSTAFFED, PHONE, null, false);
        return new KioskView(
                usual.centre(),
                usual.centreName(),
                usual.at(),
                usual.timeZone(),
                usual.mode(),
                usual.until(),
                usual.today(),
                usual.nextOpening(),
                usual.phone(),
                usual.languages(),
                usual.rooms(),
                true,
                usual.deskHours(),
                usual.purposes(),
                false,
                null,
                new KioskView.Closing(inMinutes, warning),
                false,
                null,
                null,
                false);
    }

    /// As a centre without purposes and on its first day.
    public static KioskView firstDay() {
        KioskView usual = view();
        return new KioskView(
                usual.centre(),
                usual.centreName(),
                usual.at(),
                usual.timeZone(),
                usual.mode(),
                usual.until(),
                usual.today(),
                usual.nextOpening(),
                usual.phone(),
                usual.languages(),
                usual.rooms(),
                false,
                usual.deskHours(),
                List.of(),
                true,
                null,
                null,
                false,
                null,
                null,
                false);
    }

    /// On the day with the longest name.
    public static KioskView closedDay() {
        KioskView usual = view(OpeningMode.CLOSED, PHONE, null, false);
        return new KioskView(
                usual.centre(),
                usual.centreName(),
                usual.at(),
                usual.timeZone(),
                usual.mode(),
                usual.until(),
                List.of(),
                usual.nextOpening(),
                usual.phone(),
                usual.languages(),
                usual.rooms(),
                true,
                usual.deskHours(),
                usual.purposes(),
                false,
                null,
                null,
                false,
                Map.of("sv", "Kristi himmelsfärdsdag", "en", "Ascension Day"),
                null,
                false);
    }

    public static Answer answer(CheckInReason reason, NextStep next) {
        return answer(reason, next, OpeningMode.STAFFED);
    }

    public static Answer answer(CheckInReason reason, NextStep next, OpeningMode mode) {
        return new Answer(new UUID(1, 2), reason, true, next, mode, DETAILS, null);
    }

    /// Sent to a room of the example by a booking, or past a full one to this room.
    public static Answer sentTo(String room, NextStep next) {
        String name = katrineholm().room(room).orElseThrow().name();
        boolean instead = next == NextStep.GO_TO_OTHER_ROOM;
        AnswerDetails details =
                new AnswerDetails(
                        instead ? "group-1" : room,
                        instead ? "Grupprum Djulö" : name,
                        instead ? room : null,
                        instead ? name : null,
                        null,
                        DETAILS.until(),
                        5,
                        null,
                        null,
                        null);
        CheckInReason reason = instead ? CheckInReason.FULL : CheckInReason.ROOM_GRANTED;
        return new Answer(new UUID(1, 2), reason, true, next, OpeningMode.STAFFED, details, null);
    }

    /// In the morning, while people may come to an exam.
    public static KioskView examMorning() {
        KioskView usual = view();
        return new KioskView(
                usual.centre(),
                usual.centreName(),
                usual.at(),
                usual.timeZone(),
                usual.mode(),
                usual.until(),
                usual.today(),
                usual.nextOpening(),
                usual.phone(),
                usual.languages(),
                usual.rooms(),
                true,
                usual.deskHours(),
                usual.purposes(),
                true,
                null,
                null,
                false,
                null,
                null,
                true);
    }

    /// The answer to somebody who came for an exam.
    public static Answer exam(ExamReason reason, @Nullable ExamAsk ask) {
        return exam(reason, ask, 2);
    }

    /// The same with so many exams to choose from.
    public static Answer exam(ExamReason reason, @Nullable ExamAsk ask, int choices) {
        List<ExamDetails.Choice> all = new ArrayList<>();
        for (int each = 1; each <= choices; each++) {
            all.add(
                    new ExamDetails.Choice(
                            "sitting-" + each, "TDA10" + each, NOW.plusSeconds(3_600L * each)));
        }
        ExamDetails details =
                new ExamDetails(
                        "exam-1",
                        "Tentasal 1",
                        "16",
                        NOW.plusSeconds(360),
                        "Mälardalens universitet",
                        "021-00 00 00",
                        Map.of("sv", "Campus Nyköping", "en", "Nyköping Campus"),
                        all);
        return answer(CheckInReason.EXAM, NextStep.GO_TO_ROOM)
                .withExam(new ExamAnswer(reason, details, ask));
    }

    public static Answer pinAnswer(CheckInReason reason) {
        return new Answer(
                new UUID(1, 2),
                reason,
                true,
                NextStep.ENTER_PIN,
                OpeningMode.UNSTAFFED,
                DETAILS,
                new PinChallenge("challenge", 2, NOW.plusSeconds(60)));
    }

    /// The answer to a card whose holder is on the list of those inside already.
    public static Answer toSomebodyInside() {
        return answer(CheckInReason.CHECKED_IN, NextStep.SIT_DOWN).toSomebodyInside();
    }

    /// The answer to a staff member's card.
    public static Answer staffAnswer() {
        return answer(CheckInReason.CHECKED_IN, NextStep.SIT_DOWN)
                .withStaff(new PinChallenge("staff", 3, NOW.plusSeconds(60)));
    }

    public static StaffPinResult staffOpened() {
        return new StaffPinResult(
                StaffPinResult.Outcome.OPENED, "secret-token", staffView(), null, null);
    }

    /// Doors in every state that staff meets.
    public static StaffView staffView() {
        return new StaffView(
                NOW,
                15,
                List.of(
                        door("entrance", "Entrén", DoorMode.UNLOCKED, DoorAlarm.NORMAL),
                        door("exam-1", "Tentasal 1", DoorMode.LOCKED, DoorAlarm.NORMAL),
                        door("exam-2", "Tentasal 2", DoorMode.LOCKED, DoorAlarm.NORMAL),
                        door("side", "Sidodörren", DoorMode.LOCKED, DoorAlarm.DOOR_OPEN_TOO_LONG),
                        door("group-1", "Grupprum Djulö", DoorMode.LOCKED_DOWN, DoorAlarm.NORMAL),
                        door("store", "Förrådet", DoorMode.UNKNOWN, DoorAlarm.NORMAL),
                        door("yard", "Gårdsdörren", DoorMode.BLOCKED, DoorAlarm.NORMAL)),
                List.of(
                        room("study", "Studiehallen", 21, Quality.HIGH),
                        room("quiet", "Tysta rummet", 1, Quality.HIGH),
                        room("group-1", "Grupprum Djulö", null, Quality.NONE),
                        room("computers", "Datorsalen", 7, Quality.MEDIUM)));
    }

    public static DoorStatus door(String id, String name, DoorMode mode, DoorAlarm alarm) {
        boolean open = mode == DoorMode.UNLOCKED;
        return new DoorStatus(
                "KAT",
                id,
                name,
                mode,
                DoorPosture.NORMAL,
                null,
                open ? LockCommand.UNLOCK : LockCommand.LOCK,
                open ? LockState.UNLOCKED : LockState.LOCKED,
                alarm == DoorAlarm.NORMAL ? DoorPhysicalState.CLOSED : DoorPhysicalState.OPEN,
                alarm,
                false,
                false,
                open ? NOW.plusSeconds(900) : null,
                NOW);
    }

    private static RoomState room(
            String id, String name, @Nullable Integer people, Quality quality) {
        return new RoomState("KAT", id, name, people, false, quality, 40, 60, 1, 1, NOW);
    }
}
