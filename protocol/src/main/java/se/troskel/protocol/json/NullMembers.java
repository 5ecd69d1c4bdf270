package se.troskel.protocol.json;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Finds members that a message must have and does not, all the way down.
final class NullMembers {
    private NullMembers() {}

    /// Whether a record allows this component to be null (JSpecify, a type-use annotation).
    static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /// @throws IllegalArgumentException naming the first member that is missing
    static void refuse(Record message) {
        for (RecordComponent component : message.getClass().getRecordComponents()) {
            Object value = value(message, component);
            if (value == null && !isNullable(component)) {
                throw new IllegalArgumentException(
                        "member '" + component.getName() + "' is missing");
            }
            if (value instanceof Record inner) {
                refuse(inner);
            }
            if (value instanceof Collection<?> items) {
                for (Object item : items) {
                    if (item instanceof Record inner) {
                        refuse(inner);
                    }
                }
            }
        }
    }

    private static @Nullable Object value(Record message, RecordComponent component) {
        try {
            return component.getAccessor().invoke(message);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
