package se.troskel.controller.page;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.keys.Argon2Passwords;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.signin.OpenIdSignIn;

/// The staff pages on the centre's own web server: everything under `/staff`, and `/` leads there.
/// Register it at the root of a listener. Thread-safe; requests run on the server's virtual threads
/// and may block there. Closing ends the news to open pages, which would else hold up the server's
/// stop for some seconds; the log-ins are gone with the process.
public final class StaffPages implements HttpService, AutoCloseable {
    private static final Duration TICK_EVERY = Duration.ofSeconds(3);

    private final Assets assets = new Assets();
    private final News news;
    private final Guard guard;
    private final LogIn logIn;
    private final @Nullable SignInPage signIn;
    private final List<PageRoute> routes;

    /// What the pages work with.
    ///
    /// @param cards whose cards there are
    /// @param passes the day passes
    /// @param exams the coming sittings
    /// @param examRecords the records of past ones
    /// @param rehearsals exam days before they come
    /// @param confirmations what candidates are told
    /// @param examRooms the exam rooms of today
    /// @param candidates of the coming sittings, one at a time
    /// @param commissioning bench mode
    /// @param picture draws tickets as PNG
    /// @param signIn the organisation's own log-in; null for local accounts only
    /// @param clock wall-clock time, for sessions and ages
    public record Parts(
            StaffDesk desk,
            CardDesk cards,
            PassDesk passes,
            ExamDesk exams,
            ExamRecordDesk examRecords,
            RehearsalDesk rehearsals,
            ConfirmationDesk confirmations,
            ExamRoomDesk examRooms,
            CandidateDesk candidates,
            CommissioningDesk commissioning,
            StaffDirectory directory,
            Argon2Passwords passwords,
            TicketPicture picture,
            @Nullable OpenIdSignIn signIn,
            InstantSource clock,
            SecureRandom random) {}

    public StaffPages(Parts parts) {
        var templates = new Templates();
        var sessions = new Sessions(parts.clock(), parts.random());
        var tries = new LogInTries(parts.clock());
        news = new News(listener -> listen(parts, listener), sessions, TICK_EVERY);
        guard = new Guard(sessions, parts.directory(), templates, news);
        logIn = new LogIn(parts, sessions, tries, templates);
        signIn =
                parts.signIn() == null
                        ? null
                        : new SignInPage(parts.signIn(), sessions, logIn, guard);
        routes =
                Stream.of(
                                own(new PasswordPage(parts, sessions, tries, templates)),
                                board(new BoardPage(parts, templates)),
                                muster(new MusterPage(parts, templates)),
                                exams(new ExamsPage(parts, templates)),
                                examRecords(new ExamRecordPage(parts, templates)),
                                rehearsal(new RehearsalPage(parts, templates)),
                                confirmations(new ConfirmationPage(parts, templates)),
                                examRoom(new ExamRoomPage(parts, templates)),
                                candidates(new ExamRoomActions(parts)),
                                examRoom(new ExamRoomOrders(parts)),
                                calls(new CallsPage(parts, templates)),
                                candidates(new CandidatePage(parts, templates)),
                                imports(new ImportPage(parts, templates)),
                                newStudent(new NewStudentPage(parts, templates)),
                                tickets(new TicketPage(parts, templates)),
                                cards(new CardPage(parts, templates)),
                                passes(new PassPage(parts, templates)),
                                why(new WhyPage(parts, templates)),
                                breakGlass(new BreakGlassPage(parts, templates)),
                                journal(new JournalPage(parts, templates)),
                                commissioning(new CommissioningPage(parts, templates)),
                                accounts(new AccountsPage(parts, templates)))
                        .flatMap(List::stream)
                        .toList();
    }

    private static List<PageRoute> own(PasswordPage page) {
        return List.of(
                PageRoute.get("/staff/password", null, page::show).beforePasswordChange(),
                PageRoute.post("/staff/password", null, page::change).beforePasswordChange(),
                PageRoute.post("/staff/log-out", null, page::leave).beforePasswordChange(),
                PageRoute.get(
                        "/staff/live", null, request -> new PageAnswer.Listen(request.session())));
    }

