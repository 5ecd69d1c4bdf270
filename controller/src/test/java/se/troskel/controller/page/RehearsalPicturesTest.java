package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
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
import org.openqa.selenium.print.PrintOptions;

/// Goal: the evening before is read on a screen, on a narrow one, and on paper. Method: Chromium
/// driven to the page; pictures and the printed sheet land in `target/pictures`.
@Tag("chromium")
class RehearsalPicturesTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final StaffServer server = new StaffServer();
    private final ChromeDriver driver = start();

    private static ChromeDriver start() {
        var options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
        options.addArguments("--hide-scrollbars", "--window-size=1366,2000");
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
    void theEveningBefore() throws IOException {
        Files.createDirectories(PICTURES);
        driver.get(server.address() + "/staff/exams/rehearsal");
        driver.findElement(By.name("user")).sendKeys("admin");
        driver.findElement(By.name("password")).sendKeys(StaffServer.PASSWORD + Keys.ENTER);
        says("Live ·");
        driver.get(server.address() + "/staff/exams/rehearsal");
        says("Gör först");
        picture("staff-18-rehearsal");
        for (var width : new int[] {800, 683}) {
            driver.manage().window().setSize(new Dimension(width, 2000));
            picture("staff-18-rehearsal-" + width);
            assertThat(driver.executeScript("return document.documentElement.scrollWidth"))
                    .isEqualTo(driver.executeScript("return window.innerWidth"));
        }
        var sheet = Base64.getDecoder().decode(driver.print(new PrintOptions()).getContent());
        Files.write(PICTURES.resolve("staff-18-rehearsal.pdf"), sheet);
        assertThat(sheet).startsWith('%', 'P', 'D', 'F');
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
