package se.troskel.config;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Findings.Complaint;

/// The bytes of a file as text.
final class FileText {
    private FileText() {}

    /// The text in UTF-8; null when the bytes are too many or no UTF-8, which is then among the
    /// findings.
    static @Nullable String of(byte[] bytes, int most, Findings findings) {
        if (bytes.length > most) {
            findings.errorAt(
                    Position.START,
                    "",
                    new Complaint("larger than " + most + " bytes", "take out what is not config"));
            return null;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            findings.errorAt(
                    new Position(line, 1),
                    "",
                    new Complaint("not UTF-8 on this line", "save the file as UTF-8"));
            return null;
        }
        return text.toString();
    }

    /// Without the byte order mark that some editors put first.
    static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
