package se.troskel.controller.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: only a provider that describes itself soundly is asked. Method: a sound description broken
/// in one place for each row of a table, over a real socket.
class ProviderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TestProvider server = new TestProvider();
    private final BoundedHttp http = new BoundedHttp(PATIENCE);

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    private Provider discover() {
        return Provider.discover(server.issuer(), http, PATIENCE);
    }

    @Test
    void readsASoundDescription() {
        Provider provider = discover();
        assertThat(provider.token()).hasToString(server.issuer() + "/token");
        assertThat(provider.algorithms()).containsExactly(JWSAlgorithm.RS256);
        assertThat(provider.secretInBody()).isFalse();
        assertThat(provider.namesItself()).isFalse();
    }

    @Test
    void heedsHowTheSecretIsToBeSent() {
        server.description =
                server.sound()
                        .replaceFirst(
                                "\\{",
                                "{\"token_endpoint_auth_methods_supported\":"
                                        + " [\"client_secret_post\"],"
                                        + " \"authorization_response_iss_parameter_supported\":"
                                        + " true,");
        assertThat(discover().secretInBody()).isTrue();
        assertThat(discover().namesItself()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "issuer": "{issuer}"                  | "issuer": "{issuer}/"
                    "issuer": "{issuer}"                  | "issuer": "https://evil.example"
                    "issuer": "{issuer}"                  | "issuer": 7
                    "issuer": "{issuer}",                 | "x": 1,
                    "{issuer}/authorize"                  | "javascript:alert(1)"
                    "{issuer}/authorize"                  | "http://evil.example/authorize"
                    "{issuer}/authorize"                  | "https://a:b@evil.example/authorize"
                    "{issuer}/authorize"                  | "/authorize"
                    "{issuer}/authorize"                  | null
                    "{issuer}/token"                      | "http://10.0.0.1/token"
                    "{issuer}/token"                      | "http://127.evil.example/token"
                    "{issuer}/token"                      | "ftp://localhost/token"
                    "{issuer}/token"                      | "file:///etc/passwd"
                    "{issuer}/token"                      | "%"
                    "{issuer}/keys"                       | "file:///etc/passwd"
                    "jwks_uri"                            | "jwks"
                    "token_endpoint"                      | "token"
                    ["RS256"]                             | ["none"]
                    ["RS256"]                             | ["HS256"]
                    ["RS256"]                             | []
                    ["RS256"]                             | "RS256"
                    ["public"]                            | [[[[]]]]
                    """)
    void usesNoOther(String part, String broken) {
        assertThat(server.sound()).contains(part);
        server.description = server.sound().replace(part, broken);
        assertThatThrownBy(this::discover)
                .isInstanceOfSatisfying(
                        SignInRefusedException.class,
                        e -> assertThat(e.refusal()).isEqualTo(Refusal.OUT_OF_REACH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "<html>", "{\"issuer\": ", "\u0000", "7"})
    void usesNothingThatIsNoDescription(String text) {
        server.description = text;
        assertThatThrownBy(this::discover).isInstanceOf(SignInRefusedException.class);
    }

    @Test
    void usesNothingThatIsHuge() {
        server.description = server.sound() + " ".repeat(300 * 1024);
        assertThatThrownBy(this::discover).isInstanceOf(SignInRefusedException.class);
    }
}
