package se.troskel.controller.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.LongSupplier;
import se.troskel.config.SignIn;
import se.troskel.controller.keys.Lookup;
import se.troskel.controller.register.StaffAccount;

/// Logs staff in with the organisation's own accounts. Keeps nothing about anybody: who has begun
/// is remembered by the caller, and whoever is logged in exists as long as the session.
/// Thread-safe. What a token says of times is compared with this machine's own clock, a minute more
/// or less.
public final class OpenIdSignIn implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SignIn config;
    private final ClientSecret secret;
    private final Visitors visitors;
    private final BoundedHttp http;
    private final KnownProvider provider;

    /// What it works with.
    ///
    /// @param nanos monotonic time
    public record Parts(SignIn config, ClientSecret secret, Lookup lookup, LongSupplier nanos) {}

    public OpenIdSignIn(Parts parts) {
        this(parts, PATIENCE);
    }

    /// @param patience how long one question to the provider may take in all
    OpenIdSignIn(Parts parts, Duration patience) {
        config = parts.config();
        secret = parts.secret();
        visitors = new Visitors(config, parts.lookup());
        http = new BoundedHttp(patience);
        provider =
                new KnownProvider(
                        () -> Provider.discover(config.issuer(), http, patience), parts.nanos());
    }

    /// The words of the button.
    ///
    /// @param language two letters, `sv` or `en`
    public String label(String language) {
        return config.labels().getOrDefault(language, config.issuer());
    }

    /// Whether browsers come back encrypted, so that a cookie for it need never go out in the
    /// clear.
    public boolean isEncrypted() {
        return config.returnTo().startsWith("https:");
    }

    /// Whether the provider could not be reached a moment ago. Never blocks.
    public boolean isOutOfReach() {
        return provider.isOutOfReach();
    }

    /// Begins a log-in. Blocks for five seconds at most. The provider is asked to have people prove
    /// anew who they are, because staff share tablets and log out here only.
    ///
    /// @param state random text
    /// @param nonce random text
    /// @throws SignInRefusedException when the provider is out of reach
    public Begun begin(String state, String nonce) {
        Provider asked = provider.get();
        CodeVerifier verifier = new CodeVerifier();
        Scope scope = new Scope("openid");
        config.scopes().forEach(scope::add);
        URI address =
                new AuthenticationRequest.Builder(
                                new ResponseType(ResponseType.Value.CODE),
                                scope,
                                new ClientID(config.clientId()),
                                URI.create(config.returnTo()))
                        .endpointURI(asked.authorization())
                        .state(new State(state))
                        .nonce(new Nonce(nonce))
                        .codeChallenge(verifier, CodeChallengeMethod.S256)
                        .prompt(Prompt.Type.LOGIN)
                        .build()
                        .toURI();
        return new Begun(address, state, nonce, verifier, asked);
    }

    /// Ends a log-in. Blocks for fifteen seconds at most: code, keys, and keys anew.
    ///
    /// @param back what came back; the caller has compared its state, and that it is the same
    ///   browser
    /// @return who it is, with the capabilities of the roles that the provider's words give; in no
    ///   register
    /// @throws SignInRefusedException when nobody is logged in
    public StaffAccount finish(Begun begun, Callback back) {
        String from = back.issuer();
        if (from == null ? begun.provider().namesItself() : !from.equals(config.issuer())) {
            throw disbelieved("the answer is from another provider, or does not say");
        }
        if (back.code() == null) {
            throw new SignInRefusedException(Refusal.BROKEN_OFF, "broken off at the provider");
        }
        return visitors.of(claims(begun, exchange(begun, new AuthorizationCode(back.code()))));
    }

    private JWT exchange(Begun begun, AuthorizationCode code) {
        TokenRequest request =
                new TokenRequest.Builder(
                                begun.provider().token(),
                                authentication(begun.provider()),
                                new AuthorizationCodeGrant(
                                        code, URI.create(config.returnTo()), begun.verifier()))
                        .build();
        try {
            TokenResponse answer =
                    OIDCTokenResponseParser.parse(request.toHTTPRequest().send(http));
            if (answer instanceof OIDCTokenResponse tokens
                    && tokens.getOIDCTokens().getIDToken() != null) {
                return tokens.getOIDCTokens().getIDToken();
            }
            throw disbelieved("no token for the code: " + error(answer));
        } catch (IOException e) {
            throw new SignInRefusedException(
                    Refusal.OUT_OF_REACH, "the code could not be exchanged: " + e.getMessage(), e);
        } catch (ParseException e) {
            // its message may quote the token
            throw disbelieved("the answer to the code cannot be read");
        }
    }

    private ClientAuthentication authentication(Provider asked) {
        ClientID id = new ClientID(config.clientId());
        Secret ours = new Secret(secret.read());
        return asked.secretInBody()
                ? new ClientSecretPost(id, ours)
                : new ClientSecretBasic(id, ours);
    }

    private static String error(TokenResponse answer) {
        ErrorObject error =
                answer.indicatesSuccess() ? null : answer.toErrorResponse().getErrorObject();
        return error == null ? "no ID token in it" : String.valueOf(error.getCode());
    }

    private IDTokenClaimsSet claims(Begun begun, JWT token) {
        Provider asked = begun.provider();
        IDTokenValidator validator =
                new IDTokenValidator(
                        new Issuer(config.issuer()),
                        new ClientID(config.clientId()),
                        new JWSVerificationKeySelector<>(asked.algorithms(), asked.keys()),
                        null);
        try {
            return validator.validate(token, new Nonce(begun.nonce()));
        } catch (BadJOSEException e) {
            throw new SignInRefusedException(
                    Refusal.NOT_BELIEVED, "the token is not believed: " + e.getMessage(), e);
        } catch (JOSEException e) {
            throw new SignInRefusedException(
                    Refusal.OUT_OF_REACH,
                    "the provider's keys cannot be had: " + e.getMessage(),
                    e);
        }
    }

    private static SignInRefusedException disbelieved(String why) {
        return new SignInRefusedException(Refusal.NOT_BELIEVED, why);
    }

    @Override
    public void close() {
        http.close();
    }
}
