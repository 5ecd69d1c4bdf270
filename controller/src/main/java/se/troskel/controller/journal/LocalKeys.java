package se.troskel.controller.journal;

import java.time.YearMonth;
import java.util.Optional;
import javax.crypto.SecretKey;

/// The keys of local bodies: one per subject, retention class and month. Deleting a key is the
/// erasure of what it locked. Thread-safe; blocks on disk.
public interface LocalKeys {
    /// A key with the id by which a record names it; the id says nothing about the subject.
    ///
    /// @param id 16 lower-case letters and digits
    record LocalKey(String id, SecretKey key) {
        @Override
        public String toString() {
            return "LocalKey[" + id + "]";
        }
    }

    /// The key for a new record; made, and durable, when this returns.
    ///
    /// @throws RuntimeException when it cannot be made durable; the record is then refused
    LocalKey keyFor(String subject, RetentionClass retention, YearMonth month);

    /// The key with this id; empty when it was deleted.
    Optional<LocalKey> find(String id);

    /// Deletes the keys that `erasure` names, durably, and returns how many there were.
    int erase(Erasure erasure);
}
