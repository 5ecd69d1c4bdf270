package se.troskel.kiosk.model;

import java.util.Comparator;
import java.util.List;
import javafx.beans.value.ObservableValue;
import se.troskel.config.Device.ReaderPosition;
import se.troskel.kiosk.flow.Button;
import se.troskel.kiosk.flow.FlowInput;
import se.troskel.kiosk.flow.Surroundings;
import se.troskel.kiosk.text.IdleText;
import se.troskel.kiosk.text.Texts;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.kiosk.KioskView;

/// The idle screen: how to check in, whether the centre is open, where there is space.
public final class IdleModel {
    private final TerminalModel terminal;

    public IdleModel(TerminalModel terminal) {
        this.terminal = terminal;
    }

    public ObservableValue<String> call() {
        return terminal.derive(() -> terminal.texts().get(callKey()));
    }

    /// The same in the other languages, one line each; empty where the largest text needs the place
    /// to say that the centre closes.
    public ObservableValue<String> callInOtherLanguages() {
        return terminal.derive(() ->
                isClosing() && terminal.comfort().get().size() == TextSize.LARGEST
                        ? ""
                        : String.join(
                                "\n",
                                terminal.otherTexts().stream()
                                        .map(texts -> texts.get(callKey()))
                                        .toList()));
    }

    public ReaderPosition readerPosition() {
        return terminal.site().readerPosition();
    }

    public ObservableValue<String> readerSpoken() {
        return terminal.text("idle.reader." + readerPosition());
    }

    /// That the centre closes soon, which reader is broken, or whether the centre is open: the most
    /// pressing one of these.
    public ObservableValue<String> status() {
        return terminal.derive(() -> {
            KioskView view = terminal.view();
            Texts texts = terminal.texts();
            Surroundings around = terminal.state().get().around();
            if (view != null && view.closing() != null) {
                return IdleText.closing(view.closing(), texts);
            }
            if (!around.reads(Medium.CARD)) {
                return texts.get("idle.broken.card");
            }
            if (!around.reads(Medium.QR)) {
                return texts.get("idle.broken.code");
            }
            return view == null ? "" : IdleText.opening(view, texts, terminal.place());
        });
    }

    /// Of when the rooms' levels are; on the first day, how to get a card.
    public ObservableValue<String> roomsTitle() {
        return terminal.derive(() -> {
            KioskView view = terminal.view();
            if (view == null || (isExamNow() && roomsMax() == 0)) {
                return "";
            }
            if (!view.hasRegister()) {
                return IdleText.newHere(terminal.texts(), terminal.place());
            }
            return view.rooms().isEmpty()
                    ? ""
                    : IdleText.rooms(view, terminal.texts(), terminal.place());
        });
    }

    /// One line per room, those with most space first; as many as fit at this text size.
    public ObservableValue<List<String>> rooms() {
        return terminal.derive(() -> {
            KioskView view = terminal.view();
            return view == null
                    ? List.of()
                    : view.rooms().stream()
                            .sorted(Comparator.comparing(KioskView.Room::level))
                            .limit(roomsMax())
                            .map(room -> IdleText.room(room, terminal.texts()))
                            .toList();
        });
    }

    public ObservableValue<String> typeCodeLabel() {
        return terminal.text("idle.typeCode");
    }

    public ObservableValue<String> leavingLabel() {
        return terminal.text("leave.button");
    }

    public ObservableValue<String> examLabel() {
        return terminal.text("exam.button");
    }

    /// Whether people may come to an exam here now.
    public ObservableValue<Boolean> exam() {
        return terminal.derive(this::isExamNow);
    }

    public ObservableValue<String> guestsLabel() {
        return terminal.text("idle.guests");
    }

    /// Whether visits without a card are counted here now.
    public ObservableValue<Boolean> guests() {
        return terminal.derive(() -> {
            KioskView view = terminal.view();
            return view != null && view.guests();
        });
    }

    public void press(Button button) {
        terminal.press(new FlowInput.Pressed(button));
    }

    private boolean isClosing() {
        KioskView view = terminal.view();
        return view != null && view.closing() != null;
    }

    private boolean isExamNow() {
        KioskView view = terminal.view();
        return view != null && view.examNow();
    }

    private int roomsMax() {
        KioskView view = terminal.view();
        if (isExamNow()) {
            return terminal.comfort().get().size() == TextSize.NORMAL ? 1 : 0;
        }
        int titleLines = view != null && !view.hasRegister() ? 2 : 0;
        return switch (terminal.comfort().get().size()) {
            case NORMAL -> 5 - titleLines;
            case LARGE -> 3 - titleLines;
            case LARGEST -> 1 - Math.min(1, titleLines);
        };
    }

    private String callKey() {
        return "idle.call." + terminal.readable();
    }
}
