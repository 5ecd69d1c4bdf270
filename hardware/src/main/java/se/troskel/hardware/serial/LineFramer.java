package se.troskel.hardware.serial;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import se.troskel.hardware.internal.PrintableText;

/// Cuts what a scanner sends into lines. Pure: time comes in as monotonic nanoseconds. One thread
/// at a time.
///
/// A line ends with CR, LF or both, or, for scanners that send no end, when nothing follows for
/// [#GAP_NANOS]. Bytes on both sides of such a gap are never one line. A line that is too long, is
/// not UTF-8, or holds a control or invisible character is refused whole and counted.
public final class LineFramer {
    /// Silence that ends a line: 100 ms, the length of 96 characters at 9600 baud.
    public static final long GAP_NANOS = 100_000_000;

    private final int maxLength;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean tooLong;
    private long lastNanos;
    private long refused;

    /// Begins with no line.
    ///
    /// @param maxLength longest line in characters, 1 to 512
    public LineFramer(int maxLength) {
        if (maxLength < 1 || maxLength > PrintableText.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "maxLength must be 1 to " + PrintableText.MAX_LENGTH + ": " + maxLength);
        }
        this.maxLength = maxLength;
    }

    /// Takes one byte.
    ///
    /// @return the line that it ended, or that the silence before it had ended; empty for none
    public Optional<String> accept(byte next, long nowNanos) {
        Optional<String> ended = poll(nowNanos);
        lastNanos = nowNanos;
        if (next == '\r' || next == '\n') {
            return ended.or(this::end);
        }
        if (line.size() < maxLength * 4) {
            line.write(next);
        } else {
            tooLong = true;
        }
        return ended;
    }

    /// Time passed without a byte.
    ///
    /// @return the line that the silence ended; empty for none
    public Optional<String> poll(long nowNanos) {
        return line.size() > 0 && nowNanos - lastNanos >= GAP_NANOS ? end() : Optional.empty();
    }

    /// Lines refused so far.
    public long refused() {
        return refused;
    }

    private Optional<String> end() {
        if (line.size() == 0) {
            return Optional.empty();
        }
        Optional<String> text = tooLong ? Optional.empty() : decode();
        if (text.isEmpty()) {
            refused++;
        }
        line.reset();
        tooLong = false;
        return text;
    }

    private Optional<String> decode() {
        try {
            return Optional.of(
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(line.toByteArray()))
                                    .toString())
                    .filter(text -> text.length() <= maxLength)
                    .filter(PrintableText::isPrintable);
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
