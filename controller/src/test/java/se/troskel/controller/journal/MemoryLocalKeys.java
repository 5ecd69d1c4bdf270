package se.troskel.controller.journal;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import se.troskel.controller.journal.log.RandomId;

/// Local keys that last as long as the test.
final class MemoryLocalKeys implements LocalKeys {
    private record Purpose(String subject, RetentionClass retention, YearMonth month) {}

    private final Map<Purpose, LocalKey> keys = new LinkedHashMap<>();
    private final Random random = new Random(7);

    @Override
    public synchronized LocalKey keyFor(String subject, RetentionClass retention, YearMonth month) {
        return keys.computeIfAbsent(
                new Purpose(subject, retention, month),
                purpose -> {
                    byte[] key = new byte[32];
                    random.nextBytes(key);
                    return new LocalKey(RandomId.next(random), new SecretKeySpec(key, "AES"));
                });
    }

    @Override
    public synchronized Optional<LocalKey> find(String id) {
        return keys.values().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    @Override
    public synchronized int erase(Erasure erasure) {
        int before = keys.size();
        keys.keySet().removeIf(key -> erasure.covers(key.subject(), key.retention(), key.month()));
        return before - keys.size();
    }
}
