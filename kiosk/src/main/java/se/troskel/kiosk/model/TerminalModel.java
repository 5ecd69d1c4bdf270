package se.troskel.kiosk.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import se.troskel.kiosk.flow.FlowInput;
import se.troskel.kiosk.flow.FlowState;
import se.troskel.kiosk.flow.Outcome;
import se.troskel.kiosk.flow.Screen;
import se.troskel.kiosk.text.Language;
import se.troskel.kiosk.text.Place;
import se.troskel.kiosk.text.Sentence;
import se.troskel.kiosk.text.Sentences;
import se.troskel.kiosk.text.Texts;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.kiosk.KioskView;

/// The state of the terminal as the screens see it. Every derived value follows the flow, the
/// language and the clock.
public final class TerminalModel {
    private final Site site;
    private final Consumer<FlowInput> inputs;
    private final ObjectProperty<FlowState> state = new SimpleObjectProperty<>(FlowState.START);
    private final ObjectProperty<Comfort> comfort;
    private final ObjectProperty<Instant> now;
    private final ObjectProperty<Long> nanos = new SimpleObjectProperty<>(0L);

    /// A terminal that was just switched on.
    ///
    /// @param now the wall clock at the start
    /// @param inputs takes what is pressed
    public TerminalModel(Site site, Instant now, Consumer<FlowInput> inputs) {
        this.site = site;
        this.inputs = inputs;
        this.comfort = new SimpleObjectProperty<>(Comfort.usual(site.languages().getFirst()));
        this.now = new SimpleObjectProperty<>(now);
    }

    public Site site() {
        return site;
    }

    public ReadOnlyObjectProperty<FlowState> state() {
        return state;
    }

    public ReadOnlyObjectProperty<Comfort> comfort() {
        return comfort;
    }

    public void show(FlowState next) {
        state.set(next);
    }

    /// Time passes.
    ///
    /// @param instant the centre's wall clock
    /// @param monotonic the flow's clock, for the time bar
    public void tick(Instant instant, long monotonic) {
        now.set(instant);
        nanos.set(monotonic);
    }

    public void set(Comfort next) {
        comfort.set(next);
    }

    /// Every tool back to its default.
    public void resetTools() {
        comfort.set(Comfort.usual(site.languages().getFirst()));
    }

    /// Something was pressed.
    public void press(FlowInput input) {
        inputs.accept(input);
    }

    /// A tool was pressed.
    public void use(Tool tool) {
        Comfort is = comfort.get();
        comfort.set(
                switch (tool) {
                    case LANGUAGE -> is.with(nextLanguage(is.language()));
                    case SIZE -> is.with(is.size().next());
                    case CONTRAST -> is.with(is.theme().next());
                    case REACH -> is.withReach(!is.reach());
                    case SOUND -> is.withSound(!is.sound());
                });
        inputs.accept(new FlowInput.ToolUsed());
    }

    /// A text in the language shown, following it.
    public ObservableValue<String> text(String key) {
        return derive(() -> texts().get(key));
    }

    /// A value that follows flow, language and clock.
    public <T> ObservableValue<T> derive(Supplier<T> value) {
        return Bindings.createObjectBinding(value::get, state, comfort, now);
    }

    /// A value of one kind of screen; `otherwise` while another is shown.
    public <S extends Screen, T> ObservableValue<T> of(
            Class<S> kind, Function<S, T> value, T otherwise) {
        return derive(() ->
                kind.isInstance(state.get().screen())
                        ? value.apply(kind.cast(state.get().screen()))
                        : otherwise);
    }

    /// The time left until `until`, as a share of `whole`: 1 to 0.
    public ObservableValue<Double> share(Supplier<Long> until, long whole) {
        return Bindings.createObjectBinding(
                () -> Math.clamp((until.get() - nanos.get()) / (double) whole, 0.0, 1.0),
                state,
                nanos);
    }

    public long nanosNow() {
        return nanos.get();
    }

    public Texts texts() {
        return Texts.of(comfort.get().language());
    }

    /// The languages that are not shown now.
    public List<Texts> otherTexts() {
        return site.languages().stream()
                .filter(language -> language != comfort.get().language())
                .map(Texts::of)
                .toList();
    }

    /// The way to where an outcome sends the person; empty when it sends nowhere.
    Optional<Way> way(@Nullable Outcome outcome) {
        return site.ways().of(outcome);
    }

    /// The directions of a way in the language shown; empty where there are none.
    String directions(Optional<Way> way) {
        String tag = comfort.get().language().tag();
        return way.map(Way::directions).map(lines -> lines.get(tag)).orElse("");
    }

    /// How many words an outcome shows.
    public int words(Outcome outcome) {
        return Sentences.of(outcome, texts(), place()).words()
                + Sentence.words(directions(way(outcome)));
    }

    public Place place() {
        return Place.of(view(), now.get(), site.zone(), site.phone());
    }

    /// The controller's last word; null before the first.
    public @Nullable KioskView view() {
        return state.get().around().view();
    }

    /// What can be read here, as the end of a key: `both`, `card`, `code` or `none`.
    String readable() {
        boolean card = state.get().around().reads(Medium.CARD);
        boolean code = state.get().around().reads(Medium.QR);
        if (card && code) {
            return "both";
        }
        return card ? "card" : code ? "code" : "none";
    }

    private Language nextLanguage(Language language) {
        List<Language> all = site.languages();
        return all.get((all.indexOf(language) + 1) % all.size());
    }
}
