package se.troskel.controller.page;

import io.helidon.webserver.WebServer;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.keys.Argon2Passwords;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.signin.OpenIdSignIn;

/// The staff pages on a real web server on a free port, over a centre in memory. The clock stands
/// at 09:14 in Stockholm on a day in March until the test moves it.
final class StaffServer implements AutoCloseable {
    static final String PASSWORD = "a good long password";
    private static final Argon2Passwords PASSWORDS = new Argon2Passwords(new SecureRandom());
    private static final String HASH = PASSWORDS.hash(PASSWORD);

    final AtomicReference<Instant> now;
    final FakeDesk desk;
    final FakeCards cards;
    final FakePasses passes = new FakePasses();
    final FakeExams exams = new FakeExams();
    final FakeExamRecords examRecords = new FakeExamRecords();
    final FakeRehearsals rehearsals = new FakeRehearsals();
    final FakeConfirmations confirmations = new FakeConfirmations();
    final ExamRoomScene examRoom;
    final FakeCandidates candidates = new FakeCandidates();
    final FakeBench bench;
    final FakeDirectory directory = new FakeDirectory();
    final StaffPages pages;
    private final WebServer server;

    StaffServer() {
        this(Instant.parse("2027-03-02T08:14:00Z"));
    }

    /// The same at another time.
    StaffServer(Instant start) {
        this(start, null);
    }

    /// The same with an organisation's own log-in.
    StaffServer(Instant start, @Nullable OpenIdSignIn signIn) {
        now = new AtomicReference<>(start);
        desk = new FakeDesk(now::get);
        cards = new FakeCards(now::get);
        examRoom = new ExamRoomScene(now::get);
        examRoom.onChange(desk::tell);
        bench = new FakeBench(now::get);
        account("admin", EnumSet.allOf(Capability.class));
        pages =
                new StaffPages(
                        new StaffPages.Parts(
                                desk,
                                cards,
                                passes,
                                exams,
                                examRecords,
                                rehearsals,
                                confirmations,
                                examRoom.desk(),
                                candidates,
                                bench,
                                directory,
                                PASSWORDS,
                                text ->
                                        new byte[] {
                                            (byte) 0x89, 'P', 'N', 'G', (byte) text.length()
                                        },
                                signIn,
                                now::get,
                                new SecureRandom()));
        server =
                WebServer.builder()
                        .shutdownHook(false)
                        .address(InetAddress.getLoopbackAddress())
                        .port(0)
                        .routing(routing -> routing.register(pages))
                        .build()
                        .start();
    }

    void account(String user, Set<Capability> capabilities) {
        directory.put(user, HASH, false, capabilities);
    }

    /// An account whose password was made by the system.
    void freshAccount(String user) {
        directory.put(user, HASH, true, EnumSet.allOf(Capability.class));
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    Browser browser() {
        return new Browser(address());
    }

    /// A browser in which the user has logged in.
    Browser loggedIn(String user) {
        var browser = browser();
        browser.logIn(user, PASSWORD);
        return browser;
    }

    @Override
    public void close() {
        pages.close();
        server.stop();
    }
}
