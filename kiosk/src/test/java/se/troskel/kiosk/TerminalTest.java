package se.troskel.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.troskel.kiosk.client.Reply;
import se.troskel.kiosk.flow.Cue;
import se.troskel.kiosk.sample.Samples;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.Purpose;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.EnrolmentPin;
import se.troskel.protocol.kiosk.PinEntry;
import se.troskel.protocol.kiosk.Presentation;
import se.troskel.protocol.kiosk.PurposeChoice;

/// A whole terminal without a window serves people. Presses its real buttons and reads its real
/// texts; only the controller and the clock are the test's.
@Tag("fonts")
class TerminalTest {
    private static final long DEADLINE_NANOS = 20_000_000_000L;

    private final AtomicLong nanos = new AtomicLong();
    private final List<Cue> sounds = new CopyOnWriteArrayList<>();
    private FakeController controller = answering(CheckInReason.CHECKED_IN, NextStep.SIT_DOWN);
    private Terminal terminal = start();

    @AfterEach
    void close() {
        terminal.close();
    }

    @Test
    void cardIsAnsweredInWordsWithASoundAndAPurpose() {
        showsSoon("Idle", "Visa kort eller QR-kod", "Show card or QR code");
        terminal.present(Medium.CARD, "04A1B2C3");
        showsSoon("AskPurpose", "Klart", "Välkommen! Du är incheckad.");
        assertThat(sounds).containsExactly(Cue.TICK, Cue.OK);
        assertThat(terminal.press("purpose-" + Purpose.STUDY)).isTrue();
        until(() -> controller.asked.stream().anyMatch(PurposeChoice.class::isInstance));
        assertThat(terminal.screen()).startsWith("Result");
        nanos.addAndGet(30_000_000_000L);
        showsSoon("Idle");
        assertThat(terminal.screen()).doesNotContain("incheckad");
    }

    @Test
    void languageSwitchesWhileAResultIsShown() {
        terminal.present(Medium.CARD, "04A1B2C3");
        showsSoon("AskPurpose");
        terminal.press("language");
        assertThat(terminal.screen()).contains("Welcome! You are checked in.");
        nanos.addAndGet(30_000_000_000L);
        showsSoon("Idle", "Visa kort eller QR-kod");
    }

    @Test
    void roomsFollowTheLanguageAfterTheMemoryWasTidied() {
        showsSoon("Idle", "gott om plats");
        WeakReference<Object> lost = new WeakReference<>(new Object());
        until(() -> {
            System.gc();
            return lost.get() == null;
        });
        terminal.press("language");
        assertThat(terminal.screen()).contains("plenty of space").doesNotContain("gott om plats");
    }

    @Test
    void pinIsTypedOnThePadAndSent() {
        restart(
                new FakeController(
                        Samples.view(),
                        card -> new Reply.Heard<>(Samples.pinAnswer(CheckInReason.PIN_REQUIRED))));
        terminal.present(Medium.CARD, "04A1B2C3");
        showsSoon("AskPin");
        assertThat(terminal.press("confirm")).as("too short").isFalse();
        for (String digit : List.of("2", "5", "8", "0")) {
            assertThat(terminal.press("digit-" + digit)).isTrue();
        }
        assertThat(terminal.screen()).contains("● ● ● ●").doesNotContain("2580");
        assertThat(terminal.press("confirm")).isTrue();
        until(() -> controller.asked.contains(new PinEntry("kiosk1", "challenge", "2580")));
        showsSoon("Result", "Terminalen kan inte svara på det här.");
        assertThat(sounds).contains(Cue.FAULT);
    }

    @Test
    void newStudentChoosesAPinHere() {
        controller.say(Samples.view(OpeningMode.STAFFED, null, "enrolment-1", false));
        showsSoon("ChoosePin", "Välj en kod");
        terminal.type("2580");
        terminal.press("confirm");
        showsSoon("ChoosePin", "Skriv samma kod en gång till.");
        terminal.type("2580");
        terminal.press("confirm");
        showsSoon("Result", "Din kod är sparad.");
        assertThat(controller.asked).contains(new EnrolmentPin("kiosk1", "enrolment-1", "2580"));
    }

    @Test
    void shortCodeIsTypedOnTheScreen() {
        terminal.press("type-code");
        for (String character : List.of("K", "7", "M", "2", "P", "4", "X", "R")) {
            assertThat(terminal.press("character-" + character)).isTrue();
        }
        terminal.press("confirm");
        until(() -> !controller.asked.isEmpty());
        assertThat(controller.asked.getFirst())
                .isInstanceOfSatisfying(
                        Presentation.class,
                        shown -> {
                            assertThat(shown.value()).isEqualTo("K7M2P4XR");
                            assertThat(shown.medium()).isEqualTo(Medium.SHORT_CODE);
                        });
    }

    @Test
    void nothingReadableIsSaid() {
        terminal.present(Medium.QR, "x".repeat(Presentation.MAX_VALUE + 1));
        showsSoon("Result", "Vi kunde inte läsa kortet eller koden.");
        assertThat(controller.asked).isEmpty();
    }

    @Test
    void evacuationEmptiesTheScreenAndTakesTheToolsAway() {
        terminal.present(Medium.CARD, "04A1B2C3");
        showsSoon("AskPurpose");
        controller.say(Samples.view(OpeningMode.STAFFED, null, null, true));
        showsSoon("Evacuate", "Utrym!", "Evacuate! Get out now.");
        assertThat(terminal.controls()).isEmpty();
    }

    @Test
    void pictureIsAPngOfTheWholePanel() {
        showsSoon("Idle");
        ByteBuffer png = ByteBuffer.wrap(terminal.picture());
        assertThat(png.getLong()).isEqualTo(0x89504E470D0A1A0AL);
        assertThat(png.getInt(16)).isEqualTo(1080);
        assertThat(png.getInt(20)).isEqualTo(1920);
    }

    private static FakeController answering(CheckInReason reason, NextStep next) {
        Answer answer = Samples.answer(reason, next);
        return new FakeController(Samples.view(), card -> new Reply.Heard<>(answer));
    }

    private Terminal start() {
        TerminalSettings settings = new TerminalSettings(Samples.site(), Set.of(), 1, false);
        return Terminal.start(
                settings,
                controller,
                true,
                new Terminal.Surfaces(sounds::add, InstantSource.fixed(Samples.NOW), nanos::get));
    }

    private void restart(FakeController other) {
        terminal.close();
        controller = other;
        terminal = start();
    }

    private void showsSoon(String state, String... texts) {
        until(() -> terminal.screen().startsWith(state));
        String shown = terminal.screen();
        for (String text : texts) {
            assertThat(shown).contains(text);
        }
    }

    private void until(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - start).as(terminal.screen()).isLessThan(DEADLINE_NANOS);
            Thread.onSpinWait();
        }
    }
}
