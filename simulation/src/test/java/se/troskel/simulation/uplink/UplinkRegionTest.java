package se.troskel.simulation.uplink;

import java.nio.file.Path;

/// Goal: INV-07 over the broker that needs nothing installed. Method: [UplinkRegionScenarios] with
/// HiveMQ CE in this process.
class UplinkRegionTest extends UplinkRegionScenarios {
    @Override
    BrokerUnderTest broker(Path folder) {
        return new HiveBroker(folder);
    }
}
