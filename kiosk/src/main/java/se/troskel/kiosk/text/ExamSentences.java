package se.troskel.kiosk.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.ExamDetails;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.OpeningMode;

/// Picks the sentence of an answer at an exam. What it tells people to do can be done: nobody is
/// sent to a desk that is not staffed, or asked to choose where there is nothing to choose from.
public final class ExamSentences {
    private static final char NO_BREAK = '\u00a0';

    private ExamSentences() {}

    public static Sentence of(ExamReason reason, ExamDetails details, Texts texts, Place place) {
        Map<String, String> values = values(details, texts, place);
        boolean toStaff = reason == ExamReason.AMBIGUOUS && details.choices().isEmpty();
        String key = "exam." + reason + (toStaff ? ".staff" : "");
        boolean noDesk = reason == ExamReason.PAYMENT_DUE && place.mode() != OpeningMode.STAFFED;
        return new Sentence(
                texts.get(band(reason)),
                texts.get(key, values),
                noDesk ? Sentences.help(texts, place) : texts.get(key + ".do", values));
    }

    /// One of several exams, as on its button.
    public static String choice(ExamDetails.Choice choice, Texts texts, Place place) {
        Map<String, String> values = new HashMap<>();
        put(values, "course", choice.course().isBlank() ? null : choice.course());
        values.put("time", Times.clock(choice.start(), texts, place));
        return texts.get("exam.choice", values);
    }

    private static String band(ExamReason reason) {
        if (reason == ExamReason.DUPLICATE) {
            return "exam.band.inside";
        }
        return switch (reason.tone()) {
            case OK -> "band.done";
            case INFO -> "band.step";
            case WAIT -> "exam.band.wait";
            case ACT, STOP -> "exam.band.notIn";
        };
    }

    private static Map<String, String> values(ExamDetails details, Texts texts, Place place) {
        Map<String, String> values = new HashMap<>();
        put(values, "room", details.roomName());
        put(values, "seat", details.seat());
        put(values, "university", details.universityName());
        String phone = details.universityPhone();
        put(values, "universityPhone", phone == null ? null : phone.replace(' ', NO_BREAK));
        Map<String, String> centre = details.centreName();
        put(
                values,
                "centre",
                centre == null
                        ? null
                        : centre.getOrDefault(texts.language().tag(), centre.get("sv")));
        if (details.time() != null) {
            values.put("time", Times.clock(details.time(), texts, place));
        }
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
