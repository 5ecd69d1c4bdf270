package se.troskel.controller.page;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// What goes back to the browser.
sealed interface PageAnswer {
    /// A page, a file or a redirection.
    final class Whole implements PageAnswer {
        private final int status;
        private final String type;
        private final byte[] body;
        private final Map<String, String> headers;

        /// @param headers beside the ones that every answer carries
        Whole(int status, String type, byte[] body, Map<String, String> headers) {
            this.status = status;
            this.type = type;
            this.body = body;
            this.headers = Map.copyOf(headers);
        }

        int status() {
            return status;
        }

        String type() {
            return type;
        }

        byte[] body() {
            return body;
        }

        Map<String, String> headers() {
            return headers;
        }

        /// The same with one more header.
        Whole with(String name, String value) {
            var more = new HashMap<>(headers);
            more.put(name, value);
            return new Whole(status, type, body, more);
        }

        @Override
        public String toString() {
            return "Whole[" + status + " " + type + "]";
        }
    }

    /// News for as long as the browser listens.
    record Listen(Session session) implements PageAnswer {}

    static Whole html(int status, byte[] page) {
        return new Whole(status, "text/html; charset=utf-8", page, Map.of());
    }

    /// Go there next, by GET.
    static Whole goTo(String path) {
        return new Whole(303, "text/plain", new byte[0], Map.of("Location", path));
    }

    /// A file to keep.
    ///
    /// @param name as the browser is to store it
    static Whole file(String name, String type, byte[] content) {
        return new Whole(
                200,
                type,
                content,
                Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""));
    }

    static Whole csv(String name, String text) {
        return file(name, "text/csv; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
