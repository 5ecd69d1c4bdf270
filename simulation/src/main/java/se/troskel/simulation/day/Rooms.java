package se.troskel.simulation.day;

import java.util.Map;

/// Booked rooms: now, not yet, and full.
final class Rooms implements Scene {
    @Override
    public String name() {
        return "Rooms";
    }

    @Override
    public void play(Stage stage) {
        Visitor visitor = stage.visitor;
        stage.step(
                "it is 10:05; the new student's booking has come with a new list",
                () -> {
                    stage.clock("2027-02-09T10:05");
                    stage.staff.upload("BOOKINGS", "bookings.csv", CsvFiles.bookingsByCard());
                    Lists.apply(stage.staff);
                },
                stage.staff.answers("Listan är inläst."));
        stage.step(
                "a group room booked now, behind the landlord's lock",
                () -> visitor.card(Person.FRIDA.card()),
                visitor.reads(
                        "Grupprum Djulö är ditt till kl. 12.00.",
                        "Gå dit nu.",
                        "Till höger, första dörren."),
                stage.centre.records("CHECK_IN", "reason=ROOM_GRANTED", "room=group-1"),
                stage.centre.records("DOOR_CHANGED", "door=group-1", "what=UNLOCKED"),
                stage.centre.door("group-1", "contact=UNKNOWN"));
        stage.step(
                "an exam room booked now asks for the PIN",
                () -> visitor.card(Person.ALVA.card()),
                visitor.reads("Skriv din kod."),
                stage.centre.door("exam-2", "told=LOCK"));
        stage.step(
                "the PIN is right: the door unlocks, and the student opens it",
                () -> {
                    visitor.enter(Person.ALVAS_PIN);
                    stage.waitFor(stage.centre.door("exam-2", "told=UNLOCK"));
                    stage.contact("exam-2-contact", true);
                },
                visitor.reads(
                        "Tentasal 2 är ditt till kl. 12.00.",
                        "Gå dit nu. Det är olåst i 3 sekunder.",
                        "Till vänster, sista dörren."),
                stage.centre.records(
                        "DOOR_CHANGED", "door=exam-2", "what=UNLOCKED", "cause=CREDENTIAL"),
                stage.centre.records("DOOR_CHANGED", "door=exam-2", "what=OPENED"));
        stage.step(
                "the door falls shut and is locked",
                () -> stage.contact("exam-2-contact", false),
                stage.centre.records("DOOR_CHANGED", "door=exam-2", "what=CLOSED"),
                stage.centre.door(
                        "exam-2", "told=LOCK", "mode=LOCKED", "contact=CLOSED", "alarm=NORMAL"));
        stage.step(
                "a room booked for later, at its own reader",
                () ->
                        stage.works(
                                "card",
                                Map.of("device", "exam-1-reader", "value", Person.GUSTAV.card())),
                stage.centre.records(
                        "CHECK_IN", "reason=ROOM_EARLY", "device=exam-1-reader", "door=exam-1"),
                stage.centre.doesNotRecord("DOOR_CHANGED", "door=exam-1", "what=UNLOCKED"),
                stage.centre.door("exam-1", "told=LOCK"));
        stage.step(
                "eight people are counted in the group room, as many as the fire rules allow",
                () -> {
                    stage.staff.upload("HEAD_COUNTS", "head-counts.csv", CsvFiles.headCounts(8));
                    Lists.apply(stage.staff);
                },
                stage.staff.answers("Listan är inläst."),
                stage.centre.room("group-1", "people=8"));
        stage.step(
                "the room that is booked is full",
                () -> visitor.card(Person.FRIDA.card()),
                visitor.reads("Det är fullt i Grupprum Djulö just nu.", "Det finns plats i "),
                stage.centre.records("CHECK_IN", "reason=FULL"));
    }
}
