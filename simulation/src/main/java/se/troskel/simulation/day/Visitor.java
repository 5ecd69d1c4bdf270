package se.troskel.simulation.day;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.troskel.simulation.control.ControlClient;
import se.troskel.simulation.day.Expectation.Where;

/// Somebody in front of the terminal: shows it cards and codes, presses what is on its screen, and
/// reads it. Blocks.
final class Visitor {
    private final ControlClient terminal;
    private final Secrets secrets;
    private final Set<String> leaked = new TreeSet<>();

    Visitor(ControlClient terminal, Secrets secrets) {
        this.terminal = terminal;
        this.secrets = secrets;
    }

    void card(String number) {
        terminal.call("card", Map.of("value", number));
    }

    void code(String text) {
        terminal.call("qr", Map.of("value", text));
    }

    /// Presses a control by its id.
    void press(String control) {
        terminal.call("press", Map.of("control", control));
    }

    /// Types on the pad that is on the screen and confirms.
    void enter(String keys) {
        terminal.call("type", Map.of("keys", keys));
        press("confirm");
    }

    /// Leaves whatever is on the screen, as somebody does who presses help and then back.
    void leave() {
        press("help");
        press("cancel");
    }

    /// Types the code under a QR code, from the idle screen.
    void typeCode(String code) {
        leave();
        press("type-code");
        enter(code);
    }

    /// Says that they come to an exam and types their number, from whatever is on the screen.
    void toExam(String number) {
        leave();
        press("exam");
        enter(number);
    }

    /// The screen's state and then its texts, one a line, with plain spaces where a line must not
    /// break.
    String screen() {
        return terminal.call("screen", Map.of()).replace('\u00a0', ' ');
    }

    byte[] picture() {
        return terminal.picture();
    }

    boolean isThere() {
        return terminal.answers();
    }

    /// Every one of these texts stands on the screen.
    Expectation reads(String... texts) {
        return new Expectation(
                "the terminal says \"" + String.join("\" and \"", texts) + "\"",
                Where.TERMINAL,
                () -> {
                    String screen = screen();
                    return new Seen(
                            List.of(texts).stream().allMatch(screen::contains), said(screen));
                });
    }

    /// None of these texts stands on the screen.
    Expectation doesNotRead(String... texts) {
        return new Expectation(
                "the terminal does not say \"" + String.join("\" or \"", texts) + "\"",
                Where.TERMINAL,
                () -> {
                    String screen = screen();
                    return new Seen(
                            List.of(texts).stream().noneMatch(screen::contains), said(screen));
                });
    }

    /// The terminal is idle, and nothing of anybody stands there.
    Expectation isIdle() {
        return new Expectation(
                "the terminal is idle, with nothing of anybody on it",
                Where.TERMINAL,
                () -> {
                    String screen = screen();
                    List<String> found = secrets.in(screen);
                    leaked.addAll(found);
                    return new Seen(screen.startsWith("Idle") && found.isEmpty(), said(screen));
                });
    }

    /// What stood on an idle screen and should not have.
    Set<String> leaked() {
        return Set.copyOf(leaked);
    }

    private static String said(String screen) {
        return "terminal: " + screen.lines().limit(9).toList();
    }
}
