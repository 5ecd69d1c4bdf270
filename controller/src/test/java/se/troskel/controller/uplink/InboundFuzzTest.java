package se.troskel.controller.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.troskel.protocol.mqtt.Topics;

/// Goal: no bytes from outside do more than move the cursor to what the journal says, ask for
/// records again, or ask for state or the fingerprint. Method: random bytes on every topic of the
/// centre, into the code that understands them and into the delivery.
class InboundFuzzTest {
    private static final Topics KAT = new Topics("KAT");
    private static final List<String> TOPICS =
            List.of(
                    KAT.ack(),
                    KAT.requests(),
                    KAT.events(),
                    KAT.replies(),
                    KAT.centreState(),
                    KAT.doorState("d1"),
                    "",
                    "troskel/v1/KAT/doors/d1/unlock");

    @FuzzTest
    void nothingFromOutsideDoesMoreThanItMay(byte[] payload) throws java.io.IOException {
        Path directory = Files.createTempDirectory("uplink");
        var journal = new MemoryJournal("KAT", "kdfq");
        journal.append(3);
        var delivery = new Delivery(journal, new AcknowledgedFile(directory), UplinkRig.QUICK);
        for (String topic : TOPICS) {
            switch (Inbound.read(KAT, topic, payload)) {
                case Inbound.Acknowledgement(var ack) -> {
                    assertThat(topic).isEqualTo(KAT.ack());
                    delivery.acknowledged(ack, 0);
                }
                case Inbound.Request(var request) -> {
                    assertThat(topic).isEqualTo(KAT.requests());
                    assertThat(request.centre()).isEqualTo("KAT");
                }
                case null -> assertThat(delivery.cursor()).isBetween(0L, 3L);
            }
        }
        assertThat(delivery.cursor()).isBetween(0L, 3L);
        Files.delete(directory);
    }
}
