package se.troskel.protocol.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.troskel.protocol.Samples;
import se.troskel.protocol.json.Json;

/// Goal: the JSON Schema that others read is the record that we read with. Method: each schema is
/// generated anew and compared with the file; a good sample must pass it. Run with
/// `-Dsurefire.addArgs=-Dtroskel.schema.write=true` to write the files.
class SchemaTest {
    private static final Path FOLDER = Path.of("src/main/resources/se/troskel/protocol/schema");

    static List<Record> messages() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void fileIsWhatTheRecordSays(Record message) throws IOException {
        Path file = FOLDER.resolve(message.getClass().getSimpleName() + ".json");
        String schema = MessageSchema.of(message.getClass());
        if (Boolean.getBoolean("troskel.schema.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, schema);
        }
        assertThat(file).hasContent(schema);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void goodMessagePassesItsSchema(Record message) {
        var schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(MessageSchema.of(message.getClass()));
        assertThat(schema.validate(Json.text(message), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate("[]", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void folderHoldsNothingElse() throws IOException {
        List<String> expected =
                Samples.all().stream()
                        .map(sample -> sample.getClass().getSimpleName() + ".json")
                        .toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
