package se.troskel.kiosk.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import se.troskel.kiosk.flow.Button;
import se.troskel.kiosk.flow.FlowInput;
import se.troskel.kiosk.flow.Limits;
import se.troskel.kiosk.flow.Said;
import se.troskel.kiosk.flow.Screen;
import se.troskel.kiosk.flow.Screen.StaffMode;
import se.troskel.kiosk.text.StaffText;
import se.troskel.protocol.kiosk.StaffView;
import se.troskel.protocol.mqtt.DoorStatus;

/// Staff mode: which door, then what is done to it. Every text follows what the controller says of
/// rooms and doors.
public final class StaffModel {
    private static final int DOORS_NORMAL = 6;
    private static final int DOORS_LARGE = 3;

    private final TerminalModel terminal;

    public StaffModel(TerminalModel terminal) {
        this.terminal = terminal;
    }

    /// What decides which nodes there are: another one means another set of buttons.
    public Object layout() {
        return List.of(StaffMode.class, String.valueOf(chosenId()), doors(), columns());
    }

    /// How long staff mode stays open, for example `Personalläge · 1:41 kvar`.
    public ObservableValue<String> timeLeft() {
        return terminal.derive(() -> {
            if (!(screen() instanceof StaffMode mode)) {
                return "";
            }
            long whole = Limits.STAFF_QUIET_NANOS + Limits.WARNING_NANOS;
            long seconds =
                    Math.clamp(
                            (whole - (terminal.nanosNow() - mode.touched())) / 1_000_000_000L,
                            0,
                            whole / 1_000_000_000L);
            String time = seconds / 60 + ":" + String.format("%02d", seconds % 60);
            return terminal.texts().get("staff.left", Map.of("time", time));
        });
    }

    public ObservableValue<String> headline() {
        return terminal.derive(() -> {
            DoorStatus chosen = chosen();
            if (chosen != null) {
                return chosen.name();
            }
            Said said = screen() instanceof StaffMode mode ? mode.said() : null;
            DoorStatus door = said == null ? null : find(said.door());
            return said == null || door == null
                    ? terminal.texts().get("staff.which")
                    : StaffText.said(said.done(), door, terminal.texts(), terminal.place());
        });
    }

    /// What the next press does; empty while no door is chosen.
    public ObservableValue<String> action() {
        return terminal.derive(() -> {
            StaffView view = view();
            return chosen() == null || view == null
                    ? ""
                    : terminal.texts()
                            .get(
                                    "staff.will",
                                    Map.of("minutes", String.valueOf(view.unlockMinutes())));
        });
    }

    /// The rooms, or the chosen door as it was told, as its lock says and as its contact says.
    public ObservableValue<List<String>> lines() {
        return terminal.derive(() -> {
            StaffView view = view();
            DoorStatus chosen = chosen();
            if (view == null) {
                return List.of();
            }
            if (chosen != null) {
                String state = StaffText.state(chosen, terminal.texts(), terminal.place());
                return terminal.comfort().get().size() == TextSize.LARGEST
                        ? List.of(state)
                        : List.of(state, StaffText.sides(chosen, terminal.texts()));
            }
            return view.rooms().stream()
                    .limit(roomsMax())
                    .map(room -> StaffText.room(room, terminal.texts()))
                    .toList();
        });
    }

    /// Ids of the doors that can be chosen now; none once one is chosen.
    public List<String> doors() {
        StaffView view = view();
        if (view == null || chosen() != null) {
            return List.of();
        }
        List<String> all = view.doors().stream().map(DoorStatus::door).toList();
        int from = perPage() * (page() % pages());
        return all.subList(from, Math.min(all.size(), from + perPage()));
    }

    /// Buttons beside each other in which the doors stand.
    public int columns() {
        return isNormal() ? 2 : 1;
    }

    /// Name and state of a door.
    public ObservableValue<String> door(String id) {
        return terminal.derive(() -> {
            DoorStatus door = find(id);
            return door == null
                    ? ""
                    : door.name()
                            + "\n"
                            + StaffText.state(door, terminal.texts(), terminal.place());
        });
    }

    /// How a door stands, for its picture.
    public ObservableValue<Picture> picture(String id) {
        return terminal.derive(() -> {
            DoorStatus door = find(id);
            return door == null ? Picture.UNKNOWN : Picture.of(door);
        });
    }

    /// What stands beside a door's words.
    public enum Picture {
        LOCKED,
        UNLOCKED,
        TROUBLE,
        UNKNOWN;

        static Picture of(DoorStatus door) {
            if (StaffText.isInTrouble(door)) {
                return TROUBLE;
            }
            return switch (door.mode()) {
                case UNLOCKED, ACCESSED, LOCKED_OPEN -> UNLOCKED;
                case LOCKED, BLOCKED, LOCKED_DOWN -> LOCKED;
                case UNKNOWN -> UNKNOWN;
            };
        }
    }

    /// The other buttons, in order; the last one always leaves.
    public List<Button> buttons() {
        if (chosen() != null) {
            return List.of(Button.UNLOCK, Button.LOCK, Button.BACK, Button.CANCEL);
        }
        return pages() > 1 ? List.of(Button.MORE, Button.CANCEL) : List.of(Button.CANCEL);
    }

    public ObservableValue<String> label(Button button) {
        return terminal.derive(() -> {
            StaffView view = view();
            String minutes = view == null ? "" : String.valueOf(view.unlockMinutes());
            return switch (button) {
                case UNLOCK -> terminal.texts().get("staff.unlock", Map.of("minutes", minutes));
                case LOCK -> terminal.texts().get("staff.lock");
                case BACK -> terminal.texts().get("staff.back");
                case MORE -> terminal.texts().get("staff.more");
                default -> terminal.texts().get("staff.leave");
            };
        });
    }

    public void choose(String door) {
        terminal.press(new FlowInput.DoorPressed(door));
    }

    public void press(Button button) {
        terminal.press(new FlowInput.Pressed(button));
    }

    private int perPage() {
        return isNormal() ? DOORS_NORMAL : DOORS_LARGE;
    }

    private int pages() {
        StaffView view = view();
        int doors = view == null ? 0 : view.doors().size();
        return Math.max(1, (doors + perPage() - 1) / perPage());
    }

    private int page() {
        return screen() instanceof StaffMode mode ? mode.page() : 0;
    }

    private boolean isNormal() {
        return terminal.comfort().get().size() == TextSize.NORMAL;
    }

    private int roomsMax() {
        return switch (terminal.comfort().get().size()) {
            case NORMAL -> 7;
            case LARGE -> 4;
            case LARGEST -> 2;
        };
    }

    private @Nullable String chosenId() {
        return screen() instanceof StaffMode mode ? mode.chosen() : null;
    }

    private @Nullable DoorStatus chosen() {
        String id = chosenId();
        return id == null ? null : find(id);
    }

    private @Nullable DoorStatus find(String id) {
        StaffView view = view();
        return view == null
                ? null
                : view.doors().stream()
                        .filter(door -> Objects.equals(door.door(), id))
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable StaffView view() {
        return screen() instanceof StaffMode mode ? mode.session().view() : null;
    }

    private Screen screen() {
        return terminal.state().get().screen();
    }
}
