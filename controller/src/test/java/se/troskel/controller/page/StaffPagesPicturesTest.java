package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import se.troskel.config.Area;
import se.troskel.controller.register.RegisterDamage;
import se.troskel.controller.staff.Enrolment.Step;
import se.troskel.controller.staff.GlassUse;

/// Goal: an invigilator gets through a day's tasks in a real browser, and every target is large
/// enough. Method: Chromium driven through the pages; pictures of each land in `target/pictures`.
@Tag("chromium")
class StaffPagesPicturesTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String OWN_PASSWORD = "four other long words";

    private final StaffServer server = new StaffServer(Instant.now());
    private final ChromeDriver driver = start();

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
    void makeFolder() throws IOException {
        Files.createDirectories(PICTURES);
    }

    @AfterEach
    void stop() {
        driver.quit();
        server.close();
    }

    @Test
    void goesThroughAnInvigilatorsDay(@TempDir Path folder) throws Exception {
        server.freshAccount("vakt");
        view(1366, 768);
        driver.get(server.address());
        picture("staff-1-log-in");
        type("user", "vakt");
        type("password", StaffServer.PASSWORD + Keys.ENTER);
        await(() -> driver.getCurrentUrl().endsWith("/staff/password"));
        picture("staff-2-password");
        type("present", StaffServer.PASSWORD);
        type("new", OWN_PASSWORD);
        type("again", OWN_PASSWORD + Keys.ENTER);
        await(() -> text().contains("Lösenordet är bytt."));
        driver.get(server.address());
        await(() -> text().contains("Live ·"));
        picture("staff-3-board");
        assertTargetsAreLarge();

        unlockInTwoPresses();
        aForcedDoorShowsByItself();
        importWithBadRows(folder);
        newStudent();
        ticketSheet();
        muster();
        driver.get(server.address() + "/staff/cards");
        picture("staff-9-cards");
        assertTargetsAreLarge();
        loanCard();
        dayPass();
        driver.get(server.address() + "/staff/journal");
        picture("staff-10-journal");
        press(".lost-card summary");
        picture("staff-10-lost-card");
        assertTargetsAreLarge();
        assertNothingIsWiderThanTheWindow();
        exams();
        candidate();
        standingOrders();
    }

    private void loanCard() {
        type("number", "Testsson" + Keys.ENTER);
        await(() -> text().contains("Bo Testsson"));
        press("section:last-of-type details summary");
        picture("staff-9-loan-card");
        assertTargetsAreLarge();
        assertNothingIsWiderThanTheWindow();
        press("section:last-of-type details .primary");
        await(() -> text().contains("Lånekort 2 gäller till midnatt."));
        assertThat(server.cards.asked).containsExactly("lend p2 card=u1 digits=0 lost=false");
    }

    private void dayPass() {
        driver.get(server.address() + "/staff/passes");
        type("name", "Doris Prov");
        press("input[name=room-tentasal]");
        picture("staff-9-day-pass-form");
        assertTargetsAreLarge();
        press("main form.narrow .primary");
        await(() -> text().contains("K7MP-2RVA"));
        picture("staff-9-day-pass");
        assertTargetsAreLarge();
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        picture("staff-9-day-pass-print");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        press(".no-print a.button");
        await(() -> text().contains("Doris Prov"));
        picture("staff-9-day-passes");
        driver.get(server.address() + "/staff/accounts");
        press("section details summary");
        picture("staff-9-account-rights");
        assertTargetsAreLarge();
        assertNothingIsWiderThanTheWindow();
    }

    private void unlockInTwoPresses() {
        press("#card-exam summary");
        picture("staff-3-board-unlock");
        assertTargetsAreLarge();
        press("#card-exam details .primary");
        await(() -> text().contains("Dörren är olåst."));
        assertThat(server.desk.asked).containsExactly("unlock exam 15");
        press("#card-exam .actions > form button");
        await(() -> text().contains("Dörren är låst."));
    }

    private void aForcedDoorShowsByItself() {
        press("#card-group summary");
        await(() -> text().contains("Live ·"));
        server.desk.forceOpen("exam");
        await(() -> find("#troubles").getText().contains("Uppbruten"));
        assertThat(find("#card-group details").getDomAttribute("open")).isNotNull();
        picture("staff-4-board-alarm");
        for (var size : List.of(new Dimension(800, 1280), new Dimension(683, 384))) {
            view(size.getWidth(), size.getHeight());
            picture("staff-4-board-alarm-" + size.getWidth());
            assertNothingIsWiderThanTheWindow();
        }
        media("prefers-color-scheme", "dark");
        view(1366, 768);
        picture("staff-4-board-dark");
        media("prefers-contrast", "more");
        picture("staff-4-board-contrast");
        media("prefers-color-scheme", "light");
    }

    private void standingOrders() {
        server.desk.put(
                new StaffDesk.Orders(
                        true,
                        true,
                        true,
                        true,
                        List.of(new GlassUse("exam", "kassaskåpet", server.now.get())),
                        false,
                        RegisterDamage.NONE,
                        List.of(new Area("exam-wing", "Tentaflygeln")),
                        Set.of("exam")));
        driver.get(server.address() + "/staff");
        await(() -> text().contains("Brandlarm. Alla ska ut."));
        picture("staff-11-fire");
        assertTargetsAreLarge();
        view(683, 384);
        picture("staff-11-fire-683");
        assertNothingIsWiderThanTheWindow();
        view(1366, 1400);
        press("#banners button");
        await(() -> text().contains("sedd"));
        press(".orders summary");
        picture("staff-12-lockdown");
        assertTargetsAreLarge();
        press(".orders details .scope button");
        await(() -> text().contains("Inrymning: låst, ingen släpps in."));
        picture("staff-12-lockdown-done");
        press("#card-exam details:last-of-type summary");
        picture("staff-13-exam");
        assertTargetsAreLarge();
        press("#card-exam details:last-of-type button[value=EXAM_ADMIT]");
        await(() -> text().contains("Tentaläget är ändrat."));
        assertThat(server.desk.asked)
                .endsWith("seen", "lock down OfArea[area=exam-wing]", "posture exam EXAM_ADMIT");
        server.desk.put(StaffDesk.Orders.NONE);
        await(() -> !text().contains("Brandlarm. Alla ska ut."));
        driver.get(server.address() + "/staff/break-glass");
        type("number", "04A1B2C3D4E5F6");
        type("label", "kassaskåpet" + Keys.ENTER);
        await(() -> text().contains("Prova det vid en dörr"));
        press("main details summary");
        view(1366, 768);
        picture("staff-14-break-glass");
        assertTargetsAreLarge();
    }

    private void importWithBadRows(Path folder) throws IOException {
        var list = folder.resolve("list.csv");
        var rows = "namn;kort\nAlva Testsson;04A1B2\nElis Prov;04A1B3\nBAD;x\n";
        Files.writeString(list, rows, StandardCharsets.UTF_8);
        driver.get(server.address() + "/staff/import");
        picture("staff-5-import");
        assertTargetsAreLarge();
        find("#file").sendKeys(list.toAbsolutePath().toString());
        press("main .primary");
        await(() -> text().contains("Inget är ändrat än."));
        picture("staff-6-preview");
        press("main .primary");
        await(() -> text().contains("Listan är inläst."));
        picture("staff-6-imported");
    }

    private void confirmations() {
        driver.get(server.address() + "/staff/exams/confirmations");
        press("main details summary");
        picture("staff-16-confirmations");
        assertTargetsAreLarge();
        assertNothingIsWiderThanTheWindow();
        press("main .panel .primary");
        await(() -> text().contains("K7MP 2RVA"));
        view(900, 1270);
        picture("staff-16-confirmation-sheets");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        picture("staff-16-confirmation-print");
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        view(1366, 768);
        driver.get(server.address() + "/staff/exams");
    }

    private void exams() {
        view(1366, 900);
        driver.get(server.address() + "/staff/import");
        press("input[value=SITTINGS]");
        type("table", "Kurs;Namn\nMAA140;Alva Testsson\nMAA140;BAD\n");
        picture("staff-15-exams-import");
        assertTargetsAreLarge();
        press("main .primary");
        await(() -> text().contains("avanmäls"));
        picture("staff-15-exams-preview");
        view(1366, 768);
        driver.get(server.address() + "/staff/exams");
        assertThat(text()).contains("MDU MAA140 TEN1", "2 mars", "3 mars", "tentavakten avgör");
        picture("staff-15-exams");
        assertTargetsAreLarge();
        confirmations();
        for (var size : List.of(new Dimension(800, 1280), new Dimension(683, 384))) {
            view(size.getWidth(), size.getHeight());
            picture("staff-15-exams-" + size.getWidth());
            assertNothingIsWiderThanTheWindow();
        }
        view(1366, 768);
    }

    private void candidate() {
        for (var size : List.of(new Dimension(683, 384), new Dimension(800, 1280))) {
            view(size.getWidth(), size.getHeight());
            driver.get(server.address() + "/staff/exams");
            press("td a[href$='sitting=s-MDU']");
            picture("staff-16-candidate-add-" + size.getWidth());
            assertTargetsAreLarge();
            assertNothingIsWiderThanTheWindow();
        }
        press("main details summary");
        picture("staff-16-candidate-choose");
        assertTargetsAreLarge();
        press(".candidates a");
        await(() -> text().contains("Avanmäl"));
        press("input[value=PHONED_BY_EXAM_OFFICE]");
        find("#seat").clear();
        type("seat", "9");
        press("form.narrow details summary");
        picture("staff-16-candidate-change");
        assertTargetsAreLarge();
        assertNothingIsWiderThanTheWindow();
        press("form.narrow .primary");
        await(() -> text().contains("Ändringen är sparad."));
        picture("staff-16-candidate-changed");
        assertThat(server.candidates.asked.getLast()).contains("change r1", "|9|");
        view(1366, 768);
    }

    private void newStudent() {
        view(800, 1280);
        driver.get(server.address() + "/staff/new-student");
        press("main .primary");
        await(() -> text().contains("Visa kortet vid Terminalen"));
        picture("staff-7-student-card");
        server.desk.advance(Step.WAITING_FOR_NAME);
        await(() -> text().contains("Kortet är läst."));
        type("name", "Alva Testsson");
        press("input[name=agreement]");
        picture("staff-7-student-name");
        assertTargetsAreLarge();
        server.desk.forceOpen("group");
        press("#complete .primary");
        await(() -> text().contains("väljer PIN vid Terminalen"));
        picture("staff-7-student-pin");
        server.desk.advance(Step.DONE);
        await(() -> text().contains("Klart! Kortet gäller nu."));
        picture("staff-7-student-done");
        view(1366, 768);
    }

    private void ticketSheet() {
        driver.get(server.address() + "/staff/tickets");
        picture("staff-8-tickets");
        press("main .primary");
        await(() -> text().contains("7HK3 M9QX"));
        assertThat(
                        ((Number)
                                        Objects.requireNonNull(
                                                driver.executeScript(
                                                        "return document.querySelector('.ticket img').naturalWidth")))
                                .intValue())
                .isPositive();
        picture("staff-8-ticket");
    }

    private void muster() throws IOException {
        driver.get(server.address() + "/staff");
        press("header a[href='/staff/inside']");
        await(() -> text().contains("Live ·"));
        assertThat(text()).contains("Alva Testsson", "Kod 0DDBA1", "Grupp om 12");
        picture("staff-11-inside");
        assertTargetsAreLarge();
        view(683, 384);
        assertNothingIsWiderThanTheWindow();
        view(1366, 768);
        server.desk.leaveInside(3);
        await(() -> text().contains("3 är kvar enligt listan."));
        picture("staff-11-inside-left");
        var paper =
                (String)
                        driver.executeCdpCommand(
                                        "Page.printToPDF", Map.of("preferCSSPageSize", true))
                                .get("data");
        Files.write(
                PICTURES.resolve("staff-11-inside.pdf"),
                java.util.Base64.getDecoder().decode(Objects.requireNonNull(paper)));
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        view(794, 1123);
        picture("staff-11-inside-paper");
        assertThat(text()).contains("Alva Testsson").doesNotContain("Live ·", "Alla har gått");
        assertNothingIsWiderThanTheWindow();
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        view(1366, 768);
        press("main details summary");
        press("main details .primary");
        await(() -> text().contains("Ingen är incheckad."));
    }

    private void type(String id, String text) {
        find("#" + id).sendKeys(text);
    }

    private void press(String selector) {
        find(selector).click();
    }

    private WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    private String text() {
        return find("body").getText();
    }

    private void view(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "deviceScaleFactor",
                        width == 683 ? 2 : 1,
                        "mobile",
                        false));
    }

    private void media(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /// The part that is seen without scrolling; the window's size is set by [#view].
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
                        return [...document.querySelectorAll('button, summary, a, input, select')]
                            .filter(e => e.checkVisibility({contentVisibilityAuto: true}) && !e.matches('.skip, .troubles a'))
                            .map(e => e.closest('label.choice') ?? e)
                            .filter(e => e.getBoundingClientRect().height < 47.5
                                || e.getBoundingClientRect().width < 47.5)
                            .map(e => e.outerHTML)\
                        """);
        assertThat((List<?>) Objects.requireNonNull(small)).isEmpty();
    }

    private void assertNothingIsWiderThanTheWindow() {
        assertThat(
                        driver.executeScript(
                                "return document.documentElement.scrollWidth"
                                        + " - document.documentElement.clientWidth"))
                .isEqualTo(0L);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        boolean holds = false;
        while (!holds && System.nanoTime() < deadline) {
            try {
                holds = condition.getAsBoolean();
            } catch (org.openqa.selenium.WebDriverException e) {
                holds = false;
            }
        }
        assertThat(holds).isTrue();
    }
}
