package se.troskel.simulation.day;

import java.util.Map;

/// Who orders the doors of the building: the fire alarm, the burglar alarm, staff; and break-glass,
/// which works under all of them.
final class StandingOrders implements Scene {
    private static final String BREAK_GLASS = "/staff/break-glass";
    private static final String LOCKDOWN = "/staff/lockdown";

    @Override
    public String name() {
        return "Standing orders";
    }

    @Override
    public void play(Stage stage) {
        fire(stage);
        armed(stage);
        lockdown(stage);
    }

    private static void fire(Stage stage) {
        stage.step(
                "the fire alarm goes off: doors are released, the terminal says leave",
                () -> stage.contact("fire-alarm", true),
                stage.centre.records("FIRE_CHANGED", "latched=true"),
                stage.centre.door("exam-1", "told=UNLOCK", "mode=LOCKED_OPEN"),
                stage.centre.door("entrance", "told=UNLOCK", "mode=LOCKED_OPEN"),
                stage.visitor.reads("Utrym!", "Gå ut nu. Använd närmaste utgång."),
                stage.staff.shows("/staff", "Brandlarm. Alla ska ut."),
                stage.region.shows("Brandlarm: alla ska ut"));
        stage.step(
                "nobody can reset it while it sounds",
                () -> stage.staff.submit("/staff", "/staff/fire/reset", Map.of()),
                stage.staff.answers("Brandlarmet ljuder än."),
                stage.centre.door("exam-1", "told=UNLOCK"));
        stage.step(
                "the alarm is over: nothing locks before somebody says so",
                () -> stage.contact("fire-alarm", false),
                stage.centre.door("exam-1", "told=UNLOCK", "mode=LOCKED_OPEN"),
                stage.staff.shows("/staff", "inget låses förrän du återställer"),
                stage.region.shows("Brandlarm: alla ska ut"));
        stage.step(
                "the building is checked, and staff reset it",
                () -> stage.staff.submit("/staff", "/staff/fire/reset", Map.of()),
                stage.staff.answers("Brandlarmet är återställt."),
                stage.centre.records("FIRE_CHANGED", "latched=false"),
                stage.centre.door("exam-1", "told=LOCK", "mode=LOCKED"),
                stage.visitor.isIdle(),
                stage.region.showsNot("Brandlarm: alla ska ut"));
    }

    private static void armed(Stage stage) {
        stage.step(
                "the burglar alarm is set at its own panel",
                () -> stage.contact("burglar-alarm", true),
                stage.centre.records("ARMED_CHANGED", "armed=true"),
                stage.staff.shows(
                        "/staff", "Inbrottslarmet är på.", "Stäng av det vid larmpanelen."),
                stage.region.shows("Inbrottslarmet är på", "larmad"));
        stage.step(
                "a good card opens nothing, and is told why",
                () -> stage.visitor.card(Person.FRIDA.card()),
                stage.visitor.reads("Inbrottslarmet är på, så dörren låses inte upp."),
                stage.centre.records("CHECK_IN", "reason=BUILDING_ARMED"),
                stage.centre.door("entrance", "told=LOCK"));
        stage.step(
                "the burglar alarm is unset",
                () -> stage.contact("burglar-alarm", false),
                stage.centre.records("ARMED_CHANGED", "armed=false"),
                stage.region.showsNot("Inbrottslarmet är på"));
    }

    private static void lockdown(Stage stage) {
        stage.step(
                "an administrator makes a card break-glass, for the safe",
                () ->
                        stage.staff.submit(
                                BREAK_GLASS,
                                BREAK_GLASS,
                                Map.of("number", Person.BREAK_GLASS_CARD, "label", "kassaskåpet")),
                stage.staff.answers("Kortet är nu nödöppning: kassaskåpet."),
                stage.centre.records("STAFF_ACTED", "action=BREAK_GLASS_MADE"));
        stage.step(
                "staff lock the exam wing down",
                () -> stage.staff.submit("/staff", LOCKDOWN, Map.of("scope", "area-exam-wing")),
                stage.staff.answers("Inrymning: låst, ingen släpps in. Alla kan alltid gå ut."),
                stage.centre.records("DOOR_ORDERED", "door=exam-1", "posture=LOCKED_DOWN"),
                stage.centre.door("exam-1", "posture=LOCKED_DOWN", "told=LOCK"),
                stage.centre.door("exam-2", "posture=LOCKED_DOWN", "told=LOCK"),
                stage.centre.door("entrance", "posture=NORMAL"),
                stage.region.shows("inrymning"));
        stage.step(
                "somebody inside still gets out",
                () -> stage.works("exit", Map.of("device", "exam-1-exit")),
                stage.centre.records("DOOR_CHANGED", "door=exam-1", "what=REQUEST_TO_EXIT"));
        stage.step(
                "the sealed card opens the door all the same, and staff are told loudly",
                () ->
                        stage.works(
                                "card",
                                Map.of(
                                        "device",
                                        "exam-1-reader",
                                        "value",
                                        Person.BREAK_GLASS_CARD)),
                stage.centre.records("BREAK_GLASS_USED", "door=exam-1", "device=exam-1-reader"),
                stage.centre.records("DOOR_CHANGED", "door=exam-1", "cause=BREAK_GLASS"),
                stage.staff.shows("/staff", "kassaskåpet öppnade Tentasal 1. Gå dit."));
        stage.step(
                "somebody goes there and says so",
                () -> stage.staff.submit("/staff", BREAK_GLASS + "/seen", Map.of()),
                stage.staff.answers("Nödöppningen är sedd."),
                stage.centre.records("STAFF_ACTED", "action=BREAK_GLASS_SEEN"));
        stage.step(
                "staff lift the lockdown",
                () ->
                        stage.staff.submit(
                                "/staff", LOCKDOWN + "/lift", Map.of("scope", "area-exam-wing")),
                stage.staff.answers("Inrymningen är hävd."),
                stage.centre.door("exam-1", "posture=NORMAL", "told=LOCK"),
                stage.centre.door("exam-2", "posture=NORMAL", "told=LOCK"),
                stage.region.showsNot("inrymning"));
    }
}
