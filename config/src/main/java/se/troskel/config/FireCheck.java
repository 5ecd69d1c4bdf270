package se.troskel.config;

import java.util.Optional;
import java.util.OptionalInt;
import se.troskel.config.Findings.Complaint;

/// Combinations of door, lock and egress hardware that the fire rules forbid (DOMAIN L12 to L16).
/// That every door declares its egress hardware (L12) is in the schema.
final class FireCheck {
    /// DOMAIN L13.
    private static final int THUMBTURN_MAX_PERSONS = 50;

    /// DOMAIN L15: above it the rules for assembly rooms apply.
    private static final int ASSEMBLY_PERSONS = 150;

    private final Part root;
    private final Findings findings;

    private FireCheck(Part root, Findings findings) {
        this.root = root;
        this.findings = findings;
    }

    static void check(Part root, Findings findings) {
        var check = new FireCheck(root, findings);
        root.at("doors").items().forEach(check::door);
        check.assembly();
    }

    private void door(Part door) {
        thumbturn(door);
        failSafe(door);
        foreign(door);
        wayOut(door);
        motor(door);
    }

    private void thumbturn(Part door) {
        int persons = personsBehind(door);
        if (door.is("egressHardware", "THUMBTURN") && persons > THUMBTURN_MAX_PERSONS) {
            findings.error(
                    door.pointer() + "/egressHardware",
                    new Complaint(
                            "THUMBTURN",
                            "a thumb-turn is allowed for at most 50 people, here are up to "
                                    + persons
                                    + " (DOMAIN L13)",
                            "fit and declare HANDLE, PUSHPAD or PUSHBAR"));
        }
    }

    private void failSafe(Part door) {
        if (isLock(door, "FAIL_SAFE") && releaseIs(door, false) && door.is("kind", "OWN")) {
            findings.error(
                    door.pointer() + "/releaseOnFire",
                    new Complaint(
                            "false",
                            "a FAIL_SAFE lock is held by power, which would stay on in a fire"
                                    + " (DOMAIN L14)",
                            "write true, or fit a FAIL_SECURE lock"));
        }
    }

    private void foreign(Part door) {
        if (door.is("kind", "FOREIGN") && releaseIs(door, true)) {
            findings.error(
                    door.pointer() + "/releaseOnFire",
                    new Complaint(
                            "true",
                            "another system's door gets a pulse from us and cannot be kept"
                                    + " released (DOMAIN L14)",
                            "write false, and have its owner wire the release"));
        }
    }

    /// People pass through a common room on their way out and may have to turn back.
    private void wayOut(Part door) {
        if (leadsIntoCommonRoom(door) && releaseIs(door, false) && door.is("kind", "OWN")) {
            findings.error(
                    door.pointer() + "/releaseOnFire",
                    new Complaint(
                            "false",
                            "a door of the escape route would lock behind people who must turn back"
                                    + " (DOMAIN L16)",
                            "write true"));
        }
    }

    private void motor(Part door) {
        if (!isLock(door, "MOTOR")) {
            return;
        }
        if (releaseIs(door, true)) {
            findings.warning(
                    door.pointer() + "/releaseOnFire",
                    new Complaint(
                            "true",
                            "a motor lock stays where it is without power, so its release in a fire"
                                    + " is not certain (DOMAIN L14)",
                            "feed it from a battery, or fit a FAIL_SAFE lock"));
        }
        if (door.is("egressHardware", "THUMBTURN")) {
            findings.warning(
                    door.pointer() + "/egressHardware",
                    new Complaint(
                            "THUMBTURN",
                            "has to draw the bolt of a motor lock in one movement (DOMAIN L12)",
                            "have the fire documentation confirm it, or fit a HANDLE"));
        }
    }

    private void assembly() {
        int persons = everybody();
        if (persons > ASSEMBLY_PERSONS) {
            findings.warning(
                    "/rooms",
                    new Complaint(
                            "up to "
                                    + persons
                                    + " people; above 150 in one fire cell the rules for assembly"
                                    + " rooms and an evacuation alarm apply (DOMAIN L15)",
                            "compare with the fire documentation"));
        }
    }

    /// The people who may have to leave by a door: those of its room, or everybody when it is the
    /// entrance or leads into a common room.
    private int personsBehind(Part door) {
        return leadsIntoCommonRoom(door) || !door.at("room").isThere()
                ? everybody()
                : room(door)
                        .map(room -> room.number("maxPersons"))
                        .orElse(OptionalInt.empty())
                        .orElse(0);
    }

    private int everybody() {
        return root.at("rooms").items().stream()
                .mapToInt(room -> room.number("maxPersons").orElse(0))
                .filter(persons -> persons > 0 && persons <= 5000)
                .sum();
    }

    private boolean leadsIntoCommonRoom(Part door) {
        return room(door).filter(room -> room.is("kind", "COMMON")).isPresent();
    }

    private Optional<Part> room(Part door) {
        return root.at("rooms").items().stream()
                .filter(room -> !door.text("room").isEmpty() && room.is("id", door.text("room")))
                .findFirst();
    }

    private static boolean isLock(Part door, String type) {
        return door.at("lock").is("type", type);
    }

    private static boolean releaseIs(Part door, boolean value) {
        var release = door.at("releaseOnFire").node();
        return release.isBoolean() && release.booleanValue() == value;
    }
}
