package se.troskel.simulation.uplink;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/// Goal: INV-07 over the documented production broker. Method: [UplinkRegionScenarios] with
/// Debian's Mosquitto as a child process, killed with SIGKILL.
@Tag("mosquitto")
class UplinkRegionMosquittoTest extends UplinkRegionScenarios {
    @Override
    BrokerUnderTest broker(Path folder) {
        return new Mosquitto(folder);
    }
}