    private static List<PageRoute> board(BoardPage page) {
        return List.of(
                PageRoute.get(BoardPage.PATH, Capability.VIEW, page::show),
                PageRoute.get("/staff/board/live", Capability.VIEW, page::live),
                PageRoute.post("/staff/doors/{door}/unlock", Capability.UNLOCK, page::unlock),
                PageRoute.post("/staff/doors/{door}/lock", Capability.UNLOCK, page::lock),
                PageRoute.post("/staff/doors/{door}/block", Capability.UNLOCK, page::block),
                PageRoute.post("/staff/doors/{door}/unblock", Capability.UNLOCK, page::unblock),
                PageRoute.post(
                        "/staff/doors/{door}/lockdown", Capability.UNLOCK, page::lockDoorDown),
                PageRoute.post(
                        "/staff/doors/{door}/lockdown/lift",
                        Capability.UNLOCK,
                        page::liftDoorLockdown),
                PageRoute.post(
                        "/staff/doors/{door}/exam", Capability.EXAM_ROOMS, page::examPosture),
                PageRoute.post("/staff/lockdown", Capability.UNLOCK, page::lockDown),
                PageRoute.post("/staff/lockdown/lift", Capability.UNLOCK, page::liftLockdown),
                PageRoute.post("/staff/fire/reset", Capability.UNLOCK, page::resetFire),
                PageRoute.post("/staff/break-glass/seen", Capability.UNLOCK, page::breakGlassSeen));
    }

    private static List<PageRoute> muster(MusterPage page) {
        return List.of(
                PageRoute.get(MusterPage.PATH, Capability.VIEW, page::show),
                PageRoute.get("/staff/inside/live", Capability.VIEW, page::live),
                PageRoute.post("/staff/inside/all-gone", Capability.ROLL_CALL, page::allGone));
    }

    private static List<PageRoute> exams(ExamsPage page) {
        return List.of(PageRoute.get(ExamsPage.PATH, Capability.EXAM_ROOMS, page::show));
    }

    private static List<PageRoute> examRecords(ExamRecordPage page) {
        var path = ExamRecordPage.PATH;
        return List.of(
                PageRoute.get(path, Capability.EXAM_ROOMS, page::show),
                PageRoute.post(path, Capability.EXAM_ROOMS, page::make),
                PageRoute.get(path + "/{record}", Capability.EXAM_ROOMS, page::paper),
                PageRoute.get(path + "/{record}/file", Capability.EXAM_ROOMS, page::file),
                PageRoute.get(path + "/{record}/table", Capability.EXAM_ROOMS, page::table));
    }

    private static List<PageRoute> rehearsal(RehearsalPage page) {
        return List.of(PageRoute.get(RehearsalPage.PATH, Capability.EXAM_ROOMS, page::show));
    }

    private static List<PageRoute> confirmations(ConfirmationPage page) {
        var path = ConfirmationPage.PATH;
        return List.of(
                PageRoute.get(path, Capability.EXAM_ROOMS, page::show),
                PageRoute.post(path + "/{sitting}/sheets", Capability.EXAM_ROOMS, page::sheets),
                PageRoute.post(path + "/{sitting}/export", Capability.EXAM_ROOMS, page::export),
                PageRoute.post(path + "/{sitting}/send", Capability.EXAM_ROOMS, page::send));
    }

    private static List<PageRoute> examRoom(ExamRoomPage page) {
        var path = ExamRoomPage.PATH;
        return List.of(
                PageRoute.get(path, Capability.EXAM_ROOMS, page::show),
                PageRoute.get(path + "/live", Capability.EXAM_ROOMS, page::live),
                PageRoute.get(path + "/paper", Capability.EXAM_ROOMS, page::paper));
    }

    private static List<PageRoute> candidates(ExamRoomActions page) {
        return List.of(
                examRoom("approve", page::approve),
                examRoom("except", page::except),
                examRoom("reject", page::reject),
                examRoom("refuse", page::refuse),
                examRoom("paper-seen", page::paperSeen),
                examRoom("out", page::out),
                examRoom("back", page::back),
                examRoom("hand-in", page::handIn),
                examRoom("deviation", page::deviate));
    }

