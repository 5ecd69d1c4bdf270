package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.troskel.protocol.event.StaffAction;

/// Goal: only who knows a password gets in, and a session ends when it should. Method: a real
/// server, a browser without scripts, a clock moved by hand.
class LogInTest {
    private final StaffServer server = new StaffServer();
    private final Browser browser = server.browser();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void letsInWithTheRightPassword() {
        var answer = browser.logIn("  ADMIN ", StaffServer.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(Browser.location(answer)).isEqualTo("/staff");
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
        assertThat(server.directory.recorded).containsExactly(StaffAction.LOGGED_IN);
    }

    @Test
    void keepsTheCookieFromScriptsAndOtherSites() {
        var cookie =
                browser
                        .logIn("admin", StaffServer.PASSWORD)
                        .headers()
                        .allValues("Set-Cookie")
                        .stream()
                        .filter(text -> text.startsWith("troskel-session="))
                        .findFirst()
                        .orElseThrow();

        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");
        assertThat(cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'))).hasSize(43);
    }

    @Test
    void saysTheSameToWrongPasswordAndUnknownUser() {
        var wrong = browser.logIn("admin", "wrong");
        var unknown = browser.logIn("nobody", "wrong");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(sentence(wrong.body())).isEqualTo(sentence(unknown.body()));
        assertThat(unknown.body()).doesNotContain("nobody");
        assertThat(server.directory.recorded)
                .containsExactly(StaffAction.LOG_IN_REFUSED, StaffAction.LOG_IN_REFUSED);
    }

    private static String sentence(String page) {
        int start = page.indexOf("class=\"notice");
        return page.substring(start, page.indexOf("</p>", start));
    }

    @Test
    void pausesAfterFiveWrongPasswordsAndThenTakesTheRightOne() {
        for (int i = 0; i < 5; i++) {
            assertThat(browser.logIn("admin", "wrong").statusCode()).isEqualTo(401);
        }
        var paused = browser.logIn("admin", StaffServer.PASSWORD);
        assertThat(paused.statusCode()).isEqualTo(429);
        assertThat(paused.headers().firstValue("Retry-After")).contains("60");
        assertThat(paused.body()).contains("Prova igen om 1 min");

        server.now.set(server.now.get().plus(Duration.ofMinutes(1)));
        assertThat(browser.logIn("admin", StaffServer.PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void refusesAFormThatAnotherSiteMade() {
        browser.get("/staff/log-in");
        var forged =
                browser.postBare(
                        "/staff/log-in", "user", "admin", "password", StaffServer.PASSWORD);

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
    }

    @Test
    void givesANewSessionAtEachLogIn() {
        var first = browser.logIn("admin", StaffServer.PASSWORD);
        var second = browser.logIn("admin", StaffServer.PASSWORD);

        assertThat(first.headers().allValues("Set-Cookie"))
                .doesNotContainAnyElementsOf(
                        second.headers().allValues("Set-Cookie").stream()
                                .filter(text -> text.startsWith("troskel-session"))
                                .toList());
    }

    @Test
    void asksForAPasswordOfOnesOwnFirst() {
        server.freshAccount("ny");
        assertThat(Browser.location(browser.logIn("ny", StaffServer.PASSWORD)))
                .isEqualTo("/staff/password");
        for (var route : server.pages.routes()) {
            if (!route.beforeChange() && "GET".equals(route.method().text())) {
                assertThat(Browser.location(browser.get(route.path().replaceAll("[{}]", ""))))
                        .as(route.path())
                        .isEqualTo("/staff/password");
            }
        }

        assertThat(change("short", "short").body()).contains("för kort");
        assertThat(change("long enough words", "long enough word").body()).contains("är olika");
        assertThat(change(StaffServer.PASSWORD, StaffServer.PASSWORD).body()).contains("samma som");
        assertThat(change("nynynynynyny", "nynynynynyny").body()).contains("lätt att gissa");
        var changed = change("four other long words", "four other long words");
        assertThat(Browser.location(changed)).isEqualTo("/staff");
        assertThat(browser.follow(changed).body()).contains("Lösenordet är bytt.");
        assertThat(server.browser().logIn("ny", StaffServer.PASSWORD).statusCode()).isEqualTo(401);
    }

    private java.net.http.HttpResponse<String> change(String chosen, String again) {
        browser.get("/staff/password");
        return browser.post(
                "/staff/password", "present", StaffServer.PASSWORD, "new", chosen, "again", again);
    }

    @Test
    void endsOtherSessionsWhenThePasswordChanges() {
        var other = server.loggedIn("admin");
        browser.logIn("admin", StaffServer.PASSWORD);
        change("four other long words", "four other long words");

        assertThat(other.get("/staff").statusCode()).isEqualTo(303);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
    }

    @Test
    void endsTheSessionAfterAnHourOfRest() {
        browser.logIn("admin", StaffServer.PASSWORD);
        server.now.set(server.now.get().plus(Sessions.IDLE_MAX));
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
        server.now.set(server.now.get().plus(Sessions.IDLE_MAX));
        assertThat(browser.get("/staff/board/live").statusCode()).isEqualTo(200);
        server.now.set(server.now.get().plusMillis(1));
        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
    }

    @Test
    void endsTheSessionAfterTwelveHoursOfWork() {
        browser.logIn("admin", StaffServer.PASSWORD);
        for (int hour = 1; hour <= 12; hour++) {
            server.now.set(server.now.get().plus(Duration.ofHours(1)));
            assertThat(browser.get("/staff").statusCode()).as("hour " + hour).isEqualTo(200);
        }
        server.now.set(server.now.get().plusMillis(1));
        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
    }

    @Test
    void logsOut() {
        browser.logIn("admin", StaffServer.PASSWORD);
        assertThat(browser.post("/staff/log-out").statusCode()).isEqualTo(303);

        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
        assertThat(server.directory.recorded).endsWith(StaffAction.LOGGED_OUT);
    }

    @Test
    void endsTheSessionOfAnAccountThatIsGone() {
        browser.logIn("admin", StaffServer.PASSWORD);
        server.directory.remove("admin");

        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
    }

    @Test
    void switchesTheLanguageAndRemembersIt() {
        assertThat(browser.get("/staff/log-in").body()).contains("<html lang=\"sv\">");
        assertThat(Browser.location(browser.get("/staff/log-in?lang=en")))
                .isEqualTo("/staff/log-in");
        assertThat(browser.get("/staff/log-in").body())
                .contains("<html lang=\"en\">")
                .contains("Log in");
        browser.get("/staff/log-in?lang=%3Cscript%3E");
        assertThat(browser.get("/staff/log-in").body()).contains("<html lang=\"sv\">");
    }
}
