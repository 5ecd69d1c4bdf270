package se.troskel.config;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A part of a document that may be wrong in any way: what is missing or of another form reads as
/// empty, so that checks can go on past the first mistake.
///
/// @param pointer where it stands
/// @param node what stands there
record Part(String pointer, JsonNode node) {

    Part at(String key) {
        JsonNode inside = node.isObject() ? node.get(key) : null;
        return new Part(pointer + "/" + key, inside == null ? MissingNode.getInstance() : inside);
    }

    boolean isThere() {
        return !node.isMissingNode() && !node.isNull();
    }

    /// The elements of a list; empty when this is none.
    List<Part> items() {
        return node.isArray()
                ? IntStream.range(0, node.size())
                        .mapToObj(i -> new Part(pointer + "/" + i, node.get(i)))
                        .toList()
                : List.of();
    }

    /// The text here; empty when there is none.
    String text() {
        return node.isString() ? node.stringValue() : "";
    }

    /// The text under a key; empty when there is none.
    String text(String key) {
        return at(key).text();
    }

    boolean is(String key, String value) {
        return text(key).equals(value);
    }

    OptionalInt number(String key) {
        JsonNode number = at(key).node;
        return number.isIntegralNumber() && number.canConvertToInt()
                ? OptionalInt.of(number.intValue())
                : OptionalInt.empty();
    }

    /// The minute of the day under a key, the end of the day for `until` "00:00".
    OptionalInt minute(String key) {
        try {
            LocalTime time = LocalTime.parse(text(key));
            int minute = time.getHour() * 60 + time.getMinute();
            return OptionalInt.of(minute == 0 && key.equals("until") ? 24 * 60 : minute);
        } catch (DateTimeParseException e) {
            return OptionalInt.empty();
        }
    }

    Optional<LocalDate> date(String key) {
        try {
            return Optional.of(LocalDate.parse(text(key)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
