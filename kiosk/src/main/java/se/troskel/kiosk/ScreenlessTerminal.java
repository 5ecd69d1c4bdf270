package se.troskel.kiosk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import se.troskel.kiosk.client.ControllerClient;
import se.troskel.kiosk.flow.Button;
import se.troskel.kiosk.flow.FlowInput;
import se.troskel.kiosk.flow.Screen;
import se.troskel.kiosk.model.ExamModel;
import se.troskel.kiosk.model.GuestModel;
import se.troskel.kiosk.model.IdleModel;
import se.troskel.kiosk.model.PadModel;
import se.troskel.kiosk.model.PlainModel;
import se.troskel.kiosk.model.ResultModel;
import se.troskel.kiosk.model.StaffModel;
import se.troskel.kiosk.model.TerminalModel;
import se.troskel.kiosk.model.Tool;
import se.troskel.kiosk.sound.Sounds;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.Tone;

/// A terminal without a screen, for a machine that cannot draw one: the same flow, models and
/// questions as [Terminal], its words without their picture. Its state lives on a thread of its
/// own.
public final class ScreenlessTerminal implements Operable {
    private final ControllerClient client;
    private final Conversation conversation;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("terminal").factory());

    /// What would be on the screen.
    private record Shown(List<String> words, List<Control> controls) {}

    /// Something to press.
    private record Control(String id, String label, Runnable action) {}

    private ScreenlessTerminal(
            TerminalSettings settings, ControllerClient client, InstantSource clock) {
        this.client = client;
        this.conversation =
                new Conversation(
                        settings,
                        client,
                        new Terminal.Surfaces(Sounds.SILENT, clock, System::nanoTime),
                        thread);
    }

    /// Starts a terminal.
    ///
    /// @param clock wall clock, until the controller tells its own
    public static ScreenlessTerminal start(
            TerminalSettings settings, ControllerClient client, InstantSource clock) {
        ScreenlessTerminal terminal = new ScreenlessTerminal(settings, client, clock);
        terminal.conversation.follow();
        long tick = TerminalSettings.TICK.toMillis();
        var _ =
                terminal.thread.scheduleAtFixedRate(
                        terminal.conversation::tick, tick, tick, TimeUnit.MILLISECONDS);
        return terminal;
    }

    @Override
    public void present(Medium medium, String value) {
        call(() -> {
            conversation.read(medium, value);
            return true;
        });
    }

    @Override
    public boolean press(String controlId) {
        return call(() -> {
            for (Control control : shown().controls()) {
                if (control.id().equals(controlId)) {
                    control.action().run();
                    return true;
                }
            }
            return false;
        });
    }

    @Override
    public List<String> controls() {
        return call(() -> shown().controls().stream().map(Control::id).toList());
    }

    @Override
    public void type(String characters) {
        call(() -> {
            conversation.type(characters);
            return true;
        });
    }

    @Override
    public byte[] picture() {
        return new byte[0];
    }

    @Override
    public String screen() {
        return call(() -> {
            List<String> lines = new ArrayList<>();
            lines.add(conversation.state().screen().getClass().getSimpleName());
            lines.add(model().site().centreName());
            Shown shown = shown();
            lines.addAll(shown.words());
            shown.controls().forEach(control -> lines.add(control.label()));
            lines.removeIf(String::isBlank);
            return String.join("\n", lines);
        });
    }

    private TerminalModel model() {
        return conversation.model();
    }

    private Shown shown() {
        Screen screen = conversation.state().screen();
        Shown shown =
                switch (screen) {
                    case Screen.Idle _ -> idle(new IdleModel(model()));
                    case Screen.Result _, Screen.AskPurpose _ -> result(new ResultModel(model()));
                    case Screen.StaffMode _ -> staff(new StaffModel(model()));
                    case Screen.AskPin _,
                            Screen.ChoosePin _,
                            Screen.AskStaffPin _,
                            Screen.TypeCode _,
                            Screen.ExamCall _ ->
                            pad(new PadModel(model()));
                    case Screen.AskExam _, Screen.AskDocument _ -> exam(new ExamModel(model()));
                    case Screen.GuestChoice choice when choice.group() ->
                            pad(new PadModel(model()));
                    case Screen.GuestChoice _ -> guests(new GuestModel(model()));
                    case Screen.Checking _,
                            Screen.TimeoutWarning _,
                            Screen.AskHost _,
                            Screen.Leaving _,
                            Screen.Help _ ->
                            plain(new PlainModel(model()));
                    case Screen.OutOfOrder _, Screen.ControllerLost _, Screen.Evacuate _ ->
                            plain(new PlainModel(model()));
                };
        if (screen instanceof Screen.Evacuate) {
            return shown;
        }
        List<Control> controls = new ArrayList<>(shown.controls());
        for (Tool tool : Tool.values()) {
            String id = id(tool);
            String key = tool == Tool.LANGUAGE ? "tool.language" : "tool." + id + ".word";
            controls.add(control(id, model().text(key), () -> model().use(tool)));
        }
        controls.add(
                control(
                        "help",
                        model().text("tool.help.word"),
                        () -> conversation.step(new FlowInput.Pressed(Button.HELP))));
        return new Shown(shown.words(), controls);
    }

    private static Shown idle(IdleModel idle) {
        List<String> words = new ArrayList<>();
        words.add(idle.call().getValue());
        words.add(idle.callInOtherLanguages().getValue());
        words.add(idle.status().getValue());
        words.add(idle.roomsTitle().getValue());
        words.addAll(idle.rooms().getValue());
        List<Control> controls = new ArrayList<>();
        controls.add(
                control("type-code", idle.typeCodeLabel(), () -> idle.press(Button.TYPE_CODE)));
        controls.add(control("leaving", idle.leavingLabel(), () -> idle.press(Button.LEAVING)));
        if (idle.exam().getValue()) {
            controls.add(control("exam", idle.examLabel(), () -> idle.press(Button.EXAM)));
        }
        if (idle.guests().getValue()) {
            controls.add(control("guests", idle.guestsLabel(), () -> idle.press(Button.GUESTS)));
        }
        return new Shown(words, controls);
    }

    private static Shown result(ResultModel result) {
        List<String> words = new ArrayList<>();
        words.add(result.band().getValue());
        words.add(result.headline().getValue());
        words.add(result.action().getValue());
        words.add(result.directions().getValue());
        List<Control> controls = new ArrayList<>();
        result.purposes()
                .forEach(purpose ->
                        controls.add(
                                control(
                                        "purpose-" + purpose,
                                        result.purpose(purpose),
                                        () -> result.choose(purpose))));
        if (!controls.isEmpty()) {
            words.add(result.question().getValue());
        }
        controls.add(control("longer", result.longer(), result::showLonger));
        if (result.staff()) {
            controls.add(control("staff", result.staffLabel(), result::toStaffMode));
        }
        if (result.exam()) {
            controls.add(control("done", result.doneLabel(), result::done));
        }
        if (result.leaving()) {
            controls.add(control("leaving", result.leavingLabel(), result::leave));
        }
        return new Shown(words, controls);
    }

    private static Shown pad(PadModel pad) {
        List<Button> buttons =
                pad.tooShort().getValue()
                        ? List.of(Button.ERASE, Button.CANCEL)
                        : List.of(Button.ERASE, Button.CONFIRM, Button.CANCEL);
        return new Shown(
                List.of(
                        pad.tone() == Tone.ACT ? pad.band().getValue() : "",
                        pad.headline().getValue(),
                        pad.hint().getValue(),
                        pad.entered().getValue()),
                controls(buttons, pad::label, pad::press));
    }

    private static Shown staff(StaffModel staff) {
        List<String> words = new ArrayList<>();
        words.add(staff.timeLeft().getValue());
        words.add(staff.headline().getValue());
        words.add(staff.action().getValue());
        words.addAll(staff.lines().getValue());
        List<Control> controls = new ArrayList<>();
        for (String door : staff.doors()) {
            controls.add(control("door-" + door, staff.door(door), () -> staff.choose(door)));
        }
        controls.addAll(controls(staff.buttons(), staff::label, staff::press));
        return new Shown(words, controls);
    }

    private static Shown guests(GuestModel guests) {
        List<Control> controls = new ArrayList<>();
        guests.kinds()
                .forEach(kind ->
                        controls.add(
                                control(
                                        "visit-" + id(kind),
                                        guests.label(kind),
                                        () -> guests.choose(kind))));
        controls.add(control("cancel", guests.cancelLabel(), guests::cancel));
        return new Shown(List.of(guests.headline().getValue(), guests.hint().getValue()), controls);
    }

    private static Shown exam(ExamModel exam) {
        List<Control> controls = new ArrayList<>();
        for (ExamModel.Option option : exam.options()) {
            controls.add(control(option.id(), option.label(), () -> exam.choose(option)));
        }
        return new Shown(List.of(exam.headline().getValue(), exam.action().getValue()), controls);
    }

    private static Shown plain(PlainModel plain) {
        return new Shown(
                List.of(
                        plain.headline().getValue(),
                        plain.action().getValue(),
                        plain.note().getValue()),
                controls(plain.buttons(), plain::label, plain::press));
    }

    private static List<Control> controls(
            List<Button> buttons,
            Function<Button, ObservableValue<String>> label,
            java.util.function.Consumer<Button> press) {
        return buttons.stream()
                .map(button -> control(id(button), label.apply(button), () -> press.accept(button)))
                .toList();
    }

    private static Control control(String id, ObservableValue<String> label, Runnable action) {
        return new Control(id, label.getValue(), action);
    }

    private static String id(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private <T> T call(Callable<T> work) {
        try {
            return thread.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        client.close();
    }
}
