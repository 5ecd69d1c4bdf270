package se.troskel.config;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Findings.Complaint;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads one JSON object and notes where everything in it stands. A key that stands twice is
/// refused. Reads one document; not thread-safe.
final class JsonReader {
    private static final int MAX_DEPTH = 8;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxNumberLength(32)
                                    .maxNameLength(200)
                                    .build())
                    .build();

    /// What the parser adds about where it read from; the file and line are told anyway.
    private static final Pattern SOURCE = Pattern.compile(" \\(start marker at .*");

    private final YamlText text;
    private final Positions positions;
    private final Findings findings;

    JsonReader(String text, Positions positions, Findings findings) {
        this.text = YamlText.of(text);
        this.positions = positions;
        this.findings = findings;
    }

    /// The object as a tree; null when it has no readable form, which is then among the findings.
    @Nullable JsonNode read() {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text.text())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                findings.errorAt(
                        Position.START,
                        "",
                        new Complaint(
                                "the file is not a JSON object",
                                "copy the file anew from the centre that wrote it"));
                return null;
            }
            JsonNode root = value(parser, "");
            if (parser.nextToken() != null) {
                findings.errorAt(
                        here(parser),
                        "",
                        new Complaint("something follows the object", "remove it"));
            }
            return root;
        } catch (JacksonException e) {
            findings.errorAt(
                    text.place(e),
                    "",
                    new Complaint(
                            "this is not JSON: " + SOURCE.matcher(YamlText.words(e)).replaceAll(""),
                            "mend this line, or copy the file anew from the centre that wrote"
                                    + " it"));
            return null;
        }
    }

    private JsonNode value(JsonParser parser, String pointer) {
        positions.value(pointer, here(parser));
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, pointer);
            case START_ARRAY -> list(parser, pointer);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode object(JsonParser parser, String pointer) {
        var node = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String inside = Positions.inside(pointer, key);
            Position at = here(parser);
            boolean again = node.has(key);
            if (again) {
                findings.errorAt(
                        at,
                        inside,
                        new Complaint(
                                "the key '" + key + "' stands here a second time",
                                "keep one of them"));
            } else {
                positions.key(inside, at);
            }
            parser.nextToken();
            JsonNode value = value(parser, inside);
            if (!again) {
                node.set(key, value);
            }
        }
        return node;
    }

    private JsonNode list(JsonParser parser, String pointer) {
        var node = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            node.add(value(parser, pointer + "/" + node.size()));
        }
        return node;
    }

    private static Position here(JsonParser parser) {
        return Position.of(parser.currentTokenLocation());
    }
}
