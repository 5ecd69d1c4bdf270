package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.config.Area;
import se.troskel.controller.register.RegisterDamage;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.staff.Enrolment.Step;
import se.troskel.controller.staff.GlassUse;

/// Goal: each page shows what is true and does what its buttons say, with plain forms. Method: a
/// real server over a centre in memory, a browser without scripts.
class StaffPagesTest {
    private final StaffServer server = new StaffServer();
    private final Browser browser = server.browser();

    @BeforeEach
    void logIn() {
        browser.logIn("admin", StaffServer.PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String told(java.net.http.HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return browser.follow(answer).body();
    }

    @Test
    void leadsFromTheRootToTheBoard() {
        assertThat(Browser.location(browser.get("/"))).isEqualTo("/staff");
    }

    @Test
    void theListOfThoseInsideHasNamesOnlyForThoseWhoMaySeeThemAndNeverAProtectedOne() {
        assertThat(browser.get("/staff").body()).contains("href=\"/staff/inside\"");
        assertThat(browser.get("/staff/inside").body())
                .contains("Alva Testsson", "Elis Prov", "Ada Provsson", "Kod 0DDBA1")
                .contains("Grupp om 12", "3 utan namn", "Studiesalen", "säkert", "osäkert")
                .contains("Alla har gått");
        server.account("guard", EnumSet.of(Capability.VIEW));
        var guard = server.browser();
        guard.logIn("guard", StaffServer.PASSWORD);
        for (var path : List.of("/staff/inside", "/staff/inside/live")) {
            assertThat(guard.get(path).body())
                    .contains("Kod A1B2C3", "Kod 0DDBA1", "Grupp om 12")
                    .doesNotContain("Testsson", "Elis Prov", "Alla har gått");
        }
    }

    @Test
    void whoeverIsLeftAfterClosingIsAnAlarmThatLeadsToTheList() {
        server.desk.leaveInside(4);
        assertThat(browser.get("/staff/board/live").body())
                .contains("<a href=\"/staff/inside\">Efter stängning</a>")
                .contains("4 är kvar enligt listan. Gå dit och titta.");
        assertThat(told(browser.post("/staff/inside/all-gone")))
                .contains("Listan är tömd.", "Ingen är incheckad.");
        assertThat(server.desk.asked).containsExactly("all gone");
        assertThat(browser.get("/staff").body()).doesNotContain("Efter stängning");
    }

    @Test
    void showsThreeFactsOfADoorApartAndNeverGuesses() {
        var page = browser.get("/staff").body();

        assertThat(page)
                .contains("Sagt")
                .contains("Låset")
                .contains("Kontakt")
                .contains("vet inte");
        assertThat(page).contains("15 av 48").contains("ca 5 av 48").contains("Mycket folk");
        assertThat(page).doesNotContain("20 av 48").doesNotContain("0 av 48");
        assertThat(page)
                .contains("3 händelser på väg till regionen")
                .contains("till kl.\u00a012.14");
    }

    @Test
    void putsAlarmsFirst() {
        server.desk.forceOpen("group");
        var page = browser.get("/staff").body();

        assertThat(page.indexOf("Uppbruten")).isPositive().isLessThan(page.indexOf("<h2"));
        assertThat(page.indexOf("Uppbruten")).isLessThan(page.indexOf("svarar inte"));
    }

    @Test
    void unlocksForTheChosenTimeAndLocksAgain() {
        assertThat(told(browser.post("/staff/doors/exam/unlock", "minutes", "30")))
                .contains("Dörren är olåst.")
                .contains("till kl.\u00a009.44");
        assertThat(told(browser.post("/staff/doors/exam/lock")))
                .contains("Tentasal 2: Dörren är låst.");
        assertThat(server.desk.asked).containsExactly("unlock exam 30", "lock exam");
    }

    @Test
    void blocksAndUnblocksEntry() {
        assertThat(told(browser.post("/staff/doors/exam/block"))).contains("Ut går det alltid");
        assertThat(told(browser.post("/staff/doors/exam/unblock"))).contains("Spärren är hävd.");
        assertThat(server.desk.asked).containsExactly("block exam", "unblock exam");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/staff", "/staff/journal", "/staff/tickets", "/staff/break-glass"})
    void blocksALostCardFromEveryPageAndGoesBackThere(String path) {
        assertThat(browser.get(path).body()).contains("name=\"back\" value=\"" + path + "\"");
        var answer = browser.post("/staff/cards/block", "number", "04A1B2C3D4E5F6", "back", path);
        assertThat(Browser.location(answer)).isEqualTo(path);
        assertThat(browser.get(path).body()).contains("Kortet är spärrat.");
        assertThat(server.desk.asked).containsExactly("block card 14");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "//elsewhere.example/", "https://elsewhere.example/", "/staff/x"})
    void goesBackToNoOtherPlace(String back) {
        var answer = browser.post("/staff/cards/block", "number", "04A1B2C3D4E5F6", "back", back);
        assertThat(Browser.location(answer)).isEqualTo("/staff/cards");
    }

    @Test
    void offersNoBlockingToWhoMayNotBlock() {
        server.account("looks", EnumSet.of(Capability.VIEW));
        assertThat(server.loggedIn("looks").get("/staff").body()).doesNotContain("cards/block");
    }

    private static StaffDesk.Orders orders(boolean fire, boolean sounding, boolean armed) {
        return new StaffDesk.Orders(
                fire,
                sounding,
                true,
                armed,
                List.of(),
                false,
                RegisterDamage.NONE,
                List.of(new Area("exam-wing", "Tentaflygeln")),
                Set.of("exam"));
    }

    @Test
    void locksDownADoorAnAreaAndTheCentreAndLiftsIt() {
        server.desk.put(orders(false, false, false));
        assertThat(browser.get("/staff").body())
                .contains("Tentaflygeln")
                .contains("ingen släpps in, inte med kort heller. Alla kan alltid gå ut.");
        assertThat(told(browser.post("/staff/doors/exam/lockdown")))
                .contains("Tentasal 2: Inrymning: låst, ingen släpps in. Alla kan alltid gå ut.");
        told(browser.post("/staff/lockdown", "scope", "area-exam-wing"));
        told(browser.post("/staff/lockdown", "scope", "centre"));
        assertThat(told(browser.post("/staff/lockdown/lift", "scope", "centre")))
                .contains("Inrymningen är hävd.");
        told(browser.post("/staff/doors/exam/lockdown/lift"));
        assertThat(server.desk.asked)
                .containsExactly(
                        "lock down OfDoor[door=exam]",
                        "lock down OfArea[area=exam-wing]",
                        "lock down OfCentre[]",
                        "lift OfCentre[]",
                        "lift OfDoor[door=exam]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "area-", "area-cellar", "CENTRE"})
    void aLockdownOfWhatIsNotThereLocksNothing(String scope) {
        server.desk.put(orders(false, false, false));
        var page = told(browser.post("/staff/lockdown", "scope", scope));
        assertThat(page).contains("Välj vilka dörrar som ska låsas ner.");
        assertThat(server.desk.asked).isEmpty();
    }

    @Test
    void fireIsLoudAndResetByHandWhenItIsOver() {
        server.desk.put(orders(true, true, false));
        assertThat(browser.get("/staff").body())
                .contains("banner stop")
                .contains("Brandlarm. Alla ska ut.")
                .contains("Kan återställas här när brandlarmet är över.");
        assertThat(told(browser.post("/staff/fire/reset"))).contains("Brandlarmet ljuder än.");
        server.desk.put(orders(true, false, false));
        assertThat(browser.get("/staff/board/live").body()).contains("förrän du återställer");
        assertThat(told(browser.post("/staff/fire/reset"))).contains("Brandlarmet är återställt.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    MENDED                 | banner act  | Inget saknas.
                    CHANGES_MAY_BE_MISSING | banner stop | Läs in de senaste listorna igen
                    """)
    void aDamagedRegisterStandsOnTheBoardWithWhatToDo(
            RegisterDamage damage, String tone, String next) {
        server.desk.put(
                new StaffDesk.Orders(
                        false, false, false, false, List.of(), false, damage, List.of(), Set.of()));
        assertThat(browser.get("/staff").body()).contains(tone, next, "registret");
        server.desk.put(StaffDesk.Orders.NONE);
        assertThat(browser.get("/staff").body()).doesNotContain(next);
    }

    @Test
    void anArmedBuildingSaysWhereItIsUnset() {
        server.desk.put(orders(false, false, true));
        assertThat(browser.get("/staff").body())
                .contains("Inbrottslarmet är på.")
                .contains("Stäng av det vid larmpanelen.")
                .doesNotContain("banner stop");
    }

    @Test
    void breakGlassStandsOnTheBoardUntilSomebodyHasSeenIt() {
        server.desk.put(
                new StaffDesk.Orders(
                        false,
                        false,
                        false,
                        false,
                        List.of(new GlassUse("exam", "kassa<b>skåpet", server.now.get())),
                        true,
                        RegisterDamage.NONE,
                        List.of(),
                        Set.of()));
        assertThat(browser.get("/staff").body())
                .contains("Nödöppning kl.\u00a009.14: kassa&lt;b&gt;skåpet öppnade Tentasal 2.")
                .contains("Nödöppningskort kan ha försvunnit.");
        assertThat(told(browser.post("/staff/break-glass/seen"))).contains("sedd");
        assertThat(server.desk.asked).containsExactly("seen");
    }

    @Test
    void ordersTheExamPosturesAtDoorsOfExamRoomsOnly() {
        server.desk.put(orders(false, false, false));
        var page = browser.get("/staff").body();
        assertThat(page)
                .contains("/staff/doors/exam/exam")
                .doesNotContain("/staff/doors/entrance/exam");
        for (var posture : List.of("EXAM_PREPARE", "EXAM_ADMIT", "EXAM_CLOSED", "EXAM_QUIET")) {
            assertThat(page).contains("value=\"" + posture + "\"");
            assertThat(told(browser.post("/staff/doors/exam/exam", "posture", posture)))
                    .contains("Tentaläget är ändrat.");
        }
        told(browser.post("/staff/doors/exam/exam", "posture", "END"));
        assertThat(told(browser.post("/staff/doors/exam/exam", "posture", "LOCKED_DOWN")))
                .contains("Välj ett tentaläge.");
        assertThat(server.desk.asked)
                .containsExactly(
                        "posture exam EXAM_PREPARE",
                        "posture exam EXAM_ADMIT",
                        "posture exam EXAM_CLOSED",
                        "posture exam EXAM_QUIET",
                        "posture exam null");
    }

    @Test
    void makesAndRemovesBreakGlassWithoutShowingItsNumber() {
        assertThat(browser.get("/staff/break-glass").body()).contains("Gör minst ett");
        var page =
                told(
                        browser.post(
                                "/staff/break-glass",
                                "number",
                                "04A1B2C3D4E5F6",
                                "label",
                                "kassaskåpet"));
        assertThat(page).contains("Prova det vid en dörr").doesNotContain("04A1B2");
        assertThat(told(browser.post("/staff/break-glass", "number", "", "label", "x")))
                .contains("Skriv kortets nummer");
        assertThat(told(browser.post("/staff/break-glass/g0/remove")))
                .contains("inte nödöppning längre")
                .contains("Gör minst ett");
        assertThat(server.desk.asked)
                .containsExactly("break-glass kassaskåpet", "no break-glass kassaskåpet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-5", "241", "15.0", "1e2", "99999", "٣", " "})
    void refusesTimesOutOfBounds(String minutes) {
        assertThat(told(browser.post("/staff/doors/exam/unlock", "minutes", minutes)))
                .contains("Välj mellan 1 och 240 minuter.");
        assertThat(server.desk.asked).isEmpty();
    }

    @Test
    void refusesADoorThatDoesNotExist() {
        var page = told(browser.post("/staff/doors/back%3Cb%3Edoor/unlock", "minutes", "5"));

        assertThat(page).contains("Dörren finns inte längre.").doesNotContain("back<b>");
        assertThat(server.desk.asked).isEmpty();
    }

    @Test
    void showsNoButtonsToWhoMayOnlyLook() {
        server.account("looks", EnumSet.of(Capability.VIEW));
        assertThat(server.loggedIn("looks").get("/staff").body())
                .contains("Tentasal 2")
                .doesNotContain("/unlock")
                .doesNotContain("/staff/import");
    }

    @Test
    void previewsAnImportWithoutChangingAnything() {
        var file = "namn;kort\nAlva Testsson;04A1B2\nBAD <script>alert(1)</script>;x\n";
        var page = browser.upload("PEOPLE", file.getBytes(StandardCharsets.UTF_8)).body();

        assertThat(page)
                .contains("<b>1</b> läggs till")
                .contains("<td>3</td><td>kort</td>")
                .contains("BAD &lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert")
                .doesNotContain("list.csv")
                .contains("kortnummer hexadecimala, omvända");
        assertThat(server.desk.asked).isEmpty();
    }

    @Test
    void appliesTheGoodRowsParksTheBadAndUndoes() {
        var file = "namn;kort\nAlva Testsson;04A1B2\nBAD;x\n".getBytes(StandardCharsets.UTF_8);
        browser.upload("PEOPLE", file);
        assertThat(told(browser.post("/staff/import/apply", "preview", "p0")))
                .contains("Listan är inläst.")
                .contains("Hämta parkerade rader");
        var parked = browser.get("/staff/import/parked.csv");
        assertThat(parked.body()).startsWith("namn;kort");
        assertThat(parked.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"parked.csv\"");
        assertThat(told(browser.post("/staff/import/apply", "preview", "p0")))
                .contains("för gammal");
        assertThat(told(browser.post("/staff/import/undo"))).contains("tillbakatagen");
        assertThat(server.desk.asked).containsExactly("import 1", "undo");
    }

    @Test
    void refusesAnEmptyFileAnUnknownKindAndNoFile() {
        assertThat(browser.upload("PEOPLE", new byte[0]).body()).contains("tom. Välj en fil");
        assertThat(browser.upload("CARS", new byte[] {'a'}).body()).contains("Välj vad det är");
        assertThat(browser.post("/staff/import", "kind", "PEOPLE").statusCode()).isEqualTo(422);
    }

    @Test
    void refusesAFileThatIsTooLargeWithASentence() {
        var answer =
                browser.upload("PEOPLE", new byte[RequestBody.FILE_FORM_BYTES_MAX + 1_000_000]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("större än 5 MB");
    }

    @Test
    void takesGarbageForWhatItIs() {
        var garbage = new byte[50_000];
        new Random(3).nextBytes(garbage);

        assertThat(browser.upload("PEOPLE", garbage).statusCode()).isEqualTo(200);
    }

    @Test
    void enrolsANewStudentStepByStep() {
        assertThat(browser.get("/staff/new-student").body())
                .contains("Starta vid Terminalen i entrén");
        assertThat(told(browser.post("/staff/new-student/start", "kiosk", "K1")))
                .contains("Visa kortet vid Terminalen i entrén");
        server.desk.advance(Step.WAITING_FOR_NAME);
        assertThat(browser.get("/staff/new-student").body())
                .contains("Kortet är läst")
                .contains("value=\"2027-06-30\"");
        var page =
                told(
                        browser.post(
                                "/staff/new-student/complete",
                                "name",
                                "Alva Testsson",
                                "born",
                                "1996-10-20",
                                "agreement",
                                "yes",
                                "until",
                                "2027-06-30",
                                "longer",
                                "yes"));
        assertThat(page).contains("väljer PIN vid Terminalen").doesNotContain("Alva");
        server.desk.advance(Step.DONE);
        assertThat(browser.get("/staff/new-student/live").body())
                .contains("Klart! Kortet gäller nu.");
        assertThat(server.desk.asked)
                .containsExactly(
                        "start K1",
                        "complete Alva Testsson 1996-10-20 2027-06-30T22:00:00Z longer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''    | ''         | yes | 2027-06-30 | Skriv ett namn
                    Alva" | 1996-13-20 | yes | 2027-06-30 | Födelsedagen
                    Alva" | 2027-03-03 | yes | 2027-06-30 | Födelsedagen
                    Alva" | 1890-01-01 | yes | 2027-06-30 | Födelsedagen
                    Alva" | ''         | no  | 2027-06-30 | Kryssa i avtalet
                    Alva" | ''         | yes | 2027-03-01 | Välj ett slutdatum
                    Alva" | ''         | yes | soon       | Välj ett slutdatum
                    """)
    void keepsWhatWasTypedWhenSomethingIsMissing(
            String name, String born, String agreement, String until, String problem) {
        browser.post("/staff/new-student/start", "kiosk", "K1");
        server.desk.advance(Step.WAITING_FOR_NAME);
        var answer =
                browser.post(
                        "/staff/new-student/complete",
                        "name",
                        name,
                        "born",
                        born,
                        "agreement",
                        agreement,
                        "until",
                        until);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(problem).contains(name.replace("\"", "&#34;"));
        assertThat(server.desk.asked).containsExactly("start K1");
    }

    @Test
    void saysSoWhenTheEnrolmentEndedWhileTyping() {
        var answer =
                browser.post(
                        "/staff/new-student/complete",
                        "name",
                        "Alva Testsson",
                        "agreement",
                        "yes",
                        "until",
                        "2027-06-30");

        assertThat(answer.body()).contains("Inskrivningen tog slut. Starta igen.");
    }

    @Test
    void cancelsAnEnrolmentAndRefusesAnUnknownTerminal() {
        browser.post("/staff/new-student/start", "kiosk", "K1");
        assertThat(told(browser.post("/staff/new-student/cancel"))).contains("avbruten");
        assertThat(told(browser.post("/staff/new-student/start", "kiosk", "K9")))
                .contains("Terminalen finns inte.");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-10, 2027-06-30",
        "2027-05-31, 2027-06-30",
        "2027-06-01, 2027-12-31",
        "2027-12-01, 2027-12-31",
        "2027-12-24, 2028-06-30"
    })
    void proposesTheEndOfTheTerm(String today, String end) {
        assertThat(NewStudentPage.endOfTerm(java.time.LocalDate.parse(today))).hasToString(end);
    }

    @Test
    void issuesATicketOnceAndPrintsItWithoutItsText() {
        var issued =
                browser.post(
                        "/staff/tickets",
                        "room",
                        "tentasal",
                        "from",
                        "2027-03-02T09:00",
                        "until",
                        "2027-03-02T12:00");
        var path = Browser.location(issued);
        var sheet = browser.get(path).body();
        browser.get(path);

        assertThat(sheet)
                .contains("Campus Viadidakt, Tentasal 2")
                .contains("7HK3 M9QX")
                .contains("2 mars, kl.\u00a009.00 till kl.\u00a012.00")
                .doesNotContain("TRO1");
        assertThat(path).doesNotContain("TRO1");
        assertThat(browser.get(path + "/code.svg").body()).startsWith("<svg");
        var png = browser.get(path + "/code.png");
        assertThat(png.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(server.desk.asked).containsExactly("ticket tentasal");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2027-03-02T12:00, 2027-03-02T12:00, senare än starttiden",
        "'', 2027-03-02T12:00, '', senare än starttiden",
        "'', 2027-03-01T12:00, 2027-03-01T13:00, redan varit",
        "attic, 2027-03-02T12:00, 2027-03-02T13:00, Rummet finns inte"
    })
    void refusesTicketsThatCannotBeUsed(String room, String from, String until, String problem) {
        var answer = browser.post("/staff/tickets", "room", room, "from", from, "until", until);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(problem);
        assertThat(server.desk.asked).isEmpty();
    }

    @Test
    void keepsATicketFromOtherSessions() {
        var issued =
                browser.post(
                        "/staff/tickets",
                        "room",
                        "",
                        "from",
                        "2027-03-02T09:00",
                        "until",
                        "2027-03-02T12:00");
        var other = server.loggedIn("admin");

        assertThat(Browser.location(other.get(Browser.location(issued) + "/code.svg")))
                .isEqualTo("/staff/tickets");
        assertThat(other.get("/staff/tickets").body()).contains("finns inte kvar");
    }

    @Test
    void blocksACardWithoutShowingItsNumberAgain() {
        assertThat(told(browser.post("/staff/cards/block", "number", " 04A1B2C3 ")))
                .contains("Kortet är spärrat.")
                .doesNotContain("04A1B2C3");
        told(browser.post("/staff/cards/unblock", "number", "04A1B2C3"));
        assertThat(told(browser.post("/staff/cards/block", "number", "")))
                .contains("Skriv kortets nummer");
        assertThat(server.desk.asked).containsExactly("block card 8", "unblock card 8");
    }

    @Test
    void tellsWhySomebodyIsLetInOrNotRuleByRule() {
        assertThat(browser.get("/staff/why").body()).contains("Varför?", "Entrén");
        var answer = ask("Alva", "entrance", "2026-03-01T10:00");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Alva Testsson", "Släpps in: incheckad.", "Låses upp: Entrén.")
                .containsSubsequence(
                        "Den vanliga dörren öppnar inte", "Personen har rätt att vara här nu.")
                .contains("Registret är dagens");
        assertThat(ask("Alva", "", "").body()).doesNotContain("Registret är dagens");
        assertThat(ask("nobody", "", "").body()).contains("Ingen med det namnet");
        assertThat(server.desk.asked)
                .containsExactly(
                        "why entrance 2026-03-01T09:00:00Z RIGHT",
                        "why null null RIGHT",
                        "why null null RIGHT");
    }

    @Test
    void letsStaffChooseAmongSeveralOfThatName() {
        var several = ask("test", "entrance", "").body();
        assertThat(several).contains("Vem av dem?", "Bo &lt;Testsson&gt;", "value=\"p2\"");
        assertThat(
                        browser.post(
                                        "/staff/why",
                                        "who",
                                        "test",
                                        "door",
                                        "entrance",
                                        "at",
                                        "",
                                        "pin",
                                        "wrong",
                                        "person",
                                        "p2")
                                .body())
                .contains("Släpps in");
    }

    @ParameterizedTest
    @CsvSource({
        "'', entrance, '', Skriv ett kortnummer",
        "Alva, no-such-door, '', Dörren finns inte längre",
        "Alva, entrance, yesterday, Tiden går inte att förstå"
    })
    void refusesAQuestionThatCannotBeUnderstood(
            String who, String door, String at, String problem) {
        var answer = ask(who, door, at);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(problem);
        assertThat(server.desk.asked).isEmpty();
    }

    private java.net.http.HttpResponse<String> ask(String who, String door, String at) {
        return browser.post(
                "/staff/why", "who", who, "door", door, "at", at, "pin", "right", "person", "");
    }

    @Test
    void tellsTheJournalInWords() {
        assertThat(browser.get("/staff/journal").body())
                .contains("Tentasal 2: låstes upp (personal)")
                .contains("Personal: låste upp dörr · Tentasal 2<")
                .contains("Terminalen i entrén: incheckad (kort)<")
                .contains("Tentasal 2: stängdes<")
                .contains("En händelse av en nyare sort")
                .doesNotContain("{door}")
                .doesNotContain("FROM_THE_FUTURE");
        browser.get("/staff/journal?lang=en");
        assertThat(browser.get("/staff/journal").body()).contains("Tentasal 2: unlocked (staff)");
    }

    @Test
    void servesItsFilesOnlyWhenTheyChanged() {
        for (var name : new String[] {"staff.css", "staff.js", "htmx.js"}) {
            var path = "/staff/assets/" + name;
            var first = browser.get(path);
            assertThat(first.statusCode()).isEqualTo(200);
            var tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(browser.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        }
        assertThat(browser.get("/staff/assets/texts_sv.properties").statusCode()).isEqualTo(404);
        assertThat(browser.get("/staff/assets/..%2Ftexts_sv.properties").statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void tellsOpenPagesOfAChangeAndStopsWhenTheyLeave() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(server.address() + "/staff/live"))
                        .timeout(Duration.ofSeconds(20))
                        .build();
        var answer = browser.client.send(request, BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        try (var news = answer.body()) {
            assertThat(event(news)).isEqualTo("tick");
            server.desk.forceOpen("exam");
            assertThat(event(news)).isEqualTo("changed");
            browser.post("/staff/log-out");
            server.desk.forceOpen("exam");
            var last = event(news);
            assertThat(last.equals("changed") ? event(news) : last).isEqualTo("ended");
        }
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (server.desk.listeners() > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(server.desk.listeners()).isZero();
    }

    private static String event(InputStream news) throws IOException {
        var line = new StringBuilder();
        for (int c = news.read(); c >= 0; c = news.read()) {
            if (c != '\n') {
                line.append((char) c);
            } else if (line.toString().startsWith("event:")) {
                return Objects.requireNonNull(line.substring(6)).strip();
            } else {
                line.setLength(0);
            }
        }
        throw new IOException("the news ended");
    }
}
