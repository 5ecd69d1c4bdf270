package se.troskel.controller.page;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.controller.register.StaffAccount;

/// Stands before every page: who is asking, may they, did the form come from our own page. Only
/// then is the page's action called. What goes wrong unexpectedly becomes a calm page with a
/// reference, and the log has the rest under the same reference.
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final int REFERENCE_LENGTH = 8;

    private final Sessions sessions;
    private final StaffDirectory directory;
    private final Templates templates;
    private final News news;

    Guard(Sessions sessions, StaffDirectory directory, Templates templates, News news) {
        this.sessions = sessions;
        this.directory = directory;
        this.templates = templates;
        this.news = news;
    }

    /// Answers a request for `route`.
    void handle(PageRoute route, ServerRequest request, ServerResponse response) {
        var session = sessions.find(Cookies.read(request, Cookies.SESSION));
        var account = session.flatMap(this::account);
        if (session.isEmpty() || account.isEmpty()) {
            sendToLogIn(route, request, response);
            return;
        }
        var texts = Texts.of(Cookies.language(request));
        var asked = new PageRequest(request, session.get(), account.get(), texts, Form.EMPTY);
        calmly(request, response, () -> answer(route, asked, response));
    }

    /// Who it is as of now; whoever is only visiting stays as the log-in said.
    private Optional<StaffAccount> account(Session session) {
        if (session.opener().isVisiting()) {
            return Optional.of(session.opener());
        }
        return directory.find(session.user()).filter(session::isOf);
    }

    private Optional<PageAnswer> answer(
            PageRoute route, PageRequest asked, ServerResponse response) {
        if (switchesLanguage(route.method(), asked.raw(), response)) {
            return Optional.empty();
        }
        if (asked.account().mustChange() && !route.beforeChange()) {
            return Optional.of(PageAnswer.goTo("/staff/password"));
        }
        if (route.needs() != null && !asked.may(route.needs())) {
            return Optional.of(refusal(asked, 403, "refused.capability"));
        }
        var request = asked;
        if (route.method().equals(Method.POST)) {
            request = asked.with(RequestBody.read(asked.raw()));
            if (!isSame(request.form().raw("csrf"), request.session().csrf())) {
                return Optional.of(refusal(asked, 403, "refused.csrf"));
            }
        }
        if (!route.isLive()) {
            request.session().use(sessions.now());
        }
        return Optional.of(route.action().answer(request));
    }

    /// Compares in constant time.
    static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /// Whether `?lang=` asked for another language; then the answer is sent: the same page again.
    static boolean switchesLanguage(Method method, ServerRequest request, ServerResponse response) {
        var wanted = request.query().first("lang");
        if (!method.equals(Method.GET) || wanted.isEmpty()) {
            return false;
        }
        Cookies.remember(request, response, Language.of(wanted.get()));
        Answers.send(response, PageAnswer.goTo(request.path().path()));
        return true;
    }

    /// Runs what answers a request and sends the answer, unless it is empty because it was sent
    /// already.
    void calmly(ServerRequest request, ServerResponse response, Answering answering) {
        PageAnswer answer;
        try {
            var given = answering.answer();
            if (given.isEmpty()) {
                return;
            }
            answer = given.get();
        } catch (Form.MalformedForm e) {
            LOG.info("a form could not be read: {}", e.getMessage());
            answer = stranger(request, 400, "refused.form");
        } catch (RuntimeException e) {
            var reference = sessions.token().substring(0, REFERENCE_LENGTH);
            LOG.error("staff page failed, reference {}", reference, e);
            answer = stranger(request, 500, "error.text", reference);
        }
        switch (answer) {
            case PageAnswer.Whole whole -> Answers.send(response, whole);
            case PageAnswer.Listen listen -> {
                Answers.protect(response);
                news.send(response, listen.session());
            }
        }
    }

    /// The page that says that there is no such page.
    void nothingHere(ServerRequest request, ServerResponse response) {
        Answers.send(response, stranger(request, 404, "refused.not-found"));
    }

    private void sendToLogIn(PageRoute route, ServerRequest request, ServerResponse response) {
        boolean isPart = request.headers().contains(HeaderNames.create("HX-Request"));
        if (isPart) {
            response.header("HX-Redirect", LogIn.PATH);
        }
        boolean isPage = route.method().equals(Method.GET) && !route.isLive();
        Answers.send(
                response,
                isPage && !isPart
                        ? PageAnswer.goTo(LogIn.PATH)
                        : stranger(request, 401, "refused.log-in"));
    }

    private PageAnswer.Whole refusal(PageRequest request, int status, String key) {
        return sentence(status, request.frame("/staff", null), request.texts().get(key));
    }

    /// A page for somebody of whom nothing is known, or nothing is needed.
    PageAnswer.Whole stranger(ServerRequest request, int status, String key, Object... values) {
        var texts = Texts.of(Cookies.language(request));
        var frame = new Frame(texts, "/staff", "", null, List.of(), null);
        return sentence(status, frame, texts.get(key, values));
    }

    private PageAnswer.Whole sentence(int status, Frame frame, String sentence) {
        return PageAnswer.html(
                status, templates.render("sentence", Map.of("frame", frame, "sentence", sentence)));
    }

    /// Gives an answer, or nothing when it was sent already.
    @FunctionalInterface
    interface Answering {
        Optional<? extends PageAnswer> answer();
    }
}
