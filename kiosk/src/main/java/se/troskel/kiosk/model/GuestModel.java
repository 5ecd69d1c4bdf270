package se.troskel.kiosk.model;

import java.util.List;
import javafx.beans.value.ObservableValue;
import se.troskel.kiosk.flow.Button;
import se.troskel.kiosk.flow.FlowInput;
import se.troskel.protocol.decision.VisitKind;

/// Who visits without a card.
public final class GuestModel {
    private static final List<VisitKind> KINDS =
            List.of(VisitKind.GUEST, VisitKind.GROUP, VisitKind.ACCOMPANIED_CHILD);

    private final TerminalModel terminal;

    public GuestModel(TerminalModel terminal) {
        this.terminal = terminal;
    }

    public ObservableValue<String> headline() {
        return terminal.text("guest.headline");
    }

    public ObservableValue<String> hint() {
        return terminal.text("guest.hint");
    }

    public List<VisitKind> kinds() {
        return KINDS;
    }

    public ObservableValue<String> label(VisitKind kind) {
        return terminal.text("guest." + kind);
    }

    public ObservableValue<String> cancelLabel() {
        return terminal.text("button.cancel");
    }

    public void choose(VisitKind kind) {
        terminal.press(new FlowInput.VisitPressed(kind));
    }

    public void cancel() {
        terminal.press(new FlowInput.Pressed(Button.CANCEL));
    }
}
