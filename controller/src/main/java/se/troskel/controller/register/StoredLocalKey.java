package se.troskel.controller.register;

import java.time.YearMonth;
import se.troskel.controller.journal.RetentionClass;

/// The key of a month's local bodies about a subject, as it is kept.
///
/// @param id 16 letters and digits, by which records name it
/// @param wrapped the key, encrypted under the keyring's key for local bodies, in Base64
public record StoredLocalKey(
        String id, String subject, RetentionClass retention, YearMonth month, String wrapped) {
    @Override
    public String toString() {
        return "StoredLocalKey[" + id + "]";
    }
}
