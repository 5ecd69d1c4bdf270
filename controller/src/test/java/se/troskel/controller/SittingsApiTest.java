package se.troskel.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.config.CentreConfig;
import se.troskel.config.Trust;
import se.troskel.controller.api.SittingsApi;
import se.troskel.hardware.simulated.SimulatedDevices;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.StaffAction;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.kiosk.ApiError;
import se.troskel.protocol.lists.SittingsReport;

/// Goal: another system's list is previewed and applied with its token only, and no answer repeats
/// anybody's name or number. Method: the whole controller at Katrineholm, asked over HTTP.
class SittingsApiTest {
    private static final String SECRET = "0f".repeat(32);
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final String HEAD =
            "Lärosäte;Kurs;Prov;Datum;Start;Längd;Rum;Plats;Namn;Personnummer\n";
    private static final String ALVA =
            "MDU;MAA140;TEN1;2026-11-24;08:30;240;exam-1;1;Alva Testsson;19961020-2385\n";
    private static final String NOBODYS =
            "MDU;MAA140;TEN1;2026-11-24;08:30;240;exam-1;2;Elis Prov;19870704-9996\n";

    @TempDir Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private final CentreConfig config = ControllerTest.katrineholm();
    private @Nullable Controller controller;
    private SimulatedDevices devices;

    @BeforeEach
    void open() {
        devices = SimulatedDevices.open(config);
    }

    @AfterEach
    void close() {
        if (controller != null) {
            controller.close();
        }
        devices.close();
    }

    @Test
    void previewsAppliesAndRecordsWithoutANameInAnyAnswer() throws Exception {
        start(SECRET);
        var preview = report(send(HEAD + ALVA + NOBODYS, "", SECRET));
        assertThat(preview.applied()).isFalse();
        assertThat(preview.added()).isEqualTo(1);
        assertThat(preview.wrong()).isEqualTo(1);
        assertThat(preview.rows().getFirst().row()).isEqualTo(3);
        assertThat(preview.rows().getFirst().reason()).contains("kontrollsiffra");
        assertThat(report(send(HEAD + ALVA, "", SECRET)).added()).isEqualTo(1);
        HttpResponse<byte[]> applied = send(HEAD + ALVA + NOBODYS, "?apply=true", SECRET);
        assertThat(report(applied).applied()).isTrue();
        assertThat(new String(applied.body(), StandardCharsets.UTF_8))
                .doesNotContain("Alva", "Elis", "2385", "9996");
        assertThat(report(send(HEAD + ALVA, "", SECRET)).unchanged()).isEqualTo(1);
        assertThat(
                        running().journal().read(1, 500).stream()
                                .map(message -> message.body().toString()))
                .anyMatch(body -> body.contains(StaffAction.IMPORTED.name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0f", "wrong"})
    void isRefusedWithoutTheToken(String shown) throws Exception {
        start(SECRET);
        HttpResponse<byte[]> answer = send(HEAD + ALVA, "?apply=true", shown);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(report(send(HEAD + ALVA, "", SECRET)).added()).isEqualTo(1);
    }

    @Test
    void theTerminalsTokenIsNotTheirs() throws Exception {
        start(SECRET);
        String terminals = Files.readString(data.resolve(ControllerSettings.TOKEN)).strip();
        assertThat(send(HEAD + ALVA, "", terminals).statusCode()).isEqualTo(401);
    }

    static Stream<Arguments> noLists() {
        return Stream.of(
                Arguments.of("", 400, "NO_LIST"),
                Arguments.of("x", 400, "NO_LIST"),
                Arguments.of("Namn;Personnummer\nAlva Testsson;19961020-2385\n", 400, "NO_LIST"),
                Arguments.of("Kurs;Kurs\nA;B\n", 400, "NO_LIST"),
                Arguments.of("PK\u0003\u0004 broken", 400, "NO_LIST"),
                Arguments.of("x".repeat(5 * 1024 * 1024 + 1), 413, "TOO_LARGE"));
    }

    @ParameterizedTest
    @MethodSource("noLists")
    void whatIsNoListIsRefusedAndNotRepeated(String body, int status, String code)
            throws Exception {
        start(SECRET);
        HttpResponse<byte[]> answer = send(body, "?apply=true", SECRET);
        assertThat(answer.statusCode()).isEqualTo(status);
        ApiError error = Json.read(answer.body(), ApiError.class);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.message()).isNotBlank().doesNotContain("Alva", "2385");
    }

    @Test
    void isOffWithoutATokenAndWithOneThatIsTooShort() throws Exception {
        start(null);
        assertThat(send(HEAD + ALVA, "", "").statusCode()).isEqualTo(404);
        running().close();
        start("short");
        assertThat(send(HEAD + ALVA, "", "short").statusCode()).isEqualTo(404);
    }

    private void start(@Nullable String token) throws Exception {
        if (token != null) {
            Files.writeString(data.resolve(SittingsApi.TOKEN), token + "\n");
        }
        controller =
                Controller.start(
                        new ControllerSettings(
                                config,
                                Trust.NONE,
                                data,
                                () -> NOW,
                                System::nanoTime,
                                () -> ClockTrust.SYNCED),
                        devices,
                        () -> {});
    }

    private Controller running() {
        return Objects.requireNonNull(controller);
    }

    private HttpResponse<byte[]> send(String list, String query, String token) throws Exception {
        return http.send(
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:"
                                                + running().port()
                                                + "/api/v1/sittings"
                                                + query))
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(list))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static SittingsReport report(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.read(answer.body(), SittingsReport.class);
    }
}
