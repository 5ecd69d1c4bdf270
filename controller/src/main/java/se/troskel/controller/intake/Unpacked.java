package se.troskel.controller.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A workbook's archive, inflated within bounds and packed again with nothing in it but its XML, so
/// that whoever reads the copy never inflates more than was looked at here.
final class Unpacked {
    private static final int BYTES_MAX = 48 * 1024 * 1024;
    private static final int PARTS_MAX = 200;
    private static final String DOCTYPE = "<!DOCTYPE";

    /// A cell or row beyond the last one that Excel has (XFD1048576); would be waited for with as
    /// many empty ones.
    private static final Pattern BEYOND =
            Pattern.compile("\\s(?:r|spans)\\s*=\\s*[\"'](?:[A-Za-z]{4}|[^\"']*[0-9]{8})");

    private Unpacked() {}

    /// @throws UnreadableTableException when it is no archive, ends early, or is too large inflated
    static byte[] of(byte[] file) {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream out = new ZipOutputStream(copy)) {
            out.setLevel(Deflater.BEST_SPEED);
            Set<String> names = new HashSet<>();
            int left = BYTES_MAX;
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                byte[] bytes = in.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0 || names.size() == PARTS_MAX) {
                    throw new UnreadableTableException("table.tooLarge");
                }
                if (isXml(part.getName())) {
                    requirePlain(bytes);
                    if (!names.add(part.getName())) {
                        throw new UnreadableTableException("table.damaged");
                    }
                    out.putNextEntry(new ZipEntry(part.getName()));
                    out.write(bytes);
                    out.closeEntry();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableTableException("table.damaged");
        }
        return copy.toByteArray();
    }

    private static boolean isXml(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return plain.endsWith(".xml") || plain.endsWith(".rels");
    }

    private static void requirePlain(byte[] xml) {
        String text = new String(xml, StandardCharsets.ISO_8859_1);
        if (text.contains(DOCTYPE) || BEYOND.matcher(text).find()) {
            throw new UnreadableTableException("table.damaged");
        }
    }
}
