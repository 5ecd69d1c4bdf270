package se.troskel.config;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A short proof that two configurations say the same: SHA-256 over every component by name, lists
/// in their order, sets and maps sorted. Comments, spaces and the order of keys in the file do not
/// count. Thread-safe.
public final class ConfigFingerprint {
    private ConfigFingerprint() {}

    /// Of a centre's own file, without the rules of exams: 64 lower-case hexadecimal digits.
    public static String of(CentreConfig config) {
        return hash(canonical(config));
    }

    /// Of everything that a centre goes by.
    public static String of(CentreConfig config, ExamRulebook exams) {
        return hash(canonical(config) + canonical(exams));
    }

    private static String hash(String text) {
        try {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String canonical(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Record part -> canonical(members(part));
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(entry -> entry.getKey() + ":" + canonical(entry.getValue()))
                            .sorted()
                            .collect(Collectors.joining(",", "{", "}"));
            case Set<?> set ->
                    set.stream()
                            .map(ConfigFingerprint::canonical)
                            .sorted()
                            .collect(Collectors.joining(",", "[", "]"));
            case Collection<?> list ->
                    list.stream()
                            .map(ConfigFingerprint::canonical)
                            .collect(Collectors.joining(",", "[", "]"));
            default -> quoted(value.toString());
        };
    }

    private static Map<String, @Nullable Object> members(Record part) {
        Map<String, @Nullable Object> members = new TreeMap<>();
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            try {
                members.put(component.getName(), component.getAccessor().invoke(part));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }
        return members;
    }

    /// Quotes keep "a,b" apart from "a" and "b".
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
