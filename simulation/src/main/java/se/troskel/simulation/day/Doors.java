package se.troskel.simulation.day;

import java.util.Map;

/// What doors and locks do, and what staff do to them.
final class Doors implements Scene {
    @Override
    public String name() {
        return "Doors";
    }

    @Override
    public void play(Stage stage) {
        heldOpen(stage);
        forced(stage);
        byStaff(stage);
        jammed(stage);
        blocked(stage);
        cut(stage);
    }

    private static void heldOpen(Stage stage) {
        stage.step(
                "somebody leaves an exam room by the exit button: no alarm",
                () -> {
                    stage.works("exit", Map.of("device", "exam-1-exit"));
                    stage.waitFor(
                            stage.centre.records(
                                    "DOOR_CHANGED", "door=exam-1", "what=REQUEST_TO_EXIT"));
                    stage.contact("exam-1-contact", true);
                },
                stage.centre.records(
                        "DOOR_CHANGED", "door=exam-1", "what=OPENED", "cause=REQUEST_TO_EXIT"),
                stage.centre.door("exam-1", "contact=OPEN", "alarm=NORMAL"));
        stage.step(
                "and leaves it open: first a warning, then the alarm",
                () -> {},
                stage.centre.door("exam-1", "alarm=DOOR_OPEN_TOO_LONG"),
                stage.staff.shows("/staff", "Står öppen för länge. Stäng den."),
                stage.region.shows("Tentasal 1: uppställd för länge"));
        stage.step(
                "the door is closed: the alarm is over",
                () -> stage.contact("exam-1-contact", false),
                stage.centre.records("DOOR_CHANGED", "door=exam-1", "what=OPEN_TOO_LONG_CLEARED"),
                stage.centre.door("exam-1", "contact=CLOSED", "alarm=NORMAL"),
                stage.region.showsNot("uppställd för länge"));
    }

    private static void forced(Stage stage) {
        stage.step(
                "an exam room is forced open",
                () -> stage.contact("exam-1-contact", true),
                stage.centre.records("DOOR_CHANGED", "door=exam-1", "what=FORCED_OPEN"),
                stage.centre.door("exam-1", "alarm=DOOR_FORCED_OPEN"),
                stage.staff.shows("/staff", "Uppbruten: öppnades utan lov. Gå dit."),
                stage.region.shows("Tentasal 1: uppbruten"));
        stage.step(
                "it is closed again",
                () -> stage.contact("exam-1-contact", false),
                stage.centre.records("DOOR_CHANGED", "door=exam-1", "what=FORCED_OPEN_CLEARED"),
                stage.centre.door("exam-1", "alarm=NORMAL"),
                stage.region.showsNot("uppbruten"));
    }

    private static void byStaff(Stage stage) {
        stage.step(
                "staff unlock a room for ten minutes",
                () -> unlock(stage, "exam-2", 10),
                stage.staff.answers("Dörren är olåst. Den låses sedan av sig själv."),
                stage.centre.records("STAFF_ACTED", "action=DOOR_UNLOCKED", "minutes=10"),
                stage.centre.door("exam-2", "told=UNLOCK", "mode=UNLOCKED"));
        stage.step(
                "and lock it again",
                () -> act(stage, "exam-2", "lock", Map.of()),
                stage.staff.answers("Dörren är låst. Ut går det alltid att komma."),
                stage.centre.door("exam-2", "told=LOCK", "mode=LOCKED"));
        stage.step(
                "for a whole day is too long",
                () -> unlock(stage, "exam-2", 1440),
                stage.staff.answers("Välj mellan 1 och 240 minuter."),
                stage.centre.door("exam-2", "told=LOCK"));
    }

    private static void jammed(Stage stage) {
        stage.step(
                "the bolt of the entrance jams: told to unlock, it stays",
                () -> {
                    stage.works("jam", Map.of("device", "entrance-lock", "jammed", "true"));
                    unlock(stage, "entrance", 5);
                },
                stage.centre.records("DOOR_CHANGED", "door=entrance", "what=LOCK_JAMMED"),
                stage.centre.door("entrance", "told=UNLOCK", "lock=LOCKED", "jammed=true"),
                stage.staff.shows("/staff", "Låset kärvar"),
                stage.region.shows("Entrén: låset kärvar"));
        stage.step(
                "the bolt is freed",
                () -> stage.works("jam", Map.of("device", "entrance-lock", "jammed", "false")),
                stage.centre.records("DOOR_CHANGED", "door=entrance", "what=LOCK_JAM_CLEARED"),
                stage.centre.door("entrance", "lock=UNLOCKED", "jammed=false"));
        stage.step(
                "staff lock the entrance",
                () -> act(stage, "entrance", "lock", Map.of()),
                stage.centre.door("entrance", "told=LOCK", "lock=LOCKED"));
    }

    private static void blocked(Stage stage) {
        stage.step(
                "staff block the entrance",
                () -> act(stage, "entrance", "block", Map.of()),
                stage.staff.answers("Inpasseringen är spärrad. Ut går det alltid att komma."),
                stage.centre.door("entrance", "mode=BLOCKED", "told=LOCK"));
        stage.step(
                "nobody comes in by card, and is told whom to call",
                () -> stage.visitor.card(Person.FRIDA.card()),
                stage.visitor.reads(
                        "Dörren går inte att låsa upp härifrån just nu.", "Ring 0150-00 00 00"),
                stage.centre.records("CHECK_IN", "reason=DOOR_UNAVAILABLE"),
                stage.centre.door("entrance", "told=LOCK"));
        stage.step(
                "the block is lifted",
                () -> act(stage, "entrance", "unblock", Map.of()),
                stage.staff.answers("Spärren är hävd."),
                stage.centre.door("entrance", "mode=LOCKED"));
    }

    private static void cut(Stage stage) {
        stage.step(
                "the wire of a door contact is cut",
                () -> stage.works("cut", Map.of("device", "exam-2-contact")),
                stage.centre.records("DEVICE_CHANGED", "device=exam-2-contact", "health=CUT"),
                stage.centre.door("exam-2", "contact=FAULT", "told=LOCK"),
                stage.staff.shows("/staff", "kabeln är av"),
                stage.region.shows("Tentasal 2 dörrkontakt: kabeln är av"));
        stage.step(
                "and is mended",
                () -> stage.works("restore", Map.of("device", "exam-2-contact")),
                stage.centre.records("DEVICE_CHANGED", "device=exam-2-contact", "health=ONLINE"),
                stage.centre.door("exam-2", "contact=CLOSED"),
                stage.region.showsNot("Tentasal 2 dörrkontakt: kabeln är av"));
    }

    static void unlock(Stage stage, String door, int minutes) {
        act(stage, door, "unlock", Map.of("minutes", Integer.toString(minutes)));
    }

    private static void act(Stage stage, String door, String what, Map<String, String> fields) {
        stage.staff.submit("/staff", "/staff/doors/" + door + "/" + what, fields);
    }
}
