package se.troskel.region;

import java.time.InstantSource;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import se.troskel.region.intake.HiveLink;
import se.troskel.region.intake.Intake;
import se.troskel.region.intake.IntakeStatus;
import se.troskel.region.page.PageServer;
import se.troskel.region.picture.Board;
import se.troskel.region.picture.LivePicture;
import se.troskel.region.store.RecordReader;
import se.troskel.region.store.RegionStore;

/// The running region: record, intake, line to the broker and page. Thread-safe.
public final class Region implements AutoCloseable {
    private final RegionStore store;
    private final Intake intake;
    private final HiveLink link;
    private final PageServer page;

    private Region(RegionStore store, Intake intake, HiveLink link, PageServer page) {
        this.store = store;
        this.intake = intake;
        this.link = link;
        this.page = page;
    }

    /// Starts everything; returns as soon as the page listens, whether or not the broker is there.
    ///
    /// @throws se.troskel.protocol.AccessSystemException when the data folder cannot be used
    public static Region start(RegionSettings settings, InstantSource wall) {
        RegionStore store = RegionStore.open(settings.data(), wall.instant());
        var board = new Board();
        settings.expected().forEach(centre -> board.expect(centre.code(), centre.name()));
        var live = new LivePicture();
        var link = new HiveLink(settings.broker(), new Random());
        var intake = new Intake(new Intake.Parts(store, board, live, link), wall, System::nanoTime);
        var page =
                new PageServer(
                        settings.host(),
                        settings.port(),
                        new PageServer.View(
                                live, store::samples, intake::status, wall, settings.zone()));
        intake.start();
        link.start(intake);
        return new Region(store, intake, link, page);
    }

    /// The port that the page listens on.
    public int port() {
        return page.port();
    }

    public IntakeStatus status() {
        return intake.status();
    }

    /// Why the broker cannot be reached, for an operator; null while it can.
    public @Nullable String trouble() {
        return link.trouble();
    }

    /// The record, to be compared with the centres' journals.
    public RecordReader records() {
        return store.records();
    }

    /// Ends in order: line, intake, page, record. Waits some seconds at most.
    @Override
    public void close() {
        link.close();
        intake.close();
        page.close();
        store.close();
    }
}
