package se.troskel.simulation.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: `./troskel` never promises what is not there. Method: the script itself is run, without
/// building anything.
class EntryCommandTest {
    private static final Pattern ROW =
            Pattern.compile("(?m)^(\\w+)\\|(\\w+)\\|(se\\.troskel[\\w.]+)\\|");

    private record Outcome(int status, String output) {}

    @Test
    void helpListsWhatIsThereAndNothingElse() throws Exception {
        Outcome help = troskel("--help");
        assertThat(help.status()).isZero();
        assertThat(help.output()).contains("  test ");
        List<String> rows =
                ROW.matcher(Files.readString(Repository.ROOT.resolve("troskel")))
                        .results()
                        .map(row -> {
                            String source =
                                    row.group(2)
                                            + "/src/main/java/"
                                            + row.group(3).replace('.', '/')
                                            + ".java";
                            boolean there = Files.exists(Repository.ROOT.resolve(source));
                            assertThat(help.output().contains("\n  " + row.group(1) + " "))
                                    .as(row.group(1))
                                    .isEqualTo(there);
                            return row.group(1);
                        })
                        .toList();
        assertThat(rows).contains("demo", "controller", "kiosk", "region", "config", "journal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuchcommand", "demo|", ".*", "test --nosuchoption"})
    void whatIsNotThereIsUsage(String arguments) throws Exception {
        assertThat(troskel(arguments.split(" ", -1)).status()).isEqualTo(2);
    }

    @Test
    void withoutACommandItSaysHowToUseIt() throws Exception {
        Outcome outcome = troskel();
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.output()).startsWith("Usage: ./troskel");
    }

    private static Outcome troskel(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "troskel"));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(Repository.ROOT.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
