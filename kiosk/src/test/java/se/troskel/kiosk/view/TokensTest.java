package se.troskel.kiosk.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The colours can be told apart and read. Computes the WCAG contrast of each pair of tokens that
/// meet on a screen.
class TokensTest {
    private static final Pattern TOKEN = Pattern.compile("(-t-[a-z-]+): (#[0-9A-F]{6});");
    private static final List<List<String>> TEXTS =
            List.of(
                    List.of("-t-text", "-t-bg"),
                    List.of("-t-text", "-t-surface"),
                    List.of("-t-muted", "-t-bg"),
                    List.of("-t-muted", "-t-surface"),
                    List.of("-t-on-info", "-t-info"),
                    List.of("-t-on-ok", "-t-ok"),
                    List.of("-t-on-act", "-t-act"),
                    List.of("-t-on-stop", "-t-stop"),
                    List.of("-t-line", "-t-bg"),
                    List.of("-t-line", "-t-surface"),
                    List.of("-t-act-text", "-t-bg"),
                    List.of("-t-focus", "-t-bg"),
                    List.of("-t-focus-in", "-t-focus"));

    @ParameterizedTest
    @CsvSource({"light, 4.5, 15", "dark, 4.5, 14", "high-contrast, 7, 20"})
    void everyPairThatMeetsCanBeRead(String theme, double least, double headline)
            throws IOException {
        Map<String, String> tokens = tokens(theme);
        assertThat(tokens).hasSize(16);
        for (List<String> pair : TEXTS) {
            assertThat(contrast(tokens, pair.getFirst(), pair.getLast()))
                    .as(theme + " " + pair)
                    .isGreaterThanOrEqualTo(least);
        }
        assertThat(contrast(tokens, "-t-text", "-t-bg")).isGreaterThan(headline);
    }

    private static double contrast(Map<String, String> tokens, String one, String other) {
        double first = luminance(tokens.getOrDefault(one, ""));
        double second = luminance(tokens.getOrDefault(other, ""));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 0xff)
                + 0.7152 * linear(rgb >> 8 & 0xff)
                + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String> tokens(String theme) throws IOException {
        String name = "/se/troskel/kiosk/style/tokens-" + theme + ".css";
        Map<String, String> tokens = new HashMap<>();
        try (InputStream in = TokensTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            TOKEN.matcher(css)
                    .results()
                    .forEach(token -> tokens.put(token.group(1), token.group(2)));
        }
        return tokens;
    }
}
