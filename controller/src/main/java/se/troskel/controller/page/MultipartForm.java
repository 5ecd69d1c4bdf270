package se.troskel.controller.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a form with a file (`multipart/form-data`, RFC 7578) out of memory. One file is taken, the
/// last; its name is looked at by nobody.
final class MultipartForm {
    private static final int PARTS_MAX = 32;
    private static final Pattern NAME = Pattern.compile("(?i);\\s*name=\"([^\"\r\n]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i);\\s*filename\\*?=");
    private static final Pattern DISPOSITION =
            Pattern.compile("(?im)^content-disposition:\\s*form-data([^\r\n]*)");

    private final byte[] body;
    private final boolean cut;

    /// One character for each byte, to search in.
    private final String text;

    private final String delimiter;

    private final HashMap<String, String> fields = new HashMap<>();
    private byte @Nullable [] file;
    private boolean fileTooLarge;

    private MultipartForm(byte[] body, boolean cut, String boundary) {
        this.body = body;
        this.cut = cut;
        this.text = new String(body, StandardCharsets.ISO_8859_1);
        this.delimiter = "\r\n--" + boundary;
    }

    /// Reads the parts.
    ///
    /// @param cut whether the body went on after these bytes; then its last part is the file that
    ///   is too large
    /// @throws Form.MalformedForm when they are none
    static Form parse(byte[] body, boolean cut, String boundary) {
        if (boundary.isEmpty() || boundary.length() > 70) {
            throw new Form.MalformedForm("boundary missing or too long");
        }
        var form = new MultipartForm(body, cut, boundary);
        form.readParts();
        return new Form(form.fields, form.file, form.fileTooLarge);
    }

    private void readParts() {
        if (!text.startsWith(delimiter.substring(2))) {
            throw new Form.MalformedForm("does not begin with its boundary");
        }
        int at = delimiter.length() - 2;
        for (int part = 0; !text.startsWith("--", at); part++) {
            if (part == PARTS_MAX) {
                throw new Form.MalformedForm("more than " + PARTS_MAX + " parts");
            }
            at = readPart(at);
            if (at < 0) {
                return;
            }
        }
    }

    /// Reads the part whose delimiter ends at `from`.
    ///
    /// @return where the next delimiter ends; negative when the body was cut in this part
    private int readPart(int from) {
        int content = text.indexOf("\r\n\r\n", from);
        if (!text.startsWith("\r\n", from) || content < from + 2) {
            throw new Form.MalformedForm("a part without a head");
        }
        var disposition = DISPOSITION.matcher(text.substring(from + 2, content));
        if (!disposition.find()) {
            throw new Form.MalformedForm("a part without Content-Disposition");
        }
        var name = NAME.matcher(disposition.group(1));
        if (!name.find()) {
            throw new Form.MalformedForm("a part without a name");
        }
        boolean isFile = FILE_NAME.matcher(disposition.group(1)).find();
        int end = text.indexOf(delimiter, content + 2);
        if (end < 0 && !(cut && isFile)) {
            throw new Form.MalformedForm("a part without an end");
        }
        if (end < 0) {
            fileTooLarge = true;
            file = null;
            return -1;
        }
        var bytes = Arrays.copyOfRange(body, Math.min(content + 4, end), end);
        if (isFile) {
            file = bytes;
        } else {
            fields.putIfAbsent(utf8(name.group(1)), new String(bytes, StandardCharsets.UTF_8));
        }
        return end + delimiter.length();
    }

    private static String utf8(String oneByteEach) {
        return new String(
                oneByteEach.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
