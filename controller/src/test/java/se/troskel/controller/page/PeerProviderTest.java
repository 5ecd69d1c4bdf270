package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.config.SignIn;
import se.troskel.config.StaffRole;
import se.troskel.controller.keys.Lookup;
import se.troskel.controller.signin.ClientSecret;
import se.troskel.controller.signin.OpenIdSignIn;
import se.troskel.controller.signin.TestProvider;

/// Goal: the log-in understands a provider that we did not write. Method: NAV's mock-oauth2-server
/// on a real socket, the real pages, a browser without scripts.
class PeerProviderTest {
    private static final Lookup LOOKUP = new Lookup(new SecretKeySpec(new byte[32], "HmacSHA256"));

    @Test
    void letsInWhomAPeerVouchesFor(@TempDir Path data) throws Exception {
        TestProvider.writeSecret(data);
        var peer = new MockOAuth2Server();
        peer.start(InetAddress.getLoopbackAddress(), 0);
        var issuer = peer.issuerUrl("kommun").toString();
        try (var signIn =
                        new OpenIdSignIn(
                                new OpenIdSignIn.Parts(
                                        config(issuer),
                                        ClientSecret.of("sign-in-secret", data, Map.of()),
                                        LOOKUP,
                                        System::nanoTime));
                var server = new StaffServer(Instant.parse("2027-03-02T08:14:00Z"), signIn)) {
            var browser = server.browser();
            var asked = URI.create(Browser.location(browser.get("/staff/log-in/begin")));
            var there = browser.client.send(filledIn(asked), BodyHandlers.ofString());
            assertThat(there.statusCode()).isEqualTo(302);
            var back = URI.create(Browser.location(there));
            browser.get(back.getRawPath() + "?" + back.getRawQuery());
            assertThat(browser.get("/staff").body()).contains("Alva Testsson (oidc:");
        } finally {
            peer.shutdown();
        }
    }

    /// The peer's own log-in form, with what it is to say of whoever logs in.
    private static HttpRequest filledIn(URI page) {
        String claims = "{\"roles\": \"vakt\", \"name\": \"Alva Testsson\"}";
        return HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                        BodyPublishers.ofString(
                                "username=subject-1&claims="
                                        + URLEncoder.encode(claims, StandardCharsets.UTF_8)))
                .build();
    }

    private static SignIn config(String issuer) {
        return new SignIn(
                Map.of("sv", "Kommunen", "en", "The municipality"),
                issuer,
                "troskel",
                "sign-in-secret",
                TestProvider.RETURN_TO,
                List.of("profile"),
                "roles",
                List.of(new SignIn.RoleOf("vakt", StaffRole.INVIGILATOR)));
    }
}
