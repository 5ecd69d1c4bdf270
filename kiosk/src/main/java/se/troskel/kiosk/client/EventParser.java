package se.troskel.kiosk.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import se.troskel.protocol.json.Json;

/// Takes server-sent events apart (WHATWG HTML 9.2): the part of it that the local API uses. Not
/// thread-safe, no I/O.
final class EventParser {
    private static final int MAX_LINE = Json.MAX_BYTES + 16;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private String name = "message";
    private boolean afterCarriageReturn;

    /// An event.
    record Event(String name, String data) {}

    /// Thrown when an event is larger than any message of ours; the caller drops the connection.
    static final class TooLargeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("an event of over " + Json.MAX_BYTES + " bytes");
        }
    }

    /// The events that these bytes complete, in order; comments are heartbeats and give none.
    ///
    /// @throws TooLargeException see there
    List<Event> feed(byte[] bytes, int length) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            byte next = bytes[i];
            if (next == '\n' && afterCarriageReturn) {
                afterCarriageReturn = false;
                continue;
            }
            afterCarriageReturn = next == '\r';
            if (next == '\n' || next == '\r') {
                endLine(events);
            } else {
                if (line.size() >= MAX_LINE) {
                    throw new TooLargeException();
                }
                line.write(next);
            }
        }
        return events;
    }

    private void endLine(List<Event> events) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.isEmpty()) {
            if (data.size() > 0) {
                events.add(new Event(name, data.toString(StandardCharsets.UTF_8)));
            }
            data.reset();
            name = "message";
            return;
        }
        int colon = text.indexOf(':');
        String field = colon < 0 ? text : text.substring(0, colon);
        String value = colon < 0 ? "" : text.substring(colon + 1);
        value = value.startsWith(" ") ? value.substring(1) : value;
        if (field.equals("event")) {
            name = value;
        } else if (field.equals("data")) {
            addData(value);
        }
    }

    private void addData(String value) {
        if (data.size() > 0) {
            data.write('\n');
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (data.size() + bytes.length > Json.MAX_BYTES) {
            throw new TooLargeException();
        }
        data.writeBytes(bytes);
    }
}
