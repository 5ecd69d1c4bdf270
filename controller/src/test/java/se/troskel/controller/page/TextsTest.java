package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.config.CentreLoader;
import se.troskel.controller.commissioning.CommissioningSteps;
import se.troskel.controller.commissioning.Fact;
import se.troskel.controller.commissioning.Outcome;
import se.troskel.controller.commissioning.Proof;
import se.troskel.controller.page.StaffDesk.ImportKind;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.decision.ApprovalReason;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.InvigilatorTask;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;
import se.troskel.protocol.event.DeviceHealth;
import se.troskel.protocol.event.EventType;

/// Goal: both languages say the same things and have a word for everything that can happen. Method:
/// comparing keys and placeholders, enumerating every constant of the protocol that is shown.
class TextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-zA-Z0-9]+\\}");

    @ParameterizedTest
    @EnumSource
    void hasTheKeysAndPlaceholdersOfTheOthers(Language language) {
        var words = Texts.of(language).words();
        for (var other : Language.values()) {
            var theirs = Texts.of(other).words();
            assertThat(new TreeSet<>(words.keySet())).isEqualTo(new TreeSet<>(theirs.keySet()));
            words.forEach((key, text) ->
                    assertThat(placeholders(text))
                            .as(key)
                            .isEqualTo(placeholders(theirs.getOrDefault(key, ""))));
        }
    }

    private static Set<String> placeholders(String text) {
        return new TreeSet<>(PLACEHOLDER.matcher(text).results().map(MatchResult::group).toList());
    }

    @ParameterizedTest
    @EnumSource
    void hasAWordForEveryConstantShown(Language language) {
        var texts = Texts.of(language);
        for (var type :
                List.of(
                        ApprovalReason.class,
                        DocumentType.class,
                        InvigilatorTask.class,
                        OpeningMode.class,
                        DoorMode.class,
                        DoorPosture.class,
                        LockCommand.class,
                        LockState.class,
                        DoorPhysicalState.class,
                        DeviceHealth.class,
                        ImportKind.class,
                        Outcome.class,
                        Proof.class,
                        Fact.class)) {
            for (var constant : type.getEnumConstants()) {
                assertThat(texts.word((Enum<?>) constant)).isNotBlank();
            }
        }
        assertThat(texts.word(null)).isEqualTo("–");
    }

    @ParameterizedTest
    @EnumSource
    void hasATaskForEveryProofAndAQuestionWhereAPersonTells(Language language) {
        var texts = Texts.of(language);
        for (var proof : Proof.values()) {
            assertThat(texts.get("commission.do." + proof)).contains("{0}");
        }
        for (var centre : List.of("katrineholm", "trosa")) {
            var config = new CentreLoader().require(Path.of("..", "config", "centres", centre));
            for (var step : CommissioningSteps.of(config)) {
                if (step.asked()) {
                    assertThat(texts.get("commission.ask." + step.proof())).endsWith("?");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasASentenceAndTheWordsOfEveryEvent(Language language) {
        var texts = Texts.of(language);
        for (var type : EventType.values()) {
            assertThat(texts.get("journal." + type.name())).isNotBlank();
            for (var member : type.body().getRecordComponents()) {
                if (member.getType().isEnum()) {
                    Arrays.stream(member.getType().getEnumConstants())
                            .map(constant -> texts.word((Enum<?>) constant))
                            .forEach(word -> assertThat(word).isNotBlank());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void blamesNobodyAndSaysNoJargon(Language language) {
        Texts.of(language)
                .words()
                .forEach((key, text) ->
                        assertThat(text.toLowerCase(Locale.ROOT))
                                .as(key)
                                .doesNotContain(
                                        "ogiltig",
                                        "otillåten",
                                        "misslyckades",
                                        "felaktig",
                                        "vänligen",
                                        "tyvärr",
                                        "systemfel",
                                        "invalid",
                                        "forbidden",
                                        "please",
                                        "sorry",
                                        "failed"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neverShowsTheBareKeyOfAnOutcome(boolean done) {
        for (var language : Language.values()) {
            assertThat(Texts.of(language).outcome(new Done(done, "new.key-of-tomorrow", "x")))
                    .doesNotContain("new.key")
                    .endsWith(".");
        }
    }
}
