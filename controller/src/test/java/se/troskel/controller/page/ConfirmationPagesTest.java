package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.controller.mail.MailFate;
import se.troskel.controller.page.ConfirmationDesk.Whom;

/// Goal: confirmations are printed and taken out in both languages, and a protected identity is
/// named nowhere. Method: a real server over confirmations in memory, a browser without scripts.
class ConfirmationPagesTest {
    private final StaffServer server = new StaffServer();
    private final Browser browser = server.browser();

    @BeforeEach
    void logIn() {
        browser.logIn("admin", StaffServer.PASSWORD);
        browser.get("/staff/exams/confirmations");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsWhoHasAConfirmationAndNamesNobodyProtected() {
        assertThat(browser.get("/staff/exams").body()).contains("/staff/exams/confirmations");
        assertThat(browser.get("/staff/exams/confirmations").body())
                .contains("MDU MAA140 TEN1", "Alva Testsson", "Skyddad identitet", "inte gjord");
        browser.get("/staff/exams/confirmations?lang=en");
        assertThat(browser.get("/staff/exams/confirmations").body())
                .contains("Protected identity", "not made", "2 candidates");
    }

    @Test
    void printsASheetForEachInBothLanguages() {
        var answer = browser.post("/staff/exams/confirmations/s1/sheets");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().split("<article")).hasSize(3);
        assertThat(answer.body())
                .contains("Alva Testsson", "D4E5F6", "K7MP 2RVA", "<svg")
                .contains("Dörren stängs kl. 08.20.", "The door closes at 08:20.");
    }

    @Test
    void theFolderIsAFileToKeep() {
        var answer = browser.post("/staff/exams/confirmations/s1/export");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"confirmations.zip\"");
        assertThat(answer.body()).startsWith("PK").contains("sheets.html", "01-A1B2C3.eml");
    }

    @Test
    void theSheetsInTheFolderNeedNothingElse() {
        var sheets = server.confirmations.made().stream().map(ConfirmationSheet::of).toList();
        byte[] html = new Templates().render("confirmationfile", Map.of("sheets", sheets));
        assertThat(new String(html, StandardCharsets.UTF_8))
                .contains("<style>", "Alva Testsson", "D4E5F6")
                .doesNotContain("<link", "<script", "src=");
    }

    @Test
    void nothingIsMailedWithoutAMailServer() {
        assertThat(browser.get("/staff/exams/confirmations").body())
                .contains("ert eget e-postsystem")
                .doesNotContain("/send", "Skicka mejl");
    }

    @Test
    void mailsToWhoHasNoneYet() {
        server.confirmations.mailing = true;
        assertThat(browser.get("/staff/exams/confirmations").body())
                .contains("1 har en adress, 0 skickade, 0 väntar, 0 kom inte i väg")
                .contains("Skicka mejl (1)")
                .doesNotContain("Skicka igen");
        var answer = browser.post("/staff/exams/confirmations/s1/send");
        assertThat(Browser.location(answer)).isEqualTo("/staff/exams/confirmations");
        assertThat(browser.get("/staff/exams/confirmations").body()).contains("1 mejl skickas nu");
        assertThat(server.confirmations.asked).containsExactly(new Whom(null, false));
    }

    @ParameterizedTest
    @EnumSource(MailFate.class)
    void saysWhatHasBecomeOfAMail(MailFate fate) {
        server.confirmations.mailing = true;
        server.confirmations.mail = fate;
        var page = browser.get("/staff/exams/confirmations").body();
        assertThat(page)
                .contains(Texts.of(Language.SV).get("confirmation.mail." + fate))
                .contains((fate.isFailure() ? 1 : 0) + " kom inte i väg");
        assertThat(page.contains("Skicka mejl (1)")).isEqualTo(fate.isFailure());
        assertThat(page.contains(">Skicka igen<")).isEqualTo(fate != MailFate.WAITING);
        browser.post("/staff/exams/confirmations/s1/send", "candidate", "rA1B2C3", "again", "yes");
        assertThat(server.confirmations.asked).containsExactly(new Whom("rA1B2C3", true));
    }

    @Test
    void aSittingThatHasGoneIsToldSo() {
        var answer = browser.post("/staff/exams/confirmations/gone/sheets");
        assertThat(Browser.location(answer)).isEqualTo("/staff/exams/confirmations");
        assertThat(browser.get("/staff/exams/confirmations").body()).contains("kunde inte göras");
    }
}
