package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.controller.exam.Candidate.Stage;
import se.troskel.controller.exam.ExamFact;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.InvigilatorTask;

/// Goal: the invigilator sees thirty places and no name but the chosen one's, and whatever is
/// pressed is noted or truthfully refused. Method: the pages over HTTP, the real exam log and the
/// real decision behind them.
class ExamRoomPagesTest {
    private static final String ROOM = "/staff/exam-room?room=exam-1";

    private final StaffServer server = new StaffServer();
    private final ExamRoomScene scene = server.examRoom;
    private final Browser browser = server.loggedIn("admin");

    @AfterEach
    void stop() {
        server.close();
    }

    private void wait(Duration time) {
        server.now.updateAndGet(now -> now.plus(time));
    }

    private String chosen(String id) {
        return browser.get(ROOM + "&chosen=" + id).body();
    }

    /// Sends a form about a candidate and reads the page that answers.
    private String act(String what, String id, String... fields) {
        var all = new String[fields.length + 4];
        all[0] = "room";
        all[1] = ExamRoomScene.ROOM;
        all[2] = "registration";
        all[3] = id;
        System.arraycopy(fields, 0, all, 4, fields.length);
        var answer = browser.post("/staff/exam-room/" + what, all);
        assertThat(answer.statusCode()).as(what).isEqualTo(303);
        assertThat(Browser.location(answer)).startsWith(ROOM);
        return browser.follow(answer).body();
    }

    private Stage stage(String id) {
        return scene.log().progress(id).candidate().stage();
    }

    @Test
    void goesToTheOnlyRoomAndShowsEverySeatWithoutAName() {
        assertThat(Browser.location(browser.get("/staff/exam-room"))).isEqualTo(ROOM);
        var page = browser.get(ROOM).body();
        for (int seat = 1; seat <= 31; seat++) {
            assertThat(page).contains("id=\"tile-c" + seat + "\"");
        }
        assertThat(page).contains("LTH TDA123 · SU DA2005").doesNotContain("Exempelsson", "Alva");
        assertThat(page).contains("bokning KX7-22");
    }

    @Test
    void showsOfTheChosenOneNoMoreThanIsNeeded() {
        assertThat(chosen("c16"))
                .contains("Plats 16 · Alva T. · född 1999 · LTH TDA123")
                .doesNotContain("Testsson");
        assertThat(chosen("c7"))
                .contains("Plats 7 · skyddad identitet · bokning KX7-22")
                .doesNotContain("Prov7", "Exempelsson");
        assertThat(chosen("c31")).contains("Utan plats · Prov31 E.");
        assertThat(chosen("nobody")).contains("Välj en plats.");
    }

    @Test
    void approvesWithOneTapAndTellsTheSecondPageTheTruth() {
        scene.arrives("c16", InvigilatorTask.COMPARE_FACE, Duration.ofSeconds(20));
        assertThat(chosen("c16"))
                .contains("Jämför ansiktet, godkänn eller avvisa", "Godkänn svenskt körkort");
        assertThat(act("approve", "c16", "document", "SWEDISH_DRIVING_LICENCE"))
                .contains("Plats 16: legitimationen godkänd. Lämna ut tentan.");
        assertThat(stage("c16")).isEqualTo(Stage.ADMITTED);
        assertThat(act("approve", "c16", "document", "SWEDISH_DRIVING_LICENCE"))
                .contains("Inte insläppt: redan insläppt.");
    }

    @Test
    void rejectsWithAReasonAndNeverWithout() {
        scene.arrives("c2", InvigilatorTask.CHECK_DOCUMENT, Duration.ofSeconds(20));
        assertThat(act("reject", "c2")).contains("skäl krävs");
        assertThat(act("reject", "c2", "why", "FACE_DIFFERS"))
                .contains("legitimationen underkänd", "ID avvisat");
        assertThat(act("except", "c2")).contains("Välj en orsak.");
        assertThat(act("refuse", "c2", "refusal", "NO_ID_DENIED")).contains("Nekad");
        assertThat(scene.log().progress("c2").refusal()).isNotNull();
    }

    @Test
    void anExceptionTakesWhatTheRulesSay() {
        assertThat(act("except", "c2", "exception", "KNOWN_TO_STAFF"))
                .contains("Inte insläppt: andra godkännande krävs.");
        assertThat(stage("c2")).isEqualTo(Stage.EXPECTED);
    }

