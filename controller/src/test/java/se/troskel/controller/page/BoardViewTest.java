package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Goal: what the region will never get is an alarm in words. Method: the board of a fake centre
/// before and after events were given up.
class BoardViewTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");

    private final FakeDesk desk = new FakeDesk(InstantSource.fixed(NOW));

    @ParameterizedTest
    @CsvSource({
        "SV, Regionen, 12 händelser når aldrig regionen",
        "EN, The region, 12 events will never reach the region"
    })
    void whatWasGivenUpIsAnAlarm(Language language, String name, String words) {
        Texts texts = Texts.of(language);
        int before = BoardView.of(desk.board(), texts, NOW).troubles().size();

        desk.giveUp(12);

        assertThat(BoardView.of(desk.board(), texts, NOW).troubles())
                .hasSize(before + 1)
                .anySatisfy(trouble -> {
                    assertThat(trouble.name()).isEqualTo(name);
                    assertThat(trouble.sign().word()).startsWith(words);
                    assertThat(trouble.sign().tone()).isEqualTo("act");
                });
    }
}
