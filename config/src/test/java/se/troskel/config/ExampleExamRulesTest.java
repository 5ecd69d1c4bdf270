package se.troskel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.config.ExamRules.Scope;
import se.troskel.protocol.decision.DocumentType;

/// The example rules say what DOMAIN 4.2 and 4.3 say of each university, and nothing more. They are
/// read as they lie in the repository and compared with tables written from those chapters.
class ExampleExamRulesTest {
    private static final Path KATRINEHOLM = Path.of("centres/katrineholm");
    private static final Path TROSA = Path.of("centres/trosa");
    private static final List<String> UNIVERSITIES = List.of("MDU", "LTH", "HIG", "SU", "CTH");
    private static final ExamRulebook RULES =
            new ExamRulesLoader().load(List.of(KATRINEHOLM, TROSA)).rulebook();

    @ParameterizedTest
    @ValueSource(strings = {"katrineholm", "trosa", "gnesta"})
    void haveNoProblemAndNoWarning(String centre) {
        assertThat(new ExamRulesLoader().load(List.of(Path.of("centres", centre))).problems())
                .isEmpty();
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> katrineholm = Files.list(KATRINEHOLM.resolve(ExamRulesLoader.FOLDER));
                Stream<Path> trosa = Files.list(TROSA.resolve(ExamRulesLoader.FOLDER))) {
            return Stream.concat(katrineholm, trosa).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void leadEditorsToTheSchema(Path file) throws IOException {
        String start = "# yaml-language-server: $schema=";
        String hint = Files.readAllLines(file).getFirst();
        assertThat(hint).startsWith(start);
        assertThat(Objects.requireNonNull(file.getParent()).resolve(hint.substring(start.length())))
                .isRegularFile();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "documents-by-university.csv")
    void takeTheDocumentsOfTheMatrix(
            DocumentType type, String mdu, String lth, String hig, String su, String byDefault) {
        List<String> said = List.of(mdu, lth, hig, su);
        for (int i = 0; i < said.size(); i++) {
            Rule<?> rule = RULES.policy(UNIVERSITIES.get(i)).document(type);
            assertSays(rule, UNIVERSITIES.get(i), said.get(i), byDefault);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "rules-by-university.csv")
    void keepTheTimesOfTheTable(
            String key,
            String mdu,
            String lth,
            String hig,
            String su,
            String cth,
            String house,
            String byDefault) {
        List<String> said = List.of(mdu, lth, hig, su, cth);
        for (int i = 0; i < said.size(); i++) {
            ExamRules university = RULES.policy(UNIVERSITIES.get(i)).university();
            ExamPolicy alone = new ExamPolicy(university, null, RULES.defaults());
            assertSays(rule(alone, key), UNIVERSITIES.get(i), said.get(i), byDefault);
        }
        ExamPolicy ofTheHouse = new ExamPolicy(null, RULES.centre(), RULES.defaults());
        Rule<?> rule = rule(ofTheHouse, key);
        assertThat(rule.value().toString()).isEqualTo(house.equals("=") ? byDefault : house);
        assertThat(rule.scope()).isEqualTo(house.equals("=") ? Scope.DEFAULT : Scope.CENTRE);
    }

    @Test
    void sayHowLongSomebodyWhoIsNotRegisteredWaits() {
        assertThat(
                        UNIVERSITIES.stream()
                                .map(RULES::policy)
                                .map(ExamPolicy::unregisteredWaitMinutes))
                .containsExactly(0, 60, 30, 30, 0);
    }

    private static void assertSays(Rule<?> rule, String university, String said, String byDefault) {
        boolean silent = said.equals("=");
        assertThat(rule.value().toString()).as(university).isEqualTo(silent ? byDefault : said);
        assertThat(rule.scope())
                .as(university)
                .isEqualTo(silent ? Scope.DEFAULT : Scope.UNIVERSITY);
    }

    private static Rule<?> rule(ExamPolicy policy, String key) {
        return switch (key) {
            case "entryOpensBefore" -> policy.entryOpensBefore();
            case "doorClosesBefore" -> policy.doorClosesBefore();
            case "lateMode" -> policy.lateMode();
            case "lastEntryAfter" -> policy.lastEntryAfter();
            case "earliestLeaveAfter" -> policy.earliestLeaveAfter();
            case "leaveLockLast" -> policy.leaveLockLast();
            case "handInAfterHomeStart" -> policy.handInAfterHomeStart();
            case "unregistered" -> policy.unregistered();
            case "fetchId" -> policy.fetchId();
            case "extraTime" -> policy.extraTimePercent();
            case "doubleExamWithExtendedTime" -> policy.doubleExamWithExtendedTime();
            default -> throw new IllegalArgumentException(key);
        };
    }
}
