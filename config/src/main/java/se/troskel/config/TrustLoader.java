package se.troskel.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Findings.Complaint;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.json.Json.MalformedMessageException;
import tools.jackson.databind.JsonNode;

/// Reads `DIR/trust/*.json`, the public keys of other centres, and finds every problem in them at
/// once. One broken file takes nothing from the others. Thread-safe; blocks on the disk; throws for
/// no content whatever.
public final class TrustLoader {
    /// The folder inside the configuration's folder.
    public static final String FOLDER = "trust";

    /// Largest file taken, in bytes.
    static final int MAX_BYTES = 64 * 1024;

    static final String RESOURCE = "trust.schema.json";

    private static final int MOST_FILES = 500;
    private static final String ENDING = ".json";

    private final SchemaCheck schema;

    /// Reads the schema, which takes a moment; one loader serves all.
    public TrustLoader() {
        schema = new SchemaCheck(RESOURCE);
    }

    /// Reads the trust files in a configuration's folder; none is right as well.
    public TrustReading load(Path directory) {
        Path folder = directory.resolve(FOLDER);
        var collected = new Collected();
        if (!Files.isDirectory(folder)) {
            return collected.reading();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().limit(MOST_FILES).toList()) {
                read(file, collected);
            }
        } catch (IOException e) {
            unreadable(e, new Findings(FOLDER, new Positions()), collected);
        }
        return collected.reading();
    }

    private void read(Path file, Collected collected) {
        String name = FOLDER + "/" + file.getFileName();
        if (!name.endsWith(ENDING)) {
            var findings = new Findings(name, new Positions());
            findings.warning(
                    "",
                    new Complaint(
                            "is not read: its name does not end with " + ENDING,
                            "rename it, or take it away"));
            collected.add(null, findings);
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            read(name, in.readNBytes(MAX_BYTES + 1), collected);
        } catch (IOException e) {
            unreadable(e, new Findings(name, new Positions()), collected);
        }
    }

    /// Reads one file that stands in memory.
    TrustReading read(String name, byte[] bytes) {
        var collected = new Collected();
        read(name, bytes, collected);
        return collected.reading();
    }

    private void read(String name, byte[] bytes, Collected collected) {
        var positions = new Positions();
        var findings = new Findings(name, positions);
        String text = FileText.of(bytes, MAX_BYTES, findings);
        JsonNode document =
                text == null
                        ? null
                        : new JsonReader(FileText.withoutMark(text), positions, findings).read();
        TrustedCentre centre = null;
        if (document != null) {
            schema.check(document, findings);
            collected.check.check(name, new Part("", document), findings);
            centre = findings.hasErrors() ? null : centre(document, findings);
        }
        collected.add(centre, findings);
    }

    private static @Nullable TrustedCentre centre(JsonNode document, Findings findings) {
        try {
            return Json.read(document, TrustedCentre.class);
        } catch (MalformedMessageException e) {
            findings.error("", new Complaint(String.valueOf(e.getMessage()), "look at the schema"));
            return null;
        }
    }

    private static void unreadable(IOException e, Findings findings, Collected collected) {
        findings.errorAt(
                new Position(0, 0),
                "",
                new Complaint(
                        "cannot be read: " + e.getClass().getSimpleName(),
                        "make it a file that the controller may read"));
        collected.add(null, findings);
    }

    /// What one reading has found so far.
    private static final class Collected {
        private final TrustCheck check = new TrustCheck();
        private final List<TrustedCentre> centres = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        void add(@Nullable TrustedCentre centre, Findings findings) {
            if (centre != null) {
                centres.add(centre);
            }
            problems.addAll(findings.inOrder());
        }

        TrustReading reading() {
            return new TrustReading(new Trust(centres), problems);
        }
    }
}
