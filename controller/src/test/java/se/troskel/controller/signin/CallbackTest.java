package se.troskel.controller.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: only an answer to a question is read as one. Method: a table of query strings that
/// browsers may bring, most of them made by somebody else than a provider.
class CallbackTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "code=c&state=s, s, c, -",
                "state=s&code=c%20d&extra=1, s, c d, -",
                "code=c&state=s&iss=https%3A%2F%2Fa.example, s, c, https://a.example",
                "error=access_denied&state=s, s, -, -",
                "error=server_error&error_description=%F0%9F%98%80&state=s, s, -, -"
            })
    void readsAnAnswer(String query, String state, String code, String issuer) {
        assertThat(Callback.parse(query)).contains(new Callback(state, code, issuer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&",
                "=",
                "code=c",
                "state=s",
                "code=&state=s",
                "code=c&state=",
                "error=x",
                "code=c&state=s&state=t",
                "code=c&code=d&state=s",
                "code=c&state=%",
                "code=c&state=%zz",
                "response=eyJhbGciOiJub25lIn0.e30.&state=s",
                "id_token=eyJhbGciOiJub25lIn0.e30.&state=s",
                "access_token=a&token_type=Bearer&state=s",
                "code=c&state=s&id_token=x",
                "code=c&state=s&access_token=a"
            })
    void readsNothingElse(String query) {
        assertThat(Callback.parse(query)).isEmpty();
    }

    @Test
    void readsNothingThatIsLong() {
        assertThat(Callback.parse("code=" + "c".repeat(8192) + "&state=s")).isEmpty();
    }

    @Test
    void saysNothingOfWhatItHolds() {
        assertThat(new Callback("secret state", "secret code", null).toString())
                .doesNotContain("secret");
    }
}
