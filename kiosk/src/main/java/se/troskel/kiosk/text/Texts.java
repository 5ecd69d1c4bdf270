package se.troskel.kiosk.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/// All texts of one language. Immutable, thread-safe.
public final class Texts {
    private static final Map<Language, Texts> ALL = load();

    private final Language language;
    private final Map<String, String> texts;

    private Texts(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    public static Texts of(Language language) {
        return ALL.getOrDefault(language, ALL.values().iterator().next());
    }

    public Language language() {
        return language;
    }

    /// The text of `key` without values.
    ///
    /// @throws IllegalArgumentException when there is no such key: a mistake in the program, which
    ///   the tests find
    public String get(String key) {
        return get(key, Map.of());
    }

    /// The first of `key`, `key.2`, `key.3` whose values are all there, filled in; the last one
    /// when none is.
    ///
    /// @throws IllegalArgumentException as [#get(String)]
    public String get(String key, Map<String, String> values) {
        return find(key, values)
                .orElseThrow(() ->
                        new IllegalArgumentException("no text '" + key + "' in " + language.tag()));
    }

    /// As [#get(String, Map)]; empty when there is no such key or none of its forms fits.
    Optional<String> find(String key, Map<String, String> values) {
        String form = key;
        for (int next = 2; texts.containsKey(form); next++) {
            Template template = new Template(texts.getOrDefault(form, ""));
            if (template.fits(values)) {
                return Optional.of(template.fill(values));
            }
            form = key + "." + next;
        }
        return Optional.empty();
    }

    Set<String> keys() {
        return texts.keySet();
    }

    String raw(String key) {
        return texts.getOrDefault(key, "");
    }

    private static Map<Language, Texts> load() {
        Map<Language, Texts> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new Texts(language, read(language)));
        }
        return all;
    }

    private static Map<String, String> read(Language language) {
        String name = "/se/troskel/kiosk/text/messages_" + language.tag() + ".properties";
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its texts " + name);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the program's own texts " + name, e);
        }
        Map<String, String> texts = new java.util.HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> texts.put(key, properties.getProperty(key)));
        return Map.copyOf(texts);
    }
}
