package se.troskel.controller.signin;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the provider sent back by way of the browser, so nothing in it is believed yet.
///
/// @param state what the answer is to
/// @param code to be exchanged; null when there is none, because it was broken off
/// @param issuer which provider it says to be from (RFC 9207); null when it does not say
public record Callback(String state, @Nullable String code, @Nullable String issuer) {
    private static final int LONGEST_QUERY = 8192;

    /// Where the answer came to is not looked at here: only one address leads here.
    private static final URI HERE = URI.create("https://localhost/staff/log-in/return");

    /// Reads a query string.
    ///
    /// @param query as it stands in the address, without `?`
    /// @return empty for anything but one answer to one question of ours
    public static Optional<Callback> parse(String query) {
        if (query.length() > LONGEST_QUERY) {
            return Optional.empty();
        }
        try {
            Map<String, List<String>> fields = URLUtils.parseParameters(query);
            if (fields.values().stream().anyMatch(values -> values.size() != 1)) {
                return Optional.empty();
            }
            return of(AuthenticationResponseParser.parse(HERE, fields));
        } catch (ParseException | RuntimeException e) {
            // a mistake in the library must not become a page that failed
            return Optional.empty();
        }
    }

    private static Optional<Callback> of(AuthenticationResponse answer) {
        if (answer.getState() == null) {
            return Optional.empty();
        }
        String state = answer.getState().getValue();
        String issuer = answer.getIssuer() == null ? null : answer.getIssuer().getValue();
        if (!answer.indicatesSuccess()) {
            return Optional.of(new Callback(state, null, issuer));
        }
        return Optional.ofNullable(answer.toSuccessResponse().getAuthorizationCode())
                .map(code -> new Callback(state, code.getValue(), issuer));
    }

    /// Without what it holds.
    @Override
    public String toString() {
        return "Callback[" + (code == null ? "broken off" : "code") + "]";
    }
}
