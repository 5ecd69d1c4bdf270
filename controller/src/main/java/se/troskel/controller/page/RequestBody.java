package se.troskel.controller.page;

import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HttpMediaType;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Reads the form of a request, within bounds; blocks until it has arrived.
final class RequestBody {
    /// The largest file taken, with the form around it.
    static final int FILE_FORM_BYTES_MAX = 5 * 1024 * 1024;

    private static final int FORM_BYTES_MAX = 64 * 1024;

    /// How much of a file that is too large is read away, so that the browser gets to show the
    /// answer instead of a broken connection.
    private static final long DISCARDED_BYTES_MAX = 64L * 1024 * 1024;

    private RequestBody() {}

    /// Reads a form with or without a file.
    ///
    /// @throws Form.MalformedForm when it is none or out of bounds
    static Form read(ServerRequest request) {
        if (!request.content().hasEntity()) {
            return Form.EMPTY;
        }
        var type =
                request.headers()
                        .contentType()
                        .orElseThrow(() -> new Form.MalformedForm("no content type"));
        try (var in = request.content().inputStream()) {
            return read(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Form read(InputStream in, HttpMediaType type) throws IOException {
        if (type.mediaType().equals(MediaTypes.MULTIPART_FORM_DATA)) {
            var body = in.readNBytes(FILE_FORM_BYTES_MAX);
            boolean cut = in.read() >= 0;
            if (cut) {
                in.skip(DISCARDED_BYTES_MAX);
            }
            return MultipartForm.parse(body, cut, type.parameters().getOrDefault("boundary", ""));
        }
        if (!type.mediaType().equals(MediaTypes.APPLICATION_FORM_URLENCODED)) {
            throw new Form.MalformedForm("neither a form nor a form with a file");
        }
        var body = in.readNBytes(FORM_BYTES_MAX);
        if (in.read() >= 0) {
            throw new Form.MalformedForm("longer than " + FORM_BYTES_MAX + " bytes");
        }
        return Form.parse(new String(body, StandardCharsets.UTF_8));
    }
}
