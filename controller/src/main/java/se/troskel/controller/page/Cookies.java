package se.troskel.controller.page;

import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;

/// The cookies of the staff pages. None is readable by scripts, one is sent when another site leads
/// here; over TLS none goes out in the clear.
final class Cookies {
    static final String SESSION = "troskel-session";

    /// Ties the log-in form to the browser that asked for it.
    static final String LOG_IN = "troskel-log-in";

    /// Ties what comes back from the organisation's log-in to the browser that went there.
    static final String SIGN_IN = "troskel-sign-in";

    private static final String LANGUAGE = "troskel-language";
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String SIGN_IN_PATH = "/staff/log-in";

    private Cookies() {}

    /// The cookie's value; empty when the browser sent none.
    static String read(ServerRequest request, String name) {
        return request.headers().cookies().first(name).orElse("");
    }

    static Language language(ServerRequest request) {
        return Language.of(read(request, LANGUAGE));
    }

    /// A cookie that goes when the browser is closed.
    static void set(ServerRequest request, ServerResponse response, String name, String value) {
        response.headers().addCookie(cookie(request, name, value).build());
    }

    /// The same as the text of a `Set-Cookie` header.
    static String text(ServerRequest request, String name, String value) {
        return cookie(request, name, value).build().text();
    }

    static void remember(ServerRequest request, ServerResponse response, Language language) {
        response.headers()
                .addCookie(cookie(request, LANGUAGE, language.code()).maxAge(YEAR).build());
    }

    static void drop(ServerRequest request, ServerResponse response, String name) {
        response.headers().addCookie(cookie(request, name, "").maxAge(Duration.ZERO).build());
    }

    /// The one cookie that comes along when another site, the provider, leads back here: it opens
    /// nothing by itself.
    ///
    /// @param value empty to drop it
    static void signIn(ServerResponse response, String value, boolean encrypted) {
        response.headers()
                .addCookie(
                        SetCookie.builder(SIGN_IN, value)
                                .path(SIGN_IN_PATH)
                                .httpOnly(true)
                                .sameSite(SetCookie.SameSite.LAX)
                                .secure(encrypted)
                                .maxAge(value.isEmpty() ? Duration.ZERO : SignInsBegun.LIFE)
                                .build());
    }

    private static SetCookie.Builder cookie(ServerRequest request, String name, String value) {
        return SetCookie.builder(name, value)
                .path("/")
                .httpOnly(true)
                .sameSite(SetCookie.SameSite.STRICT)
                .secure(request.isSecure());
    }
}
