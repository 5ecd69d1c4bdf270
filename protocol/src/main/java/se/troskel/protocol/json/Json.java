package se.troskel.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.AccessSystemException;
import se.troskel.protocol.json.Shape.WrongShapeException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes Tröskel's messages. Thread-safe, does not block, no I/O.
///
/// Unknown members are ignored, so that an older part understands a newer one. Refused are: a
/// missing or null member that the record does not mark `@Nullable`, so that silence never reads as
/// false or 0; a value of another kind; an unknown constant, for nobody can act on it; a document
/// over [#MAX_BYTES], or what its caller takes, before it is parsed.
public final class Json {
    /// Largest message taken anywhere, in bytes.
    public static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_DEPTH = 16;
    private static final int MAX_NUMBER_LENGTH = 32;
    private static final int MAX_NAME_LENGTH = 256;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .maxStringLength(MAX_BYTES)
                                                    .maxNumberLength(MAX_NUMBER_LENGTH)
                                                    .maxNameLength(MAX_NAME_LENGTH)
                                                    .build())
                                    .build())
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
        return read(bytes, type, MAX_BYTES);
    }

    /// Reads a document that may be larger than a message, from a file.
    ///
    /// @param maxBytes the largest one taken
    /// @throws MalformedMessageException as [#read(byte\[\], Class)]
    public static <T extends Record> T read(byte[] bytes, Class<T> type, int maxBytes) {
        return read(parse(bytes, type, maxBytes), type);
    }

    /// Reads a part of a message that was read as a tree.
    ///
    /// @throws MalformedMessageException as [#read(byte\[\], Class)]
    public static <T> T read(JsonNode tree, Class<? extends T> type) {
        try {
            Shape.check(tree, type);
            T message = MAPPER.treeToValue(tree, type);
            if (message == null) {
                throw new MalformedMessageException(type, "it is null");
            }
            return message;
        } catch (WrongShapeException e) {
            throw new MalformedMessageException(type, e.getMessage());
        } catch (JacksonException e) {
            throw new MalformedMessageException(type, refusal(e));
        }
    }

    /// Reads a document, an object, without knowing its type. Written again, a document of
    /// [#write(Object)] has the same bytes.
    ///
    /// @throws MalformedMessageException as [#read(byte\[\], Class)]
    public static JsonNode readTree(byte[] bytes) {
        JsonNode tree = parse(bytes, JsonNode.class, MAX_BYTES);
        try {
            Shape.check(tree, JsonNode.class);
            return tree;
        } catch (WrongShapeException e) {
            throw new MalformedMessageException(JsonNode.class, e.getMessage());
        }
    }

    /// The message as compact UTF-8 JSON on one line, members in record order, null members left
    /// out of nothing.
    public static byte[] write(Object message) {
        return MAPPER.writeValueAsBytes(message);
    }

    /// As [#write(Object)], as text.
    public static String text(Object message) {
        return new String(write(message), UTF_8);
    }

    /// The message as a tree.
    public static JsonNode tree(Object message) {
        return MAPPER.valueToTree(message);
    }

    private static JsonNode parse(byte[] bytes, Class<?> type, int maxBytes) {
        if (bytes.length > maxBytes) {
            throw new MalformedMessageException(
                    type, "it has " + bytes.length + " bytes, at most " + maxBytes + " are taken");
        }
        try {
            return MAPPER.readTree(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            throw new MalformedMessageException(type, "it is not UTF-8");
        } catch (JacksonException e) {
            throw new MalformedMessageException(type, notJson(e));
        }
    }

    /// Jackson's own message may quote what was sent; where it stands is enough.
    private static String notJson(JacksonException e) {
        TokenStreamLocation where = e.getLocation();
        return (e instanceof StreamConstraintsException
                        ? "it is too deep, or a name or number in it is too long"
                        : "it is not one JSON document without duplicate members")
                + (where == null
                        ? ""
                        : ", at line " + where.getLineNr() + " column " + where.getColumnNr());
    }

    /// A record's own constructor says what it takes, and by our rule never what it got; anything
    /// else may quote.
    private static String refusal(JacksonException e) {
        return e instanceof ValueInstantiationException
                        && e.getCause() instanceof IllegalArgumentException own
                        && own.getClass() == IllegalArgumentException.class
                ? String.valueOf(own.getMessage())
                : "a member has a value that is not taken";
    }

    /// Thrown for anything that is not a message of ours. Its message says what must be, never what
    /// was sent.
    public static final class MalformedMessageException extends AccessSystemException {
        private static final long serialVersionUID = 1L;

        MalformedMessageException(Class<?> type, @Nullable String why) {
            super("not a " + type.getSimpleName() + ": " + why);
        }
    }
}
