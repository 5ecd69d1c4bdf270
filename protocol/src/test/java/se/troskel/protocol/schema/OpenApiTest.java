package se.troskel.protocol.schema;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.troskel.protocol.kiosk.Answer;

/// Goal: docs/api/openapi.yaml is the local API that the code speaks. Method: an OpenAPI parser
/// reads it, and its paths and messages are compared with the records and their Javadoc.
class OpenApiTest {
    private static final List<Path> RECORDS =
            List.of(
                    Path.of("src/main/java/se/troskel/protocol/kiosk"),
                    Path.of("src/main/java/se/troskel/protocol/lists"));
    private static final String LISTS = "/api/v1/sittings";
    private static final Pattern PATH =
            Pattern.compile("(GET|POST)?\\s*(?:///)?\\s*`(/api/v1/[^`]+)`");
    private static final Set<String> PARTS =
            Set.of("AnswerDetails", "DocumentShown", "ExamAnswer", "ExamAsk", "PinChallenge");

    private ApiDocument document;

    @BeforeEach
    void read() throws IOException {
        document = ApiDocument.read("openapi.yaml");
    }

    @Test
    void parserAcceptsIt() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        var result =
                new OpenAPIParser()
                        .readLocation(
                                document.file().toAbsolutePath().normalize().toString(),
                                List.of(),
                                options);
        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths()).isNotEmpty();
    }

    @Test
    void everyReferenceResolves() {
        assertThat(document.references()).hasSizeGreaterThan(20).allMatch(document::resolves);
    }

    @Test
    void pathsAreThoseOfTheRecords() throws IOException {
        Set<String> paths = new TreeSet<>();
        for (Path file : recordFiles()) {
            PATH.matcher(Files.readString(file)).results().forEach(hit -> paths.add(hit.group(2)));
        }
        assertThat(document.namesAt("/paths")).isEqualTo(paths);
    }

    @Test
    void schemasAreTheRecords() throws IOException {
        Set<String> records =
                recordFiles().stream()
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .filter(name -> !PARTS.contains(name))
                        .collect(toCollection(TreeSet::new));
        assertThat(records).contains(Answer.class.getSimpleName());
        assertThat(document.namesAt("/components/schemas")).isEqualTo(records);
        assertThat(records)
                .allSatisfy(name ->
                        assertThat(document.schemaAt("/components/schemas/" + name))
                                .isEqualTo(name));
    }

    @Test
    void everyOperationIsBehindTheTokenAndSaysHowItRefuses() {
        assertThat(document.at("/security/0").has("kiosk")).isTrue();
        assertThat(document.at("/components/securitySchemes/kiosk/scheme").asText())
                .isEqualTo("bearer");
        assertThat(document.at("/components/securitySchemes/lists/scheme").asText())
                .isEqualTo("bearer");
        List<JsonNode> operations = new ArrayList<>();
        document.at("/paths").forEach(path -> path.forEach(operations::add));
        JsonNode lists = document.at("/paths").get(LISTS).get("post");
        assertThat(operations)
                .isNotEmpty()
                .allSatisfy(operation -> {
                    assertThat(operation.has("security")).isEqualTo(operation.equals(lists));
                    JsonNode responses = operation.get("responses");
                    assertThat(responses.has("401")).isTrue();
                    assertThat(responses.has("503")).isTrue();
                    assertThat(responses.has("404")).isTrue();
                    assertThat(responses.has("400")).isEqualTo(operation.has("requestBody"));
                });
    }

    @Test
    void listsHaveATokenOfTheirOwn() {
        JsonNode operation = document.at("/paths").get(LISTS).get("post");
        assertThat(operation.at("/security/0").has("lists")).isTrue();
        assertThat(operation.at("/security")).hasSize(1);
        assertThat(operation.get("responses").has("409")).isTrue();
        assertThat(operation.get("responses").has("413")).isTrue();
    }

    private static List<Path> recordFiles() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : RECORDS) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> !file.endsWith("package-info.java")).forEach(all::add);
            }
        }
        return all;
    }
}
