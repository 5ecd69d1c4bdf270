package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.troskel.controller.register.StaffAccount.Capability;

/// Goal: nothing is seen or done by who may not, from wherever the request comes. Method: every
/// address of a real server, taken from its own list, with each capability and without any.
class GuardTest {
    /// What each address asks for, written down apart from the program.
    private static final Map<String, Capability> NEEDS =
            Map.ofEntries(
                    Map.entry("GET /staff", Capability.VIEW),
                    Map.entry("GET /staff/board/live", Capability.VIEW),
                    Map.entry("POST /staff/doors/{door}/unlock", Capability.UNLOCK),
                    Map.entry("POST /staff/doors/{door}/lock", Capability.UNLOCK),
                    Map.entry("POST /staff/doors/{door}/block", Capability.UNLOCK),
                    Map.entry("POST /staff/doors/{door}/unblock", Capability.UNLOCK),
                    Map.entry("GET /staff/inside", Capability.VIEW),
                    Map.entry("GET /staff/inside/live", Capability.VIEW),
                    Map.entry("POST /staff/inside/all-gone", Capability.ROLL_CALL),
                    Map.entry("GET /staff/import", Capability.IMPORT),
                    Map.entry("POST /staff/import", Capability.IMPORT),
                    Map.entry("POST /staff/import/apply", Capability.IMPORT),
                    Map.entry("POST /staff/import/undo", Capability.IMPORT),
                    Map.entry("GET /staff/import/parked.csv", Capability.IMPORT),
                    Map.entry("GET /staff/new-student", Capability.ENROL),
                    Map.entry("GET /staff/new-student/live", Capability.ENROL),
                    Map.entry("POST /staff/new-student/start", Capability.ENROL),
                    Map.entry("POST /staff/new-student/complete", Capability.ENROL),
                    Map.entry("POST /staff/new-student/cancel", Capability.ENROL),
                    Map.entry("GET /staff/tickets", Capability.ISSUE_TICKETS),
                    Map.entry("POST /staff/tickets", Capability.ISSUE_TICKETS),
                    Map.entry("GET /staff/tickets/{ticket}", Capability.ISSUE_TICKETS),
                    Map.entry("GET /staff/tickets/{ticket}/code.svg", Capability.ISSUE_TICKETS),
                    Map.entry("GET /staff/tickets/{ticket}/code.png", Capability.ISSUE_TICKETS),
                    Map.entry("GET /staff/cards", Capability.BLOCK_CARDS),
                    Map.entry("POST /staff/cards/block", Capability.BLOCK_CARDS),
                    Map.entry("POST /staff/cards/unblock", Capability.BLOCK_CARDS),
                    Map.entry("POST /staff/cards/find", Capability.BLOCK_CARDS),
                    Map.entry("POST /staff/cards/block-all", Capability.BLOCK_CARDS),
                    Map.entry("POST /staff/cards/block-one", Capability.BLOCK_CARDS),
                    Map.entry("POST /staff/cards/lend", Capability.ENROL),
                    Map.entry("GET /staff/passes", Capability.ISSUE_PASSES),
                    Map.entry("POST /staff/passes", Capability.ISSUE_PASSES),
                    Map.entry("GET /staff/passes/{pass}", Capability.ISSUE_PASSES),
                    Map.entry("POST /staff/passes/{pass}/end", Capability.ISSUE_PASSES),
                    Map.entry("POST /staff/accounts/{user}/allow", Capability.ADMINISTER),
                    Map.entry("GET /staff/why", Capability.VIEW),
                    Map.entry("POST /staff/why", Capability.VIEW),
                    Map.entry("GET /staff/accounts", Capability.ADMINISTER),
                    Map.entry("POST /staff/accounts", Capability.ADMINISTER),
                    Map.entry("POST /staff/accounts/{user}/end", Capability.ADMINISTER),
                    Map.entry("POST /staff/accounts/{user}/link", Capability.ADMINISTER),
                    Map.entry("POST /staff/doors/{door}/lockdown", Capability.UNLOCK),
                    Map.entry("POST /staff/doors/{door}/lockdown/lift", Capability.UNLOCK),
                    Map.entry("GET /staff/exams", Capability.EXAM_ROOMS),
                    Map.entry("GET /staff/exam-record", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-record", Capability.EXAM_ROOMS),
                    Map.entry("GET /staff/exam-record/{record}", Capability.EXAM_ROOMS),
                    Map.entry("GET /staff/exam-record/{record}/file", Capability.EXAM_ROOMS),
                    Map.entry("GET /staff/exam-record/{record}/table", Capability.EXAM_ROOMS),
                    Map.entry("GET /staff/exams/confirmations", Capability.EXAM_ROOMS),
                    Map.entry("GET /staff/exams/rehearsal", Capability.EXAM_ROOMS),
                    Map.entry(
                            "POST /staff/exams/confirmations/{sitting}/sheets",
                            Capability.EXAM_ROOMS),
                    Map.entry(
                            "POST /staff/exams/confirmations/{sitting}/export",
                            Capability.EXAM_ROOMS),
                    Map.entry(
                            "POST /staff/exams/confirmations/{sitting}/send",
                            Capability.EXAM_ROOMS),
                    Map.entry("GET /staff/exam-room", Capability.EXAM_ROOMS),
                    Map.entry("GET /staff/exam-room/live", Capability.EXAM_ROOMS),
                    Map.entry("GET /staff/exam-room/paper", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/approve", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/except", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/reject", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/refuse", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/paper-seen", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/out", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/back", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/hand-in", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/deviation", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/let-in", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/help", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/seen", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/interrupt", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/resume", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/papers", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/sign", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/sitting-deviation", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/undo", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exam-room/countersign", Capability.EXAM_ROOMS),
                    Map.entry("GET /staff/calls/live", Capability.VIEW),
                    Map.entry("POST /staff/calls/seen", Capability.UNLOCK),
                    Map.entry("GET /staff/exams/candidate", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exams/candidate", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exams/candidate/add", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/exams/candidate/undo", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/doors/{door}/exam", Capability.EXAM_ROOMS),
                    Map.entry("POST /staff/lockdown", Capability.UNLOCK),
                    Map.entry("POST /staff/lockdown/lift", Capability.UNLOCK),
                    Map.entry("POST /staff/fire/reset", Capability.UNLOCK),
                    Map.entry("POST /staff/break-glass/seen", Capability.UNLOCK),
                    Map.entry("GET /staff/break-glass", Capability.ADMINISTER),
                    Map.entry("POST /staff/break-glass", Capability.ADMINISTER),
                    Map.entry("POST /staff/break-glass/{credential}/remove", Capability.ADMINISTER),
                    Map.entry("GET /staff/journal", Capability.READ_JOURNAL),
                    Map.entry("GET /staff/journal/live", Capability.READ_JOURNAL),
                    Map.entry("GET /staff/commissioning", Capability.ADMINISTER),
                    Map.entry("GET /staff/commissioning/live", Capability.ADMINISTER),
                    Map.entry("POST /staff/commissioning/begin", Capability.ADMINISTER),
                    Map.entry("POST /staff/commissioning/pulse", Capability.ADMINISTER),
                    Map.entry("POST /staff/commissioning/judge", Capability.ADMINISTER),
                    Map.entry("POST /staff/commissioning/anew", Capability.ADMINISTER),
                    Map.entry("POST /staff/commissioning/file", Capability.ADMINISTER),
                    Map.entry("GET /staff/commissioning/reports/{report}", Capability.ADMINISTER),
                    Map.entry(
                            "GET /staff/commissioning/reports/{report}/file",
                            Capability.ADMINISTER));

    private final StaffServer server = new StaffServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private static String path(PageRoute route) {
        return route.path()
                .replace("{door}", "exam")
                .replace("{ticket}", "t1")
                .replace("{report}", "r1")
                .replace("{record}", "r1")
                .replace("{user}", "nobody")
                .replace("{credential}", "g0")
                .replace("{pass}", "p0")
                .replace("{sitting}", "s0");
    }

    private static String name(PageRoute route) {
        return route.method().text() + " " + route.path();
    }

    private static boolean isGet(PageRoute route) {
        return "GET".equals(route.method().text());
    }

    @Test
    void letsNoStrangerIn() {
        var stranger = server.browser();
        for (var route : server.pages.routes()) {
            var answer = isGet(route) ? stranger.get(path(route)) : stranger.post(path(route));
            if (answer.statusCode() == 303) {
                assertThat(Browser.location(answer)).as(name(route)).isEqualTo("/staff/log-in");
            } else {
                assertThat(answer.statusCode()).as(name(route)).isEqualTo(401);
            }
            assertThat(answer.body()).doesNotContain("Tentasal");
        }
        assertThat(server.desk.asked).isEmpty();
    }

    @Test
    void asksForTheCapabilityOfEachAddress() {
        var needs = new TreeMap<String, Capability>();
        for (var route : server.pages.routes()) {
            if (route.needs() != null) {
                needs.put(name(route), route.needs());
            }
        }
        assertThat(needs).isEqualTo(new TreeMap<>(NEEDS));
    }

    @Test
    void refusesEachAddressToEachAccountWithoutItsCapability() {
        for (var capability : Capability.values()) {
            server.account("only", EnumSet.of(capability));
            var browser = server.loggedIn("only");
            for (var route : server.pages.routes()) {
                if (route.needs() != null) {
                    var answer =
                            isGet(route) ? browser.get(path(route)) : browser.post(path(route));
                    assertThat(answer.statusCode() == 403)
                            .as(capability + " at " + name(route) + ": " + answer.statusCode())
                            .isEqualTo(
                                    capability != Capability.ADMINISTER
                                            && NEEDS.get(name(route)) != capability);
                }
            }
        }
    }

    @Test
    void refusesEveryFormWithoutOrWithAnotherToken() {
        var browser = server.loggedIn("admin");
        var other = server.loggedIn("admin");
        for (var route : server.pages.routes()) {
            if (!isGet(route)) {
                assertThat(browser.postBare(path(route)).statusCode())
                        .as(name(route))
                        .isEqualTo(403);
                assertThat(browser.postBare(path(route), "csrf", "x").statusCode()).isEqualTo(403);
            }
        }
        assertThat(server.desk.asked).isEmpty();
        assertThat(other.post("/staff/doors/exam/lock").statusCode()).isEqualTo(303);
        assertThat(server.desk.asked).containsExactly("lock exam");
    }

    @Test
    void sendsTheProtectingHeadersWithEveryAnswer() {
        var browser = server.loggedIn("admin");
        for (var path : new String[] {"/", "/staff", "/staff/nothing", "/staff/assets/staff.css"}) {
            var headers = browser.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        }
        assertThat(browser.get("/staff").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void saysCalmlyThatThereIsNoSuchPage() {
        var answer = server.browser().get("/staff/no%3Cscript%3E");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("finns inte").doesNotContain("<script>");
    }

    @Test
    void showsAReferenceAndNoStackWhenSomethingBreaks() {
        var browser = server.loggedIn("admin");
        server.desk.fail();
        var answer = browser.get("/staff");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("ring driften och läs upp")
                .doesNotContain("on purpose")
                .doesNotContain("Exception");
    }

    @Test
    void survivesAnyParameters() {
        var browser = server.loggedIn("admin");
        var random = new Random(7);
        var nasty =
                new String[] {
                    "",
                    " ",
                    "-1",
                    "0",
                    "1e9",
                    "99999999999",
                    "<script>alert(1)</script>",
                    "\0",
                    "../../etc/passwd",
                    "' OR 1=1",
                    "2027-13-45",
                    "2027-03-02T25:00",
                    "\uD800",
                    "Å".repeat(3000)
                };
        for (int round = 0; round < 3; round++) {
            for (var route : server.pages.routes()) {
                if (!isGet(route) && !route.path().equals("/staff/log-out")) {
                    var answer =
                            browser.post(
                                    path(route),
                                    "minutes",
                                    nasty[random.nextInt(nasty.length)],
                                    "kiosk",
                                    nasty[random.nextInt(nasty.length)],
                                    "name",
                                    nasty[random.nextInt(nasty.length)],
                                    "born",
                                    nasty[random.nextInt(nasty.length)],
                                    "until",
                                    nasty[random.nextInt(nasty.length)],
                                    "from",
                                    nasty[random.nextInt(nasty.length)],
                                    "room",
                                    nasty[random.nextInt(nasty.length)],
                                    "agreement",
                                    "yes",
                                    "preview",
                                    nasty[random.nextInt(nasty.length)],
                                    "number",
                                    nasty[random.nextInt(nasty.length)]);
                    assertThat(answer.statusCode()).as(name(route)).isLessThan(500);
                    assertThat(answer.body()).doesNotContain("<script>alert");
                    assertThat(Browser.location(answer)).doesNotContain("script");
                }
            }
        }
    }

    @Test
    void refusesBodiesThatAreNoForm() {
        var browser = server.loggedIn("admin");
        for (var type :
                new String[] {
                    "application/json",
                    "text/plain",
                    "multipart/form-data",
                    "multipart/form-data; boundary=x"
                }) {
            assertThat(
                            browser.postRaw("/staff/doors/exam/lock", type, new byte[] {1, 2, 3})
                                    .statusCode())
                    .as(type)
                    .isEqualTo(400);
        }
        assertThat(
                        browser.postRaw(
                                        "/staff/doors/exam/lock",
                                        "application/x-www-form-urlencoded",
                                        new byte[200_000])
                                .statusCode())
                .isEqualTo(400);
        assertThat(server.desk.asked).isEmpty();
    }
}
