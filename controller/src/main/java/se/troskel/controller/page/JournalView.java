package se.troskel.controller.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import se.troskel.controller.page.StaffDesk.Board;
import se.troskel.controller.page.StaffDesk.JournalLine;
import se.troskel.protocol.event.EventType;

/// A journal record in words.
public record JournalView(long seq, String at, String sentence) {

    static JournalView of(JournalLine line, Board board, Moment moment) {
        return new JournalView(
                line.seq(), moment.clock(line.at()), sentence(line, board, moment.texts()));
    }

    private static String sentence(JournalLine line, Board board, Texts texts) {
        var type =
                Arrays.stream(EventType.values())
                        .filter(known -> known.name().equals(line.type()))
                        .findFirst();
        if (type.isEmpty()) {
            return texts.get("journal.unknown");
        }
        var sentence = texts.get("journal." + line.type());
        for (var member : type.get().body().getRecordComponents()) {
            var value = line.what().get(member.getName());
            var word = value == null ? "" : word(value, member.getType(), names(board), texts);
            sentence = sentence.replace("{" + member.getName() + "}", word);
        }
        return tidy(sentence);
    }

    private static String word(
            String value, Class<?> type, Map<String, String> names, Texts texts) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Enum.class::cast)
                    .filter(constant -> constant.name().equals(value))
                    .map(texts::word)
                    .findFirst()
                    .orElse(texts.get("journal.unknown-word"));
        }
        if (type == boolean.class) {
            return texts.get("true".equals(value) ? "word.yes" : "word.no");
        }
        return names.getOrDefault(value, value);
    }

    /// Ids of rooms, doors and devices and what people call them.
    private static Map<String, String> names(Board board) {
        var names = new LinkedHashMap<String, String>();
        board.devices().forEach(device -> names.put(device.id(), device.name()));
        board.rooms().forEach(room -> names.put(room.room(), room.name()));
        board.doors().forEach(door -> names.put(door.door(), door.name()));
        return names;
    }

    /// Without the brackets and separators of values that the record does not have.
    private static String tidy(String sentence) {
        return sentence.replace(" ()", "")
                .replace(" (×)", "")
                .replaceAll("( · )+$", "")
                .replace(" ·  · ", " · ");
    }
}
