package se.troskel.protocol.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A document of `docs/api` as a tree, with its references.
record ApiDocument(Path file, JsonNode root) {
    static final Path FOLDER = Path.of("../docs/api");

    static ApiDocument read(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        return new ApiDocument(file, Yaml.mapper().readTree(Files.readString(file)));
    }

    JsonNode at(String pointer) {
        return root.at(pointer);
    }

    Set<String> namesAt(String pointer) {
        Set<String> names = new TreeSet<>();
        root.at(pointer).fieldNames().forEachRemaining(names::add);
        return names;
    }

    List<String> references() {
        return root.findValuesAsText("$ref");
    }

    /// Whether a reference leads to something: inside this document, or to a file beside it.
    boolean resolves(String reference) {
        return reference.startsWith("#/")
                ? !root.at(reference.substring(1)).isMissingNode()
                : Files.isRegularFile(file.resolveSibling(reference));
    }

    /// The name of the message that the reference at `pointer` ends in, by its schema's file.
    String schemaAt(String pointer) {
        String file = root.at(pointer + "/$ref").asText();
        return file.substring(file.lastIndexOf('/') + 1).replace(".json", "");
    }
}
