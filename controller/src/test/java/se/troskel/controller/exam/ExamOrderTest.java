package se.troskel.controller.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.troskel.config.ExamRules;
import se.troskel.controller.exam.Candidate.Errand;
import se.troskel.controller.exam.Candidate.Stage;
import se.troskel.controller.register.Registration.Fee;
import se.troskel.controller.register.Registration.Status;
import se.troskel.controller.register.Sitting.ListState;
import se.troskel.protocol.decision.DocumentReading;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.IdentityMatch;
import se.troskel.protocol.exam.ErrandKind;

/// Goal: where several things stand against somebody the first of the documented order decides, no
/// door is unlocked but with a reason that lets in, and nobody is refused by a rule that nobody has
/// confirmed. Method: troubles are put on top of each other; all kinds of documents, stages,
/// errands and hours are combined.
class ExamOrderTest {
    private final ExamScene scene = new ExamScene();

    /// Each trouble is put on top of all the later ones, and then it decides.
    @Test
    void theFirstOfTheDocumentedOrderDecides() {
        scene.rules = Houses.withFee(ExamRules.Fee.BLOCK, true);
        scene.at("08:42").shows(DocumentReading.CHIP_UNTRUSTED, IdentityMatch.NONE);
        List<String> seen = new ArrayList<>();
        seen.add(reason());
        scene.counted.put(ExamScene.ROOM, ExamScene.MAX_PERSONS);
        seen.add(reason());
        scene.shows(DocumentType.STUDENT_CARD);
        seen.add(reason());
        scene.change("lth", one -> ExamScene.with(one, Fee.DUE));
        seen.add(reason());
        scene.at("09:10");
        seen.add(reason());
        scene.clockTrusted = false;
        seen.add(reason());
        scene.candidates.put("lth", new Candidate(Stage.ADMITTED, null, true, false));
        seen.add(reason());
        scene.change("lth", one -> ExamScene.with(one, Status.REGISTERED, "NYK"));
        seen.add(reason());
        scene.list("lth", ListState.WITHDRAWN);
        seen.add(reason());
        scene.evacuate = true;
        seen.add(reason());
        assertThat(seen)
                .containsExactly(
                        "LATE_WAIT",
                        "ROOM_FULL",
                        "DOC_TYPE_NOT_ACCEPTED",
                        "PAYMENT_DUE",
                        "TOO_LATE",
                        "INVIGILATOR_DECIDES",
                        "DUPLICATE",
                        "WRONG_SITE",
                        "OFFLINE_UNKNOWN",
                        "EVACUATE");
    }

    @Test
    void aKindThatIsNotTakenComesBeforeItsDate() {
        scene.shows(
                new Shown.Document(
                        DocumentType.STUDENT_CARD, true, DocumentReading.NOT_READ, null));
        assertThat(reason()).isEqualTo("DOC_TYPE_NOT_ACCEPTED");
        scene.shows(
                new Shown.Document(
                        DocumentType.SWEDISH_PASSPORT,
                        true,
                        DocumentReading.CHIP_UNTRUSTED,
                        IdentityMatch.NONE));
        assertThat(reason()).isEqualTo("DOC_EXPIRED");
    }

    @Test
    void anHourThatCannotBeBelievedRefusesNobodyAndPromisesNone() {
        scene.clockTrusted = false;
        for (String time : List.of("07:00", "08:10", "08:42", "09:00", "11:00")) {
            ExamDecision decision = scene.at(time).comes("lth");
            assertThat(decision.reason()).isEqualTo(ExamReason.INVIGILATOR_DECIDES);
            assertThat(decision.details().time()).isNull();
            assertThat(decision.alert()).isTrue();
        }
        assertThat(scene.comes().reason()).isEqualTo(ExamReason.INVIGILATOR_DECIDES);
        scene.candidates.put("lth", out(scene.at.plusSeconds(60)));
        assertThat(scene.comes("lth").reason()).isEqualTo(ExamReason.INVIGILATOR_DECIDES);
        scene.candidates.put(
                "lth",
                new Candidate(Stage.ADMITTED, new Errand(ErrandKind.COAT, null), true, false));
        assertThat(scene.comes("lth").reason())
                .as("a right that no hour ends")
                .isEqualTo(ExamReason.BACK_IN);
    }

    private static Candidate out(Instant until) {
        return new Candidate(Stage.ADMITTED, new Errand(ErrandKind.FETCH_ID, until), true, false);
    }

    private String reason() {
        return scene.comes("lth").reason().name();
    }
}
