package se.troskel.simulation.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Goal: no file tells of one developer's machine, of a package registry or of a person. Method:
/// every text file of the repository is searched; each search is first shown to find something.
class RepositoryTextTest {
    private static final String SELF = RepositoryTextTest.class.getSimpleName() + ".java";

    private static final Pattern REGISTRY =
            Pattern.compile(
                    "repo1?\\.maven|central\\.sonatype|registry\\.npmjs|npmjs\\.com/package"
                            + "|pypi\\.org|pythonhosted|proxy\\.golang|crates\\.io|docker\\.io");
    private static final Pattern MACHINE =
            Pattern.compile("(?m)(?:^|[\\s\"'`=(:,])/(?:work|root|home/\\w+)/");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(?:TODO|FIXME)\\b");

    private static final Pattern PERSONAL_NUMBER =
            Pattern.compile(
                    "(?<![0-9A-Za-z])(?:(?:19|20)?\\d{6}[-+]\\d{4}|(?:19|20)\\d{10})(?![0-9A-Za-z])");

    @ParameterizedTest
    @CsvSource({
        "registry. npmjs.org, true, false, false",
        "https://repo1. maven.org/, true, false, false",
        "http://maven.apache.org/POM/4.0.0, false, false, false",
        "open /root/x, false, true, false",
        "a path in `/wo rk/main`, false, true, false",
        "homework/root, false, false, false",
        "// FIXME later, false, false, true"
    })
    void searchesFind(String apart, boolean registry, boolean machine, boolean unfinished) {
        // written apart here, so that this file names neither
        String text = apart.replace(". ", ".").replace("wo rk", "work");
        assertThat(REGISTRY.matcher(text).find()).isEqualTo(registry);
        assertThat(MACHINE.matcher(text).find()).isEqualTo(machine);
        assertThat(UNFINISHED.matcher(text).find()).isEqualTo(unfinished);
    }

    @ParameterizedTest
    @CsvSource({
        "19961020-2385, true",
        "19961020-2386, false",
        "199613202382, false",
        "961020-2385, true",
        "961020+2385, true",
        "199610202385, true",
        "195705749959, true",
        "1996102023850, false",
        "a199610202385, false"
    })
    void personalNumbersAreKnownByDateAndCheckDigit(String text, boolean personal) {
        Matcher matcher = PERSONAL_NUMBER.matcher(text);
        assertThat(matcher.find() && PersonalNumbers.isValid(matcher.group())).isEqualTo(personal);
    }

    @Test
    void noFileNamesAPackageRegistry() throws IOException {
        assertThat(found(REGISTRY, hit -> true)).isEmpty();
    }

    @Test
    void noFileNamesAPathOfOneMachine() throws IOException {
        assertThat(found(MACHINE, hit -> true)).isEmpty();
    }

    @Test
    void nothingIsLeftUnfinished() throws IOException {
        assertThat(found(UNFINISHED, hit -> true)).isEmpty();
    }

    @Test
    void personalNumbersAreOfficialTestNumbers() throws IOException {
        assertThat(
                        found(
                                PERSONAL_NUMBER,
                                hit ->
                                        PersonalNumbers.isValid(hit)
                                                && !PersonalNumbers.isOfficialTestNumber(hit)))
                .isEmpty();
    }

    private static List<String> found(Pattern pattern, Predicate<String> counts)
            throws IOException {
        List<String> hits = new ArrayList<>();
        List<Path> files = Repository.files();
        assertThat(files).hasSizeGreaterThan(100);
        for (Path file : files) {
            if (file.endsWith(SELF)) {
                continue;
            }
            Matcher matcher = pattern.matcher(Repository.text(file).orElse(""));
            while (matcher.find()) {
                if (counts.test(matcher.group())) {
                    hits.add(Repository.ROOT.relativize(file) + ": " + matcher.group().strip());
                }
            }
        }
        return hits;
    }
}
