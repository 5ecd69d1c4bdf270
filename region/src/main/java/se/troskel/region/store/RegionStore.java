package se.troskel.region.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The region's database: H2 in a file of its own. Thread-safe; every method blocks on disk.
///
/// A commit counts only after `CHECKPOINT SYNC`: H2 2.4 does not fsync at commit (measured). A file
/// that cannot be opened is put aside, never deleted; the centres then send everything again, as
/// their journals are the truth.
public final class RegionStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegionStore.class);
    private static final String NAME = "region";
    private static final String SUFFIX = ".mv.db";
    private static final int MOST_CONNECTIONS = 10;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final JdbcConnectionPool pool;
    private final Jdbi jdbi;
    private final boolean startedOver;

    private RegionStore(JdbcConnectionPool pool, boolean startedOver) {
        this.pool = pool;
        this.startedOver = startedOver;
        this.jdbi =
                Jdbi.create(pool)
                        .registerRowMapper(ConstructorMapper.factory(StoredHistory.class))
                        .registerRowMapper(ConstructorMapper.factory(StoredGap.class))
                        .registerRowMapper(ConstructorMapper.factory(StoredState.class))
                        .registerRowMapper(ConstructorMapper.factory(Sample.class));
    }

    /// Opens the database in `directory`, making both when they are missing.
    ///
    /// @param now names the file that is put aside
    /// @throws StoreException when the directory cannot be used or another region has the database
    ///   open; the program says so and ends
    public static RegionStore open(Path directory, Instant now) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StoreException(
                    "the data folder cannot be made: " + directory + "; make it writable", e);
        }
        try {
            return new RegionStore(connect(directory), false);
        } catch (JdbiException | FlywayException | IllegalStateException e) {
            if (isInUse(e)) {
                throw new StoreException(
                        "another region program uses the data folder "
                                + directory
                                + "; stop it or give another folder with --data",
                        e);
            }
            Path aside = putAside(directory, now, e);
            LOG.error(
                    "the record cannot be opened and was put aside as {}; a new one is begun and"
                            + " the centres are asked for everything again",
                    aside,
                    e);
            return new RegionStore(connect(directory), true);
        }
    }

    private static JdbcConnectionPool connect(Path directory) {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create(
                        "jdbc:h2:file:"
                                + directory.toAbsolutePath().resolve(NAME)
                                + ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1",
                        "region",
                        "");
        pool.setMaxConnections(MOST_CONNECTIONS);
        boolean ready = false;
        try {
            Flyway.configure().dataSource(pool).locations("classpath:db/region").load().migrate();
            ready = true;
            return pool;
        } finally {
            if (!ready) {
                pool.dispose();
            }
        }
    }

    private static boolean isInUse(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return true;
            }
        }
        return false;
    }

    private static Path putAside(Path directory, Instant now, RuntimeException why) {
        Path file = directory.resolve(NAME + SUFFIX);
        Path aside = directory.resolve(NAME + ".broken-" + STAMP.format(now) + SUFFIX);
        try {
            return Files.move(file, aside);
        } catch (IOException e) {
            e.addSuppressed(why);
            throw new StoreException("the record can neither be opened nor put aside: " + file, e);
        }
    }

    /// Whether the record before this one had to be put aside.
    public boolean isStartedOver() {
        return startedOver;
    }

    /// Makes a batch durable: when this returns, it survives a power cut.
    ///
    /// @throws StoreException when nothing of it was stored
    public void commit(Batch batch) {
        try (Handle handle = jdbi.open()) {
            handle.useTransaction(transaction -> write(transaction, batch));
            handle.execute("checkpoint sync");
        } catch (JdbiException e) {
            throw new StoreException("the region's record cannot be written", e);
        }
    }

    private static void write(Handle handle, Batch batch) {
        new EventRows(handle).insert(batch.events);
        for (StoredHistory history : batch.histories.values()) {
            int changed =
                    handle.createUpdate(
                                    "update histories set seq = :seq, hash = :hash"
                                            + " where centre = :centre and epoch = :epoch")
                            .bindMethods(history)
                            .execute();
            if (changed == 0) {
                handle.createUpdate(
                                "insert into histories (centre, epoch, seq, hash, begun)"
                                        + " values (:centre, :epoch, :seq, :hash, :begun)")
                        .bindMethods(history)
                        .execute();
            }
        }
        for (StoredGap gap : batch.gaps) {
            handle.createUpdate(
                            "insert into gaps (centre, epoch, first_seq, last_seq, noticed)"
                                    + " values (:centre, :epoch, :firstSeq, :lastSeq, :noticed)")
                    .bindMethods(gap)
                    .execute();
        }
        batch.states.forEach((topic, state) -> {
            handle.execute("delete from states where topic = ?", topic);
            if (state != null) {
                handle.execute(
                        "insert into states (topic, centre, payload) values (?, ?, ?)",
                        topic,
                        state.centre(),
                        state.payload());
            }
        });
        batch.heard.forEach((centre, at) -> {
            OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
            if (handle.execute("update heard set at = ? where centre = ?", time, centre) == 0) {
                handle.execute("insert into heard (centre, at) values (?, ?)", centre, time);
            }
        });
        for (Sample sample : batch.samples) {
            handle.createUpdate(
                            "delete from samples where centre = :centre and room = :room"
                                    + " and at = :at")
                    .bindMethods(sample)
                    .execute();
            handle.createUpdate(
                            "insert into samples (centre, room, at, people, quality)"
                                    + " values (:centre, :room, :at, :people, :quality)")
                    .bindMethods(sample)
                    .execute();
        }
    }

    public List<StoredHistory> histories() {
        return reading(handle ->
                handle.createQuery("select * from histories order by centre, begun")
                        .mapTo(StoredHistory.class)
                        .list());
    }

    /// Every gap, in order.
    public List<StoredGap> gaps() {
        return reading(handle ->
                handle.createQuery("select * from gaps order by centre, epoch, first_seq")
                        .mapTo(StoredGap.class)
                        .list());
    }

    public List<StoredState> states() {
        return reading(handle ->
                handle.createQuery("select * from states order by topic")
                        .mapTo(StoredState.class)
                        .list());
    }

    /// When each centre itself was last heard.
    public Map<String, Instant> heard() {
        Map<String, Instant> heard = new HashMap<>();
        reading(handle ->
                        handle.createQuery("select centre, at from heard")
                                .map((row, context) ->
                                        Map.entry(
                                                row.getString("centre"),
                                                row.getObject("at", OffsetDateTime.class)
                                                        .toInstant()))
                                .list())
                .forEach(entry -> heard.put(entry.getKey(), entry.getValue()));
        return heard;
    }

    /// Samples of every room since an instant, oldest first.
    public List<Sample> samples(String centre, Instant since) {
        return reading(handle ->
                handle.createQuery(
                                "select * from samples where centre = :centre"
                                        + " and at >= :since order by at")
                        .bind("centre", centre)
                        .bind("since", since.atOffset(ZoneOffset.UTC))
                        .mapTo(Sample.class)
                        .list());
    }

    /// Reads the record itself, for comparison with a journal.
    public RecordReader records() {
        return new RecordReader(this);
    }

    <T> T reading(org.jdbi.v3.core.HandleCallback<T, JdbiException> query) {
        try {
            return jdbi.withHandle(query);
        } catch (JdbiException e) {
            throw new StoreException("the region's record cannot be read", e);
        }
    }

    @Override
    public void close() {
        try (Handle handle = jdbi.open()) {
            handle.execute("shutdown");
        } catch (JdbiException e) {
            LOG.warn("the record was not closed in order; what is stored stays stored", e);
        }
        pool.dispose();
    }
}
