package se.troskel.simulation.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Goal: documents do not go stale unnoticed. Method: their links are followed, and the versions in
/// the record of dependencies are compared with the root pom.
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)#\\s]+)");
    private static final Pattern VERSION =
            Pattern.compile("<([a-z0-9.]+)\\.version>([^<$]+)</\\1\\.version>");

    /// What another dependency or the build brings, not a choice of its own.
    private static final Set<String> NOT_CHOSEN = Set.of("bytebuddy", "jar.plugin");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<Path> documents =
                Repository.files().stream()
                        .filter(file -> file.toString().endsWith(".md"))
                        .toList();
        assertThat(documents).hasSizeGreaterThan(10);
        for (Path document : documents) {
            for (MatchResult link : LINK.matcher(Files.readString(document)).results().toList()) {
                assertThat(document.resolveSibling(link.group(1)))
                        .as("link in %s", Repository.ROOT.relativize(document))
                        .exists();
            }
        }
    }

    @Test
    void everyDecisionIsInTheIndex() throws IOException {
        Path folder = Repository.ROOT.resolve("docs/adr");
        String index = Files.readString(folder.resolve("README.md"));
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> !name.equals("README.md"))
                    .hasSizeGreaterThan(8)
                    .allMatch(name -> index.contains("(" + name + ")"));
        }
    }

    @Test
    void everyChosenVersionIsRecorded() throws IOException {
        String dependencies =
                Files.readString(Repository.ROOT.resolve("docs/adr/0008-dependencies.md"));
        String pom = Files.readString(Repository.ROOT.resolve("pom.xml"));
        assertThat(VERSION.matcher(pom).results().toList())
                .hasSizeGreaterThan(20)
                .filteredOn(version -> !NOT_CHOSEN.contains(version.group(1)))
                .allSatisfy(version ->
                        assertThat(dependencies)
                                .as(version.group(1))
                                .containsPattern(
                                        "[| ]" + Pattern.quote(version.group(2)) + "[ ,]"));
    }
}
