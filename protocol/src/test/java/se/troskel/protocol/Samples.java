package se.troskel.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ExamDetails;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.IdentityMatch;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.Purpose;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorHappening;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;
import se.troskel.protocol.event.Chain;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.DeviceHealth;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.event.EventType;
import se.troskel.protocol.event.RegisterEditKind;
import se.troskel.protocol.event.StaffAction;
import se.troskel.protocol.exam.ErrandKind;
import se.troskel.protocol.exam.ExamCandidate;
import se.troskel.protocol.exam.ExamProtocol;
import se.troskel.protocol.exam.Noted;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.AnswerDetails;
import se.troskel.protocol.kiosk.ApiError;
import se.troskel.protocol.kiosk.EnrolmentPin;
import se.troskel.protocol.kiosk.EnrolmentPinResult;
import se.troskel.protocol.kiosk.ExamAnswer;
import se.troskel.protocol.kiosk.ExamAsk;
import se.troskel.protocol.kiosk.ExamChoice;
import se.troskel.protocol.kiosk.KioskView;
import se.troskel.protocol.kiosk.PinChallenge;
import se.troskel.protocol.kiosk.PinEntry;
import se.troskel.protocol.kiosk.Presentation;
import se.troskel.protocol.kiosk.PurposeChoice;
import se.troskel.protocol.kiosk.StaffEnd;
import se.troskel.protocol.kiosk.StaffLook;
import se.troskel.protocol.kiosk.StaffOrder;
import se.troskel.protocol.kiosk.StaffOrderResult;
import se.troskel.protocol.kiosk.StaffPin;
import se.troskel.protocol.kiosk.StaffPinResult;
import se.troskel.protocol.kiosk.StaffView;
import se.troskel.protocol.kiosk.VisitRequest;
import se.troskel.protocol.lists.SittingsReport;
import se.troskel.protocol.mqtt.Ack;
import se.troskel.protocol.mqtt.CentreState;
import se.troskel.protocol.mqtt.DeviceState;
import se.troskel.protocol.mqtt.DoorStatus;
import se.troskel.protocol.mqtt.RegionReply;
import se.troskel.protocol.mqtt.RegionRequest;
import se.troskel.protocol.mqtt.RetiredPrefix;
import se.troskel.protocol.mqtt.RoomState;
import se.troskel.protocol.mqtt.SeqRange;
import se.troskel.protocol.occupancy.LeftInside;
import se.troskel.protocol.occupancy.Quality;

/// One good message of every kind, with every member set.
public final class Samples {
    private static final Instant AT = Instant.parse("2026-10-05T08:00:00Z");
    private static final UUID ID = UUID.fromString("01980000-0000-7000-8000-000000000001");

    private static final RoomState ROOM =
            new RoomState("KAT", "room1", "Sal 1", 4, false, Quality.HIGH, 20, 30, 1, 2, AT);
    private static final DoorStatus DOOR =
            new DoorStatus(
                    "KAT",
                    "entrance",
                    "Entré",
                    DoorMode.LOCKED,
                    DoorPosture.NORMAL,
                    null,
                    LockCommand.LOCK,
                    LockState.LOCKED,
                    DoorPhysicalState.CLOSED,
                    DoorAlarm.NORMAL,
                    false,
                    false,
                    AT,
                    AT);
    private static final StaffView STAFF_VIEW = new StaffView(AT, 15, List.of(DOOR), List.of(ROOM));

    private Samples() {}

    public static List<Record> all() {
        return Stream.of(kiosk(), mqtt(), bodies(), events(), files())
                .flatMap(List::stream)
                .toList();
    }

