package se.troskel.simulation.day;

import java.net.URI;
import java.util.Optional;

/// Pictures of the staff and region pages, as Chromium shows them. One thread at a time.
final class PagePictures implements AutoCloseable {
    private final Browser browser;
    private final URI regionPage;

    private PagePictures(Browser browser, URI regionPage) {
        this.browser = browser;
        this.regionPage = regionPage;
    }

    /// Empty where there is no Chromium.
    static Optional<PagePictures> open(URI regionPage) {
        return Browser.open().map(browser -> new PagePictures(browser, regionPage));
    }

    /// The page that somebody on the staff was sent last, in their own session.
    byte[] of(StaffClient staff) {
        visit(staff, staff.at());
        return browser.picture();
    }

    /// Opens a page in the session of somebody on the staff and leaves it open.
    void visit(StaffClient staff, URI page) {
        browser.go(staff.base().toString());
        staff.cookies().forEach(cookie -> browser.carry(cookie.getName(), cookie.getValue()));
        browser.go(page.toString());
    }

    /// The page that is open, as it is now.
    byte[] open() {
        return browser.picture();
    }

    /// The text of the page that is open, as it is now.
    String text() {
        return browser.text();
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
