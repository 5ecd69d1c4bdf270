package se.troskel.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the Javadoc of the records says of each component, so that the schema says the same.
final class RecordDocs {
    private static final Pattern RECORD = Pattern.compile("record (\\w+)\\(");
    private static final Pattern PARAM = Pattern.compile("@param (\\w+) (.*)");
    private static final Pattern LINK = Pattern.compile("\\[\\w*#(\\w+)]");

    private final Map<String, String> docs = new HashMap<>();

    private RecordDocs() {}

    /// Reads every source file of a package's folder.
    static RecordDocs read(Path sources) throws IOException {
        var docs = new RecordDocs();
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.sorted().toList()) {
                docs.readFile(Files.readAllLines(file));
            }
        }
        return docs;
    }

    /// The text of a component; empty when there is none.
    String of(Class<?> record, String component) {
        return docs.getOrDefault(record.getSimpleName() + "." + component, "");
    }

    private void readFile(List<String> lines) {
        Map<String, String> params = new HashMap<>();
        String param = "";
        for (String line : lines) {
            String text = line.strip();
            Matcher record = RECORD.matcher(text);
            if (text.startsWith("///")) {
                Matcher found = PARAM.matcher(text);
                if (found.find()) {
                    param = found.group(1);
                    params.put(param, found.group(2));
                } else if (!param.isEmpty()) {
                    params.merge(param, text.substring(3).strip(), (a, b) -> a + " " + b);
                }
            } else {
                if (record.find()) {
                    params.forEach(
                            (name, doc) -> docs.put(record.group(1) + "." + name, plain(doc)));
                }
                params.clear();
                param = "";
            }
        }
    }

    /// For those who write YAML: there a component that is null is a key left out.
    private static String plain(String doc) {
        return LINK.matcher(doc).replaceAll("$1").replaceAll("\\bnull\\b", "left out");
    }
}
