package se.troskel.controller.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.controller.keys.Keyring;

/// Brings database, snapshots and log together at a start. For one run.
///
/// The database is used where it can be read and the log goes on from it. Otherwise its file is put
/// aside and it is made anew from the newest good snapshot and the log. A log that was lost or put
/// aside is begun anew: from the database, unless a snapshot is newer; from the newest good
/// snapshot; from nothing.
final class RegisterOpening {
    private static final Logger LOG = LoggerFactory.getLogger(RegisterOpening.class);

    /// What a register starts from.
    record Opened(
            RegisterDatabase database,
            RegisterState state,
            List<StoredLocalKey> localKeys,
            OpenReport report) {}

    private final Path dir;
    private final Keyring keyring;
    private final EditLog log;
    private final Snapshots snapshots;
    private final SetAside setAside;
    private @Nullable RegisterDatabase database;
    private @Nullable RegisterSnapshot base;

    RegisterOpening(Path dir, Keyring keyring, EditLog log, Snapshots snapshots) {
        this.dir = dir;
        this.keyring = keyring;
        this.log = log;
        this.snapshots = snapshots;
        this.setAside = new SetAside(dir);
    }

    /// @param logAside where the damaged log was put; null when it was good
    Opened run(@Nullable Path logAside) throws IOException {
        String why = tryDatabase();
        RegisterSnapshot start = base;
        if (why != null || start == null) {
            start = newestSnapshot();
        }
        List<RegisterEdit> edits = log.from(start.seq() + 1);
        RegisterState state = start.state();
        Map<String, StoredLocalKey> keys = new LinkedHashMap<>();
        start.localKeys().forEach(key -> keys.put(key.id(), key));
        for (RegisterEdit edit : edits) {
            state = state.apply(edit);
            if (edit instanceof RegisterEdit.PutLocalKey(StoredLocalKey key)) {
                keys.put(key.id(), key);
            } else if (edit instanceof RegisterEdit.EraseLocalKeys(var erasure)) {
                keys.values()
                        .removeIf(
                                key -> erasure.covers(key.subject(), key.retention(), key.month()));
            }
        }
        Path aside = why == null ? null : putAside();
        RegisterDatabase open = database;
        OpenReport.Base from = open == null ? OpenReport.Base.SNAPSHOT : OpenReport.Base.DATABASE;
        if (start.state().equals(RegisterState.EMPTY)) {
            from = OpenReport.Base.NOTHING;
        }
        RegisterSnapshot written = start;
        if (open == null) {
            open = new RegisterDatabase(dir, keyring.register());
            written = new RegisterSnapshot("", 0, RegisterState.EMPTY, List.of());
        }
        bring(open, written, state, keys);
        return new Opened(
                open,
                state,
                List.copyOf(keys.values()),
                new OpenReport(
                        why,
                        aside,
                        logAside,
                        from,
                        edits.size(),
                        log.droppedBytes(),
                        setAside.names()));
    }

    private void bring(
            RegisterDatabase open,
            RegisterSnapshot from,
            RegisterState state,
            Map<String, StoredLocalKey> keys) {
        RegisterDatabase.Applied applied = new RegisterDatabase.Applied(log.epoch(), log.lastSeq());
        if (!applied.equals(new RegisterDatabase.Applied(from.epoch(), from.seq()))) {
            Map<String, StoredLocalKey> before = new LinkedHashMap<>();
            from.localKeys().forEach(key -> before.put(key.id(), key));
            open.write(from.state(), state, applied);
            open.writeLocalKeys(before, keys, applied, state.contents().version());
        }
    }

    /// Opens the database; returns why it cannot be used, null when it can.
    private @Nullable String tryDatabase() throws IOException {
        RegisterDatabase opened = null;
        try {
            opened = new RegisterDatabase(dir, keyring.register());
            RegisterDatabase.Applied applied = opened.applied();
            String why = mismatch(applied);
            if (why == null) {
                boolean sameLog = applied.epoch().equals(log.epoch());
                long seq = sameLog ? Math.min(applied.seq(), log.lastSeq()) : 0;
                base =
                        new RegisterSnapshot(
                                applied.epoch(), seq, opened.state(), opened.localKeys());
                database = opened;
                return null;
            }
            opened.close();
            return why;
        } catch (RegisterUnavailableException e) {
            if (opened != null) {
                opened.close();
            }
            throw e;
        } catch (RuntimeException e) {
            // whatever Jdbi, Flyway, H2 or a row that cannot be read throws: the file is no good
            LOG.error("the register's database cannot be used", e);
            if (opened != null) {
                closeBroken(opened);
            }
            return "it cannot be read: " + e.getClass().getSimpleName();
        }
    }

    private @Nullable String mismatch(RegisterDatabase.Applied applied) throws IOException {
        boolean nothingElse = log.lastSeq() == 0 && snapshots.newestGood().isEmpty();
        if (applied.epoch().isEmpty()) {
            return nothingElse ? null : "it is missing or empty";
        }
        if (!applied.epoch().equals(log.epoch())) {
            if (log.lastSeq() == 0) {
                if (hasNewerSnapshot(applied)) {
                    return "it is older than the newest snapshot";
                }
                LOG.error("the register's log was lost; a new one goes on from the database");
                return null;
            }
            throw new RegisterUnavailableException(
                    dir
                            + ": the database and the log are of different registers; restore both"
                            + " from the same backup");
        }
        return applied.seq() + 1 < log.firstSeq() ? "it is older than the log's beginning" : null;
    }

    /// A database that failed while the program ran stays behind the log, which the snapshots
    /// follow.
    private boolean hasNewerSnapshot(RegisterDatabase.Applied applied) throws IOException {
        return snapshots
                .newestGood()
                .filter(newest -> newest.epoch().equals(applied.epoch()))
                .filter(newest -> newest.seq() > applied.seq())
                .isPresent();
    }

    private RegisterSnapshot newestSnapshot() throws IOException {
        Optional<RegisterSnapshot> newest = snapshots.newestGood();
        if (newest.isPresent()) {
            RegisterSnapshot found = newest.get();
            if (log.lastSeq() == 0) {
                return new RegisterSnapshot(log.epoch(), 0, found.state(), found.localKeys());
            }
            if (found.epoch().equals(log.epoch()) && found.seq() + 1 >= log.firstSeq()) {
                return found;
            }
        } else if (log.firstSeq() == 1) {
            return new RegisterSnapshot(log.epoch(), 0, RegisterState.EMPTY, List.of());
        }
        throw new RegisterUnavailableException(
                dir
                        + ": the database cannot be read, and no snapshot fits the log; nothing was"
                        + " changed. Restore the folder from a backup");
    }

    private @Nullable Path putAside() throws IOException {
        Path file = dir.resolve(RegisterDatabase.NAME + RegisterDatabase.ENDING);
        return Files.exists(file) ? setAside.put(file, RegisterDatabase.NAME) : null;
    }

    private static void closeBroken(RegisterDatabase opened) {
        try {
            opened.close();
        } catch (RuntimeException e) {
            LOG.warn("the broken database does not close", e);
        }
    }
}
