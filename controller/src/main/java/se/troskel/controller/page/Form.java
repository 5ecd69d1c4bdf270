package se.troskel.controller.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a visitor sent with a form. Of a field sent twice the first counts.
final class Form {
    static final Form EMPTY = new Form(Map.of(), null, false);
    private static final int FIELDS_MAX = 64;

    private final Map<String, String> fields;
    private final byte @Nullable [] file;
    private final boolean fileTooLarge;

    /// @param file the uploaded file; null when none was sent or it is too large
    Form(Map<String, String> fields, byte @Nullable [] file, boolean fileTooLarge) {
        this.fields = Map.copyOf(fields);
        this.file = file;
        this.fileTooLarge = fileTooLarge;
    }

    /// The uploaded file; null when none was sent or it is too large.
    byte @Nullable [] file() {
        return file;
    }

    /// Whether a file was sent that is larger than allowed.
    boolean isFileTooLarge() {
        return fileTooLarge;
    }

    /// Reads the body of an ordinary form (`application/x-www-form-urlencoded`).
    ///
    /// @throws MalformedForm when it is not one
    static Form parse(String body) {
        var fields = new HashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            fields.putIfAbsent(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            if (fields.size() > FIELDS_MAX) {
                throw new MalformedForm("more than " + FIELDS_MAX + " fields");
            }
        }
        return new Form(fields, null, false);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MalformedForm("percent encoding broken", e);
        }
    }

    /// A field without white space around it; empty when it was not sent.
    String get(String name) {
        return raw(name).strip();
    }

    /// A field just as it was sent, for passwords; empty when it was not sent.
    String raw(String name) {
        return fields.getOrDefault(name, "");
    }

    /// Without what was typed.
    @Override
    public String toString() {
        return "Form[" + fields.size() + " fields]";
    }

    /// A body that is no form; the browser did not make it.
    static final class MalformedForm extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MalformedForm(String message) {
            super(message);
        }

        MalformedForm(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
