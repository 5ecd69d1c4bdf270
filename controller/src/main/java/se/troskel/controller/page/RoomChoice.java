package se.troskel.controller.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What of an exam room somebody looks at.
///
/// @param room its id; empty for none
/// @param chosen registration of the chosen candidate; empty for nobody
public record RoomChoice(String room, String chosen, SeatState.Filter filter) {
    private static final int LENGTH_MAX = 64;

    /// As the address or the form has it; what is not known counts as not chosen.
    static RoomChoice of(String room, String chosen, String filter) {
        return new RoomChoice(
                short64(room),
                short64(chosen),
                Arrays.stream(SeatState.Filter.values())
                        .filter(one -> one.name().equals(filter))
                        .findFirst()
                        .orElse(SeatState.Filter.ALL));
    }

    private static String short64(String text) {
        return text.length() > LENGTH_MAX ? "" : text;
    }

    /// Part of an address.
    public String query() {
        return query(chosen, filter);
    }

    /// The same room with another candidate.
    public String with(String candidate) {
        return query(candidate, filter);
    }

    /// The same room with another filter.
    public String with(SeatState.Filter other) {
        return query(chosen, other);
    }

    private String query(String candidate, SeatState.Filter show) {
        return "?room="
                + encoded(room)
                + (candidate.isEmpty() ? "" : "&chosen=" + encoded(candidate))
                + (show == SeatState.Filter.ALL ? "" : "&show=" + show);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
