package se.troskel.kiosk.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.kiosk.flow.Notice;
import se.troskel.kiosk.flow.Outcome;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.Tone;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.AnswerDetails;
import se.troskel.protocol.kiosk.ExamAnswer;

/// Picks the sentence of an outcome. What it tells people to do can be done: nobody is sent to a
/// desk that is not staffed, told to call where there is no phone, or to come back without a time
/// when one is known.
public final class Sentences {
    private static final char NO_BREAK = '\u00a0';

    private Sentences() {}

    public static Sentence of(Outcome outcome, Texts texts, Place place) {
        return switch (outcome) {
            case Outcome.Answered(Answer answer) -> of(answer, texts, place);
            case Outcome.DoorShut(var otherDoor) -> doorShut(otherDoor, texts, place);
            case Outcome.Told(Notice notice) -> of(notice, texts, place);
        };
    }

    /// How to get help now: the desk, the phone, or when the desk is open.
    public static String help(Texts texts, Place place) {
        Map<String, String> values = values(AnswerDetails.NONE, texts, place);
        if (place.mode() == OpeningMode.STAFFED) {
            return texts.get("next.ASK_AT_DESK");
        }
        if (place.phone() != null) {
            return texts.get("next.CALL", values);
        }
        return texts.find("next.DESK_HOURS", values).orElseGet(() -> texts.get("next.DESK_LATER"));
    }

    private static Sentence of(Answer answer, Texts texts, Place place) {
        ExamAnswer exam = answer.exam();
        if (exam != null) {
            return ExamSentences.of(exam.reason(), exam.details(), texts, place);
        }
        Map<String, String> values = values(answer.details(), texts, place);
        String key = "reason." + answer.reason();
        return new Sentence(
                texts.get(band(answer.reason())),
                texts.get(key, values),
                action(key, answer, texts, place));
    }

    private static String action(String key, Answer answer, Texts texts, Place place) {
        if (!isDoable(answer, place)) {
            return help(texts, place);
        }
        Map<String, String> values = values(answer.details(), texts, place);
        Optional<String> ofReason = texts.find(key + ".do." + answer.next(), values);
        return ofReason.orElseGet(() -> texts.get("next." + answer.next(), values));
    }

    private static boolean isDoable(Answer answer, Place place) {
        return switch (answer.next()) {
            case ASK_AT_DESK, CONTINUE_AT_DESK -> answer.mode() == OpeningMode.STAFFED;
            case CALL -> place.phone() != null;
            case COME_BACK -> answer.details().from() != null || answer.details().until() != null;
            case SIT_DOWN, GO_IN, GO_TO_ROOM, GO_TO_OTHER_ROOM, ENTER_PIN -> true;
            case SHOW_LATEST_CODE, SHOW_AGAIN, CHOOSE_PIN, GOODBYE, LEAVE_NOW -> true;
        };
    }

    private static String band(CheckInReason reason) {
        if (reason.isGranted()) {
            return "band.done";
        }
        if (reason == CheckInReason.PIN_WRONG) {
            return "band.again";
        }
        return reason.tone() == Tone.INFO ? "band.step" : "band.notIn";
    }

    private static Sentence doorShut(@Nullable String otherDoor, Texts texts, Place place) {
        String action;
        if (otherDoor != null) {
            action = texts.get("door.other", Map.of("door", otherDoor));
        } else {
            action =
                    place.mode() == OpeningMode.STAFFED
                            ? texts.get("door.called")
                            : help(texts, place);
        }
        return new Sentence(texts.get("door.band"), texts.get("door.shut"), action);
    }

    private static Sentence of(Notice notice, Texts texts, Place place) {
        String key = "notice." + notice;
        String action =
                switch (notice) {
                    case STAFF_OVER -> texts.get("next." + NextStep.SHOW_AGAIN);
                    case STAFF_NO_ANSWER -> texts.get("notice.STAFF_NO_ANSWER.do");
                    case STAFF_PAUSED -> texts.get("notice.STAFF_PAUSED.do");
                    case UNREADABLE -> texts.get("next." + NextStep.SHOW_AGAIN);
                    case NO_ANSWER -> texts.get("notice.NO_ANSWER.do");
                    case LEAVE_NO_ANSWER, LEAVE_NOT_RECORDED -> texts.get("leave.anyway");
                    case PIN_SAVED -> texts.get("next." + NextStep.CONTINUE_AT_DESK);
                    case REFUSED, ENROLMENT_OVER -> help(texts, place);
                };
        return new Sentence(texts.get(key + ".band"), texts.get(key), action);
    }

    private static Map<String, String> values(AnswerDetails details, Texts texts, Place place) {
        Map<String, String> values = new HashMap<>();
        put(values, "room", details.roomName());
        put(values, "otherRoom", details.otherRoomName());
        put(values, "door", details.doorName());
        put(values, "seconds", details.unlockSeconds());
        put(values, "tries", details.triesLeft());
        put(values, "centre", named(details.centreName(), texts));
        put(values, "holiday", named(place.closedFor(), texts));
        put(values, "phone", place.phone() == null ? null : place.phone().replace(' ', NO_BREAK));
        putTime(values, "from", details.from(), texts, place);
        putTime(values, "until", details.until(), texts, place);
        if (place.desk() != null) {
            values.put("deskDay", Times.day(place.desk().from(), texts, place));
            values.put("deskFrom", Times.clock(place.desk().from(), texts, place));
            values.put("deskUntil", Times.clock(place.desk().until(), texts, place));
        }
        return values;
    }

    /// In the language of the texts; a name in Swedish says more than none.
    private static @Nullable String named(@Nullable Map<String, String> names, Texts texts) {
        return names == null ? null : names.getOrDefault(texts.language().tag(), names.get("sv"));
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }

    private static void putTime(
            Map<String, String> values,
            String name,
            @Nullable Instant at,
            Texts texts,
            Place place) {
        if (at != null) {
            values.put(name, Times.clock(at, texts, place));
            values.put(name + "Day", Times.day(at, texts, place));
        }
    }
}
