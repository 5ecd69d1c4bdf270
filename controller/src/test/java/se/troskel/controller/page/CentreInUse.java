package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.troskel.config.Api;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.ExamRulesLoader;
import se.troskel.config.Trust;
import se.troskel.controller.Controller;
import se.troskel.controller.ControllerSettings;
import se.troskel.hardware.simulated.SimulatedDevices;
import se.troskel.protocol.event.ClockTrust;

/// A whole controller of an example centre on any free port, without a region, on clocks that are
/// set by hand, and somebody at its pages.
final class CentreInUse implements AutoCloseable {
    private static final String PASSWORD = "sju glada ekorrar i snön";
    private static final String ROOM = "/staff/exam-room?room=exam-1";
    private static final Pattern TILE =
            Pattern.compile("id=\"tile-([^\"]+)\"[^>]*data-state=\"([A-Z_]+)");
    private static final Pattern PREVIEW = Pattern.compile("name=\"preview\" value=\"([^\"]+)\"");
    private static final Pattern SITTING = Pattern.compile("name=\"sitting\" value=\"([^\"]+)\"");
    private static final Pattern RECORD = Pattern.compile("/staff/exam-record/([^/\"]+)/file");

    final Controller controller;
    final Browser browser;
    private final SimulatedDevices devices;

    /// Starts it, on the data that are there, and logs in.
    ///
    /// @param centre folder of its configuration
    CentreInUse(Path centre, Path data, AtomicReference<Instant> now) {
        CentreConfig config = onAnyPort(new CentreLoader().require(centre));
        devices = SimulatedDevices.open(config);
        controller =
                Controller.start(
                        new ControllerSettings(
                                config,
                                Trust.NONE,
                                new ExamRulesLoader().load(List.of(centre)).rulebook(),
                                data,
                                now::get,
                                () -> Duration.between(Instant.EPOCH, now.get()).toNanos(),
                                () -> ClockTrust.SYNCED),
                        devices,
                        () -> {});
        browser = new Browser("http://127.0.0.1:" + controller.port());
        controller
                .firstLogIn()
                .ifPresentOrElse(
                        first -> {
                            String once = first.password();
                            browser.logIn(first.user(), once);
                            browser.post(
                                    "/staff/password",
                                    "present",
                                    once,
                                    "new",
                                    PASSWORD,
                                    "again",
                                    PASSWORD);
                        },
                        () -> browser.logIn("admin", PASSWORD));
    }

    private static CentreConfig onAnyPort(CentreConfig centre) {
        return new CentreConfig(
                centre.centre(),
                centre.opening(),
                centre.rooms(),
                centre.doors(),
                centre.areas(),
                centre.alarms(),
                centre.devices(),
                centre.access(),
                centre.occupancy(),
                centre.retention(),
                new Api("127.0.0.1", 0),
                null,
                centre.plan());
    }

    /// Takes in a list of sittings; everybody on it is to sit in `exam-1`.
    void importSittings(String list) {
        browser.get("/staff/import");
        String preview = browser.upload("SITTINGS", list.getBytes(StandardCharsets.UTF_8)).body();
        String done =
                browser.follow(
                                browser.post(
                                        "/staff/import/apply", "preview", one(PREVIEW, preview)))
                        .body();
        assertThat(done).contains("class=\"notice ok\"");
        awaitCandidates();
    }

    /// Waits until the site knows the lists.
    void awaitCandidates() {
        await(() -> !tiles().isEmpty());
    }

    static void await(BooleanSupplier isTrue) {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!isTrue.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(until);
            Thread.onSpinWait();
        }
    }

    /// The page of `exam-1`; logs in again where the session has ended.
    String room() {
        HttpResponse<String> page = browser.get(ROOM);
        if (page.statusCode() != 200) {
            browser.logIn("admin", PASSWORD);
            page = browser.get(ROOM);
        }
        return page.body();
    }

    private List<MatchResult> tiles() {
        return TILE.matcher(room()).results().toList();
    }

    /// Registrations in order of the seats.
    List<String> candidates() {
        return tiles().stream().map(tile -> tile.group(1)).toList();
    }

    /// What the page says of them, in order of the seats.
    List<String> states() {
        return tiles().stream().map(tile -> tile.group(2)).toList();
    }

    /// The page that comes of pressing something in the room.
    String press(String what, String... fields) {
        room();
        String[] all =
                Stream.concat(Stream.of("room", "exam-1"), Stream.of(fields))
                        .toArray(String[]::new);
        return browser.follow(browser.post("/staff/exam-room/" + what, all)).body();
    }

    /// The same, which has to be noted.
    void pressed(String what, String... fields) {
        assertThat(press(what, fields)).as(what).contains("class=\"notice ok\"");
    }

    /// The signed record of the only sitting, as its university gets it: a further one where
    /// something changed since the last.
    String record() {
        room();
        String list = browser.get("/staff/exam-record").body();
        Optional<MatchResult> asked = SITTING.matcher(list).results().findFirst();
        if (asked.isPresent()) {
            list =
                    browser.follow(
                                    browser.post(
                                            "/staff/exam-record", "sitting", asked.get().group(1)))
                            .body();
            assertThat(list).contains("class=\"notice ok\"");
        }
        String latest =
                RECORD.matcher(list)
                        .results()
                        .map(made -> made.group(1))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        return browser.get("/staff/exam-record/" + latest + "/file").body();
    }

    private static String one(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("the page has no " + pattern))
                .group(1);
    }

    @Override
    public void close() {
        controller.close();
        devices.close();
    }
}
