package se.troskel.config;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds a document to the JSON Schema, the same that editors use, and says each finding in our own
/// words. Thread-safe.
final class SchemaCheck {
    private final JsonNode rules;
    private final Schema schema;

    /// @param resource beside this class; generated from the records
    SchemaCheck(String resource) {
        try (InputStream in =
                Objects.requireNonNull(SchemaCheck.class.getResourceAsStream(resource))) {
            rules = JsonMapper.shared().readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
        schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(rules);
    }

    void check(JsonNode document, Findings findings) {
        for (Error error : schema.validate(document)) {
            report(error, findings);
        }
    }

    private void report(Error error, Findings findings) {
        String pointer = error.getInstanceLocation().toString();
        var words = new SchemaWords(rule(error));
        switch (error.getKeyword()) {
            case "additionalProperties" ->
                    findings.errorAtKey(
                            inside(pointer, error), words.unknownKey(error.getProperty()));
            case "required" ->
                    findings.errorAtKey(
                            inside(pointer, error), words.missingKey(error.getProperty()));
            default -> {
                if (!findings.isWrong(pointer)) {
                    findings.error(
                            pointer, words.wrongValue(error.getKeyword(), error.getInstanceNode()));
                }
            }
        }
    }

    /// The part of the schema whose keyword was broken.
    private JsonNode rule(Error error) {
        String keyword = error.getSchemaLocation().getFragment().toString();
        return rules.at(keyword.substring(0, keyword.lastIndexOf('/')));
    }

    private static String inside(String pointer, Error error) {
        return Positions.inside(pointer, error.getProperty());
    }
}