    static List<Record> files() {
        Noted noted = new Noted(AT, AT.plusSeconds(900), "Ada Provsson");
        return List.of(
                new ExamProtocol(
                        ID,
                        UUID.fromString("01980000-0000-7000-8000-000000000002"),
                        AT.plusSeconds(18000),
                        new ExamProtocol.Centre("KAT", "Campus Viadidakt", "Europe/Stockholm"),
                        new ExamProtocol.Sitting(
                                "mdu-1",
                                "MDU",
                                "MMA129",
                                AT,
                                AT.plusSeconds(14400),
                                List.of("Tentasal 1")),
                        List.of(
                                new ExamCandidate(
                                        "0004-KXB",
                                        ExamCandidate.Outcome.WROTE,
                                        null,
                                        null,
                                        new ExamCandidate.Place("Tentasal 1", "7"),
                                        new ExamCandidate.Identity(
                                                DocumentType.SWEDISH_PASSPORT,
                                                IdentityMatch.NAME_VARIANT,
                                                noted),
                                        AT.plusSeconds(540),
                                        AT.plusSeconds(600),
                                        10,
                                        AT.plusSeconds(14400),
                                        List.of(
                                                new ExamCandidate.Out(
                                                        ErrandKind.RESTROOM,
                                                        AT.plusSeconds(3600),
                                                        AT.plusSeconds(3840))),
                                        new ExamCandidate.HandIn(noted, 12, false)),
                                new ExamCandidate(
                                        "0005-KXB",
                                        ExamCandidate.Outcome.REFUSED,
                                        ExamReason.NO_ID_DENIED,
                                        noted,
                                        null,
                                        null,
                                        AT.plusSeconds(540),
                                        null,
                                        0,
                                        null,
                                        List.of(),
                                        null)),
                        List.of(
                                new ExamProtocol.Deviation(
                                        noted, "0004-KXB", "Skrivningen lades i fel omslag.")),
                        List.of(
                                new ExamProtocol.PaperStep(
                                        ExamProtocol.PaperStep.PaperStage.SEALED,
                                        noted,
                                        12,
                                        "4711")),
                        List.of(
                                new ExamProtocol.Interruption(
                                        AT.plusSeconds(4200), AT.plusSeconds(4500), "Brandlarm")),
                        List.of(
                                new ExamProtocol.Invigilator(
                                        "Ada Provsson", AT.plusSeconds(17900)))));
    }

    static List<Record> kiosk() {
        return List.of(
                new Presentation(ID, "kiosk1", Medium.CARD, "04A2B3C4", Intent.ENTER),
                new PinEntry("kiosk1", "challenge", "4711"),
                new EnrolmentPin("kiosk1", "enrolment", "4711"),
                new EnrolmentPinResult(EnrolmentPinResult.Outcome.ACCEPTED),
                new PurposeChoice(ID, "kiosk1", Purpose.STUDY),
                new VisitRequest(ID, "kiosk1", VisitKind.GROUP, 7, Purpose.GROUP_WORK, ID),
                new Answer(
                        ID,
                        CheckInReason.PIN_REQUIRED,
                        true,
                        NextStep.ENTER_PIN,
                        OpeningMode.UNSTAFFED,
                        new AnswerDetails(
                                "room1",
                                "Sal 1",
                                "room2",
                                "Sal 2",
                                AT,
                                AT,
                                5,
                                3,
                                Map.of("sv", "Viadidakt"),
                                "Sal 1 norra"),
                        new PinChallenge("challenge", 3, AT),
                        new PinChallenge("staff", 2, AT),
                        true,
                        new ExamAnswer(
                                ExamReason.AMBIGUOUS,
                                new ExamDetails(
                                        "exam-2",
                                        "Tentasal 2",
                                        "16",
                                        AT,
                                        "MDU",
                                        "021-10 13 00",
                                        Map.of("sv", "Campus Nyköping"),
                                        List.of(new ExamDetails.Choice("mdu-1", "MMA129", AT))),
                                ExamAsk.SITTING)),
                new ExamChoice(ID, "kiosk1", "mdu-1", null, null),
                new SittingsReport(
                        true,
                        3,
                        1,
                        20,
                        1,
                        1,
                        List.of(new SittingsReport.WrongRow(7, "Skriv tolv siffror.")),
                        List.of("MUD")),
                new StaffPin("kiosk1", "challenge", "4711"),
                new StaffPinResult(
                        StaffPinResult.Outcome.OPENED,
                        "token",
                        STAFF_VIEW,
                        new PinChallenge("again", 1, AT),
                        AT),
                new StaffLook("kiosk1", "token", true),
                new StaffOrder("kiosk1", "token", "exam-2", StaffOrder.Act.UNLOCK),
                new StaffOrderResult(true, STAFF_VIEW),
                new StaffEnd("kiosk1", "token"),
                STAFF_VIEW,
                new KioskView(
                        "KAT",
                        "Campus Viadidakt",
                        AT,
                        "Europe/Stockholm",
                        OpeningMode.STAFFED,
                        AT,
                        List.of(new KioskView.Period(AT, AT, OpeningMode.STAFFED)),
                        AT,
                        "0150-570 00",
                        List.of("sv", "en"),
                        List.of(new KioskView.Room("room1", "Sal 1", KioskView.Level.PLENTY)),
                        true,
                        new KioskView.Period(AT, AT, OpeningMode.STAFFED),
                        List.of(Purpose.STUDY, Purpose.OTHER),
                        true,
                        "enrolment",
                        new KioskView.Closing(14, 15),
                        false,
                        Map.of("sv", "midsommarafton", "en", "Midsummer's Eve"),
                        new KioskView.DoorTrouble(ID, "Sidodörren"),
                        true),
                new ApiError("MALFORMED", "member 'kiosk' must be text"));
    }