    private static List<PageRoute> examRoom(ExamRoomOrders page) {
        return List.of(
                examRoom("let-in", page::letIn),
                examRoom("help", page::help),
                examRoom("seen", page::seen),
                examRoom("interrupt", page::interrupt),
                examRoom("resume", page::resume),
                examRoom("papers", page::papers),
                examRoom("sign", page::sign),
                examRoom("sitting-deviation", page::deviate),
                examRoom("undo", page::undo),
                examRoom("countersign", page::countersign));
    }

    private static PageRoute examRoom(String what, PageRoute.Action action) {
        return PageRoute.post(ExamRoomPage.PATH + "/" + what, Capability.EXAM_ROOMS, action);
    }

    private static List<PageRoute> calls(CallsPage page) {
        return List.of(
                PageRoute.get("/staff/calls/live", Capability.VIEW, page::live),
                PageRoute.post("/staff/calls/seen", Capability.UNLOCK, page::seen));
    }

    private static List<PageRoute> candidates(CandidatePage page) {
        var path = CandidatePage.PATH;
        return List.of(
                PageRoute.get(path, Capability.EXAM_ROOMS, page::show),
                PageRoute.post(path, Capability.EXAM_ROOMS, page::change),
                PageRoute.post(path + "/add", Capability.EXAM_ROOMS, page::add),
                PageRoute.post(path + "/undo", Capability.EXAM_ROOMS, page::undo));
    }

    private static List<PageRoute> imports(ImportPage page) {
        return List.of(
                PageRoute.get(ImportPage.PATH, Capability.IMPORT, page::show),
                PageRoute.post(ImportPage.PATH, Capability.IMPORT, page::preview),
                PageRoute.post("/staff/import/apply", Capability.IMPORT, page::apply),
                PageRoute.post("/staff/import/undo", Capability.IMPORT, page::undo),
                PageRoute.get("/staff/import/parked.csv", Capability.IMPORT, page::parked));
    }

    private static List<PageRoute> newStudent(NewStudentPage page) {
        return List.of(
                PageRoute.get(NewStudentPage.PATH, Capability.ENROL, page::show),
                PageRoute.get("/staff/new-student/live", Capability.ENROL, page::live),
                PageRoute.post("/staff/new-student/start", Capability.ENROL, page::start),
                PageRoute.post("/staff/new-student/complete", Capability.ENROL, page::complete),
                PageRoute.post("/staff/new-student/cancel", Capability.ENROL, page::cancel));
    }

    private static List<PageRoute> tickets(TicketPage page) {
        return List.of(
                PageRoute.get(TicketPage.PATH, Capability.ISSUE_TICKETS, page::show),
                PageRoute.post(TicketPage.PATH, Capability.ISSUE_TICKETS, page::issue),
                PageRoute.get("/staff/tickets/{ticket}", Capability.ISSUE_TICKETS, page::sheet),
                PageRoute.get(
                        "/staff/tickets/{ticket}/code.svg", Capability.ISSUE_TICKETS, page::svg),
                PageRoute.get(
                        "/staff/tickets/{ticket}/code.png", Capability.ISSUE_TICKETS, page::png));
    }

    private static List<PageRoute> cards(CardPage page) {
        return List.of(
                PageRoute.get(CardPage.PATH, Capability.BLOCK_CARDS, page::show),
                PageRoute.post("/staff/cards/block", Capability.BLOCK_CARDS, page::block),
                PageRoute.post("/staff/cards/unblock", Capability.BLOCK_CARDS, page::unblock),
                PageRoute.post("/staff/cards/find", Capability.BLOCK_CARDS, page::find),
                PageRoute.post("/staff/cards/block-all", Capability.BLOCK_CARDS, page::blockAll),
                PageRoute.post("/staff/cards/block-one", Capability.BLOCK_CARDS, page::blockOne),
                PageRoute.post("/staff/cards/lend", Capability.ENROL, page::lend));
    }

    private static List<PageRoute> passes(PassPage page) {
        return List.of(
                PageRoute.get(PassPage.PATH, Capability.ISSUE_PASSES, page::show),
                PageRoute.post(PassPage.PATH, Capability.ISSUE_PASSES, page::make),
                PageRoute.get("/staff/passes/{pass}", Capability.ISSUE_PASSES, page::sheet),
                PageRoute.post("/staff/passes/{pass}/end", Capability.ISSUE_PASSES, page::end));
    }

