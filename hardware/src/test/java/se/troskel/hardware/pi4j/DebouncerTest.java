package se.troskel.hardware.pi4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.hardware.InputLine.Level;

/// A level counts after it stood still, and chatter is a fault. Each row is a script of edges
/// (`A12` = active at 12 ms, `R` = rest, `?` = line gone, `.40` = time passes to 40 ms) for a line
/// that settles in 20 ms and may have 4 edges a second, and the level at its end.
class DebouncerTest {
    private final Debouncer debouncer = new Debouncer(new Debounce(Duration.ofMillis(20), 4));

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '',                                        UNKNOWN
                    .1000,                                     UNKNOWN
                    R0,                                        REST
                    A0,                                        ACTIVE
                    R0 A5 .24,                                 REST
                    R0 A5 .25,                                 ACTIVE
                    R0 A5 R6 .60,                              REST
                    R0 A5 R6 A7 .26,                           REST
                    R0 A5 R6 A7 .27,                           ACTIVE
                    R0 A5 .30 R40 .59,                         ACTIVE
                    R0 A5 .30 R40 .60,                         REST
                    R0 A10 R20 A30 R40 .60,                    REST
                    R0 A10 R20 A30 R40 A50,                    FAULT
                    R0 A10 R20 A30 R40 A50 .1049,              FAULT
                    R0 A10 R20 A30 R40 A50 .1050,              ACTIVE
                    R0 A10 R20 A30 R40 A50 R900 .1050,         FAULT
                    R0 A10 R20 A30 R40 A50 R900 .1900,         REST
                    R0 A10 R20 A30 R40 A1009,                  FAULT
                    R0 A10 R20 A30 R40 A1010 .1030,            ACTIVE
                    R0 A10 A11 A12 A13 A14,                    FAULT
                    R0 A10 .30 ?40,                            UNKNOWN
                    R0 A10 ?15 .60,                            UNKNOWN
                    R0 A10 ?15 R60,                            REST
                    R0 A10 R20 A30 R40 A50 ?60 A70,            ACTIVE
                    """)
    void theScriptEndsAt(String script, Level level) {
        for (String step : script.isEmpty() ? new String[0] : script.split(" ", -1)) {
            long nanos = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(step.substring(1)));
            switch (step.charAt(0)) {
                case 'A' -> debouncer.edge(Level.ACTIVE, nanos);
                case 'R' -> debouncer.edge(Level.REST, nanos);
                case '?' -> debouncer.edge(Level.UNKNOWN, nanos);
                default -> debouncer.poll(nanos);
            }
        }
        assertThat(debouncer.level()).isEqualTo(level);
    }

    @Test
    void settlingSaysWhenToLookAgain() {
        debouncer.edge(Level.REST, 0);
        assertThat(debouncer.settling()).isFalse();
        debouncer.edge(Level.ACTIVE, 7);
        assertThat(debouncer.settling()).isTrue();
        assertThat(debouncer.dueNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(20) + 7);
        debouncer.poll(debouncer.dueNanos());
        assertThat(debouncer.settling()).isFalse();
    }
}
