package se.troskel.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import se.troskel.protocol.Samples;
import se.troskel.protocol.event.Chain;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.json.Json.MalformedMessageException;

/// Goal: no bytes make the reader of any message fail otherwise than by refusing. Method: the same
/// bytes offered as every kind of message; what is taken must survive being written and read again.
class JsonFuzzTest {
    @FuzzTest
    void bytesAreTakenWholeOrRefused(byte[] bytes) {
        for (Record sample : Samples.all()) {
            try {
                Record message = Json.read(bytes, sample.getClass());
                Record again = Json.read(Json.write(message), sample.getClass());
                assertThat(again).isEqualTo(message);
                if (message instanceof EventMessage event) {
                    assertThat(Chain.verify(event)).isIn(true, false);
                }
            } catch (MalformedMessageException e) {
                assertThat(e).hasMessageStartingWith("not a ");
            }
        }
    }
}
