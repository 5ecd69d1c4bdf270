package se.troskel.controller.commissioning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.controller.commissioning.CommissioningText.Progress;
import se.troskel.controller.commissioning.CommissioningText.UnreadableCommissioningException;

/// Goal: progress and reports come back as they were written, and a damaged file is refused with
/// its place. Method: there and back, a table of damage, and fuzzing.
class CommissioningTextTest {
    private static final Instant AT = Instant.parse("2027-02-09T09:14:00Z");
    static final CommissioningReport.Head HEAD =
            new CommissioningReport.Head(
                    "TRO", "Trosa", "Europe/Stockholm", AT, "Alva Testsson", "0.1.0", "ab12");
    private static final Progress PROGRESS =
            new Progress(
                    new Progress.Head("TRO", "ab12", AT),
                    List.of(
                            new Result(
                                    "entrance-contact.contact",
                                    Outcome.PASSED,
                                    AT,
                                    "Alva Testsson",
                                    "rad\n\"två\"",
                                    List.of(
                                            new Sensed(
                                                    "entrance-contact", Fact.DOOR_CLOSED, AT)))));
    private static final String LINE =
            "{'step':'a.b','outcome':'PASSED','at':'2027-02-09T09:14:00Z','by':'x','remark':'','sensed':[]}";
    private static final String TOP =
            "{'centre':'TRO','config':'ab','began':'2027-02-09T09:14:00Z'}\n";

    @Test
    void progressComesBack() {
        assertThat(CommissioningText.progress(CommissioningText.write(PROGRESS)))
                .isEqualTo(PROGRESS);
    }

    @Test
    void aReportComesBack() {
        CommissioningReport report =
                CommissioningReport.of(
                        Commissioning.resumed(
                                CommissioningSteps.of(Centres.TROSA), PROGRESS.results()),
                        Centres.TROSA,
                        HEAD);
        assertThat(CommissioningText.report(CommissioningText.write(report))).isEqualTo(report);
    }

    @Test
    void aTornEndIsNoticed() {
        byte[] whole = CommissioningText.write(PROGRESS);
        String torn = new String(whole, 0, whole.length - 1, UTF_8);
        assertThatThrownBy(() -> CommissioningText.progress(torn.getBytes(UTF_8)))
                .isInstanceOf(UnreadableCommissioningException.class)
                .hasMessageContaining("its end is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    line 1 | ^^
                    line 1 | {}
                    line 1 | {'centre':'TRO','config':'ab'}
                    line 1 | {'centre':7,'config':'ab','began':'2027-02-09T09:14:00Z'}
                    line 1 | not JSON
                    line 2 | TOP{}
                    line 2 | TOP{'step':'a.b','outcome':'MAYBE','at':'2027-02-09T09:14:00Z','by':'x','remark':'','sensed':[]}
                    line 2 | TOP{'step':'a.b','outcome':'NOT_TRIED','at':'2027-02-09T09:14:00Z','by':'x','remark':'','sensed':[]}
                    line 2 | TOP{'step':'a.b','outcome':'PASSED','at':'yesterday','by':'x','remark':'','sensed':[]}
                    line 2 | TOP{'step':'a.b','outcome':'PASSED','at':'2027-02-09T09:14:00Z','by':'x','remark':'','sensed':[{}]}
                    line 2 | TOP{'step':'a.b','outcome':'PASSED','at':'2027-02-09T09:14:00Z','by':'x','remark':'','sensed':[{'device':'d','fact':'SUNNY','at':'2027-02-09T09:14:00Z'}]}
                    line 3 | TOPLINE+LINE
                    line 3 | TOPLINE+
                    """)
    void damageIsRefusedWithItsPlace(String where, String damage) {
        String text =
                (damage.replace("TOP", TOP).replace("LINE", LINE).replace("+", "\n") + "\n")
                        .replace('\'', '"');
        assertThatThrownBy(() -> CommissioningText.progress(text.getBytes(UTF_8)))
                .isInstanceOf(UnreadableCommissioningException.class)
                .hasMessageStartingWith(where + ":")
                .hasMessageNotContainingAny("yesterday", "SUNNY", "MAYBE");
    }

    @FuzzTest
    void noTextBreaksTheReader(byte[] text) {
        try {
            Progress read = CommissioningText.progress(text);
            assertThat(CommissioningText.progress(CommissioningText.write(read))).isEqualTo(read);
        } catch (UnreadableCommissioningException refused) {
            assertThat(refused).hasMessageStartingWith("line ");
        }
        try {
            CommissioningReport read = CommissioningText.report(text);
            assertThat(CommissioningText.report(CommissioningText.write(read))).isEqualTo(read);
        } catch (UnreadableCommissioningException refused) {
            assertThat(refused).hasMessageStartingWith("line ");
        }
    }
}
