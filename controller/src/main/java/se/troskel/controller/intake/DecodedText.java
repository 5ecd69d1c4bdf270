package se.troskel.controller.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// A file's text and how it was encoded: UTF-8, with or without a byte order mark, where the bytes
/// are valid UTF-8, else Windows-1252.
///
/// @param charset name of the encoding
record DecodedText(String text, String charset) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String MARK = "\uFEFF";

    static DecodedText of(byte[] file) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return new DecodedText(
                    text.startsWith(MARK) ? text.substring(MARK.length()) : text, "UTF-8");
        } catch (CharacterCodingException e) {
            return new DecodedText(new String(file, WINDOWS), "windows-1252");
        }
    }
}
