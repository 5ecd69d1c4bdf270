package se.troskel.protocol.json;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.AccessSystemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes Tröskel's messages. Thread-safe, does not block, no I/O.
///
/// Unknown members are ignored; a missing or null member that the record does not mark `@Nullable`
/// is refused, so that silence never reads as false or 0; a document over [#MAX_BYTES] is refused
/// before it is parsed.
public final class Json {
    /// Largest message taken anywhere, in bytes.
    public static final int MAX_BYTES = 64 * 1024;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(16)
                                                    .maxStringLength(MAX_BYTES)
                                                    .maxNumberLength(32)
                                                    .maxNameLength(256)
                                                    .build())
                                    .build())
                    .annotationIntrospector(new RequiredUnlessNullable())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private Json() {}

    /// Reads one message.
    ///
    /// @throws MalformedMessageException when the bytes are not a whole, valid message of that
    ///   type; the caller answers with the exception's message, or drops and counts it
    public static <T extends Record> T read(byte[] bytes, Class<T> type) {
        requireSize(bytes);
        try {
            T message = MAPPER.readValue(bytes, type);
            if (message == null) {
                throw new MalformedMessageException(type, "the document is null or empty");
            }
            NullMembers.refuse(message);
            return message;
        } catch (JacksonException | IllegalArgumentException e) {
            throw MalformedMessageException.of(type, e);
        }
    }

    /// Reads a part of a message that was read as a tree.
    ///
    /// @throws MalformedMessageException as [#read(byte\[\], Class)]
    public static <T> T read(JsonNode tree, Class<? extends T> type) {
        try {
            T message = MAPPER.treeToValue(tree, type);
            if (message == null) {
                throw new MalformedMessageException(type, "the document is null or empty");
            }
            if (message instanceof Record member) {
                NullMembers.refuse(member);
            }
            return message;
        } catch (JacksonException | IllegalArgumentException e) {
            throw MalformedMessageException.of(type, e);
        }
    }

    /// Reads a document without knowing its type. Written again, a document of [#write(Object)] has
    /// the same bytes.
    ///
    /// @throws MalformedMessageException as [#read(byte\[\], Class)]
    public static JsonNode readTree(byte[] bytes) {
        requireSize(bytes);
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw MalformedMessageException.of(JsonNode.class, e);
        }
    }

    /// The message as compact UTF-8 JSON on one line, members in record order, null members left
    /// out of nothing.
    public static byte[] write(Object message) {
        return MAPPER.writeValueAsBytes(message);
    }

    /// As [#write(Object)], as text.
    public static String text(Object message) {
        return new String(write(message), StandardCharsets.UTF_8);
    }

    /// The message as a tree.
    public static JsonNode tree(Object message) {
        return MAPPER.valueToTree(message);
    }

    private static void requireSize(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new MalformedMessageException(
                    JsonNode.class,
                    "the message has "
                            + bytes.length
                            + " bytes, at most "
                            + MAX_BYTES
                            + " are taken");
        }
    }

    /// A record's component without `@Nullable` must be there.
    private static final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            Class<?> owner = member.getDeclaringClass();
            if (owner.isRecord()) {
                for (RecordComponent component : owner.getRecordComponents()) {
                    if (component.getName().equals(member.getName())) {
                        return !NullMembers.isNullable(component);
                    }
                }
            }
            return super.hasRequiredMarker(config, member);
        }
    }

    /// Thrown for anything that is not a message of ours.
    public static final class MalformedMessageException extends AccessSystemException {
        private static final long serialVersionUID = 1L;

        MalformedMessageException(Class<?> type, String why) {
            super("not a " + type.getSimpleName() + ": " + why);
        }

        private static MalformedMessageException of(Class<?> type, Exception cause) {
            String why =
                    cause instanceof JacksonException jackson
                            ? jackson.getOriginalMessage()
                                    + " (at "
                                    + jackson.getPathReference()
                                    + ")"
                            : String.valueOf(cause.getMessage());
            return new MalformedMessageException(type, why);
        }
    }
}
