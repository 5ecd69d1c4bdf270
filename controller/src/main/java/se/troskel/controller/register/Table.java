package se.troskel.controller.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// How rows of one kind are kept.
///
/// @param name of the table
/// @param columns names of its columns; the first is its key
/// @param values the columns of a row, in that order
/// @param reader reads a row
record Table<T>(
        String name,
        List<String> columns,
        Function<T, @Nullable Object[]> values,
        Reader<T> reader) {
    /// Reads the row at which a result stands.
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Every row by its key.
    Map<String, T> read(Handle handle) {
        Map<String, T> rows = new LinkedHashMap<>();
        handle.createQuery("SELECT " + String.join(", ", columns) + " FROM " + name)
                .map((row, context) -> Map.entry(row.getString(1), reader.read(row)))
                .forEach(entry -> rows.put(entry.getKey(), entry.getValue()));
        return rows;
    }

    /// Makes rows that were `before` what is in `after`.
    void write(Handle handle, Map<String, T> before, Map<String, T> after) {
        List<String> gone = new ArrayList<>();
        for (String key : before.keySet()) {
            if (!after.containsKey(key)) {
                gone.add(key);
            }
        }
        if (!gone.isEmpty()) {
            PreparedBatch delete =
                    handle.prepareBatch(
                            "DELETE FROM " + name + " WHERE " + columns.getFirst() + " = ?");
            gone.forEach(delete::add);
            delete.execute();
        }
        List<T> changed = new ArrayList<>();
        after.forEach((key, row) -> {
            if (!Objects.equals(before.get(key), row)) {
                changed.add(row);
            }
        });
        if (!changed.isEmpty()) {
            put(handle, changed);
        }
    }

    /// Adds or replaces rows.
    void put(Handle handle, List<T> rows) {
        PreparedBatch merge =
                handle.prepareBatch(
                        "MERGE INTO "
                                + name
                                + " ("
                                + String.join(", ", columns)
                                + ") KEY ("
                                + columns.getFirst()
                                + ") VALUES ("
                                + String.join(", ", columns.stream().map(c -> "?").toList())
                                + ")");
        for (T row : rows) {
            @Nullable Object[] all = values.apply(row);
            for (int i = 0; i < all.length; i++) {
                Object value = all[i];
                merge.bind(
                        i,
                        (Argument)
                                (position, statement, context) ->
                                        statement.setObject(position, value));
            }
            merge.add();
        }
        merge.execute();
    }
}
