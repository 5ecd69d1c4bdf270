package se.troskel.kiosk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.UUID;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.hardware.Devices;
import se.troskel.kiosk.client.ControllerClient;
import se.troskel.kiosk.client.Reply;
import se.troskel.kiosk.flow.Ask;
import se.troskel.kiosk.flow.Flow;
import se.troskel.kiosk.flow.FlowEffect;
import se.troskel.kiosk.flow.FlowInput;
import se.troskel.kiosk.flow.FlowState;
import se.troskel.kiosk.flow.FlowStep;
import se.troskel.kiosk.model.TerminalModel;
import se.troskel.kiosk.sound.Sounds;
import se.troskel.kiosk.sound.SpeakerSounds;
import se.troskel.kiosk.text.Sentences;
import se.troskel.kiosk.view.Fonts;
import se.troskel.kiosk.view.Png;
import se.troskel.kiosk.view.TerminalView;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.EnrolmentPin;
import se.troskel.protocol.kiosk.EnrolmentPinResult;
import se.troskel.protocol.kiosk.KioskView;
import se.troskel.protocol.kiosk.PinEntry;
import se.troskel.protocol.kiosk.Presentation;
import se.troskel.protocol.kiosk.PurposeChoice;
import se.troskel.protocol.kiosk.VisitRequest;

