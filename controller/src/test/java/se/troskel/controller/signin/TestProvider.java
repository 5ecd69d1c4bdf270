package se.troskel.controller.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import se.troskel.config.SignIn;
import se.troskel.config.StaffRole;
import se.troskel.controller.keys.Lookup;

/// An OpenID Connect provider on a real socket that checks client secret, PKCE, redirect URI and
/// single use as a good one does, and does one thing wrong when it is told to. Whoever comes is
/// logged in at once as [#SUBJECT], in the groups that the test gave.
public final class TestProvider implements AutoCloseable {
    public static final String SUBJECT = "f3a1c7-subject-of-alva";
    public static final String NAME = "Alva Testsson";

    /// As registered with the provider; the path is all that the test's browser goes by.
    public static final String RETURN_TO = "http://127.0.0.1:1/staff/log-in/return";

    private static final String CLIENT = "troskel";
    private static final String SECRET = "a secret with % and & in it, long enough for HMAC";
    private static final RSAKey KEY = key("one");
    private static final RSAKey STRANGERS = key("one");
    private static final String DESCRIPTION =
            """
            {"issuer": "{issuer}", "authorization_endpoint": "{issuer}/authorize",
             "token_endpoint": "{issuer}/token", "jwks_uri": "{issuer}/keys",
             "subject_types_supported": ["public"], "response_types_supported": ["code"],
             "id_token_signing_alg_values_supported": ["RS256"]}
            """;

    /// What can be wrong.
    public enum Fault {
        NONE,
        WRONG_NONCE,
        NO_NONCE,
        WRONG_AUDIENCE,
        WRONG_ISSUER,
        EXPIRED,
        FORGED_SIGNATURE,
        UNKNOWN_KEY,
        ALG_NONE,
        SIGNED_WITH_THE_CLIENT_SECRET,
        CHANGED_AFTER_SIGNING,
        NO_ID_TOKEN,
        NO_JSON,
        REFUSES_THE_CODE
    }

    public volatile Fault fault = Fault.NONE;
    public volatile List<String> groups = List.of();

    /// What it says of itself, `{issuer}` replaced.
    public volatile String description = DESCRIPTION;

    /// Answers one byte in 20 ms.
    public volatile boolean drips;

    /// Where browsers really reach the centre; null for the registered address.
    public volatile @Nullable String centre;

    public final AtomicInteger descriptionsAsked = new AtomicInteger();

    private final HttpServer server;
    private final Map<String, Map<String, List<String>>> byCode = new ConcurrentHashMap<>();

