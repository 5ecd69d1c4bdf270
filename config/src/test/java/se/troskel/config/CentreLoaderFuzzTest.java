package se.troskel.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.nio.charset.StandardCharsets;
import se.troskel.config.Problem.Severity;
import se.troskel.config.Reading.Refused;
import se.troskel.config.Reading.Usable;

/// Whatever stands in the file, the loader answers and never throws. Any text is read; a refusal
/// must name an error with a place, and what is usable must have none.
class CentreLoaderFuzzTest {
    private static final CentreLoader LOADER = new CentreLoader();

    @FuzzTest
    void answersAnyText(@NotNull String text) {
        check(LOADER.read(text));
    }

    @FuzzTest
    void answersAnyBytes(byte @NotNull [] bytes) {
        check(LOADER.read(bytes));
        check(LOADER.read(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static void check(Reading reading) {
        switch (reading) {
            case Refused(var problems) ->
                    assertThat(problems)
                            .anyMatch(p -> p.severity() == Severity.ERROR)
                            .allMatch(p -> p.line() >= 1 && p.column() >= 1);
            case Usable(_, var problems) ->
                    assertThat(problems).noneMatch(p -> p.severity() == Severity.ERROR);
        }
    }
}
