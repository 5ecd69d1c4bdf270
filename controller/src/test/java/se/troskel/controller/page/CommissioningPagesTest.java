package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.troskel.controller.commissioning.Outcome;
import se.troskel.controller.register.StaffAccount.Capability;

/// Goal: whoever stands at a door is told what to do, what was sensed and what is asked, and no
/// result comes of a page that says less. Method: the pages over HTTP, a centre being commissioned
/// in memory.
class CommissioningPagesTest {
    private static final String PAGE = "/staff/commissioning";

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
    void leadsFromStepToStep() {
        assertThat(page())
                .contains(
                        "0 av 35 steg har ett resultat", "Börja: Låset rör sig", "Inget protokoll");
        begin("entrance-lock.lock-moves");
        assertThat(page()).contains("Stå vid Entrén", "Öppna låset", "kolven är inne");
        server.bench.hearAll();
        assertThat(page())
                .contains("kolven är inne 09:14:00", "Nästa: Dörrkontakten", "1 av 35 steg");
    }

    @Test
    void asksOnlyOnceAllWasSensed() {
        begin("exam-1-lock.lock-moves");
        assertThat(page()).contains("Hörde eller såg du", "när allt i listan ovan har kommit");
        assertThat(page()).doesNotContain("Ja, så är det");
        judge("works", "");
        assertThat(server.bench.state().results()).isEmpty();
        assertThat(page()).contains("Inget ändrades.");
        server.bench.hearAll();
        assertThat(page()).contains("Ja, så är det");
        judge("works", "");
        assertThat(server.bench.state().count(Outcome.PASSED)).isOne();
    }

    @Test
    void wantsAReasonForWhatFailsOrIsLeftOut() {
        begin("exam-1.egress");
        judge("fails", "  ");
        assertThat(page()).contains("Skriv med högst 200 tecken");
        judge("fails", "x".repeat(201));
        judge("maybe", "x");
        assertThat(server.bench.state().results()).isEmpty();
        judge("fails", "<b>handtaget sitter löst</b>");
        assertThat(server.bench.state().count(Outcome.FAILED)).isOne();
        begin("exam-1.power-cut-fail-secure");
        judge("skip", "elektrikern kommer i morgon");
        assertThat(server.bench.state().count(Outcome.SKIPPED)).isOne();
        assertThat(report())
                .contains("&lt;b&gt;handtaget sitter löst", "elektrikern kommer i morgon");
    }

    @Test
    void theReportTellsWhatWasProvenAndWhatNot() {
        begin("entrance-contact.contact");
        server.bench.hearAll();
        assertThat(report())
                .contains(
                        "Driftsättningsprotokoll",
                        "Campus Viadidakt",
                        "2027-03-02 09:14",
                        "Vakt admin",
                        "Tröskel 0.1.0",
                        "Allt är inte prövat",
                        "09:14:00 dörren är öppen",
                        "Ej prövat",
                        "Driftsatt av");
        assertThat(page()).contains("2027-03-02 09:14");
        assertThat(browser.get(PAGE + "/reports/nothing").statusCode()).isEqualTo(303);
        assertThat(browser.get(PAGE + "/reports/nothing/file").statusCode()).isEqualTo(303);
    }

    @Test
    void theSignedFileCanBeKept() {
        var link = Pattern.compile("href=\"([^\"]+/file)\"").matcher(report());
        assertThat(link.find()).isTrue();
        var file = browser.get(link.group(1));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment; filename=\"report-");
        assertThat(file.body()).startsWith("{\"centre\":\"KAT\"");
    }

    @Test
    void anOpenPageIsSentNothingThatItShowsAlready() {
        begin("entrance-contact.contact");
        var live = Pattern.compile("hx-get=\"(" + PAGE + "[^\"]+)\"").matcher(page());
        assertThat(live.find()).isTrue();
        assertThat(browser.get(live.group(1)).statusCode()).isEqualTo(204);
        server.bench.hearAll();
        assertThat(browser.get(live.group(1)).body()).contains("Nästa:");
    }

    @Test
    void alsoSpeaksEnglish() {
        browser.follow(browser.get(PAGE + "?lang=en"));
        begin("exam-1.egress");
        assertThat(page()).contains("At most 70 N on the handle and 150 N on the door");
    }

    @Test
    void aLockIsPulsedOnlyByWhoMayUnlock() {
        begin("entrance-lock.lock-moves");
        server.account("admin", EnumSet.complementOf(EnumSet.of(Capability.ADMINISTER)));
        assertThat(browser.post(PAGE + "/pulse").statusCode()).isEqualTo(403);
        assertThat(server.bench.asked).isEmpty();
        server.account("admin", EnumSet.of(Capability.ADMINISTER));
        browser.post(PAGE + "/pulse");
        assertThat(server.bench.asked).containsExactly("pulse");
    }

    @Test
    void theBoardSaysThatTheCentreWasChangedSince() {
        assertThat(browser.get("/staff").body()).doesNotContain("ändrat sedan det driftsattes");
        server.bench.change();
        assertThat(browser.get("/staff").body()).contains("ändrat sedan det driftsattes");
    }

    @Test
    void startingAnewForgetsResultsAndKeepsReports() {
        begin("entrance-contact.contact");
        server.bench.hearAll();
        assertThat(report()).isNotEmpty();
        browser.post(PAGE + "/anew");
        assertThat(page()).contains("0 av 35 steg", "2027-03-02 09:14");
    }

    private String page() {
        return browser.get(PAGE).body();
    }

    private void begin(String step) {
        browser.post(PAGE + "/begin", "step", step);
        assertThat(Objects.requireNonNull(server.bench.state().attempt()).step().id())
                .isEqualTo(step);
    }

    private void judge(String verdict, String remark) {
        browser.post(PAGE + "/judge", "verdict", verdict, "remark", remark);
    }

    private String report() {
        return browser.follow(browser.post(PAGE + "/file")).body();
    }
}
