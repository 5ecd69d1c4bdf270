package se.troskel.controller.page;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.signin.Begun;
import se.troskel.controller.signin.Callback;
import se.troskel.controller.signin.OpenIdSignIn;
import se.troskel.controller.signin.Refusal;
import se.troskel.controller.signin.SignInRefusedException;

/// The way to the organisation's own log-in and back. Whatever goes wrong leads to the log-in page
/// with a sentence, where local accounts work as always. The only addresses that a browser is sent
/// to are the provider's own and the overview.
final class SignInPage {
    /// A link leads here, not a form: `form-action` would not let a form go on to another site.
    static final String BEGIN = "/staff/log-in/begin";

    static final String RETURN = "/staff/log-in/return";
    private static final Logger LOG = LoggerFactory.getLogger(SignInPage.class);

    private final OpenIdSignIn signIn;
    private final Sessions sessions;
    private final LogIn logIn;
    private final Guard guard;
    private final SignInsBegun begun = new SignInsBegun();

    SignInPage(OpenIdSignIn signIn, Sessions sessions, LogIn logIn, Guard guard) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.logIn = logIn;
        this.guard = guard;
    }

    /// Sends the browser to the provider; blocks for some seconds at most.
    PageAnswer begin(ServerRequest request, ServerResponse response) {
        Begun fresh;
        try {
            fresh = signIn.begin(sessions.token(), sessions.token());
        } catch (SignInRefusedException e) {
            return refused(request, response, e);
        }
        var browser = sessions.token();
        begun.put(fresh, browser, Cookies.read(request, Cookies.SESSION), sessions.now());
        Cookies.signIn(response, browser, isEncrypted(request));
        return PageAnswer.goTo(fresh.address().toString());
    }

    /// Takes the browser back; blocks for some seconds at most.
    PageAnswer finish(ServerRequest request, ServerResponse response) {
        var browser = Cookies.read(request, Cookies.SIGN_IN);
        var callback = Callback.parse(request.query().rawValue());
        var back = callback.flatMap(come -> begun.take(come.state(), browser, sessions.now()));
        if (callback.isEmpty() || back.isEmpty()) {
            return logIn.page(request, response, 403, words(request, "sign-in.stale"));
        }
        Cookies.signIn(response, "", isEncrypted(request));
        try {
            var account = signIn.finish(back.get().begun(), callback.get());
            sessions.find(back.get().session()).ifPresent(sessions::end);
            return welcome(request, response, account);
        } catch (SignInRefusedException e) {
            return refused(request, response, e);
        }
    }

    /// A page of our own that goes on to the overview: to a redirection, which would still count as
    /// the provider's, the browser would not give the session's cookie.
    private PageAnswer welcome(
            ServerRequest request, ServerResponse response, StaffAccount account) {
        logIn.letIn(request, response, account);
        return guard.stranger(request, 200, "sign-in.welcome")
                .with("Refresh", "0; url=" + BoardPage.PATH);
    }

    private PageAnswer refused(
            ServerRequest request, ServerResponse response, SignInRefusedException e) {
        LOG.warn("Somebody was not logged in, {}: {}", e.refusal(), e.getMessage());
        var sentence = words(request, key(e.refusal()));
        return switch (e.refusal()) {
            case OUT_OF_REACH -> logIn.page(request, response, 503, sentence);
            case BROKEN_OFF -> logIn.page(request, response, 403, sentence);
            case NOT_BELIEVED, NO_ROLE -> logIn.refuse(request, response, 403, sentence);
        };
    }

    private static String key(Refusal refusal) {
        return "sign-in." + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(ServerRequest request, String key) {
        return Texts.of(Cookies.language(request)).get(key);
    }

    private boolean isEncrypted(ServerRequest request) {
        return request.isSecure() || signIn.isEncrypted();
    }
}
