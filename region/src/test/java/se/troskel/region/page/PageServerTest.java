package se.troskel.region.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.protocol.occupancy.Quality;
import se.troskel.region.SampleCentre;
import se.troskel.region.intake.IntakeStatus;
import se.troskel.region.picture.CentrePicture;
import se.troskel.region.picture.LivePicture;
import se.troskel.region.store.Sample;

/// Goal: the page is whole without its script, tells of changes within two seconds, and lets
/// nothing foreign in. Method: the real server, asked by the JDK's HTTP client.
class PageServerTest {
    private boolean writing = true;
    private final List<Sample> samples = new ArrayList<>();
    private final LivePicture live = new LivePicture();
    private final SampleCentre kat = new SampleCentre("KAT", "kdfq");
    private final PageServer server =
            new PageServer(
                    "127.0.0.1",
                    0,
                    new PageServer.View(
                            live,
                            (centre, since) -> samples,
                            () -> new IntakeStatus(true, 1, 0, 0, 0, 0, 0, 0, null, writing),
                            () -> SampleCentre.START,
                            ZoneId.of("Europe/Stockholm")));
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void show() {
        live.show(true, List.of(picture("Studion <b>", 7)));
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        server.close();
    }

    @Test
    void thePageIsWholeWithoutItsScript() throws Exception {
        String page = get("/").body();

        assertThat(page)
                .contains("1 lärcentrum · 1 öppet", "Katrineholm", "7 av 20", "Gott om plats")
                .contains("Studion &lt;b&gt;")
                .doesNotContain("<b>", "http://", "https://", "style=", "onclick");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/fragment", "/api/v1/centres", "/health", "/static/region.js"})
    void everyAnswerCarriesTheSecurityHeaders(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void theSameIsThereAsData() throws Exception {
        HttpResponse<String> answer = get("/api/v1/centres");

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("json");
        assertThat(answer.body())
                .contains("\"centre\":\"KAT\"", "\"people\":7", "\"quality\":\"HIGH\"");
    }

    @Test
    void aChangeIsToldWithinTwoSeconds() throws Exception {
        var request = HttpRequest.newBuilder(address("/events")).build();
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                client.send(request, BodyHandlers.ofInputStream()).body(),
                                StandardCharsets.UTF_8))) {
            assertThat(next(lines, "data:")).isEqualTo("data:1");
            long begin = System.nanoTime();

            live.show(true, List.of(picture("Studion", 8)));

            assertThat(next(lines, "data:")).isEqualTo("data:2");
            assertThat(System.nanoTime() - begin).isLessThan(2_000_000_000L);
        }
    }

    @Test
    void saysWhenItCannotWriteItsRecord() throws Exception {
        writing = false;

        assertThat(get("/health").statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/static/../db/region/V1__record.sql", "/db/region/V1__record.sql"})
    void nothingElseIsServed(String path) throws Exception {
        assertThat(get(path).statusCode()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void theDayOfACentreThatIsNotThereIsNotFound() throws Exception {
        assertThat(get("/centres/NYK/day").statusCode()).isEqualTo(404);
        assertThat(get("/centres/KAT/day").body())
                .contains("Studion &lt;b&gt;", "Inget tal i dag.")
                .doesNotContain("<b>", "style=");
    }

    private static String next(BufferedReader lines, String start) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith(start)) {
            line = lines.readLine();
        }
        return String.valueOf(line).replace(": ", ":");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private CentrePicture picture(String room, int people) {
        return new CentrePicture(
                "KAT",
                "Katrineholm",
                kat.state(true, SampleCentre.START),
                SampleCentre.START,
                false,
                null,
                List.of(kat.room(room, people, Quality.HIGH)),
                List.of(),
                List.of());
    }
}
