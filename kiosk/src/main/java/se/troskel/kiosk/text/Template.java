package se.troskel.kiosk.text;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with values: `{name}`, `{name:one|many}` for the word that fits the number, `{?name}` for
/// nothing but the wish that the value is there.
record Template(String text) {
    private static final Pattern PLACE =
            Pattern.compile("\\{(\\??)([a-zA-Z]+)(?::([^|}]*)\\|([^}]*))?}");

    /// The values that it needs.
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        PLACE.matcher(text).results().forEach(place -> names.add(place.group(2)));
        return names;
    }

    boolean fits(Map<String, String> values) {
        return values.keySet().containsAll(names());
    }

    String fill(Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(word(place, values)));
    }

    private static String word(MatchResult place, Map<String, String> values) {
        if (!place.group(1).isEmpty()) {
            return "";
        }
        String value = values.getOrDefault(place.group(2), "");
        if (place.group(3) == null) {
            return value;
        }
        return value.equals("1") ? place.group(3) : place.group(4);
    }
}
