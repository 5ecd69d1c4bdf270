package se.troskel.simulation.day;

import java.util.Map;

/// The first administrator: a password that works once, then one of their own.
final class FirstLogIn implements Scene {
    private static final String OWN_PASSWORD = "sju glada ekorrar i snön";

    @Override
    public String name() {
        return "First log-in";
    }

    @Override
    public void play(Stage stage) {
        StaffClient staff = stage.staff;
        StaffClient.Login first = OneTimePassword.find(stage.settings.logs());
        stage.secrets.add("the administrator's password", OWN_PASSWORD);
        stage.step(
                "somebody tries a password that is wrong",
                () -> staff.logIn(new StaffClient.Login(first.user(), "fel lösenord")),
                staff.answers("Användaren eller lösenordet stämmer inte."),
                stage.centre.records("STAFF_ACTED", "action=LOG_IN_REFUSED"));
        stage.step(
                "the administrator logs in with the one-time password",
                () -> staff.logIn(first),
                staff.answers("Ditt lösenord gäller bara första gången. Välj ett eget."),
                stage.centre.records("STAFF_ACTED", "action=LOGGED_IN"));
        stage.step(
                "an easy password is refused",
                () -> change(staff, first.password(), "aaaaaaaaaaaa"),
                staff.answers("Lösenordet är lätt att gissa."));
        stage.step(
                "the administrator chooses a password",
                () -> {
                    change(staff, first.password(), OWN_PASSWORD);
                    staff.remember(new StaffClient.Login(first.user(), OWN_PASSWORD));
                },
                staff.answers("Lösenordet är bytt.", "Dörrar", "Rum"));
        stage.step(
                "the board shows the centre",
                () -> {},
                staff.shows("/staff", "Campus Viadidakt", "Entrén", "Tentasal 1", "Studiehallen"));
    }

    private static void change(StaffClient staff, String present, String chosen) {
        staff.submit(
                "/staff/password",
                "/staff/password",
                Map.of("present", present, "new", chosen, "again", chosen));
    }
}
