package se.troskel.controller.keys;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// What stands in the break-glass file: a first line with the number of credentials, then one line
/// each, which says by a checksum of its own whether it is whole. So a damaged line costs no other.
///
/// @param labels label by keyed hash of the card's number, in the order of the file
/// @param isWhole whether every byte was understood and nothing is missing
record BreakGlassEntries(Map<String, String> labels, boolean isWhole) {
    static final BreakGlassEntries NONE = new BreakGlassEntries(Map.of(), true);

    /// More is no emergency measure but a second register.
    static final int MOST = 100;

    private static final int LABEL_MAX = 60;
    private static final String FIRST = "troskel break-glass 1 ";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) ([0-9a-f]{8}) (.*)");

    BreakGlassEntries {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /// 1 to 60 characters that can be shown.
    static boolean isLabel(String label) {
        return !label.isBlank()
                && label.equals(label.strip())
                && label.length() <= LABEL_MAX
                && label.codePoints()
                        .noneMatch(c ->
                                Character.isISOControl(c)
                                        || Character.getType(c) == Character.FORMAT
                                        || Character.getType(c) == Character.SURROGATE
                                        || Character.getType(c) == Character.LINE_SEPARATOR
                                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
    }

    /// Reads what can be read; never throws.
    static BreakGlassEntries parse(byte[] file) {
        String[] lines = new String(file, StandardCharsets.UTF_8).split("\n", -1);
        Map<String, String> labels = new LinkedHashMap<>();
        boolean whole = lines[lines.length - 1].isEmpty();
        for (int i = 1; i < lines.length - (whole ? 1 : 0); i++) {
            Matcher line = LINE.matcher(lines[i]);
            boolean good =
                    line.matches()
                            && line.group(2).equals(checksum(line.group(1), line.group(3)))
                            && isLabel(line.group(3))
                            && labels.size() < MOST
                            && labels.put(line.group(1), line.group(3)) == null;
            whole &= good;
        }
        return new BreakGlassEntries(labels, whole && lines[0].equals(FIRST + labels.size()));
    }

    String text() {
        StringBuilder file = new StringBuilder(FIRST).append(labels.size()).append('\n');
        labels.forEach((lookup, label) ->
                file.append(lookup)
                        .append(' ')
                        .append(checksum(lookup, label))
                        .append(' ')
                        .append(label)
                        .append('\n'));
        return file.toString();
    }

    private static String checksum(String lookup, String label) {
        CRC32C crc = new CRC32C();
        crc.update((lookup + " " + label).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /// Without the hashes.
    @Override
    public String toString() {
        return "BreakGlassEntries[" + labels.size() + "]";
    }
}
