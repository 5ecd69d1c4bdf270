package se.troskel.kiosk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.troskel.kiosk.flow.Button;
import se.troskel.kiosk.flow.Flow;
import se.troskel.kiosk.flow.FlowInput;
import se.troskel.kiosk.flow.FlowState;
import se.troskel.kiosk.sample.Samples;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.kiosk.ExamAsk;
import se.troskel.protocol.kiosk.PinChallenge;
import se.troskel.protocol.kiosk.StaffOrderResult;
import se.troskel.protocol.kiosk.StaffPinResult;

/// Every screen that a visitor can meet, reached through the flow, by name.
final class Gallery {
    private static final Flow FLOW = new Flow(outcome -> 12);
    private static final FlowInput CARD = new FlowInput.Presented(Medium.CARD, "04A1");
    private static final FlowInput VIEW = new FlowInput.View(Samples.view());

    private Gallery() {}

    static Map<String, FlowState> all() {
        Map<String, FlowState> all = new LinkedHashMap<>();
        all.put("idle", after(VIEW));
        all.put("idle-closed", after(view(OpeningMode.OUT_OF_HOURS, null)));
        all.put("idle-first-day", after(new FlowInput.View(Samples.firstDay())));
        all.put("idle-closing", after(new FlowInput.View(Samples.closing(15, 15))));
        all.put("idle-closing-now", after(new FlowInput.View(Samples.closing(0, 0))));
        all.put(
                "idle-no-card-reader",
                after(
                        VIEW,
                        new FlowInput.ReaderHeard("card-1", Medium.CARD, false),
                        new FlowInput.ReaderHeard("scanner-1", Medium.QR, true)));
        all.put("checking", later(400_000_000L, VIEW, CARD));
        all.put("checking-long", later(4_000_000_000L, VIEW, CARD));
        all.put("checked-in", answered(CheckInReason.CHECKED_IN, NextStep.SIT_DOWN));
        all.put("refused", answered(CheckInReason.OUT_OF_HOURS, NextStep.COME_BACK));
        all.put("unknown", answered(CheckInReason.UNKNOWN, NextStep.CALL));
        all.put(
                "closed-day",
                after(
                        new FlowInput.View(Samples.closedDay()),
                        CARD,
                        new FlowInput.Answered(
                                1,
                                Samples.answer(
                                        CheckInReason.CLOSED,
                                        NextStep.COME_BACK,
                                        OpeningMode.CLOSED))));
        all.put("wait", answered(CheckInReason.ROOM_EARLY, NextStep.COME_BACK));
        all.put("room", answered(CheckInReason.ROOM_GRANTED, NextStep.GO_TO_ROOM));
        for (String room : List.of("study-hall", "quiet", "group-1", "exam-1")) {
            all.put("way-" + room, after(VIEW, CARD, sentTo(room, NextStep.GO_TO_ROOM)));
        }
        all.put("full", after(VIEW, CARD, sentTo("study-hall", NextStep.GO_TO_OTHER_ROOM)));
        all.put("pin", withPin(CheckInReason.PIN_REQUIRED, "12"));
        all.put("pin-wrong", withPin(CheckInReason.PIN_WRONG, ""));
        all.put("choose-pin", after(view(OpeningMode.STAFFED, "enrolment")));
        all.put(
                "type-code",
                after(VIEW, new FlowInput.Pressed(Button.TYPE_CODE), typed('K'), typed('7')));
        all.put("leaving", after(VIEW, pressed(Button.LEAVING)));
        all.put(
                "leaving-no-card-reader",
                after(
                        VIEW,
                        new FlowInput.ReaderHeard("card-1", Medium.CARD, false),
                        new FlowInput.ReaderHeard("scanner-1", Medium.QR, true),
                        pressed(Button.LEAVING)));
        all.put(
                "leaving-unreadable",
                after(VIEW, pressed(Button.LEAVING), new FlowInput.Unreadable()));
        all.put("leaving-code", after(VIEW, pressed(Button.LEAVING), pressed(Button.TYPE_CODE)));
        all.put(
                "checked-out",
                left(
                        new FlowInput.Answered(
                                1, Samples.answer(CheckInReason.CHECKED_OUT, NextStep.GOODBYE))));
        all.put("leaving-no-answer", left(new FlowInput.Unanswered(1)));
        all.put(
                "leaving-not-recorded",
                left(
                        new FlowInput.Answered(
                                1, Samples.answer(CheckInReason.NOT_RECORDED, NextStep.CALL))));
        all.put(
                "inside-already",
                after(VIEW, CARD, new FlowInput.Answered(1, Samples.toSomebodyInside())));
        all.put(
                "inside-already-way",
                after(
                        VIEW,
                        CARD,
                        new FlowInput.Answered(
                                1,
                                Samples.sentTo("group-1", NextStep.GO_TO_ROOM)
                                        .toSomebodyInside())));
        all.put("guests", after(VIEW, new FlowInput.Pressed(Button.GUESTS)));
        all.put(
                "group",
                after(
                        VIEW,
                        new FlowInput.Pressed(Button.GUESTS),
                        new FlowInput.VisitPressed(VisitKind.GROUP),
                        typed('8')));
        all.put(
                "host",
                after(
                        VIEW,
                        new FlowInput.Pressed(Button.GUESTS),
                        new FlowInput.VisitPressed(VisitKind.GROUP),
                        typed('8'),
                        new FlowInput.Pressed(Button.CONFIRM)));
        putExam(all);
        all.put("help", after(VIEW, new FlowInput.Pressed(Button.HELP)));
        all.put("warning", later(31_000_000_000L, VIEW, new FlowInput.Pressed(Button.HELP)));
        all.put(
                "out-of-order",
                after(VIEW, new FlowInput.ReaderHeard("card-1", Medium.CARD, false)));
        all.put("controller-lost", after());
        all.put("staff-card", staff());
        all.put("staff-pin", staff(pressed(Button.STAFF), typed('1'), typed('2')));
        all.put(
                "staff-pin-wrong",
                staff(
                        pressed(Button.STAFF),
                        typed('1'),
                        typed('2'),
                        typed('3'),
                        typed('4'),
                        pressed(Button.CONFIRM),
                        new FlowInput.StaffEntered(
                                2,
                                new StaffPinResult(
                                        StaffPinResult.Outcome.WRONG,
                                        null,
                                        null,
                                        new PinChallenge("again", 2, Samples.NOW),
                                        null))));
        all.put("staff-doors", staffMode());
        all.put("staff-doors-more", staffMode(pressed(Button.MORE)));
        all.put("staff-chosen", staffMode(new FlowInput.DoorPressed("exam-2")));
        all.put("staff-trouble", staffMode(new FlowInput.DoorPressed("side")));
        all.put(
                "staff-unlocked",
                staffMode(
                        new FlowInput.DoorPressed("entrance"),
                        pressed(Button.UNLOCK),
                        new FlowInput.StaffDone(
                                3, new StaffOrderResult(true, Samples.staffView()))));
        all.put(
                "door-shut",
                after(
                        VIEW,
                        CARD,
                        new FlowInput.Answered(
                                1, Samples.answer(CheckInReason.ROOM_GRANTED, NextStep.GO_TO_ROOM)),
                        new FlowInput.View(Samples.doorShut("Sidodörren"))));
        all.put("no-answer", after(VIEW, CARD, new FlowInput.Unanswered(1)));
        all.put(
                "evacuate",
                after(
                        new FlowInput.View(
                                Samples.view(OpeningMode.STAFFED, Samples.PHONE, null, true))));
        return all;
    }

