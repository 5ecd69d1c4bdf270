package se.troskel.controller.journal;

import java.util.Map;

/// What only the centre may know of a record. Stored encrypted under a key per (subject, retention
/// class, month).
///
/// @param subject id of the person it is about, or `centre` where it is about nobody
/// @param facts short keys and values; no free text, no names
public record LocalBody(String subject, RetentionClass retention, Map<String, String> facts) {
    public static final String NOBODY = "centre";

    public LocalBody {
        facts = Map.copyOf(facts);
    }

    @Override
    public String toString() {
        return "LocalBody[" + retention + "]";
    }
}
