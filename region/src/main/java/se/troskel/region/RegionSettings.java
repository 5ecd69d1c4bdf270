package se.troskel.region;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import se.troskel.region.intake.BrokerAccess;

/// How the region's program runs.
///
/// @param data where the record is kept; made when it is missing
/// @param host address that the page listens on
/// @param port 0 for any free one
/// @param zone whose clock the page shows
/// @param expected centres that are shown even when they were never heard
public record RegionSettings(
        BrokerAccess broker,
        Path data,
        String host,
        int port,
        ZoneId zone,
        List<ExpectedCentre> expected) {
    /// The clock of every Swedish learning centre.
    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    public RegionSettings {
        expected = List.copyOf(expected);
    }

    /// Without log-in, for launchers and tests.
    public static RegionSettings of(URI broker, Path data, String host, int port) {
        return new RegionSettings(
                BrokerAccess.of(broker, Map.of()), data, host, port, SWEDEN, List.of());
    }

    /// A centre that the region knows of by itself.
    public record ExpectedCentre(String code, String name) {}
}
