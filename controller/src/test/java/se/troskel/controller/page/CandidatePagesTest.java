package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: a candidate is added, changed and cancelled from the page, each with its source, and no
/// page names a protected identity. Method: a real server, a browser without scripts.
class CandidatePagesTest {
    private static final String PATH = "/staff/exams/candidate";

    private final StaffServer server = new StaffServer();
    private Browser browser;

    @BeforeEach
    void logIn() {
        browser = server.loggedIn("admin");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isReachedFromTheExams() {
        assertThat(browser.get("/staff/exams").body()).contains(PATH + "?sitting=s-MDU");
        assertThat(browser.get(PATH + "?sitting=s-MDU").body())
                .contains("MDU MAA140 TEN1, 2 mars", PATH + "?registration=r1", "Alva Testsson")
                .contains("Tentamensexpeditionen ringde")
                .doesNotContain("Ångra den");
    }

    @Test
    void addsWithASourceAndOffersToTakeItBack() {
        var answer =
                browser.post(
                        PATH + "/add",
                        "sitting",
                        "s-MDU",
                        "source",
                        "PHONED_BY_EXAM_OFFICE",
                        "name",
                        "Doris Testsson",
                        "number",
                        "ab-1234",
                        "reserve",
                        "yes",
                        "room",
                        "tentasal",
                        "seat",
                        "7",
                        "percent",
                        "50 %",
                        "small",
                        "yes",
                        "paid",
                        "yes");
        assertThat(Browser.location(answer)).isEqualTo(PATH + "?sitting=s-MDU");
        assertThat(browser.follow(answer).body())
                .contains("Kandidaten står på listan.", "Ångra den")
                .contains("Tentamensexpeditionen ringde, kl.\u00a008.12, av admin.");
        browser.post(PATH + "/undo", "edit", "e1", "sitting", "s-MDU");
        assertThat(server.candidates.asked)
                .containsExactly(
                        "add PHONED_BY_EXAM_OFFICE s-MDU|Doris Testsson|ab-1234|true|false||tentasal"
                                + "|7||50|true|true",
                        "undo e1");
    }

    @Test
    void changesCancelsAndRegistersAgain() {
        for (var what : new String[] {"change", "cancel", "restore"}) {
            var answer =
                    browser.post(
                            PATH,
                            "registration",
                            "r1",
                            "sitting",
                            "s-MDU",
                            "source",
                            "OWN_MISTAKE",
                            "room",
                            "tentasal",
                            "seat",
                            "9",
                            "do",
                            what);
            assertThat(Browser.location(answer)).isEqualTo(PATH + "?registration=r1");
        }
        assertThat(server.candidates.asked)
                .containsExactly(
                        "change r1 OWN_MISTAKE s-MDU|||false|false||tentasal|9||0|false|false",
                        "cancel r1 OWN_MISTAKE true",
                        "cancel r1 OWN_MISTAKE false");
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, PATH + "/add"})
    void asksForASourceAndKeepsWhatWasTyped(String path) {
        var answer =
                browser.post(
                        path, "registration", "r1", "sitting", "s-MDU", "name", "Doris Testsson");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Välj hur du vet det.", "value=\"Doris Testsson\"");
        assertThat(server.candidates.asked).isEmpty();
    }

    @Test
    void saysWhyItIsRefusedAndKeepsWhatWasTyped() {
        server.candidates.refuse("candidate.seat-taken");
        var answer =
                browser.post(
                        PATH,
                        "registration",
                        "r1",
                        "sitting",
                        "s-MDU",
                        "source",
                        "OTHER",
                        "seat",
                        "9");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Platsen har någon annan under samma tid.", "value=\"9\"");
    }

    @Test
    void aPercentageThatIsNoneIsNotTakenForNought() {
        browser.post(
                PATH, "registration", "r1", "sitting", "s-MDU", "source", "OTHER", "percent", "x");
        assertThat(server.candidates.asked.getFirst()).contains("|-1|");
    }

    @Test
    void namesNoProtectedIdentity() {
        assertThat(browser.get(PATH + "?registration=r2").body())
                .contains("<h1>Skyddad identitet</h1>", "id=\"name\" name=\"name\" value=\"\"");
    }

    @Test
    void offersNoCancellingOfWhoeverHasCome() {
        assertThat(browser.get(PATH + "?registration=r3").body())
                .contains("Har kommit", "name=\"seat\"")
                .doesNotContain("value=\"cancel\"", "<select id=\"sitting\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?sitting=x", "?registration=x"})
    void goesBackToTheExamsFromWhatIsNotThere(String query) {
        assertThat(Browser.location(browser.get(PATH + query))).isEqualTo("/staff/exams");
    }
}
