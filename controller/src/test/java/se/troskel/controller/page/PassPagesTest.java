package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Goal: a day pass is made for rooms, doors and hours of one day at most, shown once and ended at
/// once. Method: a real server over passes in memory, a browser without scripts, on 2 March 2027 at
/// 09:14.
class PassPagesTest {
    private final StaffServer server = new StaffServer();
    private final Browser browser = server.browser();

    @BeforeEach
    void logIn() {
        browser.logIn("admin", StaffServer.PASSWORD);
        browser.get("/staff/passes");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void proposesTheRestOfTheDay() {
        assertThat(browser.get("/staff/passes").body())
                .contains("value=\"2027-03-02T09:14\"", "value=\"2027-03-02T23:59\"")
                .contains("name=\"room-tentasal\"", "name=\"door-entrance\"");
    }

    @Test
    void isShownOnceWithCodeAndPinAndThenNoMore() {
        var made = make("Doris Prov", "2027-03-02T09:00", "2027-03-02T13:00");
        assertThat(Browser.location(made)).isEqualTo("/staff/passes/pass0");
        assertThat(browser.follow(made).body())
                .contains("Doris Prov", "Tentasal 2, Entrén", "K7MP-2RVA", FakePasses.PIN)
                .contains("<svg", "2 mars kl.\u00a009.00–kl.\u00a013.00");
        assertThat(told(browser.get("/staff/passes/pass0")))
                .contains("Passet visades en gång.")
                .contains("Doris Prov")
                .doesNotContain(FakePasses.PIN, "K7MP-2RVA");
        assertThat(server.passes.ordered)
                .containsExactly(
                        new PassDesk.Order(
                                "Doris Prov",
                                Set.of("tentasal"),
                                Set.of("entrance"),
                                Instant.parse("2027-03-02T08:00:00Z"),
                                Instant.parse("2027-03-02T12:00:00Z")));
    }

    @Test
    void isShownToNobodyElse() {
        make("Doris Prov", "2027-03-02T09:00", "2027-03-02T13:00");
        assertThat(server.loggedIn("admin").get("/staff/passes/pass0").statusCode()).isEqualTo(303);
    }

    @Test
    void isEndedAtOnce() {
        make("Doris Prov", "2027-03-02T09:00", "2027-03-02T13:00");
        assertThat(told(browser.post("/staff/passes/pass0/end")))
                .contains("Dagpasset är avslutat och öppnar inget mer.")
                .doesNotContain("passes/pass0/end");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2027-03-02T09:00, 2027-03-02T13:00, yes, Skriv namnet",
        "Doris Prov, 2027-03-02T09:00, 2027-03-02T13:00, '', Välj minst ett rum",
        "Doris Prov, 2027-03-02T09:00, 2027-03-03T09:01, yes, högst ett dygn",
        "Doris Prov, 2027-03-02T09:00, 2027-03-02T09:00, yes, högst ett dygn",
        "Doris Prov, 2027-03-02T09:00, x, yes, högst ett dygn",
        "Doris Prov, '', 2027-03-02T13:00, yes, högst ett dygn",
        "Doris Prov, 2027-03-01T09:00, 2027-03-01T13:00, yes, Tiden har redan gått"
    })
    void refusesWhatCannotBeAndKeepsWhatWasTyped(
            String name, String from, String until, String room, String problem) {
        var answer =
                browser.post(
                        "/staff/passes",
                        "name",
                        name,
                        "room-tentasal",
                        room,
                        "from",
                        from,
                        "until",
                        until);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(problem, "value=\"" + name + "\"");
        assertThat(server.passes.ordered).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-02T09:00, 2027-03-03T09:00",
        "2027-03-27T12:00, 2027-03-28T12:00",
        "2027-10-30T12:00, 2027-10-31T12:00"
    })
    void lastsOneDayOnTheWallClockAtMost(String from, String until) {
        assertThat(make("Doris Prov", from, until).statusCode()).isEqualTo(303);
    }

    @Test
    void saysSoWhenItCouldNotBeRecorded() {
        server.passes.refuse();
        var answer = make("Doris Prov", "2027-03-02T09:00", "2027-03-02T13:00");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Passet kunde inte göras.");
    }

    private HttpResponse<String> make(String name, String from, String until) {
        return browser.post(
                "/staff/passes",
                "name",
                name,
                "room-tentasal",
                "yes",
                "door-entrance",
                "yes",
                "from",
                from,
                "until",
                until);
    }

    private String told(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return browser.follow(answer).body();
    }
}
