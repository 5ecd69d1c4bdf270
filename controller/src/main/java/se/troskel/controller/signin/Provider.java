package se.troskel.controller.signin;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a provider says of itself (OpenID Connect Discovery 1.0), as far as we use it.
///
/// @param authorization where browsers are sent
/// @param token where codes are exchanged
/// @param algorithms with which it signs, only such with a public key: what is "signed" with the
///   client secret or not at all is never believed
/// @param keys its public keys; asked for when first needed, kept for an hour, asked for again when
///   a token names a new one, but not more than twice in half a minute
/// @param secretInBody whether it takes the client secret in the form only
/// @param namesItself whether each answer by the browser says which provider it is from (RFC 9207)
record Provider(
        URI authorization,
        URI token,
        Set<JWSAlgorithm> algorithms,
        JWKSource<SecurityContext> keys,
        boolean secretInBody,
        boolean namesItself) {
    private static final Set<JWSAlgorithm> WITH_A_PUBLIC_KEY =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);
    private static final long KEYS_KEPT_MILLIS = Duration.ofHours(1).toMillis();
    private static final long KEYS_PAUSE_MILLIS = Duration.ofSeconds(30).toMillis();

    /// Asks the provider; blocks as long as `http` does.
    ///
    /// @throws SignInRefusedException when it cannot be reached or its answer is not to be used
    static Provider discover(String issuer, BoundedHttp http, Duration patience) {
        String document = fetch(issuer, http);
        try {
            OIDCProviderMetadata said = OIDCProviderMetadata.parse(document);
            if (!issuer.equals(said.getIssuer().getValue())) {
                throw unusable("it calls itself " + said.getIssuer());
            }
            List<ClientAuthenticationMethod> ways = said.getTokenEndpointAuthMethods();
            URI keys = fit(issuer, "jwks_uri", said.getJWKSetURI());
            return new Provider(
                    fit(issuer, "authorization_endpoint", said.getAuthorizationEndpointURI()),
                    fit(issuer, "token_endpoint", said.getTokenEndpointURI()),
                    algorithms(said),
                    JWKSourceBuilder.create(keys.toURL(), http)
                            .cache(KEYS_KEPT_MILLIS, patience.toMillis())
                            .refreshAheadCache(false)
                            .rateLimited(KEYS_PAUSE_MILLIS)
                            .build(),
                    ways != null && !ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC),
                    said.supportsAuthorizationResponseIssuerParam());
        } catch (ParseException | MalformedURLException | RuntimeException e) {
            throw e instanceof SignInRefusedException refused
                    ? refused
                    : unusable(e.getClass().getSimpleName());
        }
    }

    private static String fetch(String issuer, BoundedHttp http) {
        String address = issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
        try {
            return http.retrieveResource(URI.create(address).toURL()).getContent();
        } catch (IOException e) {
            throw new SignInRefusedException(
                    Refusal.OUT_OF_REACH, address + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata said) {
        Set<JWSAlgorithm> algorithms = new HashSet<>(WITH_A_PUBLIC_KEY);
        List<JWSAlgorithm> theirs = said.getIDTokenJWSAlgs();
        algorithms.retainAll(theirs == null ? List.of(JWSAlgorithm.RS256) : theirs);
        if (algorithms.isEmpty()) {
            throw unusable("it signs with no public key");
        }
        return Set.copyOf(algorithms);
    }

    /// An address that secrets may be sent to: encrypted, unless issuer and address are both on
    /// this machine.
    private static URI fit(String issuer, String name, @Nullable URI address) {
        if (address == null || address.getHost() == null || address.getUserInfo() != null) {
            throw unusable(name + " is missing or no address");
        }
        boolean isPlain = "http".equals(address.getScheme());
        boolean isHere = isLoopback(address.getHost());
        if (!"https".equals(address.getScheme())
                && !(isPlain && isHere && issuer.startsWith("http:"))) {
            throw unusable(name + " is not https");
        }
        return address;
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.matches("127(?:\\.[0-9]{1,3}){3}");
    }

    private static SignInRefusedException unusable(String why) {
        return new SignInRefusedException(
                Refusal.OUT_OF_REACH, "the provider's description of itself is not used: " + why);
    }
}