    @Test
    void followsACandidateOutAndInAndToTheEnd() {
        scene.admitted("c1", 0, Duration.ofMinutes(5));
        assertThat(act("out", "c1", "errand", "RESTROOM")).contains("Gick ut, toalett");
        assertThat(act("out", "c1", "errand", "COAT")).contains("Kandidaten är redan ute.");
        assertThat(act("hand-in", "c1", "sheets", "4")).contains("behöver först komma tillbaka");
        wait(Duration.ofMinutes(4));
        assertThat(browser.get(ROOM).body()).contains(">4 min<");
        assertThat(act("back", "c1")).contains("Kom tillbaka");
        assertThat(act("paper-seen", "c1")).contains("Har sett tentan");
        assertThat(act("hand-in", "c1", "sheets", "x")).contains("Skriv antalet med siffror.");
        assertThat(act("hand-in", "c1", "sheets", "0", "blank", "yes")).contains("blankt");
        assertThat(stage("c1")).isEqualTo(Stage.HANDED_IN);
    }

    @Test
    void entersFromPaperWhenItHappened() {
        scene.admitted("c1", 0, Duration.ofMinutes(30));
        assertThat(act("out", "c1", "errand", "RESTROOM", "back", "09:09"))
                .contains("Skriv också när kandidaten gick ut.");
        assertThat(act("out", "c1", "errand", "RESTROOM", "happened", "09:05", "back", "09:09"))
                .contains("åter kl.\u00a009.09", "inskrivet kl.\u00a009.14");
        var out = scene.log().progress("c1").out().getLast();
        assertThat(out.from()).isEqualTo(Instant.parse("2027-03-02T08:05:00Z"));
        assertThat(out.back()).isEqualTo(Instant.parse("2027-03-02T08:09:00Z"));
        assertThat(act("paper-seen", "c1", "happened", "23:00")).contains("har inte varit än");
        assertThat(act("paper-seen", "c1", "happened", "soon")).contains("Skriv tiden som 09:20");
    }

    @Test
    void whatWasUndoneStaysStruckThrough() {
        var note = scene.admitted("c1", 0, Duration.ofMinutes(5)).toString();
        scene.out("c1", Duration.ofMinutes(2));
        assertThat(act("undo", "c1", "note", note)).contains("Något senare bygger på raden.");
        act("back", "c1");
        var last = scene.log().progress("c1").notes().getLast().id().toString();
        assertThat(act("undo", "c1", "note", last)).contains("<del>", "överstruken");
        assertThat(act("undo", "c1", "note", last)).contains("Raden är redan ångrad.");
        assertThat(act("undo", "c1", "note", "no-id")).contains("Den raden finns inte.");
    }

    @Test
    void keepsTheWordsOfADeviationOutOfTheLog() {
        assertThat(act("deviation", "c1", "words", "Kom med <fel> penna"))
                .contains("Avvikelse, Kom med &lt;fel&gt; penna");
        assertThat(scene.log().notes().toString()).doesNotContain("penna");
        assertThat(act("deviation", "c1", "words", "")).contains("Skriv vad som hände");
        assertThat(act("sitting-deviation", "", "sitting", "lth", "words", "Kallt i salen"))
                .contains("Kallt i salen");
    }

    @Test
    void interruptsEverySittingOfTheRoomAndDraftsTheDeviation() {
        scene.admitted("c1", 0, Duration.ofMinutes(5));
        wait(Duration.ofHours(1));
        assertThat(act("interrupt", "", "cause", "POWER")).contains("Ingen skriver.");
        assertThat(act("interrupt", "", "cause", "POWER")).contains("redan noterat");
        wait(Duration.ofMinutes(10));
        var after = act("resume", "");
        assertThat(after).contains("Nya sluttider", "kl.\u00a013.54", "kl.\u00a015.54");
        assertThat(after).contains("Avbrott från kl.\u00a010.14 till kl.\u00a010.24.");
        assertThat(act("resume", "")).contains("Det är inget avbrott.");
        wait(Duration.ofMinutes(1));
        act("sitting-deviation", "", "sitting", "lth", "words", "Avbrott.");
        act("sitting-deviation", "", "sitting", "su", "words", "Avbrott.");
        assertThat(browser.get(ROOM).body()).doesNotContain("Avbrott från");
    }

