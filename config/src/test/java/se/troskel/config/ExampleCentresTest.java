package se.troskel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.config.Reading.Usable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The example centres are what people copy. They are read as they lie in the repository and must
/// be without a single problem or warning, and lead an editor to the schema.
class ExampleCentresTest {
    private static final Path CENTRES = Path.of("centres");

    static List<Path> centres() throws IOException {
        try (Stream<Path> folders = Files.list(CENTRES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("centres")
    void hasNoProblemAndNoWarning(Path centre) {
        Reading reading = new CentreLoader().load(centre);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading).isInstanceOf(Usable.class);
    }

    @ParameterizedTest
    @MethodSource("centres")
    void leadsEditorsToTheSchema(Path centre) throws IOException {
        String hint = Files.readAllLines(centre.resolve(CentreLoader.FILE)).getFirst();
        String start = "# yaml-language-server: $schema=";
        assertThat(hint).startsWith(start);
        assertThat(centre.resolve(hint.substring(start.length()))).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"katrineholm", "trosa", "gnesta"})
    void isThere(String name) throws IOException {
        assertThat(centres()).contains(CENTRES.resolve(name));
    }

    @Test
    void oneShowsTheWayOnAPlanAndTheOtherInWordsOnly() {
        CentreConfig katrineholm = new CentreLoader().require(CENTRES.resolve("katrineholm"));
        Plan plan = Objects.requireNonNull(katrineholm.plan());
        List<String> shown =
                plan.terminals().getFirst().ways().stream().map(Plan.Way::room).toList();
        assertThat(katrineholm.rooms())
                .filteredOn(room -> !room.route().isEmpty())
                .extracting(Room::id)
                .containsExactlyElementsOf(shown);
        assertThat(PlanPoint.line(plan.terminals().getFirst().ways().getFirst().line()))
                .containsExactly(new PlanPoint(0, 0), new PlanPoint(8, 0));
        assertThat(new CentreLoader().require(CENTRES.resolve("trosa")).plan()).isNull();
    }

    /// Language codes are the only keys that people choose themselves.
    @ParameterizedTest
    @MethodSource("centres")
    void everyKeyIsExplainedByTheSchema(Path centre) throws IOException {
        Set<String> explained = new HashSet<>(Set.of("sv", "en"));
        Path schema = Path.of("src/main/resources/se/troskel/config", CentreLoader.RESOURCE);
        for (JsonNode keys :
                JsonMapper.shared().readTree(Files.readString(schema)).findValues("properties")) {
            keys.properties().stream()
                    .filter(key -> key.getValue().has("description"))
                    .forEach(key -> explained.add(key.getKey()));
        }
        Pattern key = Pattern.compile("(?m)(?:^[ -]*|[{,] )([A-Za-z]+): ");
        String text =
                Files.readString(centre.resolve(CentreLoader.FILE)).replaceAll("(?m)#.*$", "");
        List<String> written = key.matcher(text).results().map(m -> m.group(1)).toList();
        assertThat(written).hasSizeGreaterThan(50);
        assertThat(explained).containsAll(written);
    }
}
