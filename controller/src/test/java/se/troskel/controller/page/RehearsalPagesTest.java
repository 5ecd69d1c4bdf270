package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.controller.exam.Snag;
import se.troskel.protocol.event.ClockTrust;

/// Goal: a coordinator reads the evening before what to do first, and nobody reads there who has a
/// protected identity or what they write. Method: the page of a real server over a rehearsed day.
class RehearsalPagesTest {
    private final StaffServer server = new StaffServer();
    private final Browser browser = server.loggedIn("admin");

    @AfterEach
    void stop() {
        server.close();
    }

    private String page() {
        return browser.get("/staff/exams/rehearsal").body();
    }

    @Test
    void theExamsLeadToIt() {
        assertThat(browser.get("/staff/exams").body()).contains("/staff/exams/rehearsal");
    }

    @Test
    void whatIsToBeDoneComesFirst() {
        assertThat(page())
                .containsSubsequence(
                        "Gör först",
                        "Listan saknas.",
                        "HIG FÖG018",
                        "Plats 2 i Tentasal 1 är given till två.",
                        "Elis Prov (MDU MAA140)",
                        "Ingen sal",
                        "<h2>Ring",
                        "Högskolan i Gävle",
                        "telefonnummer saknas",
                        "Be om listan.",
                        "Bra att veta",
                        "Vad kandidaterna får veta",
                        "Regler som ingen står för");
    }

    @Test
    void rulesStandWithTheirSourceAndDate() {
        assertThat(page())
                .contains("mdu.se, Viktigt om tentor", "2026-11-01", "när dörren stängs", "aldrig");
    }

    @Test
    void aProtectedIdentityIsAMarkWithoutACourse() {
        assertThat(page())
                .contains("Skyddad identitet A-0417")
                .doesNotContain("Ester Exempelsson", "A-0417 (");
    }

    @Test
    void theClockThatCannotBeBelievedIsToldFirst() {
        server.rehearsals.clock = ClockTrust.UNTRUSTED;
        assertThat(page()).containsSubsequence("går inte att lita på", "Gör först");
    }

    @Test
    void anotherDayIsAskedForByItsDate() {
        assertThat(browser.get("/staff/exams/rehearsal?day=2027-03-10").body())
                .contains("Inga tentor den dagen.", "Inget behöver göras");
        assertThat(server.rehearsals.asked).isEqualTo(LocalDate.of(2027, 3, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2027-02-30", "%2B999999999-12-31", "<script>"})
    void whatIsNoDayIsTheNextOne(String day) {
        server.rehearsals.asked = FakeRehearsals.DAY;
        assertThat(
                        browser.get(
                                        "/staff/exams/rehearsal?day="
                                                + day.replace("<", "%3C").replace(">", "%3E"))
                                .statusCode())
                .isEqualTo(200);
        assertThat(server.rehearsals.asked).isNull();
    }

    @Test
    void speaksEnglishToo() {
        browser.get("/staff/exams/rehearsal?lang=en");
        assertThat(page())
                .contains("Do first", "Ask for the list.", "let in late")
                .doesNotContain("{0}", "{1}");
    }

    @ParameterizedTest
    @EnumSource
    void everySnagHasWordsAndSomethingToDo(Snag.Kind kind) {
        for (var language : Language.values()) {
            var texts = Texts.of(language);
            assertThat(texts.get("rehearsal.snag." + kind)).isNotBlank();
            assertThat(texts.get("rehearsal.do." + kind)).isNotBlank();
            if (kind.isOfUniversity()) {
                assertThat(texts.get("rehearsal.ask." + kind)).isNotBlank();
            }
        }
    }
}