    public TestProvider() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/openid-configuration", this::describe);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/keys", this::keys);
        server.start();
    }

    /// What it says of itself when all is well.
    public String sound() {
        return DESCRIPTION;
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /// A centre's configuration for it: the group `tenta` are coordinators, `drift` administrators.
    public SignIn config() {
        return new SignIn(
                Map.of("sv", "Logga in med kommunen", "en", "Log in with the municipality"),
                issuer(),
                CLIENT,
                "sign-in-secret",
                RETURN_TO,
                List.of("profile"),
                "groups",
                List.of(
                        new SignIn.RoleOf("vakt", StaffRole.INVIGILATOR),
                        new SignIn.RoleOf("tenta", StaffRole.EXAM_COORDINATOR),
                        new SignIn.RoleOf("drift", StaffRole.ADMIN)));
    }

    /// Writes the client secret where a centre with this data folder looks for it.
    public static void writeSecret(Path data) throws IOException {
        Path folder = Files.createDirectories(data.resolve("credentials"));
        Path file = folder.resolve("sign-in-secret");
        Files.writeString(file, SECRET + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /// A log-in with it that waits for half a second at most.
    ///
    /// @param data a folder with the client secret in it
    public OpenIdSignIn signIn(Path data, LongSupplier nanos) {
        return new OpenIdSignIn(
                new OpenIdSignIn.Parts(
                        config(),
                        ClientSecret.of("sign-in-secret", data, Map.of()),
                        new Lookup(new SecretKeySpec(new byte[32], "HmacSHA256")),
                        nanos),
                Duration.ofMillis(500));
    }

    private void describe(HttpExchange asked) throws IOException {
        descriptionsAsked.incrementAndGet();
        byte[] all = description.replace("{issuer}", issuer()).getBytes(StandardCharsets.UTF_8);
        asked.getResponseHeaders().set("Content-Type", "application/json");
        asked.sendResponseHeaders(200, all.length);
        try (var out = asked.getResponseBody()) {
            for (byte one : all) {
                out.write(one);
                if (drips) {
                    out.flush();
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }
            }
        }
    }

    private void authorize(HttpExchange asked) throws IOException {
        var wanted = URLUtils.parseParameters(asked.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        byCode.put(code, wanted);
        String to = only(wanted, "redirect_uri");
        String reached = centre == null ? to : to.replace("http://127.0.0.1:1", centre);
        asked.getResponseHeaders()
                .set(
                        "Location",
                        reached
                                + "?code="
                                + code
                                + "&state="
                                + URLEncoder.encode(only(wanted, "state"), StandardCharsets.UTF_8));
        asked.sendResponseHeaders(302, -1);
        asked.close();
    }

    private void token(HttpExchange asked) throws IOException {
        String form = new String(asked.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var sent = URLUtils.parseParameters(form);
        var wanted = byCode.remove(only(sent, "code"));
        if (wanted == null || fault == Fault.REFUSES_THE_CODE || !isOurs(asked, sent, wanted)) {
            send(asked, 400, "{\"error\": \"invalid_grant\"}");
        } else if (fault == Fault.NO_JSON) {
            send(asked, 200, "<html>");
        } else {
            String token = fault == Fault.NO_ID_TOKEN ? "" : idToken(only(wanted, "nonce"));
            String field = token.isEmpty() ? "" : ", \"id_token\": \"" + token + "\"";
            send(asked, 200, "{\"access_token\": \"a\", \"token_type\": \"Bearer\"" + field + "}");
        }
    }

    private static boolean isOurs(
            HttpExchange asked, Map<String, List<String>> sent, Map<String, List<String>> wanted) {
        try {
            var login =
                    ClientSecretBasic.parse(asked.getRequestHeaders().getFirst("Authorization"));
            var proof =
                    CodeChallenge.compute(
                            CodeChallengeMethod.S256,
                            new CodeVerifier(only(sent, "code_verifier")));
            return login.getClientID().getValue().equals(CLIENT)
                    && login.getClientSecret().getValue().equals(SECRET)
                    && only(wanted, "code_challenge_method").equals("S256")
                    && proof.getValue().equals(only(wanted, "code_challenge"))
                    && only(sent, "redirect_uri").equals(only(wanted, "redirect_uri"));
        } catch (com.nimbusds.oauth2.sdk.ParseException e) {
            return false;
        }
    }

    private String idToken(String nonce) {
        Instant now = Instant.now();
        Instant end = now.plusSeconds(fault == Fault.EXPIRED ? -600 : 300);
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(fault == Fault.WRONG_ISSUER ? "https://evil.example" : issuer())
                        .subject(SUBJECT)
                        .audience(fault == Fault.WRONG_AUDIENCE ? "somebody-else" : CLIENT)
                        .issueTime(Date.from(end.minusSeconds(300)))
                        .expirationTime(Date.from(end))
                        .claim("name", NAME)
                        .claim("groups", groups);
        if (fault != Fault.NO_NONCE) {
            claims.claim("nonce", fault == Fault.WRONG_NONCE ? "other" : nonce);
        }
        try {
            return switch (fault) {
                case ALG_NONE -> new PlainJWT(claims.build()).serialize();
                case SIGNED_WITH_THE_CLIENT_SECRET -> {
                    var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
                    jwt.sign(new MACSigner(SECRET));
                    yield jwt.serialize();
                }
                case FORGED_SIGNATURE -> signed(claims.build(), STRANGERS, "one");
                case UNKNOWN_KEY -> signed(claims.build(), STRANGERS, "other");
                case CHANGED_AFTER_SIGNING -> {
                    var parts = signed(claims.build(), KEY, "one").split("\\.", -1);
                    var more = claims.claim("groups", List.of("drift")).build();
                    var other = signed(more, KEY, "one").split("\\.", -1);
                    yield parts[0] + "." + other[1] + "." + parts[2];
                }
                default -> signed(claims.build(), KEY, "one");
            };
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWTClaimsSet claims, RSAKey key, String id) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id).build();
        var jwt = new SignedJWT(header, claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private void keys(HttpExchange asked) throws IOException {
        send(asked, 200, new JWKSet(KEY.toPublicJWK()).toString());
    }

    private static String only(Map<String, List<String>> fields, String name) {
        return Objects.requireNonNullElse(fields.get(name), List.of("")).getFirst();
    }

    private static void send(HttpExchange asked, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        asked.getResponseHeaders().set("Content-Type", "application/json");
        asked.sendResponseHeaders(status, body.length);
        try (var out = asked.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
