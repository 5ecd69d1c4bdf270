package se.troskel.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.config.ExamRules.Scope;
import se.troskel.config.Findings.Complaint;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.json.Json.MalformedMessageException;
import tools.jackson.databind.JsonNode;

/// Reads `universities/*.yaml`, the rules of exams, and finds every problem in them at once. One
/// broken file takes nothing from the others; without its file a university has the centre's rules
/// and the defaults, which refuse nobody. Thread-safe; blocks on the disk; throws for no content
/// whatever.
public final class ExamRulesLoader {
    /// The folder inside a configuration's folder.
    public static final String FOLDER = "universities";

    /// Largest file taken, in bytes.
    static final int MAX_BYTES = 64 * 1024;

    static final String RESOURCE = "exam-rules.schema.json";

    /// The defaults that hold where a centre has none of its own.
    static final String DEFAULTS = "exam-rules-default.yaml";

    private static final int MOST_FILES = 200;
    private static final String ENDING = ".yaml";

    private final SchemaCheck schema;
    private final ExamRules defaults;

    /// Reads the schema and the defaults, which takes a moment; one loader serves all.
    public ExamRulesLoader() {
        schema = new SchemaCheck(RESOURCE);
        try (InputStream in =
                Objects.requireNonNull(ExamRulesLoader.class.getResourceAsStream(DEFAULTS))) {
            var collected = new CollectedRules();
            read(DEFAULTS, in.readAllBytes(), collected);
            defaults = collected.first(Scope.DEFAULT).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + DEFAULTS, e);
        }
    }

    /// Reads the rules of a centre; none is right as well.
    ///
    /// @param folders the centre's configuration first, then others that it shares; what an earlier
    ///   one says, a later one does not change
    public ExamRulesReading load(List<Path> folders) {
        var collected = new CollectedRules();
        for (Path folder : folders) {
            load(folder.resolve(FOLDER), collected);
            collected.nextFolder();
        }
        return collected.reading(defaults);
    }

    private void load(Path folder, CollectedRules collected) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().limit(MOST_FILES).toList()) {
                read(file, collected);
            }
        } catch (IOException e) {
            unreadable(FOLDER, e, collected);
        }
    }

    private void read(Path file, CollectedRules collected) {
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
            unreadable(name, e, collected);
        }
    }

    /// Reads one file that stands in memory.
    ExamRulesReading read(String name, byte[] bytes) {
        var collected = new CollectedRules();
        read(name, bytes, collected);
        return collected.reading(defaults);
    }

    private void read(String name, byte[] bytes, CollectedRules collected) {
        var positions = new Positions();
        var findings = new Findings(name, positions);
        String text = FileText.of(bytes, MAX_BYTES, findings);
        JsonNode document =
                text == null
                        ? null
                        : new YamlReader(FileText.withoutMark(text), positions, findings).read();
        ExamRules rules = null;
        if (document != null) {
            schema.check(document, findings);
            ExamRulesCheck.check(new Part("", document), findings);
            collected.once(name, new Part("", document), findings);
            rules = findings.hasErrors() ? null : rules(document, findings);
        }
        collected.add(rules, findings);
    }

    private static @Nullable ExamRules rules(JsonNode document, Findings findings) {
        try {
            return Json.read(document, ExamRules.class);
        } catch (MalformedMessageException e) {
            findings.error("", new Complaint(String.valueOf(e.getMessage()), "look at the schema"));
            return null;
        }
    }

    private static void unreadable(String name, IOException e, CollectedRules collected) {
        var findings = new Findings(name, new Positions());
        findings.errorAt(
                new Position(0, 0),
                "",
                new Complaint(
                        "cannot be read: " + e.getClass().getSimpleName(),
                        "make it a file that the controller may read"));
        collected.add(null, findings);
    }
}
