package se.troskel.controller.register;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import se.troskel.controller.journal.log.LogRecord;
import se.troskel.controller.journal.log.LogSettings;
import se.troskel.controller.journal.log.SegmentFile;
import se.troskel.controller.journal.log.SegmentedLog;
import se.troskel.controller.journal.log.StoredRecord;
import se.troskel.controller.keys.Aead;

/// The encrypted log of the register's edits. One thread at a time; blocks.
final class EditLog implements AutoCloseable {
    /// Its folder in the register's.
    static final String NAME = "log";

    private static final int SEGMENT_BYTES = 256 * 1024;
    private static final int AT_ONCE = 64;
    private static final byte[] NOTHING = {};

    private final SegmentedLog log;
    private final Aead cipher;

    EditLog(Path dir, Aead cipher, RandomGenerator random) {
        this.log =
                SegmentedLog.open(
                        dir,
                        "register",
                        new LogSettings(SEGMENT_BYTES, random, SegmentFile::onDisk));
        this.cipher = cipher;
    }

    String epoch() {
        return log.epoch();
    }

    long firstSeq() {
        return log.firstSeq();
    }

    long lastSeq() {
        return log.lastSeq();
    }

    long droppedBytes() {
        return log.droppedBytes();
    }

    /// On the disk when this returns.
    void append(RegisterEdit edit) throws IOException {
        byte[] sealed = cipher.seal(RegisterJson.write(edit), place(log.lastSeq() + 1));
        log.append(List.of(new LogRecord(NOTHING, NOTHING, sealed)));
    }

    /// The edits from `from` on.
    ///
    /// @throws Aead.WrongKeyException when they were encrypted under another key
    List<RegisterEdit> from(long from) {
        List<RegisterEdit> edits = new ArrayList<>();
        List<StoredRecord> some = log.read(from, AT_ONCE);
        while (!some.isEmpty()) {
            for (StoredRecord record : some) {
                byte[] sealed = record.content().local();
                if (sealed != null) {
                    byte[] edit = cipher.open(sealed, place(record.seq()));
                    edits.add(RegisterJson.readEdit(edit));
                }
            }
            some = log.read(some.getLast().seq() + 1, AT_ONCE);
        }
        return edits;
    }

    /// Whether it holds an edit after which no older copy may be left.
    boolean hasErasure() {
        return from(firstSeq()).stream().anyMatch(RegisterEdit::erases);
    }

    /// Forgets the edits before `seq`; a whole segment at a time.
    void cutBefore(long seq) throws IOException {
        log.retireBefore(seq);
    }

    /// Forgets every edit there is.
    void cutAll() throws IOException {
        log.roll();
        log.retireBefore(log.lastSeq() + 1);
    }

    private byte[] place(long seq) {
        return (log.epoch() + " " + seq).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        log.close();
    }
}
