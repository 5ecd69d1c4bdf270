package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
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
import se.troskel.controller.commissioning.Outcome;

/// Goal: a centre is commissioned with a phone in a real browser, and its report fits A4 paper.
/// Method: Chromium in a phone's size through the pages; pictures and the printed report land in
/// `target/pictures`.
@Tag("chromium")
class CommissioningPicturesTest {
    private static final Path PICTURES = Path.of("target", "pictures");

    private final StaffServer server = new StaffServer(Instant.parse("2027-03-02T08:14:00Z"));
    private final ChromeDriver driver = start();

    private static ChromeDriver start() {
        var options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
        options.addArguments("--hide-scrollbars");
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                        .build();
        return new ChromeDriver(service, options);
    }

    @BeforeEach
    void logIn() throws IOException {
        Files.createDirectories(PICTURES);
        view(390, 844);
        driver.get(server.address());
        driver.findElement(By.id("user")).sendKeys("admin");
        driver.findElement(By.id("password")).sendKeys(StaffServer.PASSWORD + Keys.ENTER);
        await(() -> driver.getCurrentUrl().endsWith("/staff"));
    }

    @AfterEach
    void stop() {
        driver.quit();
        server.close();
    }

    @Test
    void provesDevicesWithAPhoneAndPrintsTheReport() throws IOException {
        driver.get(server.address() + "/staff/commissioning");
        await(() -> text().contains("Live ·"));
        picture("commissioning-1-begin");
        assertFitsAPhone();
        press("#step .primary");
        await(() -> text().contains("Stå vid Entrén"));
        picture("commissioning-2-lock");
        assertFitsAPhone();
        press("#step .primary");
        server.bench.hearAll();
        await(() -> text().contains("Nästa: Dörrkontakten"));
        assertThat(driver.findElement(By.cssSelector(".judge")).isDisplayed()).isFalse();
        picture("commissioning-3-passed");
        press("#step .primary");
        await(() -> text().contains("Öppna dörren. Stäng den igen."));
        press(".judge summary");
        driver.findElement(By.id("remark-fails")).sendKeys("Säger stängd när den står öppen");
        picture("commissioning-4-fails");
        assertFitsAPhone();
        press(".judge [open] .act");
        await(() -> server.bench.state().count(Outcome.FAILED) == 1);
        egress();
        restOfTheCentre();
        driver.get(server.address() + "/staff/commissioning");
        press(".group summary");
        picture("commissioning-6-overview");
        assertFitsAPhone();
        press("#reports ~ form button");
        await(() -> text().contains("Driftsättningsprotokoll"));
        picture("commissioning-7-report-phone");
        print();
    }

    private void egress() {
        var account = server.directory.find("admin").orElseThrow();
        server.bench.begin(account, "exam-1.egress");
        driver.get(server.address() + "/staff/commissioning");
        await(() -> text().contains("när allt i listan ovan har kommit"));
        server.bench.hearAll();
        await(() -> text().contains("Ja, så är det"));
        picture("commissioning-5-egress");
        assertFitsAPhone();
        press("#step .primary");
        await(() -> text().contains("Nästa:"));
    }

    /// All but the last steps, so that some stand as not tried.
    private void restOfTheCentre() {
        var account = server.directory.find("admin").orElseThrow();
        var steps = server.bench.state().steps();
        for (var step : steps.subList(0, steps.size() - 3)) {
            if (server.bench.state().result(step.id()).isEmpty()) {
                server.bench.begin(account, step.id());
                server.bench.hearAll();
                server.bench.confirm("");
            }
        }
    }

    private void print() throws IOException {
        var pdf =
                Base64.getDecoder()
                        .decode(
                                String.valueOf(
                                        driver.executeCdpCommand(
                                                        "Page.printToPDF",
                                                        Map.of("preferCSSPageSize", true))
                                                .get("data")));
        Files.write(PICTURES.resolve("commissioning-report.pdf"), pdf);
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        assertThat(text.split("/Type /Page\\b", -1)).hasSizeBetween(2 + 1, 5 + 1);
        // A4 in points
        assertThat(text).containsPattern("/MediaBox \\[0 0 59[45][^ ]* 84[12]");
    }

    private void press(String selector) {
        await(() -> {
            driver.findElement(By.cssSelector(selector)).click();
            return true;
        });
    }

    private String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    private void view(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", false));
    }

    private void picture(String name) {
        try {
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertFitsAPhone() {
        assertThat(
                        driver.executeScript(
                                "return document.documentElement.scrollWidth"
                                        + " - document.documentElement.clientWidth"))
                .isEqualTo(0L);
        var small =
                driver.executeScript(
                        """
                        return [...document.querySelectorAll('main button, main summary, main a, main input')]
                            .filter(e => e.checkVisibility({contentVisibilityAuto: true}))
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
