package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import se.troskel.controller.exam.ExamFact;
import se.troskel.protocol.decision.ApprovalReason;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.InvigilatorTask;

/// Goal: on the tablet thirty places are seen at once, two pages agree within a second, and a page
/// that lost the centre stays readable and presses nothing. Method: real Chromium, pictures of
/// every state to look at.
@Tag("chromium")
class ExamRoomPicturesTest {
    private static final Path PICTURES = Path.of("target", "pictures");

    private final StaffServer server = new StaffServer(midMorning());
    private final ExamRoomScene scene = server.examRoom;
    private final ChromeDriver driver = start();

    /// Far enough from midnight for everything to be today.
    private static Instant midMorning() {
        return Instant.parse("2027-03-02T08:14:00Z");
    }

    private static ChromeDriver start() {
        var options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
        options.addArguments("--hide-scrollbars", "--window-size=800,1280");
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                        .build(),
                options);
    }

    @BeforeEach
    void logIn() throws IOException {
        Files.createDirectories(PICTURES);
        view(800, 1280);
        driver.get(server.address());
        driver.findElement(By.id("user")).sendKeys("admin");
        driver.findElement(By.id("password")).sendKeys(StaffServer.PASSWORD + Keys.ENTER);
        await(() -> text().contains("Live ·"));
    }

    @AfterEach
    void stop() {
        driver.quit();
        server.close();
    }

    private void everyState() {
        for (int seat = 1; seat <= 12; seat++) {
            scene.admitted("c" + seat, 0, Duration.ofMinutes(35 - seat));
        }
        scene.out("c3", Duration.ofMinutes(4));
        scene.out("c8", Duration.ofMinutes(11));
        scene.happened(Duration.ofMinutes(1), "lth", new ExamFact.HandedIn("c5", 6, false));
        scene.arrives("c16", InvigilatorTask.COMPARE_FACE, Duration.ofSeconds(40));
        scene.arrives("c18", InvigilatorTask.CHECK_DOCUMENT, Duration.ofSeconds(90));
        scene.arrives("c19", InvigilatorTask.NOTHING, Duration.ofMinutes(3));
        scene.arrives("c22", InvigilatorTask.CHECK_DOCUMENT, Duration.ofMinutes(4));
        scene.happened(
                Duration.ofMinutes(2),
                "lth",
                new ExamFact.Rejected("c22", ApprovalReason.FACE_DIFFERS));
        scene.happened(
                Duration.ofMinutes(2), "lth", new ExamFact.Refused("c25", ExamReason.NO_ID_DENIED));
        scene.happened(
                Duration.ofMinutes(1),
                null,
                new ExamFact.CameUnlisted("K1", ExamReason.NOT_REGISTERED));
    }

    private void open(String more) {
        driver.get(server.address() + "/staff/exam-room?room=exam-1" + more);
        await(() -> text().contains("Live ·"));
    }

    @Test
    void showsThirtyPlacesOnATablet() {
        everyState();
        open("&chosen=c16");
        picture("exam-room-1-every-state");
        assertThat(
                        driver.executeScript(
                                """
                                return ['c1', 'c15', 'c16', 'c30'].every(id => {
                                    const box = document.getElementById('tile-' + id).getBoundingClientRect();
                                    const list = document.querySelector('.tiles').getBoundingClientRect();
                                    return box.height >= 60 && box.top >= list.top && box.bottom <= list.bottom + 1;
                                });\
                                """))
                .isEqualTo(true);
        assertTargetsAreLarge();
        press("#chosen-form > details:nth-of-type(2) summary");
        picture("exam-room-2-more");
        assertTargetsAreLarge();
        press("#room-orders summary");
        picture("exam-room-3-room");
        assertTargetsAreLarge();
        media("prefers-contrast", "more");
        open("&chosen=c3");
        picture("exam-room-4-contrast");
        media("prefers-contrast", "no-preference");
        view(1280, 800);
        open("&chosen=c1");
        picture("exam-room-5-landscape");
        view(400, 640);
        open("&chosen=c18");
        picture("exam-room-6-large-text");
        assertThat(
                        driver.executeScript(
                                "return document.documentElement.scrollWidth"
                                        + " - document.documentElement.clientWidth"))
                .isEqualTo(0L);
        view(794, 1123);
        driver.get(server.address() + "/staff/exam-room/paper?room=exam-1");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        picture("exam-room-7-paper");
    }

    @Test
    void approvesInPlaceAndTwoPagesAgreeWithinASecond() {
        scene.arrives("c16", InvigilatorTask.CHECK_DOCUMENT, Duration.ofSeconds(40));
        var other = server.loggedIn("admin");
        open("&chosen=c16");
        press(".wide-sheet summary");
        picture("exam-room-8-approve");
        press(".wide-sheet button[value=SWEDISH_PASSPORT]");
        await(() -> text().contains("legitimationen godkänd"));
        picture("exam-room-9-approved");
        assertThat(driver.findElement(By.id("tile-c16")).getText()).contains("Inne");
        long asked = System.nanoTime();
        other.post(
                "/staff/exam-room/out",
                "room",
                "exam-1",
                "registration",
                "c16",
                "errand",
                "RESTROOM");
        await(() -> driver.findElement(By.id("tile-c16")).getText().contains("Ute"));
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));
        await(() -> driver.findElement(By.id("chosen-actions")).getText().contains("Tillbaka"));
    }

    @Test
    void aPageThatLostTheCentreStaysReadableAndPressesNothing() {
        everyState();
        open("&chosen=c1");
        int before = scene.log().notes().size();
        server.close();
        await(() -> text().contains("Pricka av på papper."));
        picture("exam-room-10-lost");
        assertThat(text()).contains("Visar ID", "Ingen kontakt sedan");
        assertThat(
                        driver.executeScript(
                                "return [...document.querySelectorAll('#exam-room button')]"
                                        + ".every(button => button.disabled)"))
                .isEqualTo(true);
        press("#tile-c2");
        assertThat(text()).contains("Plats 1 ·", "Pricka av på papper.");
        assertThat(scene.log().notes()).hasSize(before);
    }

    private void press(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    private String text() {
        return driver.findElement(By.cssSelector("body")).getText();
    }

    private void view(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private void media(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    private void picture(String name) {
        try {
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void assertTargetsAreLarge() {
        var small =
                driver.executeScript(
                        """
                        return [...document.querySelectorAll('#exam-room button, #exam-room summary, #exam-room a')]
                            .filter(e => e.checkVisibility())
                            .filter(e => e.getBoundingClientRect().height < 47.5
                                || e.getBoundingClientRect().width < 47.5)
                            .map(e => e.outerHTML)\
                        """);
        assertThat((List<?>) Objects.requireNonNull(small)).isEmpty();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        boolean holds = false;
        while (!holds && System.nanoTime() < deadline) {
            try {
                holds = condition.getAsBoolean();
            } catch (WebDriverException e) {
                holds = false;
            }
        }
        assertThat(holds).isTrue();
    }
}
