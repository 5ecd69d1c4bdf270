package se.troskel.kiosk;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import se.troskel.hardware.wedge.WedgeListener;
import se.troskel.hardware.wedge.WedgeSettings;
import se.troskel.kiosk.flow.FlowInput;
import se.troskel.protocol.decision.Medium;

/// Everything that is typed at the terminal: by a scanner, which types like a keyboard, and by
/// people on a key pad. Sits before every node, so that no scan ever reaches a focused button. What
/// turns out not to be a scan was typed by hand. JavaFX thread only.
final class KeyFeed {
    /// Card numbers are shorter, tickets longer; tells them apart where one keyboard does both.
    private static final int LONGEST_CARD = 40;

    private final WedgeListener wedge = new WedgeListener(WedgeSettings.USUAL);
    private final StringBuilder pending = new StringBuilder();
    private final Set<Medium> media;
    private final Consumer<FlowInput> inputs;
    private final LongSupplier nanos;
    private long lastKey;

    /// @param media what keyboard-like scanners read here; empty for none
    KeyFeed(Set<Medium> media, Consumer<FlowInput> inputs, LongSupplier nanos) {
        this.media = media;
        this.inputs = inputs;
        this.nanos = nanos;
    }

    void attach(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
    }

    /// Time passes: what was typed and is no scan goes to the screen.
    void poll() {
        long now = nanos.getAsLong();
        Optional<String> scan = wedge.poll(now);
        if (scan.isPresent()) {
            take(scan.get());
        } else if (!pending.isEmpty() && now - lastKey >= WedgeSettings.USUAL.idle().toNanos()) {
            typeByHand();
        }
    }

    private void typed(KeyEvent event) {
        event.consume();
        String text = event.getCharacter();
        if (text.length() != 1 || Character.isISOControl(text.charAt(0)) || isSpace(text)) {
            return;
        }
        long now = nanos.getAsLong();
        wedge.key(text.charAt(0), now).ifPresent(this::take);
        pending.append(text);
        lastKey = now;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            enter(event);
        } else if (event.getCode() == KeyCode.BACK_SPACE) {
            event.consume();
            inputs.accept(new FlowInput.Pressed(se.troskel.kiosk.flow.Button.ERASE));
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            inputs.accept(new FlowInput.Pressed(se.troskel.kiosk.flow.Button.CANCEL));
        } else if (!moves(event.getCode())) {
            event.consume();
        }
    }

    private void released(KeyEvent event) {
        if (!moves(event.getCode())) {
            event.consume();
        }
    }

    private void enter(KeyEvent event) {
        Optional<String> scan = wedge.enter();
        if (scan.isPresent()) {
            take(scan.get());
            return;
        }
        boolean typed = !pending.isEmpty();
        typeByHand();
        Node focused = event.getTarget() instanceof Node node ? node : null;
        if (!typed && focused instanceof Button button && !button.isDisabled()) {
            button.fire();
        } else {
            inputs.accept(new FlowInput.Pressed(se.troskel.kiosk.flow.Button.CONFIRM));
        }
    }

    private void take(String scan) {
        pending.setLength(0);
        Medium only = media.size() == 1 ? media.iterator().next() : null;
        Medium medium =
                only != null ? only : scan.length() > LONGEST_CARD ? Medium.QR : Medium.CARD;
        inputs.accept(new FlowInput.Presented(medium, scan));
    }

    private void typeByHand() {
        String characters = pending.toString();
        pending.setLength(0);
        characters.chars().forEach(each -> inputs.accept(new FlowInput.Typed((char) each)));
    }

    private static boolean isSpace(String text) {
        return text.isBlank();
    }

    private static boolean moves(KeyCode code) {
        return code.isNavigationKey() || code == KeyCode.TAB || code == KeyCode.SPACE;
    }
}
