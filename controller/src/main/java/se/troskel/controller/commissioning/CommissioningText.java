package se.troskel.controller.commissioning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.troskel.protocol.AccessSystemException;
import se.troskel.protocol.json.Json;

/// Progress and reports as text: one JSON object a line, the first about the whole, one for each
/// step after it, each line ended. So a large centre has no longer lines than a small one.
public final class CommissioningText {
    /// Largest text taken, in bytes.
    public static final int MAX_BYTES = 8 * 1024 * 1024;

    private CommissioningText() {}

    /// A commissioning that can be gone on with.
    public record Progress(Head head, List<Result> results) {
        public Progress {
            results = List.copyOf(results);
        }

        /// What it is about.
        ///
        /// @param config fingerprint of the configuration that it is about
        /// @param began when its first step began
        public record Head(String centre, String config, Instant began) {}
    }

    public static byte[] write(Progress progress) {
        return lines(progress.head(), progress.results());
    }

    public static byte[] write(CommissioningReport report) {
        return lines(report.head(), report.lines());
    }

    /// Reads progress.
    ///
    /// @throws UnreadableCommissioningException when it is anything else; says which line and what
    ///   it must be, never what it says. The caller keeps the file and begins anew
    public static Progress progress(byte[] text) {
        List<byte[]> lines = split(text);
        List<Result> results = new ArrayList<>();
        Set<String> steps = new HashSet<>();
        for (int i = 1; i < lines.size(); i++) {
            Result result = read(lines, i, Result.class);
            if (!steps.add(result.step())) {
                throw new UnreadableCommissioningException(i + 1, "its step has a result already");
            }
            results.add(result);
        }
        return new Progress(read(lines, 0, Progress.Head.class), results);
    }

    /// Reads a report.
    ///
    /// @throws UnreadableCommissioningException as [#progress(byte\[\])]
    public static CommissioningReport report(byte[] text) {
        List<byte[]> lines = split(text);
        List<CommissioningReport.Line> steps = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            steps.add(read(lines, i, CommissioningReport.Line.class));
        }
        return new CommissioningReport(read(lines, 0, CommissioningReport.Head.class), steps);
    }

    private static byte[] lines(Record head, List<? extends Record> rest) {
        return Stream.concat(Stream.of(head), rest.stream())
                .map(line -> Json.text(line) + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    private static List<byte[]> split(byte[] text) {
        if (text.length > MAX_BYTES) {
            throw new UnreadableCommissioningException(
                    1, "the text has more than " + MAX_BYTES + " bytes");
        }
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                lines.add(Arrays.copyOfRange(text, start, i));
                start = i + 1;
            }
        }
        if (lines.isEmpty() || start != text.length) {
            throw new UnreadableCommissioningException(lines.size() + 1, "its end is missing");
        }
        return lines;
    }

    private static <T extends Record> T read(List<byte[]> lines, int index, Class<T> type) {
        try {
            return Json.read(lines.get(index), type);
        } catch (Json.MalformedMessageException e) {
            throw new UnreadableCommissioningException(index + 1, String.valueOf(e.getMessage()));
        }
    }

    /// Thrown for a text that is no progress or report of ours.
    public static final class UnreadableCommissioningException extends AccessSystemException {
        private static final long serialVersionUID = 1L;

        UnreadableCommissioningException(int line, String why) {
            super("line " + line + ": " + why);
        }
    }
}
