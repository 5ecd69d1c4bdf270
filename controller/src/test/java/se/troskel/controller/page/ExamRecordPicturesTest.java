package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import se.troskel.controller.page.ExamRecordDesk.Filed;
import se.troskel.controller.seal.Seal;
import se.troskel.controller.seal.SealedText;
import se.troskel.protocol.json.Json;

/// Goal: an invigilator sees what is missing, makes a record and gets it on paper, with its style.
/// Method: Chromium driven through the pages; pictures land in `target/pictures`.
@Tag("chromium")
class ExamRecordPicturesTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final StaffServer server = new StaffServer();
    private final ChromeDriver driver = start();

    private static ChromeDriver start() {
        var options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
        options.addArguments("--hide-scrollbars", "--window-size=1366,1000");
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                        .build();
        return new ChromeDriver(service, options);
    }

    @AfterEach
    void stop() {
        driver.quit();
        server.close();
    }

    @Test
    void theListAndThePaper() throws IOException, NoSuchAlgorithmException {
        Files.createDirectories(PICTURES);
        var seal = new Seal(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        var record = ExamRecordPagesTest.record("0001-KXB");
        var file = SealedText.of(seal.sealedDocument(Json.text(record)));
        server.examRecords.filed = Optional.of(new Filed(ExamRecordPagesTest.ID, record, file));
        driver.get(server.address() + "/staff/exam-record");
        driver.findElement(By.name("user")).sendKeys("admin");
        driver.findElement(By.name("password")).sendKeys(StaffServer.PASSWORD + Keys.ENTER);
        says("Live ·");
        driver.get(server.address() + "/staff/exam-record");
        says("Att göra före underskrift:");
        picture("staff-17-exam-records");
        for (var width : new int[] {800, 683}) {
            driver.manage().window().setSize(new Dimension(width, 1280));
            picture("staff-17-exam-records-" + width);
            assertThat(driver.executeScript("return document.documentElement.scrollWidth"))
                    .isEqualTo(driver.executeScript("return window.innerWidth"));
        }
        driver.findElement(By.cssSelector("form button[value=s1]")).click();
        says("Protokollet är skrivet och signerat.");
        driver.manage().window().setSize(new Dimension(1366, 1000));
        driver.get(server.address() + "/staff/exam-record/" + ExamRecordPagesTest.ID);
        says("Tentavakt: underskrift, datum");
        assertThat(driver.findElement(By.tagName("table")).getCssValue("border-collapse"))
                .as("the page's own style is let in")
                .isEqualTo("collapse");
        picture("staff-17-exam-record-paper");
    }

    private void says(String words) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!driver.findElement(By.tagName("body")).getText().contains(words)) {
            assertThat(System.nanoTime() - until).as("waiting for " + words).isNegative();
            Thread.onSpinWait();
        }
    }

    private void picture(String name) throws IOException {
        Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }
}
