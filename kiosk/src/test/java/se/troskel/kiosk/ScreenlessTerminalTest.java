package se.troskel.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.troskel.kiosk.client.Reply;
import se.troskel.kiosk.sample.Samples;
import se.troskel.kiosk.sound.Sounds;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.Purpose;
import se.troskel.protocol.kiosk.Presentation;
import se.troskel.protocol.kiosk.PurposeChoice;

/// Goal: a terminal without a screen serves people with the words of one that has a screen. Method:
/// it is worked beside one, with a controller of the test's.
class ScreenlessTerminalTest {
    private static final long DEADLINE_NANOS = 20_000_000_000L;

    private final FakeController controller =
            new FakeController(
                    Samples.view(),
                    card ->
                            new Reply.Heard<>(
                                    Samples.answer(CheckInReason.CHECKED_IN, NextStep.SIT_DOWN)));
    private final TerminalSettings settings =
            new TerminalSettings(Samples.site(), Set.of(), 1, false);
    private final ScreenlessTerminal terminal =
            ScreenlessTerminal.start(settings, controller, InstantSource.fixed(Samples.NOW));

    @AfterEach
    void close() {
        terminal.close();
    }

    @Test
    void cardIsAnsweredAndThePurposeAsked() {
        showsSoon(terminal, "Idle", "Visa kort eller QR-kod");
        terminal.present(Medium.CARD, "04A1B2C3");
        showsSoon(terminal, "AskPurpose", "Välkommen! Du är incheckad.");
        assertThat(terminal.press("purpose-" + Purpose.STUDY)).isTrue();
        until(() -> controller.asked.stream().anyMatch(PurposeChoice.class::isInstance));
    }

    @Test
    void whoeverPressedThatTheyLeaveIsPresentedAsLeaving() {
        showsSoon(terminal, "Idle", "Jag går");
        assertThat(terminal.press("leaving")).isTrue();
        showsSoon(terminal, "Leaving", "Du kan också bara gå ut.");
        terminal.present(Medium.CARD, "04A1B2C3");
        until(() -> intents().equals(List.of(Intent.LEAVE)));
    }

    private List<Intent> intents() {
        return controller.asked.stream()
                .filter(Presentation.class::isInstance)
                .map(shown -> ((Presentation) shown).intent())
                .toList();
    }

    @Test
    void whatIsNotThereCannotBePressed() {
        showsSoon(terminal, "Idle", "English");
        assertThat(terminal.press("confirm")).isFalse();
        terminal.press("type-code");
        terminal.type("K7M2");
        assertThat(terminal.press("confirm")).as("too short").isFalse();
        terminal.press("cancel");
        showsSoon(terminal, "Idle", "English");
    }

    @Test
    void evacuationTakesTheToolsAway() {
        controller.say(Samples.view(OpeningMode.STAFFED, null, null, true));
        showsSoon(terminal, "Evacuate", "Utrym!");
        assertThat(terminal.controls()).isEmpty();
    }

    @Test
    void thereIsNoPicture() {
        assertThat(terminal.picture()).isEmpty();
    }

    @Test
    @Tag("fonts")
    void itSaysWhatAScreenSays() {
        try (Terminal drawn =
                Terminal.start(
                        settings,
                        controller,
                        true,
                        new Terminal.Surfaces(
                                Sounds.SILENT,
                                InstantSource.fixed(Samples.NOW),
                                System::nanoTime))) {
            sameWords(drawn, "Idle");
            both(drawn, "leaving");
            sameWords(drawn, "Leaving");
            both(drawn, "cancel");
            sameWords(drawn, "Idle");
            both(drawn, "guests");
            sameWords(drawn, "GuestChoice");
            both(drawn, "visit-group");
            sameWords(drawn, "GuestChoice");
            both(drawn, "help");
            sameWords(drawn, "Help");
            both(drawn, "language");
            sameWords(drawn, "Help");
            drawn.present(Medium.CARD, "04A1B2C3");
            terminal.present(Medium.CARD, "04A1B2C3");
            sameWords(drawn, "AskPurpose");
        }
    }

    private void both(Terminal drawn, String control) {
        assertThat(drawn.press(control)).isTrue();
        assertThat(terminal.press(control)).isTrue();
    }

    private void sameWords(Terminal drawn, String state) {
        showsSoon(drawn, state, "");
        showsSoon(terminal, state, "");
        assertThat(drawn.screen().lines()).containsAll(terminal.screen().lines().toList());
        assertThat(drawn.controls())
                .filteredOn(id -> !id.matches("(digit|character)-.|erase"))
                .containsExactlyInAnyOrderElementsOf(
                        terminal.controls().stream().filter(id -> !id.equals("erase")).toList());
    }

    private static void showsSoon(Operable shown, String state, String text) {
        until(() -> shown.screen().startsWith(state));
        assertThat(shown.screen()).contains(text);
    }

    private static void until(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start).isLessThan(DEADLINE_NANOS);
            Thread.onSpinWait();
        }
    }
}