    private static List<PageRoute> why(WhyPage page) {
        return List.of(
                PageRoute.get(WhyPage.PATH, Capability.VIEW, page::show),
                PageRoute.post(WhyPage.PATH, Capability.VIEW, page::ask));
    }

    private static List<PageRoute> breakGlass(BreakGlassPage page) {
        return List.of(
                PageRoute.get(BreakGlassPage.PATH, Capability.ADMINISTER, page::show),
                PageRoute.post(BreakGlassPage.PATH, Capability.ADMINISTER, page::make),
                PageRoute.post(
                        "/staff/break-glass/{credential}/remove",
                        Capability.ADMINISTER,
                        page::remove));
    }

    private static List<PageRoute> journal(JournalPage page) {
        return List.of(
                PageRoute.get(JournalPage.PATH, Capability.READ_JOURNAL, page::show),
                PageRoute.get("/staff/journal/live", Capability.READ_JOURNAL, page::live));
    }

    private static List<PageRoute> commissioning(CommissioningPage page) {
        var path = CommissioningPage.PATH;
        return List.of(
                PageRoute.get(path, Capability.ADMINISTER, page::show),
                PageRoute.get(path + "/live", Capability.ADMINISTER, page::live),
                PageRoute.post(path + "/begin", Capability.ADMINISTER, page::begin),
                PageRoute.post(path + "/pulse", Capability.ADMINISTER, page::pulse),
                PageRoute.post(path + "/judge", Capability.ADMINISTER, page::judge),
                PageRoute.post(path + "/anew", Capability.ADMINISTER, page::anew),
                PageRoute.post(path + "/file", Capability.ADMINISTER, page::file),
                PageRoute.get(path + "/reports/{report}", Capability.ADMINISTER, page::report),
                PageRoute.get(
                        path + "/reports/{report}/file", Capability.ADMINISTER, page::download));
    }

    /// Open pages hear of both: what changes at the centre, and how far commissioning is.
    private static Runnable listen(Parts parts, Runnable listener) {
        var ofTheDesk = parts.desk().onChange(listener);
        var ofTheBench = parts.commissioning().onChange(listener);
        return () -> {
            ofTheDesk.run();
            ofTheBench.run();
        };
    }

    private static List<PageRoute> accounts(AccountsPage page) {
        return List.of(
                PageRoute.get(AccountsPage.PATH, Capability.ADMINISTER, page::show),
                PageRoute.post(AccountsPage.PATH, Capability.ADMINISTER, page::make),
                PageRoute.post("/staff/accounts/{user}/allow", Capability.ADMINISTER, page::allow),
                PageRoute.post("/staff/accounts/{user}/end", Capability.ADMINISTER, page::end),
                PageRoute.post("/staff/accounts/{user}/link", Capability.ADMINISTER, page::link));
    }

    /// Every address that only somebody who is logged in reaches.
    List<PageRoute> routes() {
        return routes;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/", (_, response) -> Answers.send(response, PageAnswer.goTo(BoardPage.PATH)));
        rules.get("/staff/assets/{name}", assets::serve);
        rules.get(
                LogIn.PATH,
                (request, response) ->
                        guard.calmly(request, response, () -> logIn.show(request, response)));
        rules.post(
                LogIn.PATH,
                (request, response) ->
                        guard.calmly(request, response, () -> logIn.enter(request, response)));
        if (signIn != null) {
            signIn(rules, signIn);
        }
        for (var route : routes) {
            rules.route(
                    route.method(),
                    route.path(),
                    (request, response) -> guard.handle(route, request, response));
        }
        rules.any("/staff/*", guard::nothingHere);
    }

    private void signIn(HttpRules rules, SignInPage page) {
        rules.get(
                SignInPage.BEGIN,
                (request, response) ->
                        guard.calmly(
                                request,
                                response,
                                () -> Optional.of(page.begin(request, response))));
        rules.get(
                SignInPage.RETURN,
                (request, response) ->
                        guard.calmly(
                                request,
                                response,
                                () -> Optional.of(page.finish(request, response))));
    }

    @Override
    public void close() {
        news.close();
    }
}
