package se.troskel.config;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Findings.Complaint;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads the plain part of YAML that a configuration is written in: one document of mappings,
/// lists, texts, whole numbers, true and false. What other programs may read otherwise than we do
/// is refused: anchors, aliases, tags, repeated keys, tabs, times and dates without quotes. Reads
/// one document; not thread-safe.
final class YamlReader {
    private static final int MAX_DEPTH = 12;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final YAMLFactory YAML =
            YAMLFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxNumberLength(32)
                                    .maxNameLength(200)
                                    .build())
                    .build();
    private static final Pattern TAB_IN_INDENT = Pattern.compile("(?m)^[ ]*\\t[ \\t]*[^\\s#]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");

    /// Times, dates, numbers with leading zeros.
    private static final Pattern NUMBER_LIKE =
            Pattern.compile(
                    "[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|0[0-9]+");

    private final YamlText text;
    private final Positions positions;
    private final Findings findings;

    YamlReader(String text, Positions positions, Findings findings) {
        this.text = YamlText.of(text);
        this.positions = positions;
        this.findings = findings;
    }

    /// The document as a tree; null when it has no readable form, which is then among the findings.
    @Nullable JsonNode read() {
        refuse(
                TAB_IN_INDENT,
                new Complaint("a tab in the indent", "indent with spaces, two a level"));
        refuse(CONTROL, new Complaint("a control character", "remove it; editors may not show it"));
        if (findings.hasErrors()) {
            return null;
        }
        try (YAMLParser parser =
                (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text.text())) {
            return document(parser);
        } catch (JacksonException e) {
            findings.errorAt(
                    text.place(e),
                    "",
                    new Complaint(
                            "this is not YAML: " + YamlText.words(e),
                            "mend this line or the one before it; look at indents, colons and"
                                    + " quotes"));
            return null;
        }
    }

    private void refuse(Pattern unwanted, Complaint complaint) {
        text.places(unwanted).forEach(place -> findings.errorAt(place, "", complaint));
    }

    private @Nullable JsonNode document(YAMLParser parser) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            findings.errorAt(
                    Position.START,
                    "",
                    new Complaint("the file is empty", "describe the centre; see config/centres"));
            return null;
        }
        if (first != JsonToken.START_OBJECT) {
            findings.errorAt(
                    here(parser),
                    "",
                    new Complaint(
                            "the file is not a mapping of keys to values",
                            "begin with a key such as centre: at the left margin"));
            return null;
        }
        JsonNode root = value(parser, "");
        if (parser.nextToken() != null) {
            findings.errorAt(
                    here(parser),
                    "",
                    new Complaint("a second document begins here", "keep one; remove the ---"));
        }
        return root;
    }

    private JsonNode value(YAMLParser parser, String pointer) {
        positions.value(pointer, here(parser));
        refuseIndirection(here(parser), pointer);
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(parser, pointer);
            case START_ARRAY -> list(parser, pointer);
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case null, default -> text(parser, pointer);
        };
    }

    private JsonNode mapping(YAMLParser parser, String pointer) {
        var node = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            String inside = Positions.inside(pointer, key);
            Position at = here(parser);
            if (!at.equals(positions.ofValue(pointer))) {
                refuseIndirection(at, inside);
            }
            parser.nextToken();
            if (node.has(key)) {
                findings.errorAt(
                        at,
                        inside,
                        new Complaint(
                                "the key '" + key + "' stands here a second time",
                                "keep one of them; the first is on line "
                                        + positions.ofKey(inside).line()));
                value(parser, inside);
            } else {
                positions.key(inside, at);
                node.set(key, value(parser, inside));
            }
        }
        return node;
    }

    private JsonNode list(YAMLParser parser, String pointer) {
        var node = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            node.add(value(parser, pointer + "/" + node.size()));
        }
        return node;
    }

    private JsonNode text(YAMLParser parser, String pointer) {
        String value = parser.getString();
        Position at = here(parser);
        if (NUMBER_LIKE.matcher(value).matches() && "0123456789".indexOf(text.sign(at)) >= 0) {
            findings.errorAt(
                    at,
                    pointer,
                    new Complaint(
                            value,
                            "a time, date or code without quotes, which some programs read as a"
                                    + " number",
                            "write \"" + value + "\""));
        } else if (value.equals("~")) {
            findings.errorAt(
                    at,
                    pointer,
                    new Complaint(value, "~ is read as a text", "leave the key out instead"));
        }
        return NODES.stringNode(value);
    }

    /// Refuses what makes a value mean something that does not stand there.
    private void refuseIndirection(Position at, String pointer) {
        switch (text.sign(at)) {
            case '&' ->
                    findings.errorAt(
                            at,
                            pointer,
                            new Complaint("an anchor (&name)", "remove it and write values out"));
            case '*' ->
                    findings.errorAt(
                            at,
                            pointer,
                            new Complaint("an alias (*name)", "write the value itself"));
            case '!' ->
                    findings.errorAt(
                            at,
                            pointer,
                            new Complaint("a tag (!name)", "remove it; put quotes around texts"));
            default -> {}
        }
    }

    private static Position here(JsonParser parser) {
        return Position.of(parser.currentTokenLocation());
    }
}
