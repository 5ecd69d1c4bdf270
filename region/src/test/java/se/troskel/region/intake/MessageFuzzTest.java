package se.troskel.region.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import se.troskel.protocol.event.Chain;
import se.troskel.region.picture.StateReading;
import se.troskel.region.picture.StateTopic;

/// Goal: no bytes from a broker make the intake throw, and nothing is taken whose hash or topic
/// does not fit. Method: random bytes as event and as every kind of state.
class MessageFuzzTest {
    private static final List<String> STATES =
            List.of("centre", "rooms/studio", "doors/d1", "devices/k1", "rooms/", "x");

    @FuzzTest
    void nothingButWholeMessagesIsTaken(byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8);
        EventReading event = EventReading.of("KAT", text);
        if (event != null) {
            assertThat(Chain.verify(event.message())).isTrue();
        }
        for (String state : STATES) {
            StateTopic topic = StateTopic.of("troskel/v1/KAT/state/" + state);
            StateReading reading = topic == null ? null : StateReading.of(topic, text);
            if (reading != null) {
                assertThat(reading.topic().centre()).isEqualTo("KAT");
            }
        }
        StateTopic any = StateTopic.of(text);
        if (any != null) {
            assertThat(any.centre()).isNotEmpty();
        }
    }
}
