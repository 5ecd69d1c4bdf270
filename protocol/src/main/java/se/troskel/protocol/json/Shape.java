package se.troskel.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Holds a JSON tree against the record that it is to become, before it becomes one: every member
/// that is not `@Nullable` is there, nothing is taken for something else (no text for a number, no
/// 3.7 for 3, no number for a time), and every text can be written again as UTF-8. Members that the
/// record does not have are not looked at.
///
/// Says which member is wrong and what it must be, never what was sent.
final class Shape {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final ClassValue<List<Member>> MEMBERS =
            new ClassValue<>() {
                @Override
                protected List<Member> computeValue(Class<?> type) {
                    return Arrays.stream(type.getRecordComponents())
                            .map(component ->
                                    new Member(
                                            component.getName(),
                                            component.getGenericType(),
                                            component
                                                    .getAnnotatedType()
                                                    .isAnnotationPresent(Nullable.class)))
                            .toList();
                }
            };

    private record Member(String name, Type type, boolean nullable) {}

    private Shape() {}

    /// @throws WrongShapeException for the first thing that is wrong
    static void check(JsonNode node, Class<?> type) {
        check(node, type, "");
    }

    private static void check(JsonNode node, Type type, String path) {
        if (type instanceof ParameterizedType generic) {
            checkGeneric(node, generic, path);
        } else if (type instanceof Class<?> simple) {
            checkSimple(node, simple, path);
        }
    }

    private static void checkGeneric(JsonNode node, ParameterizedType type, String path) {
        Class<?> raw = (Class<?>) type.getRawType();
        if (Collection.class.isAssignableFrom(raw)) {
            require(node.isArray(), path, "a list");
            for (JsonNode item : node) {
                checkItem(item, type.getActualTypeArguments()[0], path + "[]");
            }
        } else if (Map.class.isAssignableFrom(raw)) {
            require(node.isObject(), path, "an object");
            requireText(node, path);
            for (JsonNode item : node) {
                checkItem(item, type.getActualTypeArguments()[1], path + ".*");
            }
        }
    }

    private static void checkItem(JsonNode item, Type type, String path) {
        require(!item.isNull(), path, "there, not null");
        check(item, type, path);
    }

    private static void checkSimple(JsonNode node, Class<?> type, String path) {
        if (type.isRecord()) {
            require(node.isObject(), path, "an object");
            for (Member member : MEMBERS.get(type)) {
                checkMember(node, member, path);
            }
        } else if (type == JsonNode.class) {
            require(node.isObject(), path, "an object");
            requireText(node, path);
        } else if (type == boolean.class || type == Boolean.class) {
            require(node.isBoolean(), path, "true or false");
        } else if (type == int.class || type == Integer.class) {
            require(node.isIntegralNumber() && node.canConvertToInt(), path, "a 32-bit integer");
        } else if (type == long.class || type == Long.class) {
            require(node.isIntegralNumber() && node.canConvertToLong(), path, "a 64-bit integer");
        } else if (type == double.class || type == Double.class) {
            require(node.isNumber(), path, "a number");
        } else if (type == String.class) {
            require(node.isString(), path, "text");
            requireText(node, path);
        } else if (type == UUID.class) {
            require(
                    node.isString() && UUID_FORM.matcher(node.stringValue()).matches(),
                    path,
                    "a UUID");
        } else if (type == Instant.class) {
            require(
                    node.isString() && isInstant(node.stringValue()),
                    path,
                    "a time such as 2026-10-05T08:00:00Z");
        } else if (type.isEnum()) {
            require(
                    node.isString() && isConstant(type, node.stringValue()),
                    path,
                    "one of " + Arrays.toString(type.getEnumConstants()));
        }
    }

    private static void checkMember(JsonNode owner, Member member, String path) {
        String at = path.isEmpty() ? member.name() : path + "." + member.name();
        JsonNode value = owner.get(member.name());
        if (value == null || value.isNull()) {
            require(member.nullable(), at, "there, not missing or null");
        } else {
            check(value, member.type(), at);
        }
    }

    /// Four digits of year and seconds, so that every store can hold it.
    private static boolean isInstant(String text) {
        if (text.length() < 5 || text.charAt(4) != '-') {
            return false;
        }
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isConstant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .anyMatch(constant -> ((Enum<?>) constant).name().equals(text));
    }

    /// Half a surrogate pair can be escaped in JSON, but has no UTF-8.
    private static void requireText(JsonNode node, String path) {
        if (node.isString()) {
            require(UTF_8.newEncoder().canEncode(node.stringValue()), path, "whole characters");
        }
        for (var member : node.properties()) {
            require(UTF_8.newEncoder().canEncode(member.getKey()), path, "whole characters");
        }
        for (JsonNode inner : node) {
            requireText(inner, path);
        }
    }

    private static void require(boolean holds, String path, String what) {
        if (!holds) {
            throw new WrongShapeException(
                    path.isEmpty()
                            ? "the document must be " + what
                            : "member '" + path + "' must be " + what);
        }
    }

    /// Says which member is wrong and what it must be.
    static final class WrongShapeException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private WrongShapeException(String message) {
            super(message);
        }
    }
}
