package se.troskel.controller.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.controller.exam.Candidate.Errand;
import se.troskel.controller.exam.Candidate.Stage;
import se.troskel.controller.register.Registration.Fee;
import se.troskel.controller.register.Registration.Status;
import se.troskel.protocol.decision.DocumentReading;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.IdentityMatch;
import se.troskel.protocol.exam.ErrandKind;

/// Goal: no door is unlocked but with a reason that lets in, and nobody is refused by a rule that
/// nobody has confirmed. Method: all kinds of documents, stages, errands and hours are combined.
class ExamCombinationsTest {
    private static final Set<ExamReason> REFUSING =
            EnumSet.of(
                    ExamReason.TOO_LATE,
                    ExamReason.LATE_WAIT,
                    ExamReason.NO_ID_DENIED,
                    ExamReason.NO_ID_CAN_FETCH,
                    ExamReason.DOC_TYPE_NOT_ACCEPTED,
                    ExamReason.NOT_REGISTERED,
                    ExamReason.CANCELLED,
                    ExamReason.PAYMENT_DUE,
                    ExamReason.LATE_ADMIT);

    private final ExamScene scene = new ExamScene();

    @ParameterizedTest
    @ValueSource(strings = {"mdu", "hig", "cth"})
    void byWhatNobodyConfirmedNobodyIsRefused(String who) {
        scene.change(who, one -> ExamScene.with(one, Fee.DUE));
        for (Shown shown : shown()) {
            for (int minute = -30; minute <= 240; minute += 3) {
                scene.at = ExamScene.local("08:30").plus(Duration.ofMinutes(minute));
                ExamDecision decision = scene.shows(shown).comes(who);
                assertThat(REFUSING)
                        .as("%s at %d", shown, minute)
                        .doesNotContain(decision.reason());
            }
        }
        scene.change(who, one -> ExamScene.with(one, Status.CANCELLED, null));
        assertThat(REFUSING).doesNotContain(scene.comes(who).reason());
    }

    @ParameterizedTest
    @MethodSource("shown")
    void aDoorIsUnlockedOnlyForAReasonThatLetsInAndARefusalHasATask(Shown shown) {
        for (boolean confirmed : new boolean[] {false, true}) {
            scene.rules = confirmed ? ExamScene.confirmed(ExamScene.EXAMPLES) : ExamScene.EXAMPLES;
            for (Candidate candidate : candidates()) {
                for (int minute = -40; minute <= 260; minute += 20) {
                    scene.at = ExamScene.local("08:30").plus(Duration.ofMinutes(minute));
                    for (String who : List.of("lth", "mdu", "su", "hig", "cth")) {
                        scene.candidates.put(who, candidate);
                        check(scene.shows(shown).comes(who));
                    }
                }
            }
        }
    }

    private static void check(ExamDecision decision) {
        assertThat(decision.unlock() != null).isEqualTo(decision.reason().isLetIn());
        assertThat(decision.also()).doesNotContain(decision.reason());
        assertThat(decision.rules()).isNotEmpty();
        assertThat(decision.lateMinutes()).isNotNegative();
        assertThat(decision.toString()).doesNotContain("TDA100");
        boolean held = decision.rules().stream().anyMatch(rule -> rule.startsWith("unconfirmed."));
        if (held) {
            assertThat(decision.reason()).isEqualTo(ExamReason.INVIGILATOR_DECIDES);
        }
    }

    static List<Shown> shown() {
        List<Shown> shown = new ArrayList<>(List.of(new Shown.Later(), new Shown.NoDocument()));
        for (DocumentType type : DocumentType.values()) {
            shown.add(new Shown.Document(type, null, DocumentReading.NOT_READ, null));
        }
        for (DocumentReading reading : DocumentReading.values()) {
            for (IdentityMatch match : IdentityMatch.values()) {
                shown.add(new Shown.Document(DocumentType.SWEDISH_PASSPORT, true, reading, match));
                shown.add(new Shown.Document(DocumentType.SWEDISH_PASSPORT, false, reading, match));
            }
        }
        return shown;
    }

    private static List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            candidates.add(new Candidate(stage, null, false, false));
            candidates.add(new Candidate(stage, null, true, true));
            candidates.add(
                    new Candidate(stage, new Errand(ErrandKind.FETCH_ID, null), false, false));
            candidates.add(
                    new Candidate(
                            stage,
                            new Errand(ErrandKind.FETCH_ID, ExamScene.local("09:00")),
                            false,
                            false));
        }
        return candidates;
    }
}
