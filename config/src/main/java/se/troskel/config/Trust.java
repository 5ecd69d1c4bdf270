package se.troskel.config;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which other centres' public keys are known here. Immutable; ids of keys are unique.
public record Trust(List<TrustedCentre> centres) {
    /// Nobody else is known: a ticket of another centre is refused without its name.
    public static final Trust NONE = new Trust(List.of());

    public Trust {
        centres = List.copyOf(centres);
    }

    /// A key with its owner.
    public record Owned(TrustedCentre owner, TrustedKey key) {}

    /// All keys, centre by centre.
    public List<Owned> keys() {
        return centres.stream()
                .flatMap(centre -> centre.keys().stream().map(key -> new Owned(centre, key)))
                .toList();
    }

    /// Whether a key is that centre's for that use and to be trusted at that time.
    ///
    /// @param key Base64 of its X.509 form
    public boolean trusts(TrustedKey.Use use, String centre, String key, Instant at) {
        return keys().stream()
                .filter(owned -> owned.key().use() == use)
                .filter(owned -> owned.owner().centre().equals(centre))
                .filter(owned -> owned.key().key().equals(key))
                .anyMatch(owned -> owned.key().isTrusted(at));
    }

    /// The key of that use and id, whether or not it is trusted at the moment.
    public Optional<Owned> key(TrustedKey.Use use, String id) {
        return keys().stream()
                .filter(owned -> owned.key().use() == use && owned.key().id().equals(id))
                .findFirst();
    }
}
