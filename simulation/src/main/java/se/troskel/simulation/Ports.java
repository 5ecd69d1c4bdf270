package se.troskel.simulation;

import java.net.URI;

/// The demo's ports, all on loopback, in one run from a base.
///
/// @param base the first; the staff pages are there
public record Ports(int base) {
    /// The usual base.
    public static final int DEFAULT_BASE = 18_080;

    int staffPages() {
        return base;
    }

    int regionPage() {
        return base + 1;
    }

    public URI staffPagesUrl() {
        return URI.create("http://127.0.0.1:" + staffPages() + "/");
    }

    public URI regionPageUrl() {
        return URI.create("http://127.0.0.1:" + regionPage() + "/");
    }

    int demoPage() {
        return base + 2;
    }

    /// The embedded broker.
    int broker() {
        return base + 3;
    }

    /// The line from the centre to the broker, which can be cut.
    int line() {
        return base + 4;
    }

    int controllerControl() {
        return base + 5;
    }

    int kioskControl() {
        return base + 6;
    }

    int regionControl() {
        return base + 7;
    }
}