    static List<Record> mqtt() {
        return List.of(
                new CentreState(
                        "KAT",
                        "Campus Viadidakt",
                        true,
                        AT,
                        OpeningMode.STAFFED,
                        AT,
                        new LeftInside(4, false),
                        "kdfq",
                        12,
                        Chain.START,
                        new RetiredPrefix(7, Chain.START),
                        "0.1.0",
                        false,
                        true,
                        new CentreState.Parts(
                                List.of("room1"), List.of("entrance"), List.of("kiosk1"))),
                ROOM,
                DOOR,
                new DeviceState("KAT", "kiosk1", "Terminal", DeviceHealth.ONLINE, AT),
                new Ack("KAT", "kdfq", 12, Chain.START, List.of(new SeqRange(3, 4))),
                new RegionRequest("KAT", "request1", RegionRequest.Kind.STATE),
                new RegionReply("KAT", "request1", true, "fingerprint"));
    }

    static List<Record> bodies() {
        return List.of(
                new EventBody.CentreStarted("0.1.0", true),
                new EventBody.CentreStopped(),
                new EventBody.OpeningChanged(OpeningMode.STAFFED),
                new EventBody.CheckIn(
                        CheckInReason.CHECKED_IN,
                        Medium.CARD,
                        "kiosk1",
                        "entrance",
                        "room1",
                        VisitKind.STUDENT),
                new EventBody.Visit(VisitKind.GUEST, Purpose.GUIDANCE, 1, "kiosk1"),
                new EventBody.DoorChanged(
                        "entrance", DoorHappening.UNLOCKED, DoorCause.CREDENTIAL, 5000L),
                new EventBody.DoorModeChanged(
                        "entrance", DoorMode.UNLOCKED, DoorPosture.NORMAL, DoorCause.SCHEDULE),
                new EventBody.DoorOrdered("exam-1", DoorPosture.EXAM_ADMIT, true),
                new EventBody.BreakGlassUsed("exam-1-reader", "exam-1"),
                new EventBody.FireChanged(true),
                new EventBody.ArmedChanged(true),
                new EventBody.OccupancyChanged("room1", 4, false, Quality.MEDIUM),
                new EventBody.OverstayChanged(4, false),
                new EventBody.PurposeChosen(Purpose.STUDY, VisitKind.STUDENT, "kiosk1"),
                new EventBody.StaffActed(StaffAction.DOOR_UNLOCKED, "entrance", "room1", 10),
                new EventBody.RegisterEdited(RegisterEditKind.IMPORT, 2, 3),
                new EventBody.ExamNoted("exam-1"),
                new EventBody.DeviceChanged("kiosk1", DeviceHealth.OFFLINE),
                new EventBody.ClockChanged(ClockTrust.HOLDOVER, -1500),
                new EventBody.LinkChanged(true),
                new EventBody.JournalRepaired(17),
                new EventBody.JournalGap(3, 9));
    }

    static List<Record> events() {
        var envelope =
                new Envelope(
                        ID,
                        "KAT",
                        "kdfq",
                        1,
                        AT,
                        "bx",
                        5,
                        ClockTrust.SYNCED,
                        EventType.CENTRE_STARTED);
        return List.of(
                envelope,
                new EventMessage(
                        "KAT",
                        Json.tree(envelope),
                        Json.tree(new EventBody.CentreStarted("0.1.0", true)),
                        Chain.START,
                        Chain.START,
                        Chain.START));
    }
}
