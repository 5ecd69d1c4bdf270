package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.controller.signin.OpenIdSignIn;
import se.troskel.controller.signin.TestProvider;
import se.troskel.controller.signin.TestProvider.Fault;
import se.troskel.protocol.event.StaffAction;

/// Goal: the organisation's log-in lets in whom its provider vouches for in every point, nobody
/// else, and hinders no local account. Method: a provider on a real socket that does one thing
/// wrong at a time, the real pages, a browser without scripts.
class SignInTest {
    private static final String NOT_BELIEVED = "gick inte att lita på";
    private static final String STALE = "Börja om härifrån";
    private static final String OUT_OF_REACH = "går inte att nå just nu";

    private final TestProvider provider = new TestProvider();
    private final AtomicLong nanos = new AtomicLong();
    private @TempDir Path data;
    private OpenIdSignIn signIn;
    private StaffServer server;
    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        TestProvider.writeSecret(data);
        signIn = provider.signIn(data, nanos::get);
        server = new StaffServer(Instant.parse("2027-03-02T08:14:00Z"), signIn);
        browser = server.browser();
        provider.groups = List.of("tenta");
    }

    @AfterEach
    void stop() {
        server.close();
        signIn.close();
        provider.close();
    }

    /// Presses the button and goes to the provider; the address that it leads back to, without
    /// host.
    private String goThere(Browser who) throws Exception {
        var begun = who.get("/staff/log-in/begin");
        assertThat(begun.statusCode()).isEqualTo(303);
        var there =
                who.client.send(
                        HttpRequest.newBuilder(URI.create(Browser.location(begun))).build(),
                        BodyHandlers.ofString());
        var back = URI.create(Browser.location(there));
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    private HttpResponse<String> logIn() throws Exception {
        return browser.get(goThere(browser));
    }

    private void assertNobodyCameIn(HttpResponse<String> answer, String sentence) {
        assertThat(answer.body()).contains(sentence).contains("name=\"password\"");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("troskel-session"));
        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
    }

    @Test
    void letsInWithTheRolesOfTheOrganisation() throws Exception {
        assertThat(browser.get("/staff/log-in").body()).contains("Logga in med kommunen");
        assertThat(browser.get("/staff/log-in", "Cookie", "troskel-language=en").body())
                .contains("Log in with the municipality");
        var answer = logIn();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Refresh")).contains("0; url=/staff");
        var board = browser.get("/staff").body();
        assertThat(board).contains("Alva Testsson (oidc:").contains("/staff/import");
        assertThat(browser.get("/staff/accounts").statusCode()).isEqualTo(403);
        assertThat(server.directory.recorded).containsExactly(StaffAction.LOGGED_IN);
        assertThat(server.directory.accounts()).hasSize(1);
    }

    @Test
    void asksForACodeWithProofStateAndNonceAndAnewForThePerson() {
        var asked = Browser.location(browser.get("/staff/log-in/begin"));

        assertThat(asked)
                .startsWith(provider.issuer() + "/authorize?")
                .contains("response_type=code")
                .contains("scope=openid+profile")
                .contains("code_challenge_method=S256")
                .contains("prompt=login")
                .containsPattern("state=[\\w-]{43}")
                .containsPattern("nonce=[\\w-]{43}");
        assertThat(Browser.location(browser.get("/staff/log-in/begin"))).isNotEqualTo(asked);
    }

    @Test
    void aValueMoreIsARoleMoreAndNoneIsRefusedInWords() throws Exception {
        provider.groups = List.of("vakt", "drift", "unknown");
        logIn();
        assertThat(browser.get("/staff/accounts").statusCode()).isEqualTo(200);
        browser.get("/staff");
        browser.post("/staff/log-out");

        provider.groups = List.of("Tenta", "studenter");
        assertNobodyCameIn(logIn(), "har ingen roll här");
        provider.groups = List.of();
        assertNobodyCameIn(logIn(), "har ingen roll här");
        assertThat(server.directory.recorded).endsWith(StaffAction.LOG_IN_REFUSED);
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void believesNothingThatIsWrongInOnePoint(Fault fault) throws Exception {
        provider.fault = fault;
        assertNobodyCameIn(logIn(), NOT_BELIEVED);
        assertThat(server.directory.recorded).containsExactly(StaffAction.LOG_IN_REFUSED);

        provider.fault = Fault.NONE;
        assertThat(logIn().headers().firstValue("Refresh")).isPresent();
    }

    @Test
    void takesNoAnswerToAnotherQuestion() throws Exception {
        var back = goThere(browser);
        var state = back.substring(back.indexOf("state=") + 6);
        assertNobodyCameIn(browser.get(back.replace(state, "x".repeat(43))), STALE);
        assertNobodyCameIn(browser.get(back.substring(0, back.indexOf("&state"))), STALE);
        assertNobodyCameIn(browser.get("/staff/log-in/return"), STALE);
        assertThat(browser.get(back).headers().firstValue("Refresh")).isPresent();
    }

    @Test
    void takesNoAnswerThatAnotherBrowserBegan() throws Exception {
        var attackers = goThere(browser);
        var victim = server.browser();
        victim.get("/staff/log-in/begin");

        assertThat(victim.get(attackers).body()).contains(STALE);
        assertThat(victim.get("/staff").statusCode()).isEqualTo(303);
    }

    @Test
    void takesEachAnswerAndEachCodeOnce() throws Exception {
        var back = goThere(browser);
        browser.get(back);
        browser.get("/staff");
        browser.post("/staff/log-out");
        assertNobodyCameIn(browser.get(back), STALE);

        var code = back.substring(0, back.indexOf("&state"));
        var fresh = goThere(browser);
        var replayed = code + fresh.substring(fresh.indexOf("&state"));
        assertNobodyCameIn(browser.get(replayed), NOT_BELIEVED);
    }

    @Test
    void takesNoAnswerAfterTenMinutes() throws Exception {
        var back = goThere(browser);
        server.now.set(server.now.get().plus(SignInsBegun.LIFE));
        assertNobodyCameIn(browser.get(back), STALE);
    }

    @Test
    void believesNoAnswerThatSaysToBeFromAnotherProvider() throws Exception {
        assertNobodyCameIn(
                browser.get(goThere(browser) + "&iss=https%3A%2F%2Fevil.example"), NOT_BELIEVED);
    }

    @Test
    void saysCalmlyThatItWasBrokenOff() throws Exception {
        var back = goThere(browser);
        var state = back.substring(back.indexOf("&state"));
        var answer =
                browser.get(
                        "/staff/log-in/return?error=access_denied"
                                + "&error_description=%3Cscript%3E"
                                + state);
        assertNobodyCameIn(answer, "Inloggningen avbröts");
        assertThat(answer.body()).doesNotContain("<script>");
    }

    @Test
    void givesANewSessionAndEndsTheOneBefore() throws Exception {
        browser.logIn("admin", StaffServer.PASSWORD);
        var before = session(browser.logIn("admin", StaffServer.PASSWORD));
        var after = session(logIn());

        assertThat(after).isNotEqualTo(before).hasSize(43);
        var stolen = server.browser().get("/staff", "Cookie", "troskel-session=" + before);
        assertThat(stolen.statusCode()).isEqualTo(303);
    }

    private static String session(HttpResponse<?> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("troskel-session="))
                .map(cookie -> cookie.substring(16, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void leadsNowhereElse() throws Exception {
        for (var more : List.of("&redirect_uri=https://evil.example", "&url=//evil.example")) {
            var answer = browser.get(goThere(browser) + more);
            assertThat(Browser.location(answer)).isEmpty();
            assertThat(answer.headers().firstValue("Refresh")).contains("0; url=/staff");
        }
        assertThat(Browser.location(browser.get("/staff/log-in/begin?issuer=https://evil.example")))
                .startsWith(provider.issuer() + "/authorize?")
                .doesNotContain("evil");
    }

    @Test
    void keepsItsHeadersAndItsCookieTight() throws Exception {
        var begun = browser.get("/staff/log-in/begin");
        assertThat(begun.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/staff/log-in", "Max-Age=600");
        for (var answer : List.of(begun, browser.get("/staff/log-in"), logIn())) {
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "form-action 'self'", "connect-src 'self'");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        }
        assertThat(begun.headers().allValues("Set-Cookie").toString()).doesNotContain("session");
    }

    @Test
    void hasNoPasswordHereToChange() throws Exception {
        logIn();
        browser.get("/staff/password");
        var answer =
                browser.post(
                        "/staff/password",
                        "present",
                        "",
                        "new",
                        "four other long words",
                        "again",
                        "four other long words");

        assertThat(answer.body()).contains("Byt lösenord där.");
        assertThat(server.directory.accounts()).hasSize(1);
    }

    @Test
    void endsAsLocalSessionsDo() throws Exception {
        logIn();
        server.now.set(server.now.get().plus(Sessions.IDLE_MAX).plusMillis(1));
        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
        logIn();
        browser.get("/staff");
        browser.post("/staff/log-out");
        assertThat(browser.get("/staff").statusCode()).isEqualTo(303);
        assertThat(server.directory.recorded).endsWith(StaffAction.LOGGED_OUT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aProviderThatIsDownOrSlowHindersNobodyElse(boolean isDown) throws Exception {
        provider.drips = true;
        if (isDown) {
            provider.close();
        }
        long before = System.nanoTime();
        assertThat(browser.get("/staff/log-in").body()).doesNotContain(OUT_OF_REACH);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(400));
        var answer = browser.get("/staff/log-in/begin");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertNobodyCameIn(answer, OUT_OF_REACH);
        assertThat(browser.get("/staff/log-in").body()).contains(OUT_OF_REACH);
        assertThat(browser.get("/staff/log-in", "Cookie", "troskel-language=en").body())
                .contains("cannot be reached right now");
        assertThat(browser.logIn("admin", StaffServer.PASSWORD).statusCode()).isEqualTo(303);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
    }

    @Test
    void goesOnWithSessionsWhenTheProviderIsGone() throws Exception {
        logIn();
        provider.close();
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
        nanos.addAndGet(Duration.ofHours(2).toNanos());
        assertThat(server.browser().get("/staff/log-in/begin").statusCode()).isEqualTo(503);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
    }

    @Test
    void asksAProviderThatWasDownAgainAfterTenSeconds() throws Exception {
        provider.description = "{}";
        assertThat(browser.get("/staff/log-in/begin").statusCode()).isEqualTo(503);
        assertThat(browser.get("/staff/log-in/begin").statusCode()).isEqualTo(503);
        assertThat(provider.descriptionsAsked).hasValue(1);

        provider.description = provider.sound();
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(logIn().statusCode()).isEqualTo(200);
        assertThat(logIn().statusCode()).isEqualTo(200);
        assertThat(provider.descriptionsAsked).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--"})
    void usesNoSecretThatOthersCanRead(String mode) throws Exception {
        Files.setPosixFilePermissions(
                data.resolve("credentials/sign-in-secret"), PosixFilePermissions.fromString(mode));
        assertNobodyCameIn(logIn(), OUT_OF_REACH);
    }

    @Test
    void saysThatItIsOutOfReachWithoutASecret() throws Exception {
        Files.delete(data.resolve("credentials/sign-in-secret"));
        assertNobodyCameIn(logIn(), OUT_OF_REACH);
    }

    @Test
    void isNotThereWhereNoneIsConfigured() {
        try (var local = new StaffServer()) {
            var page = local.browser().get("/staff/log-in").body();
            assertThat(page).doesNotContain("/staff/log-in/begin").contains("name=\"password\"");
            assertThat(local.browser().get("/staff/log-in/begin").statusCode()).isEqualTo(404);
            assertThat(local.browser().get("/staff/log-in/return").statusCode()).isEqualTo(404);
        }
    }
}
