package se.troskel.hardware.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines are cut at their ends and at silence, and what is no text is refused whole. Each row is
/// what arrives (`<` CR, `>` LF, `_` 100 ms of silence, `-` 99 ms, `~` a control character, `^` a
/// broken UTF-8 byte), the lines heard and the number refused, for lines of at most 8.
class LineFramerTest {
    private final LineFramer framer = new LineFramer(8);
    private final List<String> heard = new ArrayList<>();
    private long nanos = Long.MAX_VALUE - LineFramer.GAP_NANOS;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '',              '',          0
                    ABC<,            'ABC',       0
                    ABC>,            'ABC',       0
                    ABC<>,           'ABC',       0
                    ABC><,           'ABC',       0
                    <>>><,           '',          0
                    ABC<>DEF<>,      'ABC DEF',   0
                    ABC<>_DEF<>,     'ABC DEF',   0
                    ABC,             '',          0
                    ABC-,            '',          0
                    ABC_,            'ABC',       0
                    ABC_<,           'ABC',       0
                    ABC_DEF<,        'ABC DEF',   0
                    ABC-DEF<,        'ABCDEF',    0
                    A-B-C-<,         'ABC',       0
                    12345678<,       '12345678',  0
                    123456789<,      '',          1
                    123456789_AB<,   'AB',        1
                    AB~C<DE<,        'DE',        1
                    ~<,              '',          1
                    A^<B<,           'B',         1
                    ^_,              '',          1
                    """)
    void whatArrivesIsHeardAs(String arriving, String lines, long refused) {
        for (int i = 0; i < arriving.length(); i++) {
            char c = arriving.charAt(i);
            switch (c) {
                case '<' -> take('\r');
                case '>' -> take('\n');
                case '~' -> take(0x1b);
                case '^' -> take(0xc3);
                case '_' -> silence(LineFramer.GAP_NANOS);
                case '-' -> silence(LineFramer.GAP_NANOS - 1);
                default -> take(c);
            }
        }
        assertThat(String.join(" ", heard)).isEqualTo(lines);
        assertThat(framer.refused()).isEqualTo(refused);
    }

    @Test
    void silenceIsNoticedByTheNextByteTooThoughNobodyPolled() {
        take('A');
        nanos += LineFramer.GAP_NANOS;
        take('B');
        take('\r');
        assertThat(heard).containsExactly("A", "B");
    }

    @Test
    void anEndlessLineTakesNoMoreMemoryAndTheNextIsHeard() {
        for (int i = 0; i < 1_000_000; i++) {
            take('x');
        }
        take('\r');
        take('A');
        take('\r');
        assertThat(heard).containsExactly("A");
        assertThat(framer.refused()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Åäö", "日本", "A B"})
    void textBeyondAsciiIsHeard(String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            take(b);
        }
        take('\r');
        assertThat(heard).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 513})
    void aLengthThatNoLineHasIsRefused(int length) {
        assertThatThrownBy(() -> new LineFramer(length))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void take(int b) {
        framer.accept((byte) b, nanos).ifPresent(heard::add);
    }

    private void silence(long length) {
        nanos += length;
        framer.poll(nanos).ifPresent(heard::add);
    }
}
