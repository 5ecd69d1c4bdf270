package se.troskel.controller.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.staff.Done;

/// The words of the staff pages in one language. `{0}`, `{1}` in a text stand for its values.
/// Immutable.
public final class Texts {
    private static final Map<Language, Texts> ALL =
            Map.of(Language.SV, load(Language.SV), Language.EN, load(Language.EN));

    private final Language language;
    private final Map<String, String> words;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter day;

    private Texts(Language language, Map<String, String> words) {
        this.language = language;
        this.words = words;
        var locale = Locale.of(language.code());
        clock =
                DateTimeFormatter.ofPattern(
                        language == Language.SV ? "'kl.'\u00a0HH.mm" : "HH:mm", locale);
        day = DateTimeFormatter.ofPattern("d MMMM", locale);
    }

    /// The words of a language.
    public static Texts of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    private static Texts load(Language language) {
        var file = "texts_" + language.code() + ".properties";
        var properties = new Properties();
        try (var in = Objects.requireNonNull(Texts.class.getResourceAsStream(file), file);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Texts(
                language,
                properties.stringPropertyNames().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(key -> key, properties::getProperty)));
    }

    public Language language() {
        return language;
    }

    /// The other language, to switch to.
    public Language other() {
        return language == Language.SV ? Language.EN : Language.SV;
    }

    /// All keys and their texts.
    Map<String, String> words() {
        return words;
    }

    /// The text of a key.
    ///
    /// @throws IllegalArgumentException when there is no such key: a mistake in the program
    public String get(String key, Object... values) {
        var text = words.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", values[i].toString());
        }
        return text;
    }

    /// The text of a key that may come from a newer part of the program; `otherwise` when there is
    /// none.
    String orElse(String key, String otherwise) {
        return words.getOrDefault(key, otherwise);
    }

    /// The word for how card numbers were understood.
    public String cardFormat(String format) {
        return orElse("card-format." + format, get("card-format.other"));
    }

    /// The sentence for what became of an action. An outcome without a sentence of its own gets a
    /// general one, never its bare key.
    public String outcome(Done done) {
        var general = get(done.done() ? "done.done" : "done.refused");
        var value = done.value();
        return orElse("done." + done.key(), general).replace("{0}", value == null ? "" : value);
    }

    /// The time of day, as in "kl. 09.20" and "09:20"; never broken over two lines.
    public String clock(Instant at, ZoneId zone) {
        return clock.format(at.atZone(zone));
    }

    /// The time of day, with the day when it is another day than `now`.
    public String clock(Instant at, Instant now, ZoneId zone) {
        var local = at.atZone(zone);
        return local.toLocalDate().equals(now.atZone(zone).toLocalDate())
                ? clock.format(local)
                : day.format(local) + " " + clock.format(local);
    }

    /// The day, as in "3 mars".
    public String day(Instant at, ZoneId zone) {
        return day.format(at.atZone(zone));
    }

    /// The word for a constant; a dash for none.
    public String word(@Nullable Enum<?> value) {
        return value == null
                ? "–"
                : get("word." + value.getDeclaringClass().getSimpleName() + "." + value.name());
    }
}