/// A running terminal. Its state lives on the JavaFX thread; every method may be called from any
/// thread and returns when what it asked for has been done there (answers of the controller come
/// later).
public final class Terminal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Terminal.class);

    private final TerminalSettings settings;
    private final ControllerClient client;
    private final Surfaces surfaces;
    private final Flow flow;
    private final TerminalModel model;
    private final Scene scene;
    private final KeyFeed keys;
    private final @Nullable Window window;
    private final Timer ticks = new Timer("terminal-ticks", true);
    private final AtomicBoolean tickWaiting = new AtomicBoolean();
    private volatile Heard heard;

    /// The world as the terminal meets it.
    ///
    /// @param clock wall clock, until the controller tells its own
    /// @param nanos monotonic clock
    record Surfaces(Sounds sounds, InstantSource clock, LongSupplier nanos) {}

    /// The centre's clock, when it was heard last.
    private record Heard(Instant at, long nanos) {}

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
        client.follow(
                settings.site().kiosk(),
                view -> Platform.runLater(() -> terminal.viewed(view)),
                () -> Platform.runLater(() -> terminal.step(new FlowInput.ControllerGone())));
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
        this.settings = settings;
        this.client = client;
        this.surfaces = surfaces;
        this.heard = new Heard(surfaces.clock().instant(), surfaces.nanos().getAsLong());
        this.model = new TerminalModel(settings.site(), heard.at(), this::step);
        this.flow =
                new Flow(outcome -> Sentences.of(outcome, model.texts(), model.place()).words());
        TerminalView view = new TerminalView(model, settings.moving() && !headless);
        Group scaled = new Group(view);
        scaled.getTransforms().add(new Scale(settings.scale(), settings.scale()));
        this.scene =
                new Scene(
                        new Group(scaled),
                        TerminalView.WIDTH * settings.scale(),
                        TerminalView.HEIGHT * settings.scale());
        scene.setCursor(headless ? Cursor.DEFAULT : Cursor.NONE);
        this.keys = new KeyFeed(settings.wedges(), this::step, surfaces.nanos());
        keys.attach(scene);
        this.window = headless ? null : new Window(scene, settings.scale());
    }

    /// Something was shown to the terminal, as by a reader.
    public void present(Medium medium, String value) {
        Fx.call(() -> read(medium, value, true));
    }

    /// A reader read something. Only enqueues.
    void read(Medium medium, String value) {
        Platform.runLater(() -> read(medium, value, true));
    }

    /// A reader told how it is. Only enqueues.
    void heard(String reader, Medium medium, boolean works) {
        Platform.runLater(() -> step(new FlowInput.ReaderHeard(reader, medium, works)));
    }

    /// Takes over what these readers read, and shows when they are broken.
    public void connect(Devices readers) {
        Readers.connect(readers, this);
    }

    /// Presses what is on the screen.
    ///
    /// @param controlId as in [#controls()]
    /// @return whether there was such a control, and it could be pressed
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
    public List<String> controls() {
        return Fx.call(() -> {
            layout();
            return buttons().stream().map(Node::getId).toList();
        });
    }

    /// Characters typed by hand, one after the other.
    public void type(String characters) {
        Fx.call(() -> {
            characters.chars().forEach(each -> step(new FlowInput.Typed((char) each)));
            return true;
        });
    }

    /// What is seen now, as a PNG of 1080 by 1920 pixels times the scale.
    public byte[] picture() {
        return Fx.call(() -> Png.of(scene.snapshot(null)));
    }

    /// The name of the flow's state, then the visible texts from top to bottom, one a line.
    public String screen() {
        return Fx.call(() -> {
            layout();
            List<String> lines = new ArrayList<>();
            lines.add(state().screen().getClass().getSimpleName());
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

    private boolean read(Medium medium, String value, boolean shown) {
        boolean usable = !value.isEmpty() && value.length() <= Presentation.MAX_VALUE;
        step(usable ? new FlowInput.Presented(medium, value) : new FlowInput.Unreadable());
        return shown;
    }

    private void viewed(KioskView view) {
        heard = new Heard(view.at(), surfaces.nanos().getAsLong());
        step(new FlowInput.View(view));
    }

    private FlowState state() {
        return model.state().get();
    }

    private void step(FlowInput input) {
        FlowStep step = flow.step(state(), input, surfaces.nanos().getAsLong());
        model.show(step.state());
        step.effects().forEach(this::act);
    }

    private void act(FlowEffect effect) {
        switch (effect) {
            case FlowEffect.Send(long number, Ask ask) ->
                    Thread.ofVirtual().name("ask-" + number).start(() -> send(number, ask));
            case FlowEffect.SendPurpose(UUID visit, var purpose) ->
                    Thread.ofVirtual()
                            .name("purpose")
                            .start(() -> client.tell(new PurposeChoice(visit, kiosk(), purpose)));
            case FlowEffect.Sound(var cue) -> {
                if (model.comfort().get().sound()) {
                    surfaces.sounds().play(cue);
                }
            }
            case FlowEffect.ResetTools() -> model.resetTools();
            case FlowEffect.CountDropped() ->
                    LOG.warn("more was shown to the terminal at once than it can ask about");
        }
    }

    private void send(long number, Ask ask) {
        FlowInput reply =
                switch (ask) {
                    case Ask.Show(Medium medium, String value) ->
                            answered(
                                    number,
                                    client.present(
                                            new Presentation(
                                                    UUID.randomUUID(),
                                                    kiosk(),
                                                    medium,
                                                    value,
                                                    Intent.ENTER)));
                    case Ask.Pin(String challenge, String digits) ->
                            answered(
                                    number, client.enter(new PinEntry(kiosk(), challenge, digits)));
                    case Ask.Visit(var kind, int people, var host) ->
                            answered(
                                    number,
                                    client.visit(
                                            new VisitRequest(
                                                    UUID.randomUUID(),
                                                    kiosk(),
                                                    kind,
                                                    people,
                                                    null,
                                                    host)));
                    case Ask.ChosenPin(String enrolment, String digits) ->
                            pinTaken(
                                    number,
                                    client.choose(new EnrolmentPin(kiosk(), enrolment, digits)));
                };
        Platform.runLater(() -> step(reply));
    }

    private static FlowInput answered(long number, Reply<Answer> reply) {
        return switch (reply) {
            case Reply.Heard<Answer>(Answer answer) -> new FlowInput.Answered(number, answer);
            case Reply.Unreachable<Answer> _ -> new FlowInput.Unanswered(number);
            case Reply.Refused<Answer> _ -> new FlowInput.Refused(number);
        };
    }

    private static FlowInput pinTaken(long number, Reply<EnrolmentPinResult> reply) {
        return switch (reply) {
            case Reply.Heard<EnrolmentPinResult>(var result) ->
                    new FlowInput.PinTaken(number, result.outcome());
            case Reply.Unreachable<EnrolmentPinResult> _ -> new FlowInput.Unanswered(number);
            case Reply.Refused<EnrolmentPinResult> _ -> new FlowInput.Refused(number);
        };
    }

    private String kiosk() {
        return settings.site().kiosk();
    }

    /// At most one tick waits for the JavaFX thread, however slow that is.
    private void tickSoon() {
        if (tickWaiting.compareAndSet(false, true)) {
            Platform.runLater(this::tick);
        }
    }

    private void tick() {
        tickWaiting.set(false);
        long nanos = surfaces.nanos().getAsLong();
        keys.poll();
        step(new FlowInput.Tick());
        Heard last = heard;
        Instant now = last.at().plusNanos(nanos - last.nanos());
        model.tick(now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS), nanos);
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
