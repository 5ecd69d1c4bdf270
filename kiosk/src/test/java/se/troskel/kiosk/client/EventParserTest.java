package se.troskel.kiosk.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.kiosk.client.EventParser.Event;

/// The event stream is taken apart however it is cut into pieces, and nothing grows without bound.
/// Feeds whole, split and random bytes.
class EventParserTest {
    private static final String STREAM =
            ": heartbeat\n\nevent: view\ndata: {\"a\":\ndata: 1}\n\nid: 4\r\ndata:x\r\n\r\n";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void eventsAreTheSameHoweverTheyAreCut(int piece) {
        assertThat(parse(STREAM.getBytes(StandardCharsets.UTF_8), piece))
                .containsExactly(new Event("view", "{\"a\":\n1}"), new Event("message", "x"));
    }

    @Test
    void unfinishedEventIsNone() {
        assertThat(parse("data: x\n".getBytes(StandardCharsets.UTF_8), 100)).isEmpty();
    }

    @Test
    void endlessLineAndEndlessEventAreRefused() {
        byte[] line = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        byte[] event = "data: xxxxxxxxxxxxxxxx\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> parse(line, 1000))
                .isInstanceOf(EventParser.TooLargeException.class);
        assertThatThrownBy(() -> parse(event, 1000))
                .isInstanceOf(EventParser.TooLargeException.class);
    }

    @FuzzTest
    void anyBytesGiveEventsOrAreRefused(byte[] bytes) {
        List<Event> whole = parse(bytes, Math.max(1, bytes.length));
        assertThat(parse(bytes, 1)).isEqualTo(whole);
    }

    private static List<Event> parse(byte[] bytes, int piece) {
        EventParser parser = new EventParser();
        List<Event> events = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += piece) {
            int length = Math.min(piece, bytes.length - from);
            byte[] part = new byte[length];
            System.arraycopy(bytes, from, part, 0, length);
            events.addAll(parser.feed(part, length));
        }
        return events;
    }
}
