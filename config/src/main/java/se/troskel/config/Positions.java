package se.troskel.config;

import java.util.HashMap;
import java.util.Map;

/// Where each part of a document stands, by JSON pointer. Not thread-safe.
final class Positions {
    private final Map<String, Position> keys = new HashMap<>();
    private final Map<String, Position> values = new HashMap<>();

    void key(String pointer, Position position) {
        keys.putIfAbsent(pointer, position);
    }

    void value(String pointer, Position position) {
        values.putIfAbsent(pointer, position);
    }

    /// The place of a key; of the nearest thing around it when the key is not there.
    Position ofKey(String pointer) {
        Position key = keys.get(pointer);
        return key != null ? key : ofValue(pointer);
    }

    /// The place of a value; of the nearest thing around it when the value is not there.
    Position ofValue(String pointer) {
        Position value = values.get(pointer);
        if (value != null) {
            return value;
        }
        int slash = pointer.lastIndexOf('/');
        return slash < 0 ? Position.START : ofKey(pointer.substring(0, slash));
    }

    /// The pointer to what stands under a key (RFC 6901).
    static String inside(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
