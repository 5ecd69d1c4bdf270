package se.troskel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the person who installs a centre sees of the check: a line for each problem, a result line,
/// an exit status. The command is run as from the shell, on the examples and on broken folders.
class ConfigCommandTest {
    private final StringWriter printed = new StringWriter();

    @Test
    void saysThatAnExampleIsSound() {
        assertThat(run("check", "centres/trosa")).isZero();
        assertThat(lines())
                .singleElement()
                .asString()
                .startsWith(
                        "config: problems=0 warnings=0 centre=TRO rooms=1 doors=1 devices=5"
                                + " trusted=0 fingerprint=");
    }

    @Test
    void printsProblemsBeforeTheResult(@TempDir Path directory) throws IOException {
        write(directory, "  open: true\n");
        assertThat(run("check", directory.toString())).isEqualTo(1);
        assertThat(lines())
                .anySatisfy(line ->
                        assertThat(line)
                                .startsWith("centre.yaml:1:3 /open: unknown key 'open' ->"));
        assertThat(lines().getLast()).isEqualTo("config: problems=12 warnings=0");
        assertThat(lines()).hasSize(13);
    }

    @Test
    void aWarningAloneDoesNotFail(@TempDir Path directory) throws IOException {
        String sound = CentreLoaderTest.sound();
        write(directory, sound.replace("host: 127.0.0.1", "host: 0.0.0.0"));
        assertThat(run("check", directory.toString())).isZero();
        assertThat(lines()).hasSize(2);
        assertThat(lines().getLast()).startsWith("config: problems=0 warnings=1 ");
    }

    @Test
    void showsWhoIsTrustedAndUntilWhen(@TempDir Path directory) throws IOException {
        write(directory, CentreLoaderTest.sound());
        Path trust = Files.createDirectory(directory.resolve(TrustLoader.FOLDER));
        Files.writeString(trust.resolve("tro.json"), TrustLoaderTest.sound());
        assertThat(run("check", directory.toString())).isZero();
        assertThat(lines().getFirst())
                .isEqualTo(
                        "trusted: TICKET 3b96e6e2 (TRO) Lärcentrum Trosa from"
                                + " 2026-11-01T00:00:00Z until 2028-11-01T00:00:00Z");
        assertThat(lines().getLast()).contains("problems=0 ", " trusted=2 ");
    }

    @Test
    void aBrokenTrustFileFailsTheCheck(@TempDir Path directory) throws IOException {
        write(directory, CentreLoaderTest.sound());
        Path trust = Files.createDirectory(directory.resolve(TrustLoader.FOLDER));
        Files.writeString(trust.resolve("tro.json"), "{}");
        assertThat(run("check", directory.toString())).isEqualTo(1);
        assertThat(lines())
                .anySatisfy(line ->
                        assertThat(line)
                                .startsWith("trust/tro.json:1:1 /centre: the key 'centre' is"));
        assertThat(lines().getLast()).contains("problems=3 ", " trusted=0 ");
    }

    @Test
    void saysHowManyRulesOfExamsSomebodyAnswersFor(@TempDir Path directory) throws IOException {
        write(directory, CentreLoaderTest.sound());
        Path shared = Files.createDirectory(directory.resolve("shared"));
        Path folder = Files.createDirectory(shared.resolve(ExamRulesLoader.FOLDER));
        Files.writeString(
                folder.resolve("mdu.yaml"),
                ExamRulesLoaderTest.sound().replaceAll("    confirmedBy.*\\n", ""));
        assertThat(run("check", "--shared", shared.toString(), directory.toString())).isZero();
        assertThat(lines().getFirst())
                .isEqualTo(
                        "exam rules: Provuniversitetet: 0 of 29 confirmed; by the others the"
                                + " invigilator decides");
        assertThat(lines().getLast()).endsWith(" universities=1");
        Files.writeString(folder.resolve("mdu.yaml"), "code: MDU");
        printed.getBuffer().setLength(0);
        assertThat(run("check", "--shared", shared.toString(), directory.toString())).isEqualTo(1);
        assertThat(lines().getFirst()).startsWith("universities/mdu.yaml:1:1 /");
    }

    @Test
    void printsOneJsonObjectOnRequest(@TempDir Path directory) {
        assertThat(run("check", "--json", directory.toString())).isEqualTo(1);
        assertThat(lines()).hasSize(1);
        JsonNode result = JsonMapper.shared().readTree(lines().getFirst()).path("config");
        assertThat(result.path("problems").asInt()).isEqualTo(1);
        assertThat(result.path("found").path(0).path("severity").asString()).isEqualTo("ERROR");
    }

    @Test
    void needsToBeToldWhatToCheck() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("check")).isEqualTo(2);
        assertThat(lines()).isEmpty();
    }

    private int run(String... arguments) {
        return new CommandLine(new ConfigCommand(new PrintWriter(printed, true)))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
    }

    private List<String> lines() {
        return printed.toString().lines().toList();
    }

    private static void write(Path directory, String text) throws IOException {
        Files.writeString(directory.resolve(CentreLoader.FILE), text);
    }
}