    @Test
    void followsThePapersAndSigns() {
        assertThat(act("papers", "", "sitting", "lth", "stage", "IN_ROOM", "count", "20"))
                .contains("Skrivningarna, i salen, antal 20");
        assertThat(act("papers", "", "sitting", "lth", "stage", "STORED"))
                .contains("redan längre fram");
        assertThat(act("papers", "", "sitting", "lth", "stage", "SEALED", "seal", "A-17"))
                .contains("försegling A-17");
        assertThat(act("sign", "", "sitting", "lth")).contains("Står för sittningen");
        assertThat(act("sign", "", "sitting", "nothing")).contains("finns inte här längre");
    }

    @Test
    void unlocksTheRoomsDoor() {
        act("let-in", "");
        assertThat(server.desk.asked).isNotEmpty().allMatch(one -> one.startsWith("unlock exam"));
    }

    @Test
    void callsForHelpOnEveryOtherPageUntilSomebodySeesToIt() {
        assertThat(browser.get("/staff/calls/live").body()).isEmpty();
        assertThat(act("help", "")).contains("Ingen har svarat än.");
        act("help", "");
        assertThat(scene.log().notes()).hasSize(1);
        assertThat(browser.get("/staff/calls/live?room=exam-1").body()).isEmpty();
        assertThat(browser.get("/staff/calls/live").body()).contains("behöver hjälp");
        var note = scene.log().notes().iterator().next().id().toString();
        browser.post("/staff/calls/seen", "note", note);
        assertThat(browser.get("/staff/calls/live").body()).isEmpty();
        assertThat(browser.get(ROOM).body()).contains("Hjälp är på väg.");
    }

    @Test
    void showsWhoIsOnNoListUntilSomebodySeesToThem() {
        var note =
                scene.happened(
                        Duration.ofMinutes(1),
                        null,
                        new ExamFact.CameUnlisted("K1", ExamReason.NOT_REGISTERED));
        assertThat(browser.get(ROOM).body()).contains("K1: inte anmäld");
        act("seen", "", "note", note.toString());
        assertThat(browser.get(ROOM).body()).doesNotContain("K1: inte anmäld");
    }

    @Test
    void offersTheListsOnPaperAndSaysWhenTheyAreOutOfDate() {
        assertThat(browser.get(ROOM).body()).contains("Skriv ut listorna nu.");
        var paper = browser.get("/staff/exam-room/paper?room=exam-1").body();
        assertThat(paper)
                .contains("efter ändring nr 40", "Alva T.", "bokning KX7-22", "Ute ur salen")
                .doesNotContain("Testsson", "Prov7 ");
        assertThat(browser.get(ROOM).body()).contains("Stämmer.");
        scene.admitted("c1", 0, Duration.ZERO);
        assertThat(browser.get(ROOM).body()).contains("Stämmer.");
        scene.add("c40", "40");
        assertThat(browser.get(ROOM).body()).contains("gäller inte längre. Skriv ut igen.");
    }

    @ParameterizedTest
    @CsvSource({
        "ALL,31",
        "WAITING,2",
        "EXPECTED,26",
        "INSIDE,1",
        "OUT,1",
        "HANDED_IN,0",
        "REFUSED,1"
    })
    void countsThoseInEachStateAndHidesTheOthersInPlace(String filter, int count) {
        scene.admitted("c1", 0, Duration.ofMinutes(5));
        scene.admitted("c3", 0, Duration.ofMinutes(5));
        scene.out("c3", Duration.ofMinutes(2));
        scene.arrives("c4", InvigilatorTask.COMPARE_FACE, Duration.ZERO);
        scene.arrives("c5", InvigilatorTask.NOTHING, Duration.ZERO);
        scene.happened(Duration.ZERO, "su", new ExamFact.Refused("c6", ExamReason.NO_ID_DENIED));
        var page = browser.get(ROOM + "&show=" + filter).body();
        assertThat(page.split("<li class=\"\">", -1)).hasSize(count + 1);
        assertThat(page).contains("<b>" + count + "</b>");
        assertThat(page).contains("Väntar på dig (1): plats 4");
    }

    @Test
    void speaksEnglishToo() {
        browser.get("/staff/exam-room?lang=en");
        assertThat(Objects.requireNonNull(chosen("c16")))
                .contains("Seat 16 · Alva T. · born 1999", "Approve ID", "Call for help");
    }
}
