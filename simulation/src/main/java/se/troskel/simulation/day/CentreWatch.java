package se.troskel.simulation.day;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import se.troskel.protocol.json.Json;
import se.troskel.simulation.control.ControlClient;
import se.troskel.simulation.day.Expectation.Where;
import tools.jackson.databind.JsonNode;

/// Looks at the controller from outside: what it says is true now, and the end of its journal.
/// Blocks; one thread at a time.
final class CentreWatch {
    private static final int LINES_MAX = 500;

    private final ControlClient controller;
    private long mark;

    CentreWatch(ControlClient controller) {
        this.controller = controller;
    }

    boolean isThere() {
        return controller.answers();
    }

    /// From here on records count as new.
    void mark() {
        if (isThere()) {
            mark = lastSeq();
        }
    }

    long lastSeq() {
        return Long.parseLong(controller.call("last", Map.of()));
    }

    /// Records from `from` on, as the region would get them, one a line.
    List<String> records(long from, int max) {
        return controller
                .call("journal", Map.of("from", Long.toString(from), "max", Integer.toString(max)))
                .lines()
                .toList();
    }

    /// A door in these respects, each as `told=LOCK`.
    Expectation door(String id, String... facts) {
        return stands("door " + id, "doors", "door", id, facts);
    }

    Expectation device(String id, String... facts) {
        return stands("device " + id, "devices", "device", id, facts);
    }

    /// A room as staff in the building see it.
    Expectation room(String id, String... facts) {
        return stands("room " + id, "staffRooms", "room", id, facts);
    }

    private Expectation stands(String what, String list, String key, String id, String... facts) {
        return new Expectation(
                what + " is " + String.join(", ", facts),
                Where.ELSEWHERE,
                () -> {
                    JsonNode found = find(list, key, id);
                    boolean held = Stream.of(facts).allMatch(fact -> has(found, fact));
                    return new Seen(held, what + ": " + facts(found, facts));
                });
    }

    /// A record since the step began, of this type and with these members, each as `what=UNLOCKED`.
    Expectation records(String type, String... members) {
        return new Expectation(
                "the journal has " + type + " " + String.join(" ", members),
                Where.ELSEWHERE,
                () -> {
                    List<JsonNode> since = since();
                    boolean held = since.stream().anyMatch(record -> is(record, type, members));
                    return new Seen(held, "journal: " + told(since));
                });
    }

    /// No such record since the step began. Looked at once, so ask for what follows it as well.
    Expectation doesNotRecord(String type, String... members) {
        return new Expectation(
                "the journal has no " + type + " " + String.join(" ", members),
                Where.ELSEWHERE,
                () -> {
                    List<JsonNode> since = since();
                    boolean held = since.stream().noneMatch(record -> is(record, type, members));
                    return new Seen(held, "journal: " + told(since));
                });
    }

    private List<JsonNode> since() {
        return records(mark + 1, LINES_MAX).stream()
                .map(line -> Json.readTree(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /// How many have stayed after closing, by the muster list.
    int left() {
        return view().path("left").asInt();
    }

    /// One fewer than before has stayed after closing.
    Expectation oneFewerIsLeftThan(IntSupplier before) {
        return new Expectation(
                "one fewer is left inside",
                Where.ELSEWHERE,
                () -> {
                    int now = left();
                    return new Seen(now == before.getAsInt() - 1, now + " left");
                });
    }

    private JsonNode view() {
        return Json.readTree(controller.call("view", Map.of()).getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode find(String list, String key, String id) {
        for (JsonNode one : view().path(list)) {
            if (one.path(key).asString().equals(id)) {
                return one;
            }
        }
        throw new IllegalStateException("the controller knows no " + key + " " + id);
    }

    private static boolean is(JsonNode record, String type, String... members) {
        return record.path("envelope").path("type").asString().equals(type)
                && Stream.of(members).allMatch(member -> has(record.path("body"), member));
    }

    private static boolean has(JsonNode node, String fact) {
        int equals = fact.indexOf('=');
        return node.path(fact.substring(0, equals)).asString("").equals(fact.substring(equals + 1));
    }

    private static String facts(JsonNode node, String... asked) {
        return String.join(
                ", ",
                Stream.of(asked)
                        .map(fact -> fact.substring(0, fact.indexOf('=')))
                        .map(name -> name + "=" + node.path(name).asString("-"))
                        .toList());
    }

    private static String told(List<JsonNode> records) {
        return String.join(" | ", records.stream().map(CentreWatch::told).toList());
    }

    private static String told(JsonNode record) {
        StringBuilder text = new StringBuilder(record.path("envelope").path("type").asString());
        record.path("body")
                .properties()
                .forEach(member -> {
                    if (!member.getValue().isNull()) {
                        text.append(' ')
                                .append(member.getKey())
                                .append('=')
                                .append(member.getValue().asString(""));
                    }
                });
        return text.toString();
    }
}
