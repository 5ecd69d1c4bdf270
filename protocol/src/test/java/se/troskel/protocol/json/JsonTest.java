package se.troskel.protocol.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.troskel.protocol.Samples;
import se.troskel.protocol.json.Json.MalformedMessageException;
import se.troskel.protocol.kiosk.VisitRequest;
import se.troskel.protocol.mqtt.Ack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Goal: whatever bytes arrive, they become a whole message or a refusal that quotes nothing of
/// them. Method: a table of broken documents, and one good message of every kind broken in every
/// member in turn.
class JsonTest {
    private static final String SECRET = "199610202385";
    private static final String VISIT =
            "{\"id\":\"01980000-0000-7000-8000-000000000001\",\"kiosk\":\"kiosk1\","
                    + "\"kind\":\"GUEST\",\"people\":1,\"purpose\":null}";

    static List<Record> messages() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messageComesBackAsItWasWritten(Record message) {
        byte[] written = Json.write(message);
        assertThat(new String(written, UTF_8)).doesNotContain("\n", "\r").startsWith("{");
        Record read = Json.read(written, message.getClass());
        assertThat(Json.text(read)).isEqualTo(Json.text(message));
        assertThat(Json.read(written, message.getClass())).isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void unknownMembersAreIgnored(Record message) {
        ObjectNode tree = tree(message).put("notKnownYet", SECRET);
        assertThat(Json.text(read(tree, message.getClass()))).isEqualTo(Json.text(message));
    }

    static Stream<Arguments> members() {
        return Samples.all().stream()
                .flatMap(message ->
                        Arrays.stream(message.getClass().getRecordComponents())
                                .map(member ->
                                        Arguments.of(
                                                message,
                                                member.getName(),
                                                member.getAnnotatedType()
                                                        .isAnnotationPresent(Nullable.class))));
    }

    @ParameterizedTest
    @MethodSource("members")
    void memberIsRefusedWhenMissingUnlessItMayBeNull(
            Record message, String member, boolean nullable) {
        ObjectNode missing = tree(message);
        missing.remove(member);
        ObjectNode asNull = tree(message).putNull(member);
        if (nullable) {
            assertThat(read(missing, message.getClass())).isNotNull();
            assertThat(read(asNull, message.getClass())).isNotNull();
        } else {
            assertThatThrownBy(() -> read(missing, message.getClass()))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageContaining("'" + member + "'");
            assertThatThrownBy(() -> read(asNull, message.getClass()))
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageContaining("'" + member + "'");
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void memberOfAnotherKindIsRefusedAndNotQuoted(Record message, String member, boolean ignored) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        JsonNode good = tree(message).get(member);
        ArrayNode withNull = json.arrayNode().addNull();
        List<JsonNode> wrong =
                new ArrayList<>(
                        List.of(
                                json.stringNode(SECRET),
                                json.stringNode(""),
                                json.numberNode(1.5),
                                json.numberNode(Long.parseLong(SECRET)),
                                json.booleanNode(true),
                                json.arrayNode().add(SECRET),
                                json.objectNode().put(SECRET, SECRET)));
        wrong.removeIf(node -> node.getNodeType() == good.getNodeType());
        if (good.isArray()) {
            wrong.add(withNull);
        }
        for (JsonNode value : wrong) {
            ObjectNode tree = tree(message);
            tree.set(member, value);
            assertThatThrownBy(() -> read(tree, message.getClass()))
                    .as("%s = %s", member, value)
                    .isInstanceOf(MalformedMessageException.class)
                    .hasMessageNotContaining(SECRET)
                    .hasNoCause();
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void refusedTextIsNeverQuoted(Record message, String member, boolean ignored) {
        for (String text : List.of(SECRET, SECRET.repeat(1000), "\n" + SECRET, "/" + SECRET)) {
            ObjectNode tree = tree(message).put(member, text);
            try {
                read(tree, message.getClass());
            } catch (MalformedMessageException e) {
                assertThat(e).hasMessageNotContaining(SECRET).hasNoCause();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    people | 0                | a visit is of 1 to 99 people
                    people | 100              | a visit is of 1 to 99 people
                    people | 3.7              | 'people' must be a 32-bit integer
                    people | 1.0              | 'people' must be a 32-bit integer
                    people | '3'              | 'people' must be a 32-bit integer
                    people | 2147483648       | 'people' must be a 32-bit integer
                    people | 1e400            | 'people' must be a 32-bit integer
                    kind   | 'STUDENT'        | checks in with a card
                    kind   | 'guest'          | 'kind' must be one of [STUDENT, GUEST,
                    kind   | ''               | 'kind' must be one of
                    kind   | 1                | 'kind' must be one of
                    id     | '1-1-1-1-1'      | 'id' must be a UUID
                    id     | 7                | 'id' must be a UUID
                    kiosk  | true             | 'kiosk' must be text
                    kiosk  | '\\ud800'        | 'kiosk' must be whole characters
                    """)
    void valueOutOfItsRangeIsRefusedBySayingTheRange(String member, String json, String why) {
        String document =
                VISIT.replaceFirst(
                        "\"" + member + "\":[^,}]*",
                        "\"" + member + "\":" + json.replace('\'', '"').replace("\\", "\\\\"));
        assertThatThrownBy(() -> Json.read(document.getBytes(UTF_8), VisitRequest.class))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining(why);
    }

    static List<Arguments> brokenDocuments() {
        return List.of(
                Arguments.of("nothing", new byte[0]),
                Arguments.of("spaces", bytes("  \n ")),
                Arguments.of("null", bytes("null")),
                Arguments.of("a number", bytes("1")),
                Arguments.of("text", bytes("\"" + SECRET + "\"")),
                Arguments.of("a list", bytes("[" + VISIT + "]")),
                Arguments.of("an empty object", bytes("{}")),
                Arguments.of("half a document", bytes(VISIT.substring(0, 40))),
                Arguments.of("two documents", bytes(VISIT + VISIT)),
                Arguments.of("rubbish after it", bytes(VISIT + " " + SECRET)),
                Arguments.of("a member twice", bytes(with("\"people\":" + SECRET))),
                Arguments.of("an unknown member twice", bytes(with("\"x\":1,\"x\":" + SECRET))),
                Arguments.of("not a number", bytes(VISIT.replace(":1,", ":NaN,"))),
                Arguments.of("a leading zero", bytes(VISIT.replace(":1,", ":01,"))),
                Arguments.of("a comment", bytes(VISIT + "//" + SECRET)),
                Arguments.of("single quotes", bytes(VISIT.replace('"', '\''))),
                Arguments.of("too deep", bytes(with("\"x\":" + "[".repeat(99) + "]".repeat(99)))),
                Arguments.of("a long number", bytes(with("\"x\":" + "9".repeat(99)))),
                Arguments.of("a long name", bytes(with("\"" + "x".repeat(999) + "\":1"))),
                Arguments.of("too big", bytes(with("\"x\":\"" + "y".repeat(65_536) + "\""))),
                Arguments.of("Latin-1", VISIT.replace("kiosk1", "ö").getBytes(ISO_8859_1)),
                Arguments.of("UTF-16", VISIT.getBytes(UTF_16)),
                Arguments.of("a byte order mark", bytes("\uFEFF" + VISIT)),
                Arguments.of("an overlong zero", overlong()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenDocuments")
    void brokenDocumentIsRefused(String ignored, byte[] document) {
        assertThatThrownBy(() -> Json.read(document, VisitRequest.class))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageStartingWith("not a VisitRequest: ")
                .hasMessageNotContaining(SECRET)
                .hasNoCause();
    }

    @Test
    void brokenTreesAreBrokenForNoOtherReason() {
        assertThat(Json.read(bytes(VISIT), VisitRequest.class).people()).isEqualTo(1);
        assertThat(Json.read(bytes(with("\"x\":[1]")), VisitRequest.class).people()).isEqualTo(1);
    }

    @Test
    void placeOfASyntaxErrorIsSaid() {
        assertThatThrownBy(() -> Json.read(bytes("{\n  \"id\": oops}"), VisitRequest.class))
                .hasMessageContaining("line 2 column");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [null]                       | 'want[]' must be there
                    [{}]                         | 'want[].first' must be there
                    [{"first":1}]                | 'want[].last' must be there
                    [{"first":2,"last":1}]       | upwards
                    [{"first":"1","last":1}]     | 'want[].first' must be a 64-bit integer
                    {"first":1,"last":1}         | 'want' must be a list
                    """)
    void itemsOfAListAreHeldToTheSameRules(String want, String why) {
        String ack =
                "{\"centre\":\"KAT\",\"epoch\":\"e\",\"seq\":1,\"hash\":\"\",\"want\":"
                        + want
                        + "}";
        assertThatThrownBy(() -> Json.read(bytes(ack), Ack.class))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining(why);
    }

    private static ObjectNode tree(Record message) {
        return (ObjectNode) Json.tree(message);
    }

    private static Record read(JsonNode tree, Class<? extends Record> type) {
        return Json.read(tree.toString().getBytes(UTF_8), type);
    }

    private static byte[] bytes(String document) {
        return document.getBytes(UTF_8);
    }

    private static String with(String member) {
        return VISIT.replace("}", "," + member + "}");
    }

    /// `C0 80`, which some readers take for a zero character.
    private static byte[] overlong() {
        byte[] document = VISIT.getBytes(ISO_8859_1);
        int at = VISIT.indexOf("kiosk1");
        document[at] = (byte) 0xC0;
        document[at + 1] = (byte) 0x80;
        return document;
    }
}
