package se.troskel.controller.page;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.util.Map;

/// Sends answers, each with the headers that keep a page to itself: nothing is stored, nothing from
/// elsewhere is loaded, no script or style stands in the page, nobody frames it.
final class Answers {
    private static final Map<String, String> ALWAYS =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                            + " connect-src 'self'; form-action 'self'; base-uri 'none';"
                            + " frame-ancestors 'none'",
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY",
                    "Referrer-Policy",
                    "no-referrer",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cross-Origin-Resource-Policy",
                    "same-origin",
                    "Permissions-Policy",
                    "camera=(), microphone=(), geolocation=()");

    private Answers() {}

    static void send(ServerResponse response, PageAnswer.Whole answer) {
        protect(response);
        answer.headers().forEach((name, value) -> response.header(name, value));
        if (!answer.headers().containsKey("Cache-Control")) {
            response.header(HeaderNames.CACHE_CONTROL, "no-store");
        }
        response.status(Status.create(answer.status()));
        if (answer.body().length == 0) {
            response.send();
        } else {
            response.header(HeaderNames.CONTENT_TYPE, answer.type());
            response.send(answer.body());
        }
    }

    /// Sets the headers of every answer.
    static void protect(ServerResponse response) {
        ALWAYS.forEach((name, value) -> response.header(name, value));
    }
}
