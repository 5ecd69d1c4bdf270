package se.troskel.hardware;

import java.util.Map;
import java.util.Optional;

/// Every device of a centre, opened. Closing puts every lock in its safe state and releases the
/// lines.
public interface Devices extends AutoCloseable {
    /// By id; the values are of the kind that was configured.
    Map<String, Device> all();

    /// The device with this id if it is there and of this kind.
    default <D extends Device> Optional<D> find(String id, Class<D> kind) {
        return Optional.ofNullable(all().get(id)).filter(kind::isInstance).map(kind::cast);
    }

    @Override
    void close();
}
