package se.troskel.controller.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.controller.journal.Erasure;
import se.troskel.controller.journal.LocalKeys;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.controller.journal.log.LogDamagedException;
import se.troskel.controller.keys.Aead;
import se.troskel.controller.keys.Keyring;

/// A centre's register: who may what. Thread-safe. Reading never blocks; an edit blocks until it is
/// on the disk, one at a time.
///
/// An edit is in the log first, then in the database, then in [#contents()]. When the database
/// fails, the log and the memory go on, and the next start makes the database anew.
public final class Register implements LocalKeys, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Register.class);

    /// Edits after which a snapshot is taken and the log is cut.
    static final int SNAPSHOT_EVERY = 256;

    private final EditLog log;
    private final Snapshots snapshots;
    private final RandomGenerator random;
    private final LocalKeyShelf localKeys;
    private final OpenReport openReport;
    private final List<Consumer<RegisterContents>> listeners = new CopyOnWriteArrayList<>();

    /// Guards everything below.
    private final Object writing = new Object();

    private @Nullable RegisterDatabase database;
    private volatile RegisterState state;
    private long editsSinceSnapshot;

    private Register(EditLog log, Snapshots snapshots, RegisterOpening.Opened opened, Keys keys) {
        this.log = log;
        this.snapshots = snapshots;
        this.random = keys.random();
        this.localKeys =
                new LocalKeyShelf(new Aead(keys.keyring().localBodies()), opened.localKeys());
        this.database = opened.database();
        this.state = opened.state();
        this.openReport = opened.report();
        this.editsSinceSnapshot = opened.report().replayed();
    }

    private record Keys(Keyring keyring, RandomGenerator random) {}

    /// Opens the register in `dir`, or begins an empty one. Blocks. What is damaged is put aside,
    /// said loudly and done without: a centre without its register still lets everybody out, and
    /// break-glass in.
    ///
    /// @param random makes keys of local bodies, so it must not be guessable
    /// @throws RegisterUnavailableException when neither the database nor a snapshot with the log
    ///   can be used; nothing was changed
    /// @throws se.troskel.controller.journal.log.LogUnavailableException when another process has
    ///   it
    public static Register open(Path dir, Keyring keyring, RandomGenerator random) {
        try {
            Files.createDirectories(dir);
            Path logAside = null;
            EditLog log;
            try {
                log = openLog(dir, keyring, random);
            } catch (LogDamagedException e) {
                logAside = new SetAside(dir).put(dir.resolve(EditLog.NAME), EditLog.NAME);
                LOG.error("the register's log is damaged and put aside as {}", logAside, e);
                log = openLog(dir, keyring, random);
            }
            try {
                Snapshots snapshots =
                        new Snapshots(dir.resolve("snapshots"), new Aead(keyring.register()));
                RegisterOpening.Opened opened =
                        new RegisterOpening(dir, keyring, log, snapshots).run(logAside);
                sayWhatMayBeMissing(dir, opened.report());
                Register register = new Register(log, snapshots, opened, new Keys(keyring, random));
                if (opened.report().wasRebuilt() || !snapshots.hasOneOf(log.epoch())) {
                    register.snapshot();
                }
                return register;
            } catch (IOException | RuntimeException e) {
                log.close();
                throw e;
            }
        } catch (IOException | Aead.WrongKeyException e) {
            throw new RegisterUnavailableException(dir + " cannot be opened: " + e, e);
        }
    }

    private static EditLog openLog(Path dir, Keyring keyring, RandomGenerator random) {
        return new EditLog(dir.resolve(EditLog.NAME), new Aead(keyring.registerLog()), random);
    }

    /// At every start, until somebody took it away.
    private static void sayWhatMayBeMissing(Path dir, OpenReport report) {
        switch (report.damage()) {
            case NONE -> {}
            case MENDED ->
                    LOG.error(
                            "{} holds {}: the register's database was damaged and made anew from"
                                    + " its log; nothing is missing. Check the disk, then delete"
                                    + " what was put aside: it holds personal data",
                            dir,
                            report.kept());
            case CHANGES_MAY_BE_MISSING ->
                    LOG.error(
                            "{} holds {}: the register's log was damaged. This time it goes on from: {}."
                                    + " The latest changes may be missing: people, cards, PINs, tickets,"
                                    + " accounts; and where it went on from less than its database, also"
                                    + " which cards were blocked and which tickets used. Import the newest"
                                    + " lists again, block lost cards again, look through the accounts, and"
                                    + " check the disk. Then delete what was put aside, which holds personal"
                                    + " data; until then the staff page says so",
                            dir,
                            report.kept(),
                            report.from());
        }
    }

    /// How it came up.
    public OpenReport openReport() {
        return openReport;
    }

    /// What it holds now.
    public RegisterContents contents() {
        return state.contents();
    }

    /// Id of the person by keyed hash of what imports know them by.
    public Map<String, String> personKeys() {
        return state.keys();
    }

    /// Rows of the latest imports that could not be taken.
    public List<ParkedRow> parked() {
        return state.parked();
    }

    /// Id of the latest import or edit of one candidate that was not taken back.
    public Optional<String> latestImport() {
        return latestDone().map(ImportDone::id);
    }

    /// What the latest import or edit of one candidate changed that was not taken back.
    public Optional<ImportDone> latestDone() {
        List<ImportDone> imports = state.imports();
        return imports.isEmpty() ? Optional.empty() : Optional.of(imports.getLast());
    }

    /// The candidates whom the latest import changed that was not taken back, by registration.
    public Set<String> latestImportCandidates() {
        ImportDone.ExamChange exams = latestDone().map(ImportDone::exams).orElse(null);
        return exams == null ? Set.of() : exams.after().registrations().keySet();
    }

    /// Calls `listener` with the new contents after each edit, in order, on the editing thread; it
    /// must only enqueue.
    public void onChanged(Consumer<RegisterContents> listener) {
        listeners.add(listener);
    }

    /// Makes an edit and returns the contents with it. Blocks. After one that erases, no copy is
    /// left of what it removed; those that the disk does not let go of [#finishErasure()] deletes.
    ///
    /// @throws EditRefusedException when it does not fit what the register holds
    /// @throws RegisterUnavailableException when the disk refuses; nothing was changed
    public RegisterContents edit(RegisterEdit edit) {
        synchronized (writing) {
            RegisterState before = state;
            RegisterState after = before.apply(edit);
            log(edit);
            inDatabase(open -> open.write(before, after, applied()));
            state = after;
            for (Consumer<RegisterContents> listener : listeners) {
                listener.accept(after.contents());
            }
            if (edit.erases()) {
                dropCopiesOrSay();
            } else {
                snapshotWhenDue();
            }
            return after.contents();
        }
    }

    @Override
    public LocalKey keyFor(String subject, RetentionClass retention, YearMonth month) {
        LocalKey known = localKeys.find(subject, retention, month);
        return known == null ? makeKey(subject, retention, month) : known;
    }

    private LocalKey makeKey(String subject, RetentionClass retention, YearMonth month) {
        synchronized (writing) {
            LocalKey known = localKeys.find(subject, retention, month);
            if (known != null) {
                return known;
            }
            StoredLocalKey made = localKeys.make(subject, retention, month, random);
            log(new RegisterEdit.PutLocalKey(made));
            inDatabase(open ->
                    open.writeLocalKeys(
                            Map.of(), Map.of(made.id(), made), applied(), contents().version()));
            localKeys.add(made);
            snapshotWhenDue();
            return localKeys.find(made.id()).orElseThrow();
        }
    }

    @Override
    public Optional<LocalKey> find(String id) {
        return localKeys.find(id);
    }

    /// Deletes the keys, and every copy of them in the log, the older snapshots and the database's
    /// file.
    @Override
    public int erase(Erasure erasure) {
        synchronized (writing) {
            List<StoredLocalKey> gone = localKeys.covered(erasure);
            if (gone.isEmpty()) {
                return 0;
            }
            Map<String, StoredLocalKey> before = localKeys.all();
            log(new RegisterEdit.EraseLocalKeys(erasure));
            gone.forEach(localKeys::remove);
            inDatabase(open ->
                    open.writeLocalKeys(before, localKeys.all(), applied(), contents().version()));
            dropCopiesOrSay();
            return gone.size();
        }
    }

    /// Deletes what an erasure left that was interrupted; usually there is nothing. Blocks.
    ///
    /// @throws RegisterUnavailableException when the disk refuses
    public void finishErasure() {
        synchronized (writing) {
            if (log.hasErasure()) {
                dropCopies();
            }
        }
    }

    /// Deletes every copy of what was before this: what lists replaced and what was taken back
    /// since. Blocks.
    ///
    /// @throws RegisterUnavailableException when the disk refuses
    public void dropCopiesBefore(Instant limit) {
        synchronized (writing) {
            try {
                if (snapshots.oldest().filter(limit::isAfter).isPresent()) {
                    dropCopies();
                }
            } catch (IOException e) {
                throw copiesLeft(e);
            }
        }
    }

    /// Leaves one snapshot, of now, and nothing before it. The log comes last: until it is cut it
    /// says that there is something to finish, after a restart in a database that fails now.
    private void dropCopies() {
        inDatabase(RegisterDatabase::compact);
        try {
            takeSnapshot();
            snapshots.keepOnlyNewest();
            if (database == null) {
                LOG.error("older copies of what was deleted are left until the next start");
            } else {
                log.cutAll();
            }
        } catch (IOException e) {
            throw copiesLeft(e);
        }
    }

    private void dropCopiesOrSay() {
        try {
            dropCopies();
        } catch (RegisterUnavailableException e) {
            LOG.error("{}", e.getMessage(), e);
        }
    }

    private static RegisterUnavailableException copiesLeft(IOException e) {
        return new RegisterUnavailableException(
                "older copies of what was deleted may be left in the register's folder: " + e, e);
    }

    private void log(RegisterEdit edit) {
        try {
            log.append(edit);
        } catch (IOException e) {
            throw new RegisterUnavailableException("the disk refuses the register's log: " + e, e);
        }
    }

    private RegisterDatabase.Applied applied() {
        return new RegisterDatabase.Applied(log.epoch(), log.lastSeq());
    }

    private void inDatabase(Consumer<RegisterDatabase> work) {
        RegisterDatabase open = database;
        if (open == null) {
            return;
        }
        try {
            work.accept(open);
        } catch (RuntimeException e) {
            // the edit is in the log: whatever the database throws must not undo it
            database = null;
            LOG.error(
                    "the register's database fails; edits are kept in the log, and the next start"
                            + " makes the database anew",
                    e);
        }
    }

    private void snapshotWhenDue() {
        editsSinceSnapshot++;
        if (editsSinceSnapshot >= SNAPSHOT_EVERY) {
            snapshot();
        }
    }

    private void snapshot() {
        synchronized (writing) {
            try {
                log.cutBefore(takeSnapshot() + 1);
            } catch (IOException e) {
                LOG.error("no snapshot of the register could be taken; the log is kept whole", e);
            }
        }
    }

    /// Returns the position up to which the log is in every snapshot.
    private long takeSnapshot() throws IOException {
        editsSinceSnapshot = 0;
        return snapshots.write(
                new RegisterSnapshot(
                        log.epoch(), log.lastSeq(), state, List.copyOf(localKeys.all().values())));
    }

    /// Ends editing. Blocks.
    @Override
    public void close() {
        synchronized (writing) {
            inDatabase(RegisterDatabase::close);
            database = null;
            log.close();
        }
    }
}
