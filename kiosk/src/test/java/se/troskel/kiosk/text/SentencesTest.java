package se.troskel.kiosk.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.troskel.kiosk.flow.Notice;
import se.troskel.kiosk.flow.Outcome;
import se.troskel.kiosk.sample.Samples;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.AnswerDetails;
import se.troskel.protocol.kiosk.KioskView;

/// Every answer gets a sentence that can be read and done, in every language. Goes through all
/// reasons, steps, modes and missing values rather than through examples.
class SentencesTest {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?]) ");
    private static final Set<String> JARGON =
            Set.of(
                    "ogiltig",
                    "otillåten",
                    "nekad",
                    "misslyckades",
                    "felaktig",
                    "vänligen",
                    "tyvärr",
                    "ursäkta",
                    "systemfel",
                    "autentisering",
                    "forbidden",
                    "invalid",
                    "sorry",
                    "please",
                    "you forgot",
                    "authentication",
                    "denied",
                    "illegal");

    @Test
    void languagesHaveTheSameKeysAndValues() {
        Texts swedish = Texts.of(Language.SV);
        for (Language language : Language.values()) {
            Texts texts = Texts.of(language);
            assertThat(texts.keys()).isEqualTo(swedish.keys());
            for (String key : texts.keys()) {
                assertThat(new TreeSet<>(new Template(texts.raw(key)).names()))
                        .as(language + " " + key)
                        .isEqualTo(new TreeSet<>(new Template(swedish.raw(key)).names()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextIsJargonOrBlames(Language language) {
        Texts texts = Texts.of(language);
        for (String key : texts.keys()) {
            String text = texts.raw(key).toLowerCase(Locale.ROOT);
            assertThat(JARGON).as(key + " = " + text).noneMatch(text::contains);
        }
    }

    /// UX K2; a value counts as one word.
    @ParameterizedTest
    @EnumSource(Language.class)
    void noSentenceOfAnyTextHasMoreThanTwelveWords(Language language) {
        Texts texts = Texts.of(language);
        for (String key : texts.keys()) {
            for (String sentence : SENTENCE_END.splitAsStream(texts.raw(key)).toList()) {
                assertThat(Sentence.words(sentence.replaceAll("\\{[^}]*}", "x")))
                        .as("%s = %s", key, sentence)
                        .isLessThanOrEqualTo(12);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theIdleCallHasAtMostEightWords(Language language) {
        Texts texts = Texts.of(language);
        assertThat(texts.keys().stream().filter(key -> key.startsWith("idle.call.")))
                .isNotEmpty()
                .allSatisfy(
                        key -> assertThat(Sentence.words(texts.raw(key))).isLessThanOrEqualTo(8));
    }

    @Test
    void theOtherDoorIsNamedWhereTheUsualOneDoesNotOpen() {
        Answer in = answer(CheckInReason.CHECKED_IN, NextStep.GO_IN, null, Samples.OTHER_DOOR);
        Answer to =
                answer(CheckInReason.ROOM_GRANTED, NextStep.GO_TO_ROOM, null, Samples.OTHER_DOOR);
        assertThat(action(in, Language.SV))
                .isEqualTo("Använd Tentasal 2 norra. Den är olåst i 5\u00a0sekunder.");
        assertThat(action(to, Language.EN))
                .isEqualTo("Use Tentasal 2 norra, unlocked for 5\u00a0seconds.");
    }

    @Test
    void theFirstOfTwoIsToldToLetTheOtherOneShow() {
        Answer first =
                answer(
                        CheckInReason.SECOND_PERSON_NEEDED,
                        NextStep.SHOW_AGAIN,
                        null,
                        AnswerDetails.NONE);
        assertThat(action(first, Language.SV))
                .isEqualTo("Nu visar den andra sitt kort, inom en minut.");
    }

    private static String action(Answer answer, Language language) {
        return Sentences.of(
                        new Outcome.Answered(answer),
                        Texts.of(language),
                        place(null, Samples.PHONE))
                .action();
    }

    static Stream<Answer> answers() {
        List<Answer> answers = new ArrayList<>();
        for (CheckInReason reason : CheckInReason.values()) {
            for (NextStep next : NextStep.values()) {
                for (OpeningMode mode : OpeningMode.values()) {
                    answers.add(answer(reason, next, mode, Samples.DETAILS));
                    answers.add(answer(reason, next, mode, AnswerDetails.NONE));
                }
                answers.add(answer(reason, next, null, AnswerDetails.NONE));
                answers.add(answer(reason, next, null, Samples.OTHER_DOOR));
            }
        }
        return answers.stream();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyAnswerIsShortWholeAndNotACode(Answer answer) {
        for (Language language : Language.values()) {
            for (Place place :
                    List.of(place(answer.mode(), Samples.PHONE), place(answer.mode(), null))) {
                Sentence sentence =
                        Sentences.of(new Outcome.Answered(answer), Texts.of(language), place);
                String what = answer.reason() + " " + answer.next() + " " + sentence;
                assertThat(sentence.band()).as(what).isNotBlank();
                assertThat(sentence.headline()).as(what).isNotBlank();
                assertThat(sentence.action()).as(what).isNotBlank();
                assertThat(Sentence.words(sentence.headline())).as(what).isLessThanOrEqualTo(12);
                assertThat(Sentence.words(sentence.action())).as(what).isLessThanOrEqualTo(12);
                assertThat(sentence.words()).as(what).isLessThanOrEqualTo(20);
                assertThat(sentence.headline() + sentence.action())
                        .as(what)
                        .doesNotContain("{", "}", "_", answer.reason().name() + " ");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyActionCanBeDoneThereAndThen(Answer answer) {
        for (Language language : Language.values()) {
            String noPhone =
                    Sentences.of(
                                    new Outcome.Answered(answer),
                                    Texts.of(language),
                                    place(answer.mode(), null))
                            .action();
            assertThat(noPhone).as("no phone here").doesNotContain("Ring ", "Call ");
            if (answer.mode() != OpeningMode.STAFFED
                    && (answer.next() == NextStep.ASK_AT_DESK
                            || answer.next() == NextStep.CONTINUE_AT_DESK)) {
                assertThat(noPhone)
                        .as("nobody is at the desk")
                        .doesNotStartWith("Fråga")
                        .doesNotStartWith("Ask")
                        .doesNotContain("receptionen nu", "desk now");
            }
        }
    }

    @Test
    void blockedIsUnknownWordForWord() {
        for (Language language : Language.values()) {
            for (NextStep next : NextStep.values()) {
                assertThat(sentence(CheckInReason.BLOCKED, next, language))
                        .isEqualTo(sentence(CheckInReason.UNKNOWN, next, language));
            }
        }
    }

    @Test
    void everyReasonSaysWhetherItWasRecorded() {
        for (CheckInReason reason : CheckInReason.values()) {
            String band = sentence(reason, NextStep.CALL, Language.EN).band();
            assertThat(band.equals("Done")).as(reason + " " + band).isEqualTo(reason.isGranted());
        }
    }

    @Test
    void everyNoticeHasASentence() {
        for (Notice notice : Notice.values()) {
            for (Language language : Language.values()) {
                Sentence sentence =
                        Sentences.of(
                                new Outcome.Told(notice),
                                Texts.of(language),
                                place(OpeningMode.UNSTAFFED, null));
                assertThat(sentence.words()).isBetween(3, 20);
            }
        }
    }

    @Test
    void anotherCentreIsNamedInTheLanguageOfTheScreenAndNeverByItsCode() {
        assertThat(sentence(CheckInReason.WRONG_SITE, NextStep.ASK_AT_DESK, Language.SV).headline())
                .isEqualTo("Din biljett gäller Campus Nyköping.");
        assertThat(sentence(CheckInReason.WRONG_SITE, NextStep.ASK_AT_DESK, Language.EN).headline())
                .isEqualTo("Your ticket is for Nyköping Campus.");
        Answer nameless =
                answer(
                        CheckInReason.WRONG_SITE,
                        NextStep.ASK_AT_DESK,
                        OpeningMode.STAFFED,
                        AnswerDetails.NONE);
        assertThat(
                        Sentences.of(
                                        new Outcome.Answered(nameless),
                                        Texts.of(Language.SV),
                                        place(OpeningMode.STAFFED, null))
                                .headline())
                .isEqualTo("Din biljett gäller ett annat lärcentrum.");
    }

    @Test
    void aHolidayIsNamedWhereTheCentreIsClosedForIt() {
        KioskView view = Samples.closedDay();
        Place place = Place.of(view, Samples.NOW, Samples.ZONE, Samples.PHONE);
        Texts swedish = Texts.of(Language.SV);
        Texts english = Texts.of(Language.EN);
        var closed =
                new Outcome.Answered(
                        answer(
                                CheckInReason.CLOSED,
                                NextStep.COME_BACK,
                                OpeningMode.CLOSED,
                                Samples.DETAILS));
        assertThat(Sentences.of(closed, swedish, place).headline())
                .isEqualTo("Stängt i dag: Kristi himmelsfärdsdag.");
        assertThat(Sentences.of(closed, english, place).headline())
                .isEqualTo("Closed today: Ascension Day.");
        assertThat(Sentences.of(closed, swedish, place(OpeningMode.CLOSED, null)).headline())
                .isEqualTo("Vi har stängt i dag.");
    }

    @Test
    void daysAndTimesAreSaidAsPeopleDo() {
        Place place = place(OpeningMode.CLOSED, null);
        Texts swedish = Texts.of(Language.SV);
        assertThat(Times.clock(Samples.NOW, swedish, place)).isEqualTo("09.14");
        assertThat(Times.clock(Samples.NOW, Texts.of(Language.EN), place)).isEqualTo("09:14");
        assertThat(Times.day(Samples.NOW, swedish, place)).isEqualTo("i dag");
        assertThat(day(1, swedish)).isEqualTo("i morgon");
        assertThat(day(3, swedish)).isEqualTo("på fredag");
        assertThat(day(3, Texts.of(Language.EN))).isEqualTo("on Friday");
        assertThat(day(7, swedish)).isEqualTo("den 1 december");
    }

    private static String day(int days, Texts texts) {
        return Times.day(
                Samples.NOW.plus(java.time.Duration.ofDays(days)),
                texts,
                place(OpeningMode.CLOSED, null));
    }

    private static Sentence sentence(CheckInReason reason, NextStep next, Language language) {
        return Sentences.of(
                new Outcome.Answered(Samples.answer(reason, next)),
                Texts.of(language),
                place(OpeningMode.STAFFED, Samples.PHONE));
    }

    private static Answer answer(
            CheckInReason reason,
            NextStep next,
            @Nullable OpeningMode mode,
            AnswerDetails details) {
        return new Answer(new UUID(1, 2), reason, true, next, mode, details, null);
    }

    private static Place place(@Nullable OpeningMode mode, @Nullable String phone) {
        KioskView.Period desk =
                new KioskView.Period(
                        Samples.NOW, Samples.NOW.plusSeconds(3600), OpeningMode.STAFFED);
        return new Place(Samples.NOW, Samples.ZONE, mode, phone, desk, null);
    }
}
