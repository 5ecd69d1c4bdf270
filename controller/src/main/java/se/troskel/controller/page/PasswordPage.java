package se.troskel.controller.page;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.keys.Argon2Passwords;
import se.troskel.controller.register.StaffAccount;
import se.troskel.protocol.event.StaffAction;

/// Choosing a password of one's own, and leaving.
final class PasswordPage {
    private static final int LENGTH_MIN = 12;
    private static final String PATH = "/staff/password";

    private final StaffDirectory directory;
    private final Argon2Passwords passwords;
    private final Sessions sessions;
    private final LogInTries tries;
    private final Templates templates;

    PasswordPage(StaffPages.Parts parts, Sessions sessions, LogInTries tries, Templates templates) {
        this.directory = parts.directory();
        this.passwords = parts.passwords();
        this.sessions = sessions;
        this.tries = tries;
        this.templates = templates;
    }

    PageAnswer show(PageRequest request) {
        return page(request, 200, request.session().told());
    }

    PageAnswer change(PageRequest request) {
        var problem = problem(request);
        if (problem != null) {
            return page(request, 422, new Notice(false, request.texts().get(problem, LENGTH_MIN)));
        }
        var hash = passwords.hash(request.form().raw("new"));
        if (!directory.changePassword(request.account(), hash)) {
            var sentence = request.texts().get("done.journal.refused");
            return page(request, 503, new Notice(false, sentence));
        }
        sessions.end(request.session());
        var changed = directory.find(request.account().user());
        return changed.map(account -> goOn(request, account)).orElse(PageAnswer.goTo(LogIn.PATH));
    }

    /// A new session, because the old password's ones have ended everywhere.
    private PageAnswer.Whole goOn(PageRequest request, StaffAccount account) {
        var session = sessions.open(account);
        session.tell(new Notice(true, request.texts().get("password.changed")));
        return PageAnswer.goTo("/staff")
                .with("Set-Cookie", Cookies.text(request.raw(), Cookies.SESSION, session.id()));
    }

    /// What stands against the change, as a text's key; null for nothing.
    private @Nullable String problem(PageRequest request) {
        if (request.account().isVisiting()) {
            return "password.elsewhere";
        }
        var form = request.form();
        var chosen = form.raw("new");
        var user = request.account().user();
        if (chosen.length() < LENGTH_MIN) {
            return "password.short";
        }
        if (chosen.length() > Argon2Passwords.SECRET_LENGTH_MAX) {
            return "password.long";
        }
        if (!chosen.equals(form.raw("again"))) {
            return "password.differs";
        }
        if (chosen.equals(form.raw("present"))) {
            return "password.same";
        }
        if (chosen.toLowerCase(Locale.ROOT).contains(user)
                || chosen.chars().distinct().count() < 5) {
            return "password.easy";
        }
        var address = request.raw().remotePeer().host();
        if (tries.begin(user, address).isPresent()) {
            return "password.pause";
        }
        if (!passwords.matches(form.raw("present"), request.account().passwordHash())) {
            return "password.present";
        }
        tries.succeed(user, address);
        return null;
    }

    PageAnswer leave(PageRequest request) {
        sessions.end(request.session());
        directory.record(StaffAction.LOGGED_OUT, request.account());
        return PageAnswer.goTo(LogIn.PATH);
    }

    private PageAnswer page(PageRequest request, int status, @Nullable Notice notice) {
        return PageAnswer.html(
                status,
                templates.render(
                        "password",
                        Map.of(
                                "frame",
                                request.frame(PATH, notice),
                                "lengthMin",
                                LENGTH_MIN,
                                "mustChange",
                                request.account().mustChange())));
    }
}
