package se.troskel.controller.register;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.journal.Erasure;
import se.troskel.controller.journal.LocalKeys.LocalKey;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.controller.journal.log.RandomId;
import se.troskel.controller.keys.Aead;

/// The keys of local bodies as they are in memory: wrapped, unwrapped only to be used. Any thread
/// finds, one at a time adds or removes.
final class LocalKeyShelf {
    private record Purpose(String subject, RetentionClass retention, YearMonth month) {}

    private static final int KEY_BYTES = 32;

    private final Aead wrapping;
    private final Map<String, StoredLocalKey> byId = new ConcurrentHashMap<>();
    private final Map<Purpose, StoredLocalKey> byPurpose = new ConcurrentHashMap<>();

    LocalKeyShelf(Aead wrapping, List<StoredLocalKey> keys) {
        this.wrapping = wrapping;
        keys.forEach(this::add);
    }

    void add(StoredLocalKey key) {
        byId.put(key.id(), key);
        byPurpose.put(new Purpose(key.subject(), key.retention(), key.month()), key);
    }

    void remove(StoredLocalKey key) {
        byId.remove(key.id());
        byPurpose.remove(new Purpose(key.subject(), key.retention(), key.month()));
    }

    @Nullable LocalKey find(String subject, RetentionClass retention, YearMonth month) {
        StoredLocalKey key = byPurpose.get(new Purpose(subject, retention, month));
        return key == null ? null : unwrap(key);
    }

    Optional<LocalKey> find(String id) {
        return Optional.ofNullable(byId.get(id)).map(this::unwrap);
    }

    List<StoredLocalKey> covered(Erasure erasure) {
        return byId.values().stream()
                .filter(key -> erasure.covers(key.subject(), key.retention(), key.month()))
                .toList();
    }

    Map<String, StoredLocalKey> all() {
        return new LinkedHashMap<>(byId);
    }

    /// A new key, not added yet.
    StoredLocalKey make(
            String subject, RetentionClass retention, YearMonth month, RandomGenerator random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        String id = RandomId.next(random);
        String wrapped = Base64.getEncoder().encodeToString(wrapping.seal(key, context(id)));
        return new StoredLocalKey(id, subject, retention, month, wrapped);
    }

    private LocalKey unwrap(StoredLocalKey key) {
        byte[] bytes = wrapping.open(Base64.getDecoder().decode(key.wrapped()), context(key.id()));
        return new LocalKey(key.id(), new SecretKeySpec(bytes, "AES"));
    }

    private static byte[] context(String id) {
        return id.getBytes(StandardCharsets.US_ASCII);
    }
}
