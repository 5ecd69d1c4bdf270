package se.troskel.simulation.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Goal: docs/INVARIANTS.md tells the truth about which test holds which invariant. Method: every
/// `Class#method` it names is looked for in the test sources of all modules.
class InvariantsDocumentTest {
    private static final int INVARIANTS = 17;
    private static final Pattern HEADING = Pattern.compile("(?m)^## (INV-\\d\\d) ");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)#(\\w+)`");

    @Test
    void everyInvariantIsThereInOrder() throws IOException {
        assertThat(sections().keySet())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, INVARIANTS)
                                .mapToObj("INV-%02d"::formatted)
                                .toList());
    }

    @Test
    void everyInvariantNamesATestOrSaysLater() throws IOException {
        assertThat(sections())
                .allSatisfy((invariant, text) ->
                        assertThat(TEST.matcher(text).find() || text.contains("\nLater:"))
                                .as(invariant)
                                .isTrue());
    }

    @Test
    void everyNamedTestExists() throws IOException {
        List<Path> sources =
                Repository.files().stream()
                        .filter(file -> file.toString().contains("/src/test/java/"))
                        .toList();
        for (var section : sections().entrySet()) {
            for (MatchResult named : TEST.matcher(section.getValue()).results().toList()) {
                assertThat(sources)
                        .as("%s names %s", section.getKey(), named.group())
                        .anyMatch(file -> declares(file, named.group(1), named.group(2)));
            }
        }
    }

    private static boolean declares(Path file, String type, String method) {
        try {
            return file.endsWith(type + ".java")
                    && Pattern.compile("\\bvoid " + method + "\\(")
                            .matcher(Files.readString(file))
                            .find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text below each invariant's heading.
    private static Map<String, String> sections() throws IOException {
        String document = Files.readString(Repository.ROOT.resolve("docs/INVARIANTS.md"));
        List<MatchResult> headings = HEADING.matcher(document).results().toList();
        Map<String, String> sections = new LinkedHashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            int end = i + 1 < headings.size() ? headings.get(i + 1).start() : document.length();
            sections.put(headings.get(i).group(1), document.substring(headings.get(i).end(), end));
        }
        return sections;
    }
}
