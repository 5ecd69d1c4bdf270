package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.controller.register.StaffAccount.Capability;

/// Goal: a lost card is blocked by its number, its holder's name or a tap, and a forgotten one is
/// replaced until midnight. Method: a real server over cards in memory, a browser without scripts.
class CardPagesTest {
    private final StaffServer server = new StaffServer();
    private final Browser browser = server.browser();

    @BeforeEach
    void logIn() {
        browser.logIn("admin", StaffServer.PASSWORD);
        browser.get("/staff/cards");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aNameTypedInTheFrameOfAnyPageLeadsToThosePeoplesCards() {
        var page = browser.post("/staff/cards/block", "number", "testsson", "back", "/staff");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Alva Testsson", "Bo Testsson", "Eget kort 1", "Eget kort 2 · spärrat")
                .contains("Lånekort 1, till 3 mars kl.\u00a000.00", "Inget kort i registret.");
        assertThat(told(browser.post("/staff/cards/block-all", "person", "p1")))
                .contains("Alla personens kort är spärrade.");
        assertThat(told(browser.post("/staff/cards/block-one", "card", "c1")))
                .contains("Kortet är spärrat.");
        assertThat(server.cards.asked).containsExactly("block all p1", "block one c1");
        assertThat(server.desk.asked).isEmpty();
    }

    @Test
    void aProtectedIdentityIsFoundByNumberAndNotNamed() {
        assertThat(browser.post("/staff/cards/find", "number", FakeCards.PROTECTED_NUMBER).body())
                .contains("Skyddad identitet", "Spärra alla kort")
                .doesNotContain(FakeCards.PROTECTED_NUMBER);
    }

    @Test
    void nobodyOfThatNameIsSaid() {
        assertThat(browser.post("/staff/cards/find", "number", "Cilla").body())
                .contains("Ingen hittades.");
    }

    @Test
    void whatWasJustTappedIsBlockedInOnePressOnThePage() {
        assertThat(browser.get("/staff/cards").body())
                .contains("Terminalen i entrén kl.\u00a009.13: okänt kort")
                .contains("Läsare tentasal 2 kl.\u00a009.13: Alva Testsson")
                .contains("<button class=\"act\" name=\"card\" value=\"u1\"");
    }

    @Test
    void loanCardsAreShownWithUntilWhen() {
        assertThat(browser.get("/staff/cards").body())
                .contains("Lånekort 1", "utlånat till Alva Testsson, till 3 mars kl.\u00a000.00")
                .contains("Lånekort 2", "inne")
                .contains("Lånekort 3", "spärrat");
    }

    @Test
    void offersWhatWasTappedAndTheSpareCardsThatAreIn() {
        assertThat(browser.post("/staff/cards/find", "number", "Bo").body())
                .contains("type=\"radio\" name=\"card\" value=\"u1\" checked")
                .contains("type=\"radio\" name=\"card\" value=\"l2\"")
                .doesNotContain("value=\"l1\"", "value=\"l3\"", "name=\"card\" value=\"c1\">");
    }

    @ParameterizedTest
    @CsvSource({
        "u1, '', '', lend p2 card=u1 digits=0 lost=false",
        "u1, 04A1B2C3, '', lend p2 card= digits=8 lost=false",
        "u1, '', yes, lend p2 card=u1 digits=0 lost=true"
    })
    void lendsTheTypedCardOrTheChosenOne(String card, String number, String lost, String asked) {
        assertThat(
                        told(
                                browser.post(
                                        "/staff/cards/lend",
                                        "person",
                                        "p2",
                                        "card",
                                        card,
                                        "number",
                                        number,
                                        "lost",
                                        lost)))
                .contains("Lånekort 2 gäller till midnatt.");
        assertThat(server.cards.asked).containsExactly(asked);
    }

    @Test
    void withoutACardNothingIsLent() {
        assertThat(told(browser.post("/staff/cards/lend", "person", "p2")))
                .contains("Skriv kortets nummer");
        assertThat(server.cards.asked).isEmpty();
    }

    @Test
    void whoMayNotEnrolLendsNothing() {
        server.account("vakt", EnumSet.of(Capability.VIEW, Capability.BLOCK_CARDS));
        var vakt = server.loggedIn("vakt");
        vakt.get("/staff/cards");
        assertThat(vakt.post("/staff/cards/find", "number", "Alva").body())
                .contains("Spärra alla kort")
                .doesNotContain("cards/lend");
        assertThat(vakt.post("/staff/cards/lend", "person", "p2", "card", "u1").statusCode())
                .isEqualTo(403);
    }

    private String told(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return browser.follow(answer).body();
    }
}
