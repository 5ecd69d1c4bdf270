package se.troskel.simulation.day;

import java.time.Duration;
import se.troskel.simulation.DemoWorld;
import se.troskel.simulation.day.Expectation.Where;

/// `kill -9` of each program in turn: the others go on, and nothing that was acknowledged is lost.
final class Kills implements Scene {
    private static final Duration BACK = Duration.ofSeconds(90);

    @Override
    public String name() {
        return "Killed programs";
    }

    @Override
    public void play(Stage stage) {
        terminal(stage);
        controller(stage);
        region(stage);
        broker(stage);
    }

    private static void terminal(Stage stage) {
        stage.step(
                BACK,
                "the terminal is killed: the controller sees it gone, doors are as they were",
                () -> kill(stage, DemoWorld.KIOSK),
                stage.centre.records("DEVICE_CHANGED", "device=kiosk1", "health=OFFLINE"),
                stage.centre.door("entrance", "told=UNLOCK"));
        stage.step(
                BACK,
                "it is back by itself",
                () -> {},
                stage.centre.device("kiosk1", "health=ONLINE"),
                stage.visitor.isIdle());
    }

    private static void controller(Stage stage) {
        stage.step(
                "staff unlock an exam room for a while",
                () -> Doors.unlock(stage, "exam-2", 5),
                stage.staff.answers("Dörren är olåst. Den låses sedan av sig själv."),
                stage.centre.door("exam-2", "told=UNLOCK", "mode=UNLOCKED"));
        stage.step(
                Duration.ofSeconds(30),
                "the controller is killed: the terminal says what to do",
                () -> {
                    kill(stage, DemoWorld.CONTROLLER);
                },
                stage.visitor.reads(
                        "Terminalen har ingen kontakt just nu.",
                        "Dörrarna går att öppna inifrån som vanligt."));
        stage.step(
                BACK,
                "it is back: locks stand in their safe state, the journal goes on",
                () -> {},
                stage.centre.door("exam-2", "told=LOCK", "mode=LOCKED"),
                stage.centre.records("CENTRE_STARTED", "clean=false"),
                stage.visitor.isIdle());
        stage.step(
                "a ticket used before is still used",
                () -> stage.visitor.code(stage.kept.getOrDefault(Tickets.USED, "")),
                stage.visitor.reads("QR-koden gäller inte längre."),
                stage.centre.records("CHECK_IN", "reason=TOKEN_USED"));
        stage.step(
                "a card blocked before is still blocked",
                () -> stage.visitor.card(Person.DAVID.card()),
                stage.visitor.reads("Kortet fungerar inte här."),
                stage.centre.records("CHECK_IN", "reason=BLOCKED"));
        stage.step(
                "a good one is good",
                () -> stage.visitor.card(Person.BO.card()),
                stage.visitor.reads("Välkommen! Du är incheckad."),
                stage.centre.records("CHECK_IN", "reason=CHECKED_IN"));
    }

    private static void region(Stage stage) {
        stage.step(
                "the region is killed: people check in as before",
                () -> {
                    kill(stage, DemoWorld.REGION);
                    stage.visitor.card(Person.FRIDA.card());
                },
                stage.centre.records("CHECK_IN", "device=kiosk1"));
        stage.step(
                BACK,
                "it is back, and has everything",
                () -> {},
                started(stage, DemoWorld.REGION),
                stage.region.equalsJournal(stage.centre),
                stage.region.shows("Ansluten"));
    }

    private static void broker(Stage stage) {
        if (stage.settings.broker() != null) {
            return;
        }
        stage.step(
                "the broker is killed: people check in as before",
                () -> {
                    kill(stage, DemoWorld.BROKER);
                    stage.visitor.card(Person.BO.card());
                },
                stage.visitor.reads("Välkommen! Du är incheckad."),
                stage.centre.records("CHECK_IN", "reason=CHECKED_IN"));
        stage.step(
                BACK,
                "it is back, and the region has everything",
                () -> {},
                started(stage, DemoWorld.BROKER),
                stage.region.equalsJournal(stage.centre),
                stage.region.shows("Ansluten"));
    }

    static void kill(Stage stage, String program) {
        stage.kept.put(program, Integer.toString(stage.world.supervisor().starts(program)));
        stage.world.supervisor().kill(program);
    }

    /// Started again after it was killed, and running.
    static Expectation started(Stage stage, String program) {
        return new Expectation(
                program + " was started again",
                Where.ELSEWHERE,
                () -> {
                    int before = Integer.parseInt(stage.kept.getOrDefault(program, "0"));
                    int starts = stage.world.supervisor().starts(program);
                    return new Seen(
                            starts > before && stage.world.supervisor().isRunning(program),
                            program + " was started " + starts + " times");
                });
    }
}
