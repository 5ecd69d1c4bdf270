package se.troskel.controller.register;

import java.util.List;

/// The whole register after some edit.
///
/// @param epoch the log that the edit stands in
/// @param seq the edit's position there
/// @param localKeys keys of local bodies
record RegisterSnapshot(
        String epoch, long seq, RegisterState state, List<StoredLocalKey> localKeys) {
    RegisterSnapshot {
        localKeys = List.copyOf(localKeys);
    }
}
