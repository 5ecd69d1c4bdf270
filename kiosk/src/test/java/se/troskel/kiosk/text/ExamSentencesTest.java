package se.troskel.kiosk.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.kiosk.sample.Samples;
import se.troskel.protocol.decision.ExamDetails;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.kiosk.KioskView;

/// Every answer at an exam gets a sentence that can be read and done, in every language. Goes
/// through all reasons with all values, and with none.
class ExamSentencesTest {
    private static final ExamDetails ALL =
            new ExamDetails(
                    "exam-2",
                    "Tentasal 2",
                    "16",
                    Samples.NOW,
                    "Lunds Tekniska Högskola",
                    "046-000 00 00",
                    Map.of("sv", "Campus Nyköping", "en", "Nyköping Campus"),
                    List.of(new ExamDetails.Choice("a", "TDA100", Samples.NOW)));

    @ParameterizedTest
    @EnumSource(ExamReason.class)
    void everyAnswerIsShortWholeAndNotACode(ExamReason reason) {
        for (Language language : Language.values()) {
            for (ExamDetails details : List.of(ALL, ExamDetails.NONE)) {
                for (@Nullable OpeningMode mode : modes()) {
                    Sentence sentence =
                            ExamSentences.of(reason, details, Texts.of(language), place(mode));
                    String what = reason + " " + sentence;
                    assertThat(sentence.band()).as(what).isNotBlank();
                    assertThat(sentence.headline()).as(what).isNotBlank();
                    assertThat(sentence.action()).as(what).isNotBlank();
                    assertThat(Sentence.words(sentence.headline())).as(what).isBetween(1, 12);
                    assertThat(Sentence.words(sentence.action())).as(what).isBetween(1, 12);
                    assertThat(sentence.words()).as(what).isLessThanOrEqualTo(20);
                    assertThat(sentence.headline() + sentence.action())
                            .as(what)
                            .doesNotContain("{", "}", "_", "TDA100", reason.name() + " ");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PRE_OK, Klart. Gå till Tentasal 2., Visa legitimationen för tentavakten.",
        "ADMITTED, Din plats är 16., Gå in nu. Dörren är olåst.",
        "TOO_EARLY, Du är tidig. Insläppet börjar kl.\u00a009.14., Kom hit igen kl.\u00a009.14.",
        "WRONG_SITE, Din anmälan gäller Campus Nyköping., Prata med tentavakten om du behöver skriva här.",
        "TOO_LATE, Insläppet till tentan stängde kl.\u00a009.14., Ring lärosätet: 046-000\u00a000\u00a000."
    })
    void theValuesStandInTheSentence(ExamReason reason, String headline, String action) {
        Sentence sentence =
                ExamSentences.of(reason, ALL, Texts.of(Language.SV), place(OpeningMode.STAFFED));
        assertThat(sentence.headline()).isEqualTo(headline);
        assertThat(sentence.action()).isEqualTo(action);
    }

    @Test
    void nobodyPaysAtADeskThatIsNotStaffed() {
        Texts texts = Texts.of(Language.SV);
        assertThat(ExamSentences.of(ExamReason.PAYMENT_DUE, ALL, texts, place(null)).action())
                .doesNotContain("Betala i receptionen");
        assertThat(
                        ExamSentences.of(
                                        ExamReason.PAYMENT_DUE,
                                        ALL,
                                        texts,
                                        place(OpeningMode.STAFFED))
                                .action())
                .isEqualTo("Betala i receptionen.");
    }

    @Test
    void nobodyChoosesFromNothing() {
        assertThat(
                        ExamSentences.of(
                                        ExamReason.AMBIGUOUS,
                                        ExamDetails.NONE,
                                        Texts.of(Language.EN),
                                        place(null))
                                .action())
                .isEqualTo("Talk to the invigilator.");
    }

    private static List<@Nullable OpeningMode> modes() {
        List<@Nullable OpeningMode> modes = new ArrayList<>(List.of(OpeningMode.values()));
        modes.add(null);
        return modes;
    }

    private static Place place(@Nullable OpeningMode mode) {
        KioskView.Period desk =
                new KioskView.Period(
                        Samples.NOW, Samples.NOW.plusSeconds(3600), OpeningMode.STAFFED);
        return new Place(
                Samples.NOW, ZoneId.of("Europe/Stockholm"), mode, Samples.PHONE, desk, null);
    }
}
