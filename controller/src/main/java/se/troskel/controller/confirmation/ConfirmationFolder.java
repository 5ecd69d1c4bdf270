package se.troskel.controller.confirmation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The confirmations of a sitting in one ZIP file, for an own mail system: the sheets, and for each
/// candidate a mail and a calendar entry. No file is named after anybody.
public final class ConfirmationFolder {
    private ConfirmationFolder() {}

    /// The ZIP file.
    ///
    /// @param sheets HTML with all sheets
    /// @param made now
    public static byte[] zip(List<Confirmation> confirmations, byte[] sheets, Instant made) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "sheets.html", sheets);
            int number = 1;
            for (Confirmation told : confirmations) {
                String name = "%02d-%s".formatted(number++, told.to().mark());
                put(zip, name + ".eml", ConfirmationMail.file(told, made));
                put(
                        zip,
                        name + ".ics",
                        CalendarEntry.of(told, made).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
