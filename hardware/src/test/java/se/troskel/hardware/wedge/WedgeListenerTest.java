package se.troskel.hardware.wedge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A scanner's keys become a scan and a person's do not. Each row is what is typed: characters 5 ms
/// apart, `<` Enter, and `{n}` n further milliseconds; then the scans and the number refused.
class WedgeListenerTest {
    private final List<String> scans = new ArrayList<>();
    private long nanos = Long.MAX_VALUE - 1_000_000;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '',                                         '',                 0
                    <,                                          '',                 0
                    0013748911<,                                '0013748911',       0
                    0013748911{500},                            '0013748911',       0
                    0013748911{500}<,                           '0013748911',       0
                    0013748911{100}<,                           '0013748911',       0
                    0013748911{500}0013748912{500},             '0013748911 0013748912', 0
                    0013748911<0013748912<,                     '0013748911 0013748912', 0
                    0013{55}748911<,                            '0013748911',       0
                    0013{56}748911<,                            '',                 1
                    0013{144}748911<,                           '',                 1
                    0013{145}748911<,                           '0013 748911',      0
                    1{90}2{90}3{90}4{90}5<,                     '',                 1
                    1{200}2{200}3{200}4{200}5<,                 '',                 5
                    12<,                                        '',                 1
                    1{200}0013748911<,                          '0013748911',       1
                    1{90}2{90}3{200}0013748911<,                '0013748911',       1
                    """)
    void keysBecome(String typed, String expected, long refused) {
        WedgeListener listener = new WedgeListener(WedgeSettings.USUAL);
        type(listener, typed);
        assertThat(String.join(" ", scans)).isEqualTo(expected);
        assertThat(listener.refused()).isEqualTo(refused);
    }

    @Test
    void silenceIsNoticedByTheNextKeyTooThoughNobodyPolled() {
        WedgeListener listener = new WedgeListener(WedgeSettings.USUAL);
        type(listener, "0013748911");
        nanos += Duration.ofSeconds(1).toNanos();
        type(listener, "0013748912<");
        assertThat(scans).containsExactly("0013748911", "0013748912");
    }

    @Test
    void carriageReturnAndLineFeedAreEnter() {
        WedgeListener listener = new WedgeListener(WedgeSettings.USUAL);
        type(listener, "0013748911\r\n0013748912\n");
        assertThat(scans).containsExactly("0013748911", "0013748912");
    }

    @ParameterizedTest
    @CsvSource({"0, '0013\u0007748911'", "512, x", "513, ''"})
    void controlCharactersAndEndlessScansAreRefused(int length, String text) {
        WedgeListener listener = new WedgeListener(WedgeSettings.USUAL);
        type(listener, (length == 0 ? text : "x".repeat(length)) + "<0013748911<");
        assertThat(scans).hasSize(length == 512 ? 2 : 1).last().isEqualTo("0013748911");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ~,  '',  ~0013748911<,     0013748911
                    '', '#', 0013748911#<,     0013748911
                    ~,  '#', ~0013748911#<,    0013748911
                    ~,  '#', 0013748911<,      0013748911
                    AB, AB,  ABAB12AB<,        AB12
                    """)
    void whatTheScannerAddsIsTakenOff(String prefix, String suffix, String typed, String scan) {
        type(new WedgeListener(WedgeSettings.USUAL.withFrame(prefix, suffix)), typed);
        assertThat(scans).containsExactly(scan);
    }

    @Test
    void nothingButPrefixAndSuffixIsNoScan() {
        WedgeListener listener = new WedgeListener(WedgeSettings.USUAL.withFrame("AB", "CD"));
        type(listener, "ABCD<");
        assertThat(scans).isEmpty();
        assertThat(listener.refused()).isEqualTo(1);
    }

    /// What a scanner set to a US keyboard types on each layout for `0123456789` and for
    /// `TR1.KAT:az-QM/7+`.
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    US,      0123456789,  0123456789
                    US,      à&é"'(§è!ç,  à&é"'(§è!ç
                    SWEDISH, 0123456789,  0123456789
                    SWEDISH, TR1.KATÖaz+QM-7, TR1.KAT:az-QM/7
                    FRENCH,  à&é"'(-è_ç,  0123456789
                    FRENCH,  TR&:KQTMqw)A?!è+, TR1.KAT:az-QM/7+
                    BELGIAN, à&é"'(§è!ç,  0123456789
                    BELGIAN, TR&:KQTMqw)A?=è_, TR1.KAT:az-QM/7+
                    """)
    void theConfiguredLayoutIsCorrected(KeyboardLayout layout, String typed, String meant) {
        WedgeListener listener = new WedgeListener(WedgeSettings.USUAL.withLayout(layout));
        type(listener, typed + "\n");
        assertThat(scans).containsExactly(meant);
    }

    @ParameterizedTest
    @CsvSource({"0, 150, 4", "-1, 150, 4", "60, 60, 4", "60, 150, 1"})
    void settingsThatCannotTellScannerFromPersonAreRefused(
            long interKeyMillis, long idleMillis, int minLength) {
        assertThatThrownBy(() ->
                        new WedgeSettings(
                                Duration.ofMillis(interKeyMillis),
                                Duration.ofMillis(idleMillis),
                                minLength,
                                "",
                                "",
                                KeyboardLayout.US))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void type(WedgeListener listener, String typed) {
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '{') {
                int end = typed.indexOf('}', i);
                long millis = Long.parseLong(typed.substring(i + 1, end));
                nanos += Duration.ofMillis(millis).toNanos();
                listener.poll(nanos).ifPresent(scans::add);
                i = end;
            } else if (c == '<') {
                listener.enter().ifPresent(scans::add);
            } else {
                nanos += Duration.ofMillis(5).toNanos();
                listener.key(c, nanos).ifPresent(scans::add);
            }
        }
    }
}
