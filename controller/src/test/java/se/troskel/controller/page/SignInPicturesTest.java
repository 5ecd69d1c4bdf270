package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import se.troskel.controller.signin.OpenIdSignIn;
import se.troskel.controller.signin.TestProvider;

/// Goal: a real browser gets through to a provider on another site and back, past its rules for
/// cookies and forms. Method: Chromium; the provider is `localhost`, the centre `127.0.0.1`;
/// pictures land in `target/pictures`.
@Tag("chromium")
class SignInPicturesTest {
    private static final Path PICTURES = Path.of("target", "pictures");

    private final TestProvider provider = new TestProvider();
    private final ChromeDriver driver = start();
    private @TempDir Path data;
    private OpenIdSignIn signIn;
    private StaffServer server;

    private static ChromeDriver start() {
        var options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
        options.addArguments("--hide-scrollbars", "--window-size=1366,768");
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                        .build();
        return new ChromeDriver(service, options);
    }

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(PICTURES);
        TestProvider.writeSecret(data);
        signIn = provider.signIn(data, System::nanoTime);
        server = new StaffServer(Instant.now(), signIn);
        provider.centre = server.address();
    }

    @AfterEach
    void stop() {
        driver.quit();
        server.close();
        signIn.close();
        provider.close();
    }

    @Test
    void goesToTheOrganisationAndBackToTheBoard() throws IOException {
        provider.groups = List.of("vakt");
        driver.get(server.address());
        picture("staff-12-sign-in");
        assertTargetsAreLarge();
        driver.findElement(By.linkText("Logga in med kommunen")).click();
        await(() -> driver.getCurrentUrl().equals(server.address() + "/staff"));
        assertThat(text()).contains("Alva Testsson (oidc:");
        picture("staff-12-signed-in");
    }

    @Test
    void tellsWhyNobodyCameIn() throws IOException {
        driver.get(server.address());
        driver.findElement(By.linkText("Logga in med kommunen")).click();
        await(() -> text().contains("har ingen roll här"));
        picture("staff-12-sign-in-no-role");
        provider.close();
        server.close();
        signIn.close();
        signIn = provider.signIn(data, System::nanoTime);
        server = new StaffServer(Instant.now(), signIn);
        driver.get(server.address());
        driver.findElement(By.linkText("Logga in med kommunen")).click();
        await(() -> text().contains("går inte att nå just nu"));
        picture("staff-12-sign-in-out-of-reach");
        assertTargetsAreLarge();
    }

    private String text() {
        return driver.findElement(By.cssSelector("body")).getText();
    }

    private void picture(String name) throws IOException {
        Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    private void assertTargetsAreLarge() {
        var small =
                driver.executeScript(
                        """
                        return [...document.querySelectorAll('button, summary, a, input')]
                            .filter(e => e.checkVisibility() && !e.matches('.skip'))
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
