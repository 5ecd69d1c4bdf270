package se.troskel.kiosk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import se.troskel.hardware.Devices;
import se.troskel.kiosk.client.ControllerClient;
import se.troskel.kiosk.flow.FlowInput;
import se.troskel.kiosk.sound.Sounds;
import se.troskel.kiosk.sound.SpeakerSounds;
import se.troskel.kiosk.view.Fonts;
import se.troskel.kiosk.view.Png;
import se.troskel.kiosk.view.TerminalView;
import se.troskel.protocol.decision.Medium;

/// A running terminal. Its state lives on the JavaFX thread; every method may be called from any
/// thread and returns when what it asked for has been done there (answers of the controller come
/// later).
public final class Terminal implements Operable {
    private final ControllerClient client;
    private final Surfaces surfaces;
    private final Conversation conversation;
    private final Scene scene;
    private final KeyFeed keys;
    private final @Nullable Window window;
    private final Timer ticks = new Timer("terminal-ticks", true);
    private final AtomicBoolean tickWaiting = new AtomicBoolean();

    /// The world as the terminal meets it.
    ///
    /// @param clock wall clock, until the controller tells its own
    /// @param nanos monotonic clock
    record Surfaces(Sounds sounds, InstantSource clock, LongSupplier nanos) {}

    /// Starts a terminal; JavaFX is started if it does not run yet.
    ///
    /// @param headless no window: the picture is kept off-stage and can be asked for
    /// @param clock wall clock, until the controller tells its own
    public static Terminal start(
            TerminalSettings settings,
            ControllerClient client,
            boolean headless,
            InstantSource clock) {
        Sounds sounds = headless ? Sounds.SILENT : new SpeakerSounds();
        return start(settings, client, headless, new Surfaces(sounds, clock, System::nanoTime));
    }

    static Terminal start(
            TerminalSettings settings,
            ControllerClient client,
            boolean headless,
            Surfaces surfaces) {
        Fx.start();
        Terminal terminal = Fx.call(() -> new Terminal(settings, client, headless, surfaces));
        terminal.conversation.follow();
        long tick = TerminalSettings.TICK.toMillis();
        terminal.ticks.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        terminal.tickSoon();
                    }
                },
                tick,
                tick);
        return terminal;
    }

    private Terminal(
            TerminalSettings settings,
            ControllerClient client,
            boolean headless,
            Surfaces surfaces) {
        Application.setUserAgentStylesheet(
                new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
        Fonts.load();
        this.client = client;
        this.surfaces = surfaces;
        this.conversation = new Conversation(settings, client, surfaces, Platform::runLater);
        TerminalView view = new TerminalView(conversation.model(), settings.moving() && !headless);
        Group scaled = new Group(view);
        scaled.getTransforms().add(new Scale(settings.scale(), settings.scale()));
        this.scene =
                new Scene(
                        new Group(scaled),
                        TerminalView.WIDTH * settings.scale(),
                        TerminalView.HEIGHT * settings.scale());
        scene.setCursor(headless ? Cursor.DEFAULT : Cursor.NONE);
        this.keys = new KeyFeed(settings.wedges(), conversation::step, surfaces.nanos());
        keys.attach(scene);
        this.window = headless ? null : new Window(scene, settings.scale());
    }

    /// Something was shown to the terminal, as by a reader.
    @Override
    public void present(Medium medium, String value) {
        Fx.call(() -> {
            conversation.read(medium, value);
            return true;
        });
    }

    /// A reader read something. Only enqueues.
    void read(Medium medium, String value) {
        Platform.runLater(() -> conversation.read(medium, value));
    }

    /// A reader told how it is. Only enqueues.
    void heard(String reader, Medium medium, boolean works) {
        Platform.runLater(
                () -> conversation.step(new FlowInput.ReaderHeard(reader, medium, works)));
    }

    /// Takes over what these readers read, and shows when they are broken.
    public void connect(Devices readers) {
        Readers.connect(readers, this);
    }

    /// Presses what is on the screen.
    ///
    /// @param controlId as in [#controls()]
    /// @return whether there was such a control, and it could be pressed
    @Override
    public boolean press(String controlId) {
        return Fx.call(() -> {
            layout();
            for (Button button : buttons()) {
                if (controlId.equals(button.getId())) {
                    button.fire();
                    return true;
                }
            }
            return false;
        });
    }

    /// The controls that can be pressed now.
    @Override
    public List<String> controls() {
        return Fx.call(() -> {
            layout();
            return buttons().stream().map(Node::getId).toList();
        });
    }

    /// Characters typed by hand, one after the other.
    @Override
    public void type(String characters) {
        Fx.call(() -> {
            conversation.type(characters);
            return true;
        });
    }

    /// What is seen now, as a PNG of 1080 by 1920 pixels times the scale.
    @Override
    public byte[] picture() {
        return Fx.call(() -> Png.of(scene.snapshot(null)));
    }

    /// The name of the flow's state, then the visible texts from top to bottom, one a line.
    @Override
    public String screen() {
        return Fx.call(() -> {
            layout();
            List<String> lines = new ArrayList<>();
            lines.add(conversation.state().screen().getClass().getSimpleName());
            collect(scene.getRoot(), lines);
            return String.join("\n", lines);
        });
    }

    @Override
    public void close() {
        ticks.cancel();
        client.close();
        if (surfaces.sounds() instanceof SpeakerSounds speaker) {
            speaker.close();
        }
        Window shown = window;
        if (shown != null) {
            Fx.call(() -> {
                shown.close();
                return true;
            });
        }
    }

    /// At most one tick waits for the JavaFX thread, however slow that is.
    private void tickSoon() {
        if (tickWaiting.compareAndSet(false, true)) {
            Platform.runLater(this::tick);
        }
    }

    private void tick() {
        tickWaiting.set(false);
        keys.poll();
        conversation.tick();
    }

    private void layout() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private List<Button> buttons() {
        return scene.getRoot().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> isShown(button) && !button.isDisabled())
                .toList();
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void collect(Node node, List<String> lines) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && !labeled.getText().isBlank()) {
            lines.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, lines));
        }
    }
}
