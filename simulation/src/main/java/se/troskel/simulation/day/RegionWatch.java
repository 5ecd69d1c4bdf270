package se.troskel.simulation.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.troskel.protocol.json.Json;
import se.troskel.simulation.control.ControlClient;
import se.troskel.simulation.day.Expectation.Where;
import tools.jackson.databind.JsonNode;

/// Looks at the region: its page, and its record of the centre. Blocks; thread-safe.
final class RegionWatch {
    private static final int BATCH = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI page;
    private final ControlClient control;

    RegionWatch(URI page, ControlClient control) {
        this.page = page;
        this.control = control;
    }

    boolean isThere() {
        return control.answers();
    }

    URI page() {
        return page;
    }

    /// The page shows every one of these texts.
    Expectation shows(String... texts) {
        return new Expectation(
                "the region's page says \"" + String.join("\" and \"", texts) + "\"",
                Where.REGION_PAGE,
                () -> {
                    String text = visible(text());
                    return new Seen(
                            Stream.of(texts).allMatch(text::contains),
                            "region: "
                                    + String.join(
                                            ", ",
                                            Stream.of(texts)
                                                    .map(words -> found(text, words))
                                                    .toList()));
                });
    }

    /// The page shows none of these texts.
    Expectation showsNot(String... texts) {
        return new Expectation(
                "the region's page does not say \"" + String.join("\" or \"", texts) + "\"",
                Where.REGION_PAGE,
                () -> {
                    String text = visible(text());
                    return new Seen(
                            Stream.of(texts).noneMatch(text::contains),
                            "region: "
                                    + String.join(
                                            ", ",
                                            Stream.of(texts)
                                                    .map(words -> found(text, words))
                                                    .toList()));
                });
    }

    private static String found(String text, String words) {
        return (text.contains(words) ? "there is \"" : "there is not \"") + words + "\"";
    }

    /// The region has every record that the journal has now, byte by byte and hash by hash.
    Expectation equalsJournal(CentreWatch centre) {
        return new Expectation(
                "the region's record equals the journal, hash by hash",
                Where.ELSEWHERE,
                () -> compare(centre));
    }

    private Seen compare(CentreWatch centre) {
        long last = centre.lastSeq();
        for (long from = 1; from <= last; from += BATCH) {
            int max = (int) Math.min(BATCH, last - from + 1);
            List<String> told = centre.records(from, max);
            List<String> stored = records(told.getFirst(), from, max);
            if (!told.equals(stored)) {
                int same = 0;
                while (same < Math.min(told.size(), stored.size())
                        && told.get(same).equals(stored.get(same))) {
                    same++;
                }
                return new Seen(
                        false, "the same up to record " + (from + same - 1) + " of " + last);
            }
        }
        return new Seen(last > 0, last + " records, all the same in region and journal");
    }

    /// @param like a record of the journal that is asked about
    private List<String> records(String like, long from, int max) {
        JsonNode envelope = Json.readTree(like.getBytes(StandardCharsets.UTF_8)).path("envelope");
        return control.call(
                        "record",
                        Map.of(
                                "centre", envelope.path("centre").asString(),
                                "epoch", envelope.path("epoch").asString(),
                                "from", Long.toString(from),
                                "max", Integer.toString(max)))
                .lines()
                .toList();
    }

    private String text() {
        try {
            return http.send(
                            HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(10)).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException("the region's page does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    /// What a reader sees of a page: no tags, one space between words.
    private static String visible(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
