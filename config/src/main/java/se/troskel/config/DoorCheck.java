package se.troskel.config;

import java.util.OptionalInt;
import se.troskel.config.Findings.Complaint;

/// A door's times fit each other, and somebody answers for accepting a number that can be copied.
final class DoorCheck {
    private DoorCheck() {}

    static void check(Part root, Findings findings) {
        for (Part door : root.at("doors").items()) {
            times(door.at("times"), findings);
            otherSystem(door, findings);
            twoPersons(door, root, findings);
            for (Part assurance : door.at("assurance").items()) {
                acceptance(assurance, findings);
            }
        }
    }

    private static void times(Part times, Findings findings) {
        OptionalInt access = times.number("accessSeconds");
        OptionalInt extended = times.number("extendedAccessSeconds");
        if (access.isPresent() && extended.isPresent() && extended.getAsInt() < access.getAsInt()) {
            findings.error(
                    times.pointer() + "/extendedAccessSeconds",
                    new Complaint(
                            String.valueOf(extended.getAsInt()),
                            "those who need longer get less than accessSeconds",
                            "write " + access.getAsInt() + " or more"));
        }
        OptionalInt open = times.number("openTooLongSeconds");
        OptionalInt warn = times.number("preAlarmSeconds");
        if (open.isPresent() && warn.isPresent() && warn.getAsInt() > open.getAsInt()) {
            findings.error(
                    times.pointer() + "/preAlarmSeconds",
                    new Complaint(
                            String.valueOf(warn.getAsInt()),
                            "longer than openTooLongSeconds",
                            "write " + open.getAsInt() + " or less; 0 for no warning"));
        }
    }

    private static void otherSystem(Part door, Findings findings) {
        if (door.is("kind", "OWN") && door.at("otherSystem").isThere()) {
            findings.errorAtKey(
                    door.at("otherSystem").pointer(),
                    new Complaint(
                            "only a FOREIGN door has another system",
                            "remove it, or write kind: FOREIGN"));
        }
    }

    /// Two cards are shown at the door itself; a terminal elsewhere opens no such door.
    private static void twoPersons(Part door, Part root, Findings findings) {
        Part twoPersons = door.at("rules").at("twoPersons");
        boolean asked = twoPersons.node().asBoolean(false);
        boolean terminal =
                root.at("devices").items().stream()
                        .anyMatch(device ->
                                device.is("kind", "KIOSK") && device.is("door", door.text("id")));
        if (asked && !door.at("reader").isThere() && !terminal) {
            findings.error(
                    twoPersons.pointer(),
                    new Complaint(
                            "true",
                            "no card can be shown at this door, so no two people can open it",
                            "add 'reader:', or a terminal with 'door: "
                                    + door.text("id")
                                    + "', or write false"));
        }
    }

    private static void acceptance(Part assurance, Findings findings) {
        if (assurance.is("require", "CARD") && !assurance.at("acceptedBy").isThere()) {
            findings.error(
                    assurance.at("acceptedBy").pointer(),
                    new Complaint(
                            "a card's number alone opens here, and nobody answers for it",
                            "add 'acceptedBy: \"NAME, DATE\"', or require CARD_AND_PIN: a number"
                                    + " can be copied (DOMAIN 5)"));
        }
    }
}
