package se.troskel.simulation.day;

import java.net.URI;
import java.util.Optional;

/// Pictures of the staff and region pages, as Chromium shows them. One thread at a time.
final class PagePictures implements AutoCloseable {
    private final Browser browser;
    private final StaffClient staff;
    private final URI regionPage;

    private PagePictures(Browser browser, StaffClient staff, URI regionPage) {
        this.browser = browser;
        this.staff = staff;
        this.regionPage = regionPage;
    }

    /// Empty where there is no Chromium.
    static Optional<PagePictures> open(StaffClient staff, URI regionPage) {
        return Browser.open().map(browser -> new PagePictures(browser, staff, regionPage));
    }

    /// The page that staff were sent last, in their own session.
    byte[] staff() {
        browser.go(staff.base().toString());
        staff.cookies().forEach(cookie -> browser.carry(cookie.getName(), cookie.getValue()));
        browser.go(staff.at().toString());
        return browser.picture();
    }

    byte[] region() {
        browser.go(regionPage.toString());
        return browser.picture();
    }

    @Override
    public void close() {
        browser.close();
    }
}
