package se.troskel.kiosk.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.kiosk.KioskView;

/// The lines of the idle screen.
public final class IdleText {
    private IdleText() {}

    /// The clock, as `09.14`.
    public static String clock(Texts texts, Place place) {
        return Times.clock(place.now(), texts, place);
    }

    /// Whether and how long the centre is open.
    public static String opening(KioskView view, Texts texts, Place place) {
        Map<String, String> values = new HashMap<>();
        put(values, "until", "untilDay", view.until(), texts, place);
        put(values, "next", "nextDay", view.nextOpening(), texts, place);
        if (view.mode() == null) {
            return texts.get("idle.clockUnsure");
        }
        return switch (view.mode()) {
            case STAFFED -> texts.get("idle.open", values);
            case UNSTAFFED -> texts.get("idle.openWithCard", values);
            case OUT_OF_HOURS, CLOSED -> texts.get("idle.closed", values);
        };
    }

    /// That the centre closes soon, or now.
    public static String closing(KioskView.Closing closing, Texts texts) {
        int minutes = closing.inMinutes();
        return minutes == 0
                ? texts.get("idle.closingNow")
                : texts.get("idle.closing", Map.of("minutes", String.valueOf(minutes)));
    }

    /// What the room levels are of: their time.
    public static String rooms(KioskView view, Texts texts, Place place) {
        return texts.get("idle.rooms", Map.of("at", Times.clock(view.at(), texts, place)));
    }

    /// How full a room is.
    public static String room(KioskView.Room room, Texts texts) {
        String level = texts.get("level." + room.level());
        return texts.get("idle.room", Map.of("name", room.name(), "level", level));
    }

    /// How somebody without a card gets one.
    public static String newHere(Texts texts, Place place) {
        return texts.get("idle.newHere", Map.of("how", Sentences.help(texts, place)));
    }

    private static void put(
            Map<String, String> values,
            String name,
            String dayName,
            @Nullable Instant at,
            Texts texts,
            Place place) {
        if (at != null) {
            values.put(name, Times.clock(at, texts, place));
            values.put(dayName, Times.day(at, texts, place));
        }
    }
}
