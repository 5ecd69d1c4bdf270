package se.troskel.controller.page;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32C;

/// The style sheet and the scripts: five files, held in memory, open to everybody. The browser asks
/// each time and gets them again only when they changed.
final class Assets {
    /// The version stands in the path inside the WebJar.
    private static final String HTMX =
            "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final Map<String, Asset> byName =
            Map.of(
                    "staff.css", load("staff.css", "text/css; charset=utf-8"),
                    "staff.js", load("staff.js", SCRIPT),
                    "examroom.css", load("examroom.css", "text/css; charset=utf-8"),
                    "examroom.js", load("examroom.js", SCRIPT),
                    "htmx.js", load(HTMX, SCRIPT));

    void serve(ServerRequest request, ServerResponse response) {
        var asset = byName.get(request.path().pathParameters().get("name"));
        if (asset == null) {
            Answers.send(response, new PageAnswer.Whole(404, "", new byte[0], Map.of()));
            return;
        }
        var isKnown = request.headers().first(HeaderNames.IF_NONE_MATCH).filter(asset.tag::equals);
        Answers.send(
                response,
                new PageAnswer.Whole(
                        isKnown.isPresent() ? 304 : 200,
                        asset.type,
                        isKnown.isPresent() ? new byte[0] : asset.content,
                        Map.of("Cache-Control", "no-cache", "ETag", asset.tag)));
    }

    private static Asset load(String resource, String type) {
        try (var in =
                Objects.requireNonNull(Assets.class.getResourceAsStream(resource), resource)) {
            var content = in.readAllBytes();
            var crc = new CRC32C();
            crc.update(content);
            return new Asset(type, content, '"' + HexFormat.of().toHexDigits(crc.getValue()) + '"');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Asset {
        private final String type;
        private final byte[] content;
        private final String tag;

        Asset(String type, byte[] content, String tag) {
            this.type = type;
            this.content = content;
            this.tag = tag;
        }
    }
}
