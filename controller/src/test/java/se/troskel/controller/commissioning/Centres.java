package se.troskel.controller.commissioning;

import java.nio.file.Path;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;

/// The example centres.
final class Centres {
    static final CentreConfig KATRINEHOLM = load("katrineholm");
    static final CentreConfig TROSA = load("trosa");

    private Centres() {}

    private static CentreConfig load(String name) {
        return new CentreLoader().require(Path.of("..", "config", "centres", name));
    }
}
