package se.troskel.simulation;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What a demo is made of.
///
/// @param centre folder of the centre's configuration
/// @param folder where everything is written
/// @param broker a broker that runs already; null to start one
/// @param headless whether the terminal has no window
/// @param scripted whether a script plays it: door alarms then come sooner
public record DemoSettings(
        Path centre,
        Path folder,
        Ports ports,
        @Nullable URI broker,
        boolean headless,
        boolean scripted) {
    /// Where the programs' output goes.
    public Path logs() {
        return folder.resolve("log");
    }
}
