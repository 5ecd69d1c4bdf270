package se.troskel.config;

import java.util.List;
import java.util.OptionalInt;
import se.troskel.config.Findings.Complaint;

/// Numbers of people, and directions in the centre's languages.
final class RoomCheck {
    private RoomCheck() {}

    static void check(Part root, Findings findings) {
        List<String> languages =
                root.at("centre").at("languages").items().stream().map(Part::text).toList();
        if (root.at("rooms").node().isArray() && root.at("rooms").items().isEmpty()) {
            findings.error(
                    "/rooms", new Complaint("the list is empty", "describe at least one room"));
        }
        for (Part room : root.at("rooms").items()) {
            people(room, findings);
            route(room.at("route"), languages, findings);
        }
    }

    private static void people(Part room, Findings findings) {
        OptionalInt most = room.number("maxPersons");
        if (most.isEmpty() || findings.isWrong(room.pointer() + "/maxPersons")) {
            return;
        }
        OptionalInt capacity = room.number("capacity");
        if (capacity.isPresent() && capacity.getAsInt() > most.getAsInt()) {
            findings.error(
                    room.pointer() + "/capacity",
                    new Complaint(
                            String.valueOf(capacity.getAsInt()),
                            "above maxPersons: the terminal would send people into a full room"
                                    + " (DOMAIN L15)",
                            "write " + most.getAsInt() + " or less"));
        }
        OptionalInt seats = room.number("seats");
        if (seats.isPresent() && seats.getAsInt() > most.getAsInt()) {
            findings.warning(
                    room.pointer() + "/seats",
                    new Complaint(
                            String.valueOf(seats.getAsInt()),
                            "more seats than the fire documentation allows people (DOMAIN L15)",
                            "check maxPersons, or take chairs out"));
        }
    }

    private static void route(Part route, List<String> languages, Findings findings) {
        if (!route.node().isObject() || languages.isEmpty() || route.node().isEmpty()) {
            return;
        }
        for (String language : route.node().propertyNames()) {
            if (!languages.contains(language)) {
                findings.errorAtKey(
                        route.at(language).pointer(),
                        new Complaint(
                                "directions in a language that the centre does not have",
                                "write one of " + String.join(", ", languages)));
            }
        }
        for (String language : languages) {
            if (!route.at(language).isThere()) {
                findings.warning(
                        route.pointer(),
                        new Complaint(
                                "no directions in '" + language + "'", "add '" + language + ":'"));
            }
        }
    }
}
