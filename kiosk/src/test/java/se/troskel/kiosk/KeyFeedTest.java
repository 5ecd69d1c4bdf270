package se.troskel.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.troskel.kiosk.flow.FlowInput;
import se.troskel.protocol.decision.Medium;

/// Scans and typing by hand are told apart, and no scan reaches what has the focus. Sends real key
/// events to a button in a scene, with a clock of its own.
@Tag("fonts")
class KeyFeedTest {
    private final List<FlowInput> inputs = new ArrayList<>();
    private final AtomicInteger fired = new AtomicInteger();
    private long nanos;

    @BeforeAll
    static void startJavaFx() {
        Fx.start();
    }

    @Test
    void scanIsPresentedAndPressesNothing() {
        Fx.call(() -> {
            Scene scene = scene();
            type(scene, "04A1 B2", Duration.ofMillis(5));
            press(scene, KeyCode.ENTER);
            return true;
        });
        assertThat(inputs).hasSize(1).first().isInstanceOf(FlowInput.Presented.class);
        assertThat(fired).hasValue(0);
    }

    @Test
    void handTypingReachesTheScreenAndEnterConfirms() {
        Fx.call(() -> {
            Scene scene = scene();
            type(scene, "2580", Duration.ofMillis(120));
            press(scene, KeyCode.ENTER);
            return true;
        });
        assertThat(inputs)
                .containsExactly(
                        new FlowInput.Typed('2'),
                        new FlowInput.Typed('5'),
                        new FlowInput.Typed('8'),
                        new FlowInput.Typed('0'),
                        new FlowInput.Pressed(se.troskel.kiosk.flow.Button.CONFIRM));
    }

    @Test
    void enterAlonePressesTheFocusedButton() {
        Fx.call(() -> {
            press(scene(), KeyCode.ENTER);
            return true;
        });
        assertThat(fired).hasValue(1);
        assertThat(inputs).isEmpty();
    }

    private Scene scene() {
        Button button = new Button("x");
        button.setOnAction(event -> fired.incrementAndGet());
        Scene scene = new Scene(new VBox(button));
        new KeyFeed(Set.of(Medium.CARD), inputs::add, () -> nanos).attach(scene);
        button.requestFocus();
        return scene;
    }

    private void type(Scene scene, String text, Duration apart) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            nanos += apart.toNanos();
            press(scene, character == ' ' ? KeyCode.SPACE : KeyCode.A);
            fire(scene, KeyEvent.KEY_TYPED, String.valueOf(character), KeyCode.UNDEFINED);
        }
    }

    private static void press(Scene scene, KeyCode code) {
        fire(scene, KeyEvent.KEY_PRESSED, "", code);
        fire(scene, KeyEvent.KEY_RELEASED, "", code);
    }

    private static void fire(
            Scene scene, javafx.event.EventType<KeyEvent> type, String character, KeyCode code) {
        Event.fireEvent(
                scene.getRoot().getChildrenUnmodifiable().getFirst(),
                new KeyEvent(type, character, "", code, false, false, false, false));
    }
}
