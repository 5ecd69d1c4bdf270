package se.troskel.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.troskel.kiosk.flow.FlowState;
import se.troskel.kiosk.flow.Outcome;
import se.troskel.kiosk.flow.Screen;
import se.troskel.kiosk.model.Comfort;
import se.troskel.kiosk.model.TextSize;
import se.troskel.kiosk.model.Theme;
import se.troskel.kiosk.sample.Samples;
import se.troskel.kiosk.text.Language;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.kiosk.PinChallenge;

/// Every screen can be read, reached and pressed, in every language, size and mode, with real
/// fonts. Lays each out off-stage, walks its nodes, and keeps a picture of it in `target/pictures`.
@Tag("fonts")
class ScreensTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final double PIXELS_PER_MM = 4.03;

    @BeforeAll
    static void startJavaFx() throws IOException {
        Fx.start();
        Files.createDirectories(PICTURES);
    }

    static Stream<Arguments> looks() {
        List<Arguments> looks = new ArrayList<>();
        for (Map.Entry<String, FlowState> screen : Gallery.all().entrySet()) {
            for (Language language : Language.values()) {
                for (TextSize size : TextSize.values()) {
                    Comfort comfort = Comfort.usual(language).with(size);
                    looks.add(Arguments.of(screen.getKey(), screen.getValue(), comfort));
                }
            }
            Comfort swedish = Comfort.usual(Language.SV);
            looks.add(
                    Arguments.of(
                            screen.getKey(), screen.getValue(), swedish.with(Theme.HIGH_CONTRAST)));
            looks.add(Arguments.of(screen.getKey(), screen.getValue(), swedish.with(Theme.DARK)));
            looks.add(Arguments.of(screen.getKey(), screen.getValue(), swedish.withReach(true)));
        }
        return looks.stream();
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("looks")
    void everyScreenIsWholeAndWithinReach(String name, FlowState state, Comfort comfort)
            throws IOException {
        byte[] picture =
                Fx.call(() -> {
                    Stageless screen = Stageless.of(state, comfort, false);
                    scan(screen);
                    return screen.picture();
                });
        Files.write(PICTURES.resolve(name + suffix(comfort) + ".png"), picture);
        assertThat(picture).hasSizeGreaterThan(1000);
    }

    @Test
    void rightToLeftMirrorsTheScreenButNotThePlaceOfTheReader() throws IOException {
        for (String name :
                List.of(
                        "idle",
                        "checked-in",
                        "room",
                        "pin",
                        "leaving",
                        "exam-pre-ok",
                        "exam-ask-document",
                        "exam-number",
                        "inside-already",
                        "staff-doors",
                        "staff-chosen")) {
            FlowState state = java.util.Objects.requireNonNull(Gallery.all().get(name));
            byte[] picture =
                    Fx.call(() -> {
                        Stageless screen = Stageless.of(state, Comfort.usual(Language.SV), true);
                        scan(screen);
                        return screen.picture();
                    });
            Files.write(PICTURES.resolve(name + "-rtl.png"), picture);
        }
    }

    static Stream<Arguments> results() {
        List<Arguments> results = new ArrayList<>();
        for (CheckInReason reason : CheckInReason.values()) {
            for (Language language : Language.values()) {
                for (TextSize size : TextSize.values()) {
                    results.add(Arguments.of(reason, Comfort.usual(language).with(size)));
                }
            }
        }
        return results.stream();
    }

    @ParameterizedTest
    @MethodSource("results")
    void everySentenceFitsItsLines(CheckInReason reason, Comfort comfort) {
        Fx.call(() -> {
            for (NextStep next : NextStep.values()) {
                FlowState idle = java.util.Objects.requireNonNull(Gallery.all().get("idle"));
                Outcome outcome = new Outcome.Answered(Samples.answer(reason, next));
                FlowState state = new FlowState(new Screen.Result(outcome, 0), idle.around());
                Stageless screen = Stageless.of(state, comfort, false);
                boolean normal = comfort.size() == TextSize.NORMAL;
                assertThat(lines(screen, ".headline"))
                        .as(reason + " headline")
                        .isLessThanOrEqualTo(normal ? 4 : 3);
                assertThat(lines(screen, ".action"))
                        .as(reason + " " + next)
                        .isLessThanOrEqualTo(normal ? 2 : comfort.size() == TextSize.LARGE ? 3 : 4);
                scan(screen);
            }
            return true;
        });
    }

    @Test
    void onlyEvacuationIsRed() {
        for (Map.Entry<String, FlowState> screen : Gallery.all().entrySet()) {
            boolean red =
                    Fx.call(() ->
                            !Stageless.of(screen.getValue(), Comfort.usual(Language.SV), false)
                                    .root()
                                    .lookupAll(".stop")
                                    .isEmpty());
            assertThat(red).as(screen.getKey()).isEqualTo(screen.getKey().equals("evacuate"));
        }
    }

    @Test
    void pinIsNowhereInTheNodes() {
        FlowState pin = java.util.Objects.requireNonNull(Gallery.all().get("pin"));
        PinChallenge challenge = new PinChallenge("c", 2, Samples.NOW);
        FlowState typed =
                new FlowState(
                        new Screen.AskPin(
                                Samples.pinAnswer(CheckInReason.PIN_REQUIRED),
                                challenge,
                                null,
                                "864213",
                                0),
                        pin.around());
        String texts =
                Fx.call(() ->
                        String.join(
                                " ",
                                all(Stageless.of(typed, Comfort.usual(Language.SV), false).root())
                                        .stream()
                                        .map(node ->
                                                node.getAccessibleText()
                                                        + " "
                                                        + (node instanceof Labeled label
                                                                ? label.getText()
                                                                : ""))
                                        .toList()));
        assertThat(texts).contains("● ● ● ● ● ●").doesNotContain("864213");
    }

    private static void scan(Stageless screen) {
        List<Bounds> targets = new ArrayList<>();
        for (Node node : all(screen.root())) {
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            if (node.isFocusTraversable()) {
                String what = node.getId() + " " + bounds;
                assertThat(node.getAccessibleText()).as(what).isNotBlank();
                assertThat(bounds.getMinY()).as("reach: " + what).isGreaterThanOrEqualTo(1056);
                assertThat(bounds.getWidth()).as(what).isGreaterThanOrEqualTo(20 * PIXELS_PER_MM);
                assertThat(bounds.getHeight()).as(what).isGreaterThanOrEqualTo(20 * PIXELS_PER_MM);
                targets.add(bounds);
            }
            if (node instanceof Labeled label && !label.getText().isBlank()) {
                assertUncut(label);
                assertThat(bounds.getMinX()).as(label.getText()).isGreaterThanOrEqualTo(-0.5);
                assertThat(bounds.getMaxX()).as(label.getText()).isLessThanOrEqualTo(1080.5);
                boolean control = label instanceof Button;
                assertThat(label.getFont().getSize()).as("K10").isGreaterThanOrEqualTo(32);
                assertThat(bounds.getMaxY())
                        .as("within its zone: " + label.getText())
                        .isLessThanOrEqualTo(control ? 1920.5 : zoneEnd(bounds.getMinY()) + 0.5);
            }
        }
        assertApart(targets);
    }

    private static double zoneEnd(double y) {
        return y < 120 ? 120 : y < 1056 ? 1056 : y < 1776 ? 1776 : 1920;
    }

    private static void assertUncut(Labeled label) {
        Text shown = shown(label);
        if (shown != null) {
            assertThat(shown.getText()).as("cut").isEqualTo(label.getText());
            for (String word : label.getText().split("\\s+", -1)) {
                Text alone = new Text(word);
                alone.setFont(label.getFont());
                assertThat(alone.getLayoutBounds().getWidth())
                        .as("a word wider than its place: " + word)
                        .isLessThanOrEqualTo(label.getWidth());
            }
            assertThat(shown.getLayoutBounds().getHeight())
                    .as("higher than its place: " + label.getText())
                    .isLessThanOrEqualTo(label.getHeight() + 1);
        }
    }

    private static void assertApart(List<Bounds> targets) {
        for (int i = 0; i < targets.size(); i++) {
            for (int j = 0; j < i; j++) {
                Bounds one = targets.get(i);
                Bounds other = targets.get(j);
                double dx =
                        Math.max(one.getMinX(), other.getMinX())
                                - Math.min(one.getMaxX(), other.getMaxX());
                double dy =
                        Math.max(one.getMinY(), other.getMinY())
                                - Math.min(one.getMaxY(), other.getMaxY());
                assertThat(Math.max(dx, dy))
                        .as("gap " + one + " " + other)
                        .isGreaterThanOrEqualTo(4 * PIXELS_PER_MM);
            }
        }
    }

    /// What the label really draws: cut, it differs from its text.
    private static @org.jspecify.annotations.Nullable Text shown(Labeled label) {
        return label.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static int lines(Stageless screen, String style) {
        Labeled label = (Labeled) screen.root().lookup(".message-words" + style);
        Text shown = java.util.Objects.requireNonNull(shown(label));
        Text line = new Text("X");
        line.setFont(label.getFont());
        line.setLineSpacing(label.getLineSpacing());
        return (int)
                Math.round(
                        (shown.getLayoutBounds().getHeight() + label.getLineSpacing())
                                / (line.getLayoutBounds().getHeight() + label.getLineSpacing()));
    }

    private static List<Node> all(Node root) {
        List<Node> nodes = new ArrayList<>();
        collect(root, nodes);
        return nodes;
    }

    private static void collect(Node node, List<Node> nodes) {
        if (!node.isVisible()) {
            return;
        }
        nodes.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, nodes));
        }
    }

    private static String suffix(Comfort comfort) {
        return "-"
                + comfort.language().tag()
                + (comfort.size() == TextSize.NORMAL ? "" : "-" + comfort.size().percent())
                + (comfort.theme() == Theme.LIGHT
                        ? ""
                        : "-" + comfort.theme().name().toLowerCase(java.util.Locale.ROOT))
                + (comfort.reach() ? "-reach" : "");
    }
}