    /// Every outcome of DOMAIN 4.5 that a terminal shows, and what leads to it.
    private static void putExam(Map<String, FlowState> all) {
        FlowInput morning = new FlowInput.View(Samples.examMorning());
        FlowInput exam = pressed(Button.EXAM);
        all.put("exam-idle", after(morning));
        all.put("exam-call", after(morning, exam));
        List<FlowInput> number = new ArrayList<>(List.of(morning, exam));
        "19961020-2385".chars().forEach(each -> number.add(typed((char) each)));
        all.put("exam-number", after(number.toArray(FlowInput[]::new)));
        all.put("exam-letters", after(morning, exam, pressed(Button.LETTERS), typed('T')));
        all.put("exam-ask-sitting", after(morning, CARD, asks(ExamAsk.SITTING, 2)));
        all.put("exam-ask-many", after(morning, CARD, asks(ExamAsk.SITTING, 6)));
        all.put("exam-ask-document", after(morning, CARD, asks(ExamAsk.DOCUMENT, 0)));
        all.put(
                "exam-ask-other-document",
                after(morning, CARD, asks(ExamAsk.DOCUMENT, 0), pressed(Button.MORE)));
        all.put(
                "exam-ask-document-again",
                after(
                        morning,
                        CARD,
                        new FlowInput.Answered(
                                1,
                                Samples.exam(ExamReason.DOC_TYPE_NOT_ACCEPTED, ExamAsk.DOCUMENT))));
        for (ExamReason reason : ExamReason.values()) {
            if (reason != ExamReason.EVACUATE && reason != ExamReason.RESET) {
                all.put(
                        "exam-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        after(
                                morning,
                                CARD,
                                new FlowInput.Answered(1, Samples.exam(reason, null))));
            }
        }
    }

    private static FlowInput asks(ExamAsk ask, int choices) {
        return new FlowInput.Answered(1, Samples.exam(ExamReason.AMBIGUOUS, ask, choices));
    }

    private static FlowState answered(CheckInReason reason, NextStep next) {
        return after(VIEW, CARD, new FlowInput.Answered(1, Samples.answer(reason, next)));
    }

    private static FlowState left(FlowInput answer) {
        return after(VIEW, pressed(Button.LEAVING), CARD, answer);
    }

    private static FlowInput sentTo(String room, NextStep next) {
        return new FlowInput.Answered(1, Samples.sentTo(room, next));
    }

    private static FlowState staff(FlowInput... inputs) {
        List<FlowInput> all =
                new ArrayList<>(
                        List.of(VIEW, CARD, new FlowInput.Answered(1, Samples.staffAnswer())));
        all.addAll(List.of(inputs));
        return after(all.toArray(FlowInput[]::new));
    }

    private static FlowState staffMode(FlowInput... inputs) {
        List<FlowInput> all =
                new ArrayList<>(
                        List.of(
                                pressed(Button.STAFF),
                                typed('1'),
                                typed('2'),
                                typed('3'),
                                typed('4'),
                                pressed(Button.CONFIRM),
                                new FlowInput.StaffEntered(2, Samples.staffOpened())));
        all.addAll(List.of(inputs));
        return staff(all.toArray(FlowInput[]::new));
    }

    private static FlowInput pressed(Button button) {
        return new FlowInput.Pressed(button);
    }

    private static FlowState withPin(CheckInReason reason, String digits) {
        List<FlowInput> inputs =
                new ArrayList<>(
                        List.of(VIEW, CARD, new FlowInput.Answered(1, Samples.pinAnswer(reason))));
        digits.chars().forEach(each -> inputs.add(typed((char) each)));
        return after(inputs.toArray(FlowInput[]::new));
    }

    private static FlowInput typed(char character) {
        return new FlowInput.Typed(character);
    }

    private static FlowInput view(
            OpeningMode mode, @org.jspecify.annotations.Nullable String enrolment) {
        return new FlowInput.View(Samples.view(mode, Samples.PHONE, enrolment, false));
    }

    private static FlowState after(FlowInput... inputs) {
        return later(0, inputs);
    }

    private static FlowState later(long nanos, FlowInput... inputs) {
        FlowState state = FlowState.START;
        for (FlowInput input : inputs) {
            state = FLOW.step(state, input, 0).state();
        }
        return FLOW.step(state, new FlowInput.Tick(), nanos).state();
    }
}
