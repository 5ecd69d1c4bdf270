package se.troskel.controller.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import se.troskel.controller.journal.log.LogUnavailableException;
import se.troskel.protocol.AccessSystemException;
import se.troskel.protocol.json.Json;

/// `anchor.jsonl` in the journal's folder: the anchor on the first line, then the carried records,
/// one on a line. Every byte of it is covered by the signature. Blocks on disk.
///
/// @param carried by position
record AnchorFile(JournalAnchor anchor, SortedMap<Long, CarriedRecord> carried) {
    static final String FILE = "anchor.jsonl";

    /// Its next version while it is written; a power cut may leave one behind.
    static final String FRESH_FILE = FILE + ".new";

    AnchorFile {
        carried = Collections.unmodifiableSortedMap(new TreeMap<>(carried));
    }

    /// The bytes are not an anchor and what belongs to it.
    static final class DamagedException extends AccessSystemException {
        private static final long serialVersionUID = 1L;

        DamagedException(String what) {
            super(what);
        }
    }

    /// The same of what the region has been heard to have since.
    AnchorFile with(AcknowledgedHead acknowledged, KeyPair key) {
        return new AnchorFile(
                JournalAnchor.sign(anchor.statement().with(acknowledged), key), carried);
    }

    /// Empty when nothing was retired yet.
    ///
    /// @throws DamagedException when it is not as it was written
    static Optional<AnchorFile> read(Path dir) {
        return bytes(dir).map(AnchorFile::parse);
    }

    static Optional<byte[]> bytes(Path dir) {
        Path file = dir.resolve(FILE);
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new LogUnavailableException(file + " cannot be read: " + e, e);
        }
    }

    static AnchorFile parse(byte[] bytes) {
        try {
            int end = endOfLine(bytes, 0);
            byte[] line = Arrays.copyOf(bytes, end);
            JournalAnchor anchor = Json.read(line, JournalAnchor.class);
            if (!Arrays.equals(line, Json.write(anchor)) || !anchor.isIntact()) {
                throw new DamagedException("the anchor is not as it was signed");
            }
            byte[] rest = Arrays.copyOfRange(bytes, end + 1, bytes.length);
            if (!hash(rest).equals(anchor.statement().carriedHash())) {
                throw new DamagedException("what follows the anchor is not what was signed");
            }
            return new AnchorFile(anchor, records(rest));
        } catch (Json.MalformedMessageException e) {
            throw new DamagedException(String.valueOf(e.getMessage()));
        }
    }

    private static SortedMap<Long, CarriedRecord> records(byte[] lines) {
        SortedMap<Long, CarriedRecord> records = new TreeMap<>();
        int at = 0;
        while (at < lines.length) {
            int end = endOfLine(lines, at);
            CarriedRecord one = Json.read(Arrays.copyOfRange(lines, at, end), CarriedRecord.class);
            records.put(one.seq(), one);
            at = end + 1;
        }
        return records;
    }

    private static int endOfLine(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        throw new DamagedException("it ends in the middle of a line");
    }

    /// The bytes of carried records as they follow the anchor.
    static byte[] lines(SortedMap<Long, CarriedRecord> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (CarriedRecord one : records.values()) {
            out.writeBytes(Json.write(one));
            out.write('\n');
        }
        return out.toByteArray();
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// On the disk when this returns, in place of the one before.
    void write(Path dir) throws IOException {
        Path fresh = dir.resolve(FRESH_FILE);
        try (FileChannel channel =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            for (byte[] part : List.of(Json.write(anchor), new byte[] {'\n'}, lines(carried))) {
                ByteBuffer bytes = ByteBuffer.wrap(part);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
        }
        Files.move(fresh, dir.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(dir, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
