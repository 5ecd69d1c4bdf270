package se.troskel.controller.page;

import java.time.Instant;
import java.time.ZoneId;

/// The moment a page is written: its time, its place, its words.
public record Moment(Instant now, ZoneId zone, Texts texts) {
    String clock(Instant at) {
        return texts.clock(at, now, zone);
    }
}
