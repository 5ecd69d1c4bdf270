package se.troskel.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Findings.Complaint;
import se.troskel.config.Reading.Refused;
import se.troskel.config.Reading.Usable;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.json.Json.MalformedMessageException;
import tools.jackson.databind.JsonNode;

/// Reads what a centre is from `DIR/centre.yaml` and finds every problem in it at once: the form by
/// the schema, then what one part says about another. Thread-safe; blocks on the disk; throws for
/// no content whatever.
public final class CentreLoader {
    /// The name of the file in the configuration's folder.
    public static final String FILE = "centre.yaml";

    static final String RESOURCE = "centre.schema.json";

    /// Largest file taken, in bytes.
    static final int MAX_BYTES = 256 * 1024;

    private final SchemaCheck schema;

    /// Reads the schema, which takes a moment; one loader serves all.
    public CentreLoader() {
        schema = new SchemaCheck(RESOURCE);
    }

    /// Reads the configuration in a folder; a file that is missing or cannot be read is a problem
    /// like any other.
    public Reading load(Path directory) {
        try (InputStream in = Files.newInputStream(directory.resolve(FILE))) {
            return read(in.readNBytes(MAX_BYTES + 1));
        } catch (IOException e) {
            var findings = new Findings(FILE, new Positions());
            findings.errorAt(
                    new Position(0, 0),
                    "",
                    new Complaint(
                            "cannot be read: " + e.getClass().getSimpleName(),
                            "put a readable " + FILE + " into " + directory));
            return new Refused(findings.inOrder());
        }
    }

    /// As [#load(Path)], for a program that cannot go on without.
    ///
    /// @throws UnusableConfigException with every problem; the program prints it and ends
    public CentreConfig require(Path directory) {
        return switch (load(directory)) {
            case Usable(CentreConfig config, _) -> config;
            case Refused(var problems) -> throw new UnusableConfigException(problems);
        };
    }

    /// Reads a configuration that stands in memory.
    Reading read(byte[] bytes) {
        var findings = new Findings(FILE, new Positions());
        String text = FileText.of(bytes, MAX_BYTES, findings);
        return text == null ? new Refused(findings.inOrder()) : read(text);
    }

    /// As [#read(byte\[\])].
    Reading read(String text) {
        var positions = new Positions();
        var findings = new Findings(FILE, positions);
        String plain = FileText.withoutMark(text);
        JsonNode document = new YamlReader(plain, positions, findings).read();
        if (document == null) {
            return new Refused(findings.inOrder());
        }
        schema.check(document, findings);
        CrossChecks.check(new Part("", document), findings);
        CentreConfig config = findings.hasErrors() ? null : config(document, findings);
        return config == null
                ? new Refused(findings.inOrder())
                : new Usable(config, findings.inOrder());
    }

    private static @Nullable CentreConfig config(JsonNode document, Findings findings) {
        try {
            return Json.read(document, CentreConfig.class);
        } catch (MalformedMessageException e) {
            findings.error("", new Complaint(String.valueOf(e.getMessage()), "look at the schema"));
            return null;
        }
    }
}
