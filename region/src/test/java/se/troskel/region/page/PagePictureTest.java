package se.troskel.region.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;
import se.troskel.protocol.mqtt.CentreState;
import se.troskel.protocol.mqtt.DoorStatus;
import se.troskel.protocol.mqtt.RoomState;
import se.troskel.protocol.occupancy.Quality;
import se.troskel.region.intake.IntakeStatus;
import se.troskel.region.picture.CentrePicture;
import se.troskel.region.picture.LivePicture;
import se.troskel.region.store.Sample;

/// Goal: a browser shows what the page says, and goes on by itself. Method: Debian's Chromium on
/// the real server; the pictures are left in `target/pictures` to be looked at.
@Tag("chromium")
class PagePictureTest {
    private static final Instant NOW = Instant.parse("2026-10-05T07:14:32Z");
    private static final Dimension WALL = new Dimension(1366, 768);

    private final List<Sample> samples = new ArrayList<>();
    private final LivePicture live = new LivePicture();
    private final PageServer server =
            new PageServer(
                    "127.0.0.1",
                    0,
                    new PageServer.View(
                            live,
                            (centre, since) -> samples,
                            () -> new IntakeStatus(true, 1, 0, 0, 0, 0, 0, 0, null, true),
                            () -> NOW,
                            ZoneId.of("Europe/Stockholm")));
    private final ChromeDriver browser = browser();

    private static ChromeDriver browser() {
        var options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--lang=sv");
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                        .build();
        return new ChromeDriver(service, options);
    }

    @AfterEach
    void stop() {
        browser.quit();
        server.close();
    }

    @Test
    void nineCentresFitOnTheWallTroubleFirst() throws IOException {
        live.show(true, region());
        open();

        assertThat(texts("h1")).containsExactly("9 lärcentrum · 5 öppna · 2 stängda · 2 vet inte");
        assertThat(texts("h2"))
                .containsExactly(
                        "Eskilstuna",
                        "Nyköping",
                        "Strängnäs",
                        "Trosa",
                        "Flen",
                        "Gnesta",
                        "Katrineholm",
                        "Oxelösund",
                        "Vingåker");
        assertThat(browser.findElements(By.cssSelector(".card")))
                .allMatch(card -> card.getRect().y + card.getRect().height <= WALL.height);
        shoot("nine-centres");
    }

    @Test
    void aCentreItsRoomsAndItsLossAreShownWithoutReloading() throws IOException {
        live.show(true, List.of(katrineholm(true, NOW)));
        open();
        assertThat(browser.findElement(By.cssSelector(".card")).getText())
                .contains("Katrineholm", "ca 20 av 38", "Studion", "12 av 20", "Entré", "Ansluten");
        shoot("one-centre");

        live.show(true, List.of(katrineholm(false, NOW.minusSeconds(400))));

        new WebDriverWait(browser, Duration.ofSeconds(5))
                .until(driver -> !driver.findElements(By.cssSelector(".card.stale")).isEmpty());
        assertThat(browser.findElement(By.cssSelector(".card")).getText())
                .contains("Ingen kontakt", "Hördes kl. 09.07");
        shoot("one-centre-lost");

        live.show(true, List.of(katrineholm(false, NOW.minusSeconds(4000))));
        new WebDriverWait(browser, Duration.ofSeconds(5))
                .until(driver -> !driver.findElements(By.cssSelector(".card.gone")).isEmpty());
        assertThat(browser.findElement(By.cssSelector(".card")).getText())
                .contains("Vet inte", "Hördes kl. 08.07")
                .doesNotContain("12 av 20", "ca 20");
        assertThat(
                        browser.manage().logs().get("browser").getAll().stream()
                                .filter(entry -> !entry.getMessage().contains("favicon"))
                                .toList())
                .isEmpty();
        shoot("one-centre-gone");
    }

