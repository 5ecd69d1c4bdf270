package se.troskel.controller.register;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/// The register's H2 file, encrypted. One thread at a time; blocks. Whatever fails is thrown as the
/// unchecked exceptions of Jdbi and Flyway.
///
/// H2 does not force a commit to the disk by itself, so `CHECKPOINT SYNC` follows each.
final class RegisterDatabase implements AutoCloseable {
    /// The file's name without H2's ending.
    static final String NAME = "register";

    /// H2's ending.
    static final String ENDING = ".mv.db";

    private static final String CHECKPOINT = "CHECKPOINT SYNC";

    /// How far the log's edits are in the database.
    ///
    /// @param epoch the log; empty in a database that is new
    record Applied(String epoch, long seq) {}

    private final JdbcDataSource source = new JdbcDataSource();
    private Handle handle;

    RegisterDatabase(Path dir, SecretKey key) {
        String secret = HexFormat.of().formatHex(key.getEncoded());
        source.setURL(
                "jdbc:h2:file:"
                        + dir.toAbsolutePath().resolve(NAME)
                        + ";CIPHER=AES;DB_CLOSE_ON_EXIT=FALSE");
        source.setUser("register");
        source.setPassword(secret + " " + secret);
        handle = Jdbi.open(source);
        try {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration/register")
                    .load()
                    .migrate();
        } catch (RuntimeException e) {
            handle.close();
            throw e;
        }
    }

    Applied applied() {
        return handle.createQuery("SELECT log_epoch, log_seq FROM applied")
                .map((row, context) -> new Applied(row.getString(1), row.getLong(2)))
                .findOne()
                .orElse(new Applied("", 0));
    }

    RegisterState state() {
        long version =
                handle.createQuery("SELECT version FROM applied")
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(0L);
        RegisterContents contents =
                new RegisterContents(
                        version,
                        Tables.PERSON.read(handle),
                        Tables.CREDENTIAL.read(handle),
                        BookingIndex.of(
                                Tables.BOOKING.read(handle).values().stream()
                                        .sorted(Booking.BY_START)
                                        .toList()),
                        Tables.TICKET.read(handle),
                        values(Tables.HEAD_COUNT.read(handle)),
                        Tables.STAFF_ACCOUNT.read(handle),
                        Tables.DAY_PASS.read(handle),
                        new ExamLists(
                                Tables.SITTING.read(handle),
                                Tables.REGISTRATION.read(handle),
                                Tables.CANDIDATE_NUMBER.read(handle),
                                Tables.EXAM_TEXT.read(handle)));
        return new RegisterState(
                contents,
                values(Tables.PERSON_KEY.read(handle)),
                inPlace(Tables.PARKED_ROW.read(handle)),
                inPlace(Tables.IMPORT_DONE.read(handle)));
    }

    List<StoredLocalKey> localKeys() {
        return List.copyOf(Tables.LOCAL_KEY.read(handle).values());
    }

    /// Makes what was `before` what is `after`, durably.
    void write(RegisterState before, RegisterState after, Applied applied) {
        handle.useTransaction(transaction -> {
            RegisterContents old = before.contents();
            RegisterContents now = after.contents();
            Tables.PERSON.write(transaction, old.people(), now.people());
            Tables.CREDENTIAL.write(transaction, old.credentials(), now.credentials());
            Tables.BOOKING.write(
                    transaction, byId(old.bookings().all()), byId(now.bookings().all()));
            Tables.TICKET.write(transaction, old.tickets(), now.tickets());
            Tables.HEAD_COUNT.write(
                    transaction, Tables.pairs(old.headCounts()), Tables.pairs(now.headCounts()));
            Tables.STAFF_ACCOUNT.write(transaction, old.staff(), now.staff());
            Tables.DAY_PASS.write(transaction, old.passes(), now.passes());
            ExamLists oldExams = old.exams();
            ExamLists exams = now.exams();
            Tables.SITTING.write(transaction, oldExams.sittings(), exams.sittings());
            Tables.REGISTRATION.write(transaction, oldExams.registrations(), exams.registrations());
            Tables.CANDIDATE_NUMBER.write(transaction, oldExams.numbers(), exams.numbers());
            Tables.EXAM_TEXT.write(transaction, oldExams.texts(), exams.texts());
            Tables.PERSON_KEY.write(
                    transaction, Tables.pairs(before.keys()), Tables.pairs(after.keys()));
            Tables.PARKED_ROW.write(
                    transaction,
                    placed(before.parked(), row -> row.kind() + "-" + row.line()),
                    placed(after.parked(), row -> row.kind() + "-" + row.line()));
            Tables.IMPORT_DONE.write(
                    transaction,
                    placed(before.imports(), ImportDone::id),
                    placed(after.imports(), ImportDone::id));
            writeApplied(transaction, applied, now.version());
        });
        handle.execute(CHECKPOINT);
    }

    /// Makes the keys of local bodies that were `before` those in `after`, durably.
    void writeLocalKeys(
            Map<String, StoredLocalKey> before,
            Map<String, StoredLocalKey> after,
            Applied applied,
            long version) {
        handle.useTransaction(transaction -> {
            Tables.LOCAL_KEY.write(transaction, before, after);
            writeApplied(transaction, applied, version);
        });
        handle.execute(CHECKPOINT);
    }

    private static void writeApplied(Handle transaction, Applied applied, long version) {
        transaction.execute(
                "MERGE INTO applied (only_row, log_epoch, log_seq, version) KEY (only_row)"
                        + " VALUES (1, ?, ?, ?)",
                applied.epoch(),
                applied.seq(),
                version);
    }

    /// Writes the file anew, so that nothing deleted is left in it. Not by Jdbi, which asks for a
    /// count of rows that a database which is shut down cannot give.
    void compact() {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        } catch (SQLException e) {
            throw new UnableToExecuteStatementException(e, null);
        }
        handle.close();
        handle = Jdbi.open(source);
    }

    @Override
    public void close() {
        handle.close();
    }

    private static <T> Map<String, T> values(Map<String, Tables.Pair<T>> pairs) {
        return pairs.values().stream()
                .collect(Collectors.toMap(Tables.Pair::key, Tables.Pair::value));
    }

    private static <T> List<T> inPlace(Map<String, Tables.Placed<T>> rows) {
        return rows.values().stream()
                .sorted(Comparator.comparingInt(Tables.Placed::place))
                .map(Tables.Placed::value)
                .toList();
    }

    private static <T> Map<String, Tables.Placed<T>> placed(
            List<T> rows, Function<T, String> idOf) {
        List<Tables.Placed<T>> placed = new ArrayList<>();
        for (T row : rows) {
            placed.add(new Tables.Placed<>(idOf.apply(row), placed.size(), row));
        }
        return placed.stream().collect(Collectors.toMap(Tables.Placed::id, Function.identity()));
    }

    private static Map<String, Booking> byId(List<Booking> bookings) {
        return bookings.stream()
                .collect(
                        Collectors.toMap(
                                Booking::id,
                                Function.identity(),
                                (first, second) -> second,
                                LinkedHashMap::new));
    }
}
