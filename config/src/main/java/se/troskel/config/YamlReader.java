package se.troskel.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Findings.Complaint;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
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
    private static final Pattern TIME_OR_DATE =
            Pattern.compile("[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}");

    private final String text;
    private final List<String> lines;
    private final Positions positions;
    private final Findings findings;

    YamlReader(String text, Positions positions, Findings findings) {
        this.text = text;
        this.lines = text.lines().toList();
        this.positions = positions;
        this.findings = findings;
    }

    /// The document as a tree; null when it has no readable form, which is then among the findings.
    @Nullable JsonNode read() {
        findTabs();
        if (findings.hasErrors()) {
            return null;
        }
        try (YAMLParser parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text)) {
            return document(parser);
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation();
            findings.errorAt(
                    location == null ? Position.START : Position.of(location),
                    "",
                    new Complaint(
                            "this is not YAML: " + firstLine(e.getOriginalMessage()),
                            "mend this line or the one before it; look at indents, colons and"
                                    + " quotes"));
            return null;
        }
    }

    private void findTabs() {
        Matcher tab = TAB_IN_INDENT.matcher(text);
        while (tab.find()) {
            int line =
                    1 + (int) text.substring(0, tab.start()).chars().filter(c -> c == '\n').count();
            int column = 1 + text.indexOf('\t', tab.start()) - tab.start();
            findings.errorAt(
                    new Position(line, column),
                    "",
                    new Complaint("a tab in the indent", "indent with spaces, two for each level"));
        }
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
        refuseIndirection(parser, pointer);
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
            String inside = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            Position at = here(parser);
            refuseIndirection(parser, inside);
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
        if (TIME_OR_DATE.matcher(value).matches() && isPlain(at)) {
            findings.errorAt(
                    at,
                    pointer,
                    new Complaint(
                            value,
                            "a time or date without quotes, which some programs read as a number",
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
    private void refuseIndirection(YAMLParser parser, String pointer) {
        if (parser.isCurrentAlias()) {
            findings.errorAt(
                    here(parser),
                    pointer,
                    new Complaint("an alias (*name)", "write the value itself"));
        } else if (parser.getObjectId() != null) {
            findings.errorAt(
                    here(parser),
                    pointer,
                    new Complaint("an anchor (&name)", "remove it and write values out"));
        } else if (parser.getTypeId() != null) {
            findings.errorAt(
                    here(parser),
                    pointer,
                    new Complaint("a tag (!name)", "remove it; put quotes around texts"));
        }
    }

    private boolean isPlain(Position at) {
        if (at.line() > lines.size()) {
            return false;
        }
        String line = lines.get(at.line() - 1);
        int start = Math.min(at.column() - 1, line.length());
        return !line.startsWith("\"", start) && !line.startsWith("'", start);
    }

    private static Position here(JsonParser parser) {
        return Position.of(parser.currentTokenLocation());
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("unreadable");
    }
}
