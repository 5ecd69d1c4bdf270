package se.troskel.controller.examrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import se.troskel.config.TrustedCentre;
import se.troskel.config.TrustedKey;
import se.troskel.controller.page.ExamProtocolPage;
import se.troskel.controller.page.Language;
import se.troskel.controller.seal.Seal;
import se.troskel.controller.seal.SealedText;
import se.troskel.protocol.exam.ExamProtocol;
import se.troskel.protocol.json.Json;

/// Goal: somebody at a university checks a record with a browser and nothing else, and reads it on
/// paper. Method: `docs/verify.html` and a printed record in Chromium, from the disk; pictures land
/// in `target/pictures`.
@Tag("chromium")
class VerifyPageTest {
    private static final KeyPair KEY = ExamProtocols.pair();
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir Path folder;
    private final ChromeDriver driver = start();
    private byte[] whole = {};

    private static ChromeDriver start() {
        var options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
        options.addArguments("--window-size=1100,1000", "--hide-scrollbars");
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                        .build();
        return new ChromeDriver(service, options);
    }

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(PICTURES);
        whole = ExamProtocolFile.write(ExamProtocols.record(3), new Seal(KEY));
        driver.get(Path.of("../docs/verify.html").toRealPath().toUri().toString());
    }

    @AfterEach
    void stop() {
        driver.quit();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toAbsolutePath();
    }

    private void choose(String input, Path file) {
        driver.findElement(By.id(input)).sendKeys(file.toString());
    }

    private void says(String words) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!driver.findElement(By.id("answer")).getText().contains(words)) {
            assertThat(System.nanoTime() - until).as("waiting for " + words).isNegative();
            Thread.onSpinWait();
        }
    }

    private void picture(String name) throws IOException {
        Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    private static byte[] trust(KeyPair key) {
        return Json.write(
                new TrustedCentre(
                        "KAT",
                        Map.of("sv", "Campus", "en", "Campus"),
                        List.of(
                                TrustedKey.of(
                                        TrustedKey.Use.RECORD,
                                        key.getPublic(),
                                        ExamProtocols.START,
                                        ExamProtocols.START.plus(Duration.ofDays(1))))));
    }

    @Test
    void aRecordAsItWasSignedIsUnchangedAndItsKeyNamed() throws IOException {
        choose("file", file("mdu.json", whole));
        says("Oförändrad · Unchanged");
        says(new Seal(KEY).keyId());
        picture("exam-record-verified");
        choose("trust", file("kat.json", trust(KEY)));
        says("Oförändrad, och lärcentrets");
        choose("trust", file("other.json", trust(ExamProtocols.pair())));
        says("inte signerad med nyckelfilens nyckel");
    }

    @Test
    void aChangedByteAnywhereIsSeen() throws IOException {
        int[] places = {0, 12, whole.length / 2, whole.length - 120, whole.length - 2};
        for (int at : places) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            choose("file", file("changed-" + at + ".json", changed));
            says("changed-" + at + ".json");
            assertThat(driver.findElement(By.id("answer")).getText())
                    .contains("Ändrad, skadad eller inte signerad");
        }
        picture("exam-record-changed");
        choose("file", file("empty.json", new byte[0]));
        says("empty.json");
        assertThat(driver.findElement(By.id("answer")).getText()).contains("inte signerad");
    }

    @Test
    void aRecordFitsPaper() throws IOException {
        SealedText sealed = SealedText.of(whole);
        ExamProtocol record = ExamProtocolFile.read(sealed).orElseThrow();
        Path page = file("record.html", new ExamProtocolPage(Language.SV).html(record, sealed));
        driver.get(page.toUri().toString());
        assertThat(driver.findElement(By.tagName("body")).getText())
                .contains("Tentamensprotokoll", "0001-KXB", "Tentavakt: underskrift");
        picture("exam-record-paper");
    }
}
