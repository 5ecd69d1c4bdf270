package se.troskel.controller.journal.log;

import org.jspecify.annotations.Nullable;

/// The three parts of a record. Immutable as long as nobody writes to the arrays, which are not
/// copied.
public final class LogRecord {
    private final byte[] envelope;
    private final byte[] body;
    private final byte @Nullable [] local;

    /// @param local null when there is nothing to be kept from readers of the log
    public LogRecord(byte[] envelope, byte[] body, byte @Nullable [] local) {
        this.envelope = envelope;
        this.body = body;
        this.local = local;
    }

    public byte[] envelope() {
        return envelope;
    }

    public byte[] body() {
        return body;
    }

    public byte @Nullable [] local() {
        return local;
    }
}
