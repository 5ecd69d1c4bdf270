package se.troskel.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.troskel.config.Device.Kind;
import se.troskel.config.Findings.Complaint;

/// Ids are unique, and every reference leads to something of the right kind.
final class ReferenceCheck {
    private final Map<String, Part> rooms;
    private final Map<String, Part> doors;
    private final Map<String, Part> devices;
    private final Map<String, Part> areas;
    private final Findings findings;
    private final Map<String, String> usedAt = new HashMap<>();

    private ReferenceCheck(Part root, Findings findings) {
        this.findings = findings;
        this.rooms = byId(root.at("rooms"));
        this.doors = byId(root.at("doors"));
        this.devices = byId(root.at("devices"));
        this.areas = byId(root.at("areas"));
    }

    static void check(Part root, Findings findings) {
        var check = new ReferenceCheck(root, findings);
        root.at("doors").items().forEach(check::door);
        check.uses(root.at("alarms").at("fire"), Kind.FIRE_ALARM);
        check.uses(root.at("alarms").at("armed"), Kind.BURGLAR_ALARM);
        root.at("devices").items().forEach(check::device);
        root.at("devices").items().forEach(check::unused);
    }

    private Map<String, Part> byId(Part list) {
        Map<String, Part> byId = new HashMap<>();
        for (Part item : list.items()) {
            String id = item.text("id");
            Part earlier = id.isEmpty() ? null : byId.putIfAbsent(id, item);
            if (earlier != null) {
                findings.error(
                        item.pointer() + "/id",
                        new Complaint(
                                id, "the same id as " + earlier.pointer(), "give each its own id"));
            }
        }
        return byId;
    }

    private void door(Part door) {
        refers(door.at("room"), rooms, "room");
        uses(door.at("lock").at("output"), Kind.LOCK);
        uses(door.at("contact"), Kind.DOOR_CONTACT);
        uses(door.at("requestToExit"), Kind.REQUEST_TO_EXIT);
        uses(door.at("lockMonitor"), Kind.LOCK_MONITOR);
        uses(door.at("reader"), Kind.CARD_READER);
        uses(door.at("tamper"), Kind.TAMPER);
        uses(door.at("otherSystem").at("granted"), Kind.OTHER_SYSTEM);
        uses(door.at("otherSystem").at("alarm"), Kind.OTHER_SYSTEM);
        refers(door.at("area"), areas, "area");
        Part reader = devices.get(door.text("reader"));
        if (reader != null && reader.is("provider", "KEYBOARD")) {
            findings.error(
                    door.at("reader").pointer(),
                    new Complaint(
                            door.text("reader"),
                            "this reader types into a terminal and cannot work a door by itself",
                            "take a reader with provider SERIAL, or none"));
        }
    }

    private void device(Part device) {
        refers(device.at("room"), rooms, "room");
        refers(device.at("door"), doors, "door");
    }

    private void refers(Part reference, Map<String, Part> targets, String what) {
        if (!reference.text().isEmpty()
                && !targets.containsKey(reference.text())
                && !findings.isWrong(reference.pointer())) {
            findings.error(
                    reference.pointer(),
                    new Complaint(
                            reference.text(),
                            "there is no such " + what,
                            meant(reference, targets)));
        }
    }

    private void uses(Part reference, Kind kind) {
        refers(reference, devices, "device");
        Part device = devices.get(reference.text());
        if (device == null || findings.isWrong(reference.pointer())) {
            return;
        }
        String earlier = usedAt.putIfAbsent(reference.text(), reference.pointer());
        if (!device.is("kind", kind.name())) {
            findings.error(
                    reference.pointer(),
                    new Complaint(
                            reference.text(),
                            "this device is of kind "
                                    + device.text("kind")
                                    + ", here belongs "
                                    + kind,
                            meant(reference, ofKind(kind))));
        } else if (earlier != null) {
            findings.error(
                    reference.pointer(),
                    new Complaint(
                            reference.text(),
                            "this device is already used at " + earlier,
                            "give each door its own " + kind));
        }
    }

    private void unused(Part device) {
        Set<String> onlyByReference =
                Set.of(
                        "LOCK",
                        "DOOR_CONTACT",
                        "REQUEST_TO_EXIT",
                        "LOCK_MONITOR",
                        "TAMPER",
                        "OTHER_SYSTEM",
                        "FIRE_ALARM",
                        "BURGLAR_ALARM");
        if (onlyByReference.contains(device.text("kind"))
                && !usedAt.containsKey(device.text("id"))) {
            findings.warning(
                    device.pointer(),
                    new Complaint(
                            device.text("id"),
                            "nothing uses this device",
                            "name it at its door or under 'alarms', or remove it"));
        }
    }

    private Map<String, Part> ofKind(Kind kind) {
        return devices.entrySet().stream()
                .filter(entry -> entry.getValue().is("kind", kind.name()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String meant(Part reference, Map<String, Part> targets) {
        List<String> ids = targets.keySet().stream().sorted().toList();
        return NearestWord.of(reference.text(), ids)
                .map(id -> "did you mean " + id + "?")
                .orElse(
                        ids.isEmpty()
                                ? "describe it first, or leave the key out"
                                : "write one of " + String.join(", ", ids));
    }
}
