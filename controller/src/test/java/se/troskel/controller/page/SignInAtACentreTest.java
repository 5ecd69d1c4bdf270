package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import se.troskel.config.Api;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.Trust;
import se.troskel.controller.Controller;
import se.troskel.controller.ControllerSettings;
import se.troskel.controller.signin.TestProvider;
import se.troskel.hardware.simulated.SimulatedDevices;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.json.Json;

/// Goal: a centre with an organisation's log-in keeps its own administrator, starts without the
/// provider, and writes down nobody's name. Method: the whole controller at Katrineholm beside a
/// provider on a real socket.
class SignInAtACentreTest {
    private final TestProvider provider = new TestProvider();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private @TempDir Path data;
    private SimulatedDevices devices;
    private Controller controller;
    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        TestProvider.writeSecret(data);
        log.start();
        root().addAppender(log);
        var config = katrineholm(new Api("127.0.0.1", 0, provider.config()));
        devices = SimulatedDevices.open(config);
        controller =
                Controller.start(
                        new ControllerSettings(
                                config,
                                Trust.NONE,
                                data,
                                InstantSource.fixed(Instant.parse("2027-02-09T09:00:00Z")),
                                System::nanoTime,
                                () -> ClockTrust.SYNCED),
                        devices,
                        () -> {});
        browser = new Browser("http://127.0.0.1:" + controller.port());
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static CentreConfig katrineholm(Api api) {
        CentreConfig centre = new CentreLoader().require(Path.of("../config/centres/katrineholm"));
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
                api,
                null,
                centre.plan());
    }

    @AfterEach
    void stop() {
        controller.close();
        devices.close();
        provider.close();
        root().detachAppender(log);
    }

    private HttpResponse<String> logInWith(String group) throws Exception {
        provider.groups = List.of(group);
        var begun = browser.get("/staff/log-in/begin");
        var there =
                browser.client.send(
                        HttpRequest.newBuilder(URI.create(Browser.location(begun))).build(),
                        BodyHandlers.ofString());
        var back = URI.create(Browser.location(there));
        return browser.get(back.getRawPath() + "?" + back.getRawQuery());
    }

    @Test
    void theLastLocalAdministratorStaysWhateverTheOrganisationSays() throws Exception {
        logInWith("drift");
        assertThat(browser.get("/staff/accounts").body()).contains("Användare: admin");
        assertThat(browser.follow(browser.post("/staff/accounts/admin/end")).body())
                .contains("Det är den sista administratören.");
        browser.post("/staff/log-out");

        var first = controller.firstLogIn().orElseThrow();
        var local = browser.logIn(first.user(), first.password());
        assertThat(Browser.location(local)).isEqualTo("/staff/password");
    }

    @Test
    void aProviderThatIsDownAtTheStartHindersNothing() {
        provider.close();
        assertThat(browser.get("/staff/log-in").statusCode()).isEqualTo(200);
        assertThat(browser.get("/staff/log-in/begin").statusCode()).isEqualTo(503);
        var first = controller.firstLogIn().orElseThrow();
        assertThat(browser.logIn(first.user(), first.password()).statusCode()).isEqualTo(303);
    }

    @Test
    void whoDidItIsAKeyedHashAndNoName() throws Exception {
        logInWith("tenta");
        browser.get("/staff");
        browser.post("/staff/doors/entrance/unlock", "minutes", "15");
        browser.post("/staff/log-out");
        logInWith("none");
        provider.fault = TestProvider.Fault.FORGED_SIGNATURE;
        logInWith("tenta");
        provider.fault = TestProvider.Fault.NO_JSON;
        logInWith("tenta");

        var actors = await(3);
        assertThat(actors).hasSizeGreaterThanOrEqualTo(3);
        assertThat(actors.stream().distinct())
                .singleElement()
                .asString()
                .matches("oidc:[0-9a-f]{12}");
        var written =
                Stream.concat(
                                events().map(event -> event.envelope() + " " + event.body()),
                                log.list.stream().map(ILoggingEvent::getFormattedMessage))
                        .toList();
        assertThat(written)
                .noneMatch(line ->
                        line.contains(TestProvider.SUBJECT)
                                || line.contains("Alva")
                                || line.contains("oidc:"));
    }

    private Stream<EventMessage> events() {
        return controller.journal().read(1, 1000).stream();
    }

    /// What records say of who did it, nobody left out, once there are so many.
    private List<String> await(int records) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        List<String> actors = List.of();
        while (actors.size() < records && System.nanoTime() < deadline) {
            actors =
                    events().map(event -> Json.read(event.envelope(), Envelope.class))
                            .map(envelope -> controller.journal().readLocal(envelope.seq()))
                            .flatMap(Optional::stream)
                            .map(local -> local.facts().getOrDefault("staff", "nobody"))
                            .filter(who -> !who.equals("nobody"))
                            .toList();
        }
        return actors;
    }
}
