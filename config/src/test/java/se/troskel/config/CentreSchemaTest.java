package se.troskel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.protocol.Ids;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// The schemas that editors and the loaders use must say what the records say. They are generated
/// anew and compared byte for byte, and every key in it must be explained and bounded.
class CentreSchemaTest {
    private static final Path SOURCES = Path.of("src/main/java/se/troskel/config");

    /// What a text is bounded by; `const` is an enum of one.
    private static final List<String> BOUNDS = List.of("pattern", "enum", "const", "maxLength");

    private static final Path RESOURCES = Path.of("src/main/resources/se/troskel/config");

    private static Stream<Arguments> schemas() {
        return Stream.of(
                Arguments.of(CentreLoader.RESOURCE, CentreConfig.class),
                Arguments.of(ExamRulesLoader.RESOURCE, ExamRules.class),
                Arguments.of(TrustLoader.RESOURCE, TrustedCentre.class));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void schemaEqualsTheRecords(String file, Class<? extends Record> root) throws IOException {
        String generated = new CentreSchema(RecordDocs.read(SOURCES)).generate(root);
        if (Boolean.getBoolean("troskel.schema.write")) {
            Files.writeString(RESOURCES.resolve(file), generated);
        }
        assertThat(Files.readString(RESOURCES.resolve(file)))
                .as(
                        "the schema is old; regenerate it: mvn test -pl config -am"
                                + " -Dtest=CentreSchemaTest -Dsurefire.failIfNoSpecifiedTests=false"
                                + " -Dsurefire.addArgs=-Dtroskel.schema.write=true")
                .isEqualTo(generated);
    }

    @Test
    void everyKeyIsExplained() throws IOException {
        assertThat(properties())
                .hasSizeGreaterThan(60)
                .allSatisfy(property ->
                        assertThat(property.path("description").asString(""))
                                .as(property.toString())
                                .isNotEmpty());
    }

    @Test
    void everyNumberHasBothBounds() throws IOException {
        assertThat(allOf(tree(), "integer"))
                .hasSizeGreaterThan(20)
                .allSatisfy(number -> {
                    assertThat(number.has("minimum")).as(number.toString()).isTrue();
                    assertThat(number.has("maximum")).as(number.toString()).isTrue();
                });
    }

    @Test
    void everyTextIsBounded() throws IOException {
        assertThat(allOf(tree(), "string"))
                .hasSizeGreaterThan(40)
                .allSatisfy(text ->
                        assertThat(BOUNDS.stream().anyMatch(text::has))
                                .as(text.toString())
                                .isTrue());
    }

    @Test
    void everyExampleHasItsOwnForm() throws IOException {
        List<JsonNode> withForm =
                allOf(tree(), "string").stream().filter(text -> text.has("pattern")).toList();
        assertThat(withForm)
                .allSatisfy(text ->
                        assertThat(text.path("examples").path(0).asString(""))
                                .matches(text.path("pattern").asString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"KAT", "exam-1", "a1-b2", "1a", "a--b", "a-", "", "å", "a_b", "a/b"})
    void anIdHasOneForm(String text) {
        assertThat(text.matches(Form.ID)).isEqualTo(Ids.isId(text));
        assertThat("a".repeat(33).matches(Form.ID)).isEqualTo(Ids.isId("a".repeat(33)));
    }

    /// All schemas in one list.
    private static JsonNode tree() throws IOException {
        ArrayNode all = JsonMapper.shared().createArrayNode();
        for (String file :
                List.of(CentreLoader.RESOURCE, ExamRulesLoader.RESOURCE, TrustLoader.RESOURCE)) {
            all.add(JsonMapper.shared().readTree(Files.readString(RESOURCES.resolve(file))));
        }
        return all;
    }

    private static List<JsonNode> properties() throws IOException {
        return tree().findValues("properties").stream().flatMap(JsonNode::valueStream).toList();
    }

    private static List<JsonNode> allOf(JsonNode root, String type) {
        return root.findParents("type").stream()
                .filter(node -> node.path("type").asString("").equals(type))
                .toList();
    }
}
