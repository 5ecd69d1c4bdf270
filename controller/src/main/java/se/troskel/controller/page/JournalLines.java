package se.troskel.controller.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.troskel.controller.journal.JournalReader;
import se.troskel.controller.page.StaffDesk.JournalLine;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.json.Json;

/// The end of the journal in short: public bodies only, so no person stands in it.
public final class JournalLines {
    private JournalLines() {}

    /// The last `max` records, newest first. Blocks on disk.
    public static List<JournalLine> tail(JournalReader journal, int max) {
        long from = Math.max(1, journal.lastSeq() - max + 1);
        List<JournalLine> lines = new ArrayList<>();
        for (EventMessage message : journal.read(from, max)) {
            lines.addFirst(line(message));
        }
        return lines;
    }

    private static JournalLine line(EventMessage message) {
        Envelope envelope = Json.read(message.envelope(), Envelope.class);
        Map<String, String> what = new LinkedHashMap<>();
        message.body()
                .properties()
                .forEach(member -> {
                    if (!member.getValue().isNull()) {
                        what.put(member.getKey(), member.getValue().asString());
                    }
                });
        return new JournalLine(envelope.seq(), envelope.at(), envelope.type().name(), what);
    }
}