    @Test
    void theDayIsDrawnToldAndTabulatedOnWallAndPhone() throws IOException {
        live.show(true, List.of(katrineholm(true, NOW)));
        for (int week = 0; week <= 6; week++) {
            for (int half = 0; half < (week == 0 ? 7 : 30); half++) {
                Instant at =
                        NOW.minusSeconds(11_672L)
                                .minus(Duration.ofDays(7L * week))
                                .plus(Duration.ofMinutes(30L * half));
                int people = (int) (10 + 8 * Math.sin(half / 5.0) - week % 4);
                samples.add(new Sample("KAT", "Studion", at, people, Quality.HIGH));
            }
        }
        open();
        browser.findElement(By.cssSelector(".today a")).click();
        new WebDriverWait(browser, Duration.ofSeconds(5))
                .until(driver -> !driver.findElements(By.cssSelector(".day svg")).isEmpty());

        assertThat(texts("h2")).containsExactly("Grupprum 1", "Grupprum 2", "Studion");
        assertThat(browser.findElements(By.cssSelector(".band"))).hasSize(1);
        assertThat(browser.findElements(By.cssSelector(".line"))).hasSize(1);
        assertThat(texts(".day p").getFirst())
                .isEqualTo(
                        "Inget tal i dag. För lite historik för att säga vad som är vanligt en"
                                + " måndag: 0 av 4 dagar.");
        assertThat(texts(".day p").getLast()).contains("vanligt en måndag");
        shoot("day-wall");
        size(390, 844, true);
        browser.findElements(By.cssSelector(".day summary")).getLast().click();
        assertThat(browser.findElements(By.cssSelector(".day table")).getLast().getText())
                .contains("Vanligt", "09.00", "21.30");
        assertThat(browser.findElement(By.tagName("body")).getRect().width)
                .isLessThanOrEqualTo(390);
        shoot("day-phone");
        size(1366, 768, false);
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "forced-colors", "value", "active"))));
        shoot("day-contrast");
    }

    private void size(int width, int height, boolean mobile) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", mobile));
    }

    private void open() {
        browser.manage().window().setSize(WALL);
        size(1366, 768, false);
        browser.get("http://127.0.0.1:" + server.port() + "/");
    }

    private List<String> texts(String selector) {
        return browser.findElements(By.cssSelector(selector)).stream()
                .map(element -> element.getText())
                .toList();
    }

    private void shoot(String name) throws IOException {
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        Files.write(
                pictures.resolve("region-" + name + ".png"),
                browser.getScreenshotAs(OutputType.BYTES));
    }

    private static List<CentrePicture> region() {
        List<CentrePicture> centres = new ArrayList<>();
        centres.add(katrineholm(true, NOW.minusSeconds(48)));
        centres.add(
                centre(
                        "Nyköping",
                        OpeningMode.STAFFED,
                        NOW.minusSeconds(20),
                        List.of(room("Läsesal", 41, 48, Quality.HIGH)),
                        List.of(
                                door("Entré", DoorPhysicalState.CLOSED, DoorAlarm.NORMAL),
                                door("Tentasal 2", DoorPhysicalState.OPEN, DoorAlarm.NORMAL))));
        centres.add(
                centre(
                        "Eskilstuna",
                        OpeningMode.UNSTAFFED,
                        NOW.minusSeconds(5),
                        List.of(room("Torget", 14, 40, Quality.HIGH)),
                        List.of(
                                door(
                                        "Baksidan",
                                        DoorPhysicalState.OPEN,
                                        DoorAlarm.DOOR_FORCED_OPEN))));
        centres.add(
                centre(
                        "Trosa",
                        OpeningMode.STAFFED,
                        NOW.minusSeconds(1400),
                        List.of(room("Salen", 3, 12, Quality.HIGH)),
                        List.of()));
        centres.add(
                centre(
                        "Strängnäs",
                        OpeningMode.STAFFED,
                        NOW.minusSeconds(400),
                        List.of(room("Salen", 8, 24, Quality.MEDIUM)),
                        List.of()));
        for (String closed : List.of("Flen", "Gnesta")) {
            centres.add(
                    centre(
                            closed,
                            OpeningMode.OUT_OF_HOURS,
                            NOW.minusSeconds(30),
                            List.of(room("Salen", 0, 16, Quality.HIGH)),
                            List.of()));
        }
        centres.add(
                centre(
                        "Oxelösund",
                        OpeningMode.STAFFED,
                        NOW.minusSeconds(12),
                        List.of(room("Salen", 17, 20, Quality.LOW)),
                        List.of()));
        centres.add(
                new CentrePicture(
                        "VIN",
                        "Vingåker",
                        null,
                        null,
                        false,
                        null,
                        List.of(),
                        List.of(),
                        List.of()));
        return centres;
    }

    private static CentrePicture katrineholm(boolean online, Instant heard) {
        CentrePicture whole =
                centre(
                        "Katrineholm",
                        OpeningMode.STAFFED,
                        heard,
                        List.of(
                                room("Studion", 12, 20, Quality.HIGH),
                                room("Grupprum 1", 6, 6, Quality.MEDIUM),
                                room("Grupprum 2", 3, 12, Quality.HIGH),
                                room("Tentasal", null, 24, Quality.NONE)),
                        List.of(
                                door("Entré", DoorPhysicalState.CLOSED, DoorAlarm.NORMAL),
                                door("Tentasal", DoorPhysicalState.UNKNOWN, DoorAlarm.NORMAL)));
        // the sum is then a word only; without the unknown room it is "about"
        List<RoomState> known = whole.rooms().subList(0, 3);
        return new CentrePicture(
                "KAT",
                "Katrineholm",
                state("Katrineholm", OpeningMode.STAFFED, online, heard),
                heard,
                false,
                null,
                known,
                whole.doors(),
                List.of());
    }

    private static CentrePicture centre(
            String name,
            OpeningMode mode,
            Instant heard,
            List<RoomState> rooms,
            List<DoorStatus> doors) {
        return new CentrePicture(
                name.substring(0, 3),
                name,
                state(name, mode, true, heard),
                heard,
                false,
                null,
                rooms,
                doors,
                List.of());
    }

    private static CentreState state(String name, OpeningMode mode, boolean online, Instant heard) {
        return new CentreState(
                "C",
                name,
                online,
                heard,
                mode,
                Instant.parse("2026-10-05T20:00:00Z"),
                null,
                "kdfq",
                0,
                "0".repeat(64),
                null,
                "0.1",
                null,
                null,
                null);
    }

    private static RoomState room(
            String name, @Nullable Integer people, int capacity, Quality quality) {
        return new RoomState("C", name, name, people, false, quality, capacity, 60, 2, 2, NOW);
    }

    private static DoorStatus door(String name, DoorPhysicalState contact, DoorAlarm alarm) {
        return new DoorStatus(
                "C",
                name,
                name,
                DoorMode.LOCKED,
                DoorPosture.NORMAL,
                null,
                LockCommand.LOCK,
                contact == DoorPhysicalState.UNKNOWN ? LockState.UNKNOWN : LockState.LOCKED,
                contact,
                alarm,
                false,
                false,
                null,
                NOW.minusSeconds(190));
    }
}
