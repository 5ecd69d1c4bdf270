package se.troskel.controller.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import se.troskel.config.ExamPolicy;
import se.troskel.config.ExamRulebook;
import se.troskel.config.ExamRules;
import se.troskel.config.ExamRules.LateMode;
import se.troskel.config.ExamRulesLoader;
import se.troskel.controller.exam.Admission.Phase;
import se.troskel.controller.register.SeatRight;
import se.troskel.controller.register.Sitting;

/// Goal: for every university of DOMAIN 4.3 the clock says at every minute what the table says, and
/// nothing that keeps anybody out while the rule is not confirmed. Method: a table of ranges from
/// -60 to +120, asked at the first and the last second of each minute.
class PolicyMinutesTest {
    private static final ExamRulebook HOUSE =
            new ExamRulesLoader().load(List.of(Path.of("../config/centres/trosa"))).rulebook();
    private static final int FIRST = -60;
    private static final int LAST = 120;

    @ParameterizedTest(name = "{0} {1} to {2}")
    @CsvFileSource(resources = "minutes.csv")
    void theClockSays(String rules, int from, int to, Phase confirmed, Phase shipped) {
        for (int minute = from; minute <= to; minute++) {
            for (int second : new int[] {0, 59}) {
                assertThat(phase(policy(rules, true), ExamScene.TUESDAY, minute, second))
                        .as("%s at %d:%d, confirmed", rules, minute, second)
                        .isEqualTo(confirmed);
                assertThat(phase(policy(rules, false), ExamScene.TUESDAY, minute, second))
                        .as("%s at %d:%d, as shipped", rules, minute, second)
                        .isEqualTo(shipped);
            }
        }
    }

    @ParameterizedTest(name = "{0} {1} to {2}")
    @CsvFileSource(resources = "minutes.csv")
    void aConfirmationThatIsTooOldRefusesNobody(String rules, int from, int to) {
        LocalDate later = ExamScene.TUESDAY.plusDays(401);
        for (int minute = from; minute <= to; minute++) {
            assertThat(phase(policy(rules, true), later, minute, 0))
                    .isNotIn(Phase.TOO_LATE, Phase.LATE_WAIT, Phase.LATE_ADMIT);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "minutes.csv")
    void theRightToTheDoorIsThatOfTheClock(String rules, int from, int to) {
        if (List.of("default", "house", "nobody late").contains(rules)) {
            return;
        }
        ExamScene scene = new ExamScene();
        String id = rules.toLowerCase(Locale.ROOT);
        List<SeatRight> rights =
                scene.plan().rights(Map.of(), List.of(), scene.at).stream()
                        .filter(right -> right.registration().equals(id))
                        .toList();
        for (int minute = from; minute <= to; minute++) {
            Instant at = at(ExamScene.TUESDAY, minute, 59);
            Sitting sitting = scene.plan().sitting(id).orElseThrow();
            assertThat(rights.stream().anyMatch(right -> right.holdsAt(at)))
                    .as("%s at %d", rules, minute)
                    .isEqualTo(scene.plan().admission(sitting, at).phase().isOpen());
        }
    }

    @Test
    void theTableHasEveryMinuteOnce() throws IOException {
        Map<String, List<Integer>> minutes = new HashMap<>();
        try (var table = PolicyMinutesTest.class.getResourceAsStream("minutes.csv")) {
            assertThat(table).isNotNull();
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(", ", -1))
                    .forEach(row -> add(minutes, row));
        }
        assertThat(minutes).hasSize(8);
        assertThat(minutes.values())
                .allSatisfy(
                        list -> assertThat(list).hasSize(LAST - FIRST + 1).doesNotHaveDuplicates());
    }

    private static void add(Map<String, List<Integer>> minutes, String[] row) {
        for (int minute = Integer.parseInt(row[1]); minute <= Integer.parseInt(row[2]); minute++) {
            assertThat(minute).isBetween(FIRST, LAST);
            minutes.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(minute);
        }
    }

    private static Phase phase(ExamPolicy policy, LocalDate day, int minute, int second) {
        Sitting sitting =
                new Sitting(
                        "one",
                        "ANY",
                        "TDA100",
                        day,
                        ExamScene.START,
                        ExamScene.WRITING_MINUTES,
                        null,
                        Sitting.ListState.READY);
        SittingTimes times = SittingTimes.of(sitting, policy, ExamScene.ZONE);
        return Admission.at(times, policy, day, at(day, minute, second)).phase();
    }

    private static Instant at(LocalDate day, int minute, int second) {
        return ExamScene.local(day, "08:30").plusSeconds(minute * 60L + second);
    }

    private static ExamPolicy policy(String rules, boolean confirmed) {
        ExamRulebook book = rules.equals("house") ? HOUSE : ExamScene.EXAMPLES;
        ExamRulebook used = confirmed ? ExamScene.confirmed(book) : book;
        ExamPolicy policy = used.policy(rules);
        return rules.equals("nobody late")
                ? new ExamPolicy(nobodyLate(policy.defaults()), null, policy.defaults())
                : policy;
    }

    private static ExamRules nobodyLate(ExamRules from) {
        return new ExamRules(
                "NONE",
                ExamRules.Scope.UNIVERSITY,
                "None",
                null,
                null,
                from.sources(),
                List.of(),
                null,
                new ExamRules.Times(null, null, null, null, null, null),
                new ExamRules.LateModeRule(LateMode.NONE, from.sources().getFirst().id()),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
