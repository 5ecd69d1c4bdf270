package se.troskel.controller.page;

import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.keys.Argon2Passwords;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.signin.OpenIdSignIn;
import se.troskel.protocol.event.StaffAction;

/// The log-in page, the only one that takes a form from a stranger. A form counts only when the
/// browser sends back the token that it got with the page, as cookie and as field. An unknown user
/// costs as much time as a wrong password and gets the same sentence.
final class LogIn {
    static final String PATH = "/staff/log-in";
    private static final int USER_LENGTH_MAX = 64;

    private final StaffDirectory directory;
    private final Argon2Passwords passwords;
    private final Sessions sessions;
    private final LogInTries tries;
    private final Templates templates;
    private final @Nullable OpenIdSignIn signIn;

    LogIn(StaffPages.Parts parts, Sessions sessions, LogInTries tries, Templates templates) {
        this.directory = parts.directory();
        this.passwords = parts.passwords();
        this.sessions = sessions;
        this.tries = tries;
        this.templates = templates;
        this.signIn = parts.signIn();
    }

    Optional<PageAnswer> show(ServerRequest request, ServerResponse response) {
        if (Guard.switchesLanguage(Method.GET, request, response)) {
            return Optional.empty();
        }
        return Optional.of(page(request, response, 200, null));
    }

    Optional<PageAnswer> enter(ServerRequest request, ServerResponse response) {
        var texts = Texts.of(Cookies.language(request));
        var form = RequestBody.read(request);
        var token = Cookies.read(request, Cookies.LOG_IN);
        if (token.isEmpty() || !Guard.isSame(token, form.raw("csrf"))) {
            return Optional.of(page(request, response, 403, texts.get("refused.csrf")));
        }
        var user = form.get("user").toLowerCase(Locale.ROOT);
        if (user.isEmpty() || user.length() > USER_LENGTH_MAX) {
            return Optional.of(page(request, response, 401, texts.get("log-in.wrong")));
        }
        var address = request.remotePeer().host();
        var pause = tries.begin(user, address);
        if (pause.isPresent()) {
            long minutes = minutesUntil(pause.get());
            response.header("Retry-After", Long.toString(minutes * 60));
            return Optional.of(page(request, response, 429, texts.get("log-in.pause", minutes)));
        }
        var account = known(user, form.raw("password"));
        if (account.isEmpty()) {
            return Optional.of(refuse(request, response, 401, texts.get("log-in.wrong")));
        }
        tries.succeed(user, address);
        letIn(request, response, account.get());
        return Optional.of(
                PageAnswer.goTo(account.get().mustChange() ? "/staff/password" : "/staff"));
    }

    private Optional<StaffAccount> known(String user, String password) {
        var account = directory.find(user);
        boolean right =
                account.isPresent()
                        ? passwords.matches(password, account.get().passwordHash())
                        : passwords.matchesNobody(password);
        return right ? account : Optional.empty();
    }

    /// Gives the browser a session of its own in place of any that it had.
    void letIn(ServerRequest request, ServerResponse response, StaffAccount account) {
        sessions.find(Cookies.read(request, Cookies.SESSION)).ifPresent(sessions::end);
        var session = sessions.open(account);
        Cookies.set(request, response, Cookies.SESSION, session.id());
        Cookies.drop(request, response, Cookies.LOG_IN);
        directory.record(StaffAction.LOGGED_IN, account);
    }

    /// The page for somebody who proved to be nobody whom we let in, which is taken down.
    PageAnswer refuse(ServerRequest request, ServerResponse response, int status, String sentence) {
        directory.record(StaffAction.LOG_IN_REFUSED, null);
        return page(request, response, status, sentence);
    }

    private long minutesUntil(Instant end) {
        return Duration.between(sessions.now(), end).plusSeconds(59).toMinutes();
    }

    /// The page itself; never blocks.
    ///
    /// @param problem null for none
    PageAnswer page(
            ServerRequest request, ServerResponse response, int status, @Nullable String problem) {
        var token = sessions.token();
        Cookies.set(request, response, Cookies.LOG_IN, token);
        var texts = Texts.of(Cookies.language(request));
        var values = new HashMap<String, Object>();
        var sentence = problem;
        if (signIn != null) {
            values.put("elsewhere", signIn.label(texts.language().code()));
            if (sentence == null && signIn.isOutOfReach()) {
                sentence = texts.get("sign-in.out-of-reach");
            }
        }
        var notice = sentence == null ? null : new Notice(false, sentence);
        values.put("frame", new Frame(texts, PATH, token, null, List.of(), notice));
        return PageAnswer.html(status, templates.render("login", values));
    }
}
