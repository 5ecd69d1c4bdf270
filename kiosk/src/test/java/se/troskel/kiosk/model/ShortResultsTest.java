package se.troskel.kiosk.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.Room;
import se.troskel.kiosk.flow.Outcome;
import se.troskel.kiosk.sample.Samples;
import se.troskel.kiosk.text.Language;
import se.troskel.kiosk.text.Place;
import se.troskel.kiosk.text.Sentence;
import se.troskel.kiosk.text.Sentences;
import se.troskel.kiosk.text.Texts;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.ExamDetails;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.AnswerDetails;
import se.troskel.protocol.kiosk.ExamAnswer;

/// A result with its way can be read by somebody who walks past: at most twenty words (UX K2).
/// Counts whatever can send people to each room of the example centres, in every language.
class ShortResultsTest {
    private static final int RESULT = 20;

    static Stream<CentreConfig> centres() {
        return Stream.of("katrineholm", "trosa")
                .map(name -> new CentreLoader().require(Path.of("../config/centres/" + name)));
    }

    @ParameterizedTest
    @MethodSource("centres")
    void aResultWithItsWayIsShort(CentreConfig centre) {
        Ways ways = Ways.of(centre, "kiosk1");
        for (Room room : centre.rooms()) {
            for (Answer answer : sentTo(room)) {
                for (Language language : Language.values()) {
                    var outcome = new Outcome.Answered(answer);
                    Sentence says = Sentences.of(outcome, Texts.of(language), place());
                    String way =
                            ways.of(outcome)
                                    .map(Way::directions)
                                    .map(lines -> lines.get(language.tag()))
                                    .orElse("");
                    assertThat(says.words() + Sentence.words(way))
                            .as("%s %s: %s %s", language, room.id(), says, way)
                            .isLessThanOrEqualTo(RESULT);
                }
            }
        }
    }

    private static List<Answer> sentTo(Room room) {
        List<Answer> answers = new ArrayList<>();
        for (CheckInReason reason : CheckInReason.values()) {
            if (reason.isGranted()) {
                answers.add(sentTo(room, reason, NextStep.GO_TO_ROOM, null));
                answers.add(sentTo(room, reason, NextStep.GO_TO_ROOM, "Norra dörren"));
            }
        }
        for (ExamReason reason : ExamReason.values()) {
            ExamDetails details =
                    new ExamDetails(
                            room.id(),
                            room.name(),
                            "16",
                            Samples.NOW,
                            "Mälardalens universitet",
                            "021-00 00 00",
                            Map.of("sv", "Campus Nyköping"),
                            List.of());
            answers.add(
                    sentTo(room, CheckInReason.EXAM, NextStep.GO_TO_ROOM, null)
                            .withExam(new ExamAnswer(reason, details, null)));
        }
        answers.add(sentTo(room, CheckInReason.FULL, NextStep.GO_TO_OTHER_ROOM, null));
        return answers;
    }

    private static Answer sentTo(
            Room room, CheckInReason reason, NextStep next, @Nullable String door) {
        var details =
                new AnswerDetails(
                        room.id(),
                        room.name(),
                        room.id(),
                        room.name(),
                        Samples.NOW,
                        Samples.NOW.plusSeconds(3_600),
                        20,
                        2,
                        null,
                        door);
        return new Answer(new UUID(1, 2), reason, true, next, OpeningMode.STAFFED, details, null);
    }

    private static Place place() {
        return Place.of(Samples.view(), Samples.NOW, Samples.ZONE, Samples.PHONE);
    }
}
