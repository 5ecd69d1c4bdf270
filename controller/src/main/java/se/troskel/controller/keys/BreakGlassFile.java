package se.troskel.controller.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.protocol.AccessSystemException;

/// The break-glass credentials, in a small file of their own beside the register, so that they work
/// with no register, no clock and no network: the keyed hash of each card's number and what it is
/// called. Read once at the start and held in memory; written whole (mode 0600, fsync, rename) at
/// each change. Thread-safe; reading never blocks.
///
/// A damaged file is set aside as `break-glass.damaged`, and what is whole of it goes on working.
public final class BreakGlassFile {
    private static final Logger LOG = LoggerFactory.getLogger(BreakGlassFile.class);
    private static final String NAME = "break-glass";

    private final KeyFolder folder;
    private volatile BreakGlassEntries entries;
    private volatile boolean lost;

    private BreakGlassFile(KeyFolder folder, BreakGlassEntries entries) {
        this.folder = folder;
        this.entries = entries;
        this.lost = !entries.isWhole();
    }

    /// Reads the file in the controller's data folder; there is none before the first credential.
    /// Never fails: a file that cannot be read is said loudly, and the centre goes on without it.
    /// Blocks.
    public static BreakGlassFile open(Path data) {
        KeyFolder folder = new KeyFolder(data);
        BreakGlassFile file = new BreakGlassFile(folder, read(data.resolve(NAME)));
        if (file.lost) {
            file.repair();
        }
        return file;
    }

    private static BreakGlassEntries read(Path file) {
        try {
            return BreakGlassEntries.parse(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return BreakGlassEntries.NONE;
        } catch (IOException e) {
            LOG.error("{} cannot be read", file, e);
            return new BreakGlassEntries(Map.of(), false);
        }
    }

    private void repair() {
        Path file = folder.dir().resolve(NAME);
        Path aside = folder.dir().resolve(NAME + ".damaged");
        LOG.error(
                "{} is damaged: break-glass credentials may have been lost, {} work. Try each of"
                        + " them at a door, and make those anew on the staff page that do not"
                        + " work. The damaged file is kept as {}",
                file,
                entries.labels().size(),
                aside);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            folder.write(NAME, bytes(entries));
        } catch (IOException e) {
            LOG.error("{} cannot be set aside or written anew", file, e);
        }
    }

    /// Whether a text can be a credential's label: 1 to 60 characters that can be shown.
    public static boolean isLabel(String label) {
        return BreakGlassEntries.isLabel(label);
    }

    /// What the card with this keyed hash is called; empty when it is not break-glass.
    public Optional<String> label(String lookup) {
        return Optional.ofNullable(entries.labels().get(lookup));
    }

    /// Labels by keyed hash.
    public Map<String, String> labels() {
        return entries.labels();
    }

    /// Whether the file was found damaged at the start and nothing was made or removed since.
    public boolean hasLost() {
        return lost;
    }

    public boolean isFull() {
        return entries.labels().size() >= BreakGlassEntries.MOST;
    }

    /// Adds or renames one. On the disk when this returns.
    ///
    /// @throws NotStored when the disk refuses; nothing has changed
    public synchronized void put(String lookup, String label) {
        Map<String, String> next = new LinkedHashMap<>(entries.labels());
        next.put(lookup, label);
        store(next);
    }

    /// Removes one. It works no more from here on, and not after a restart either once this
    /// returns.
    ///
    /// @throws NotStored when the disk refuses; then it works again after a restart
    public synchronized void remove(String lookup) {
        Map<String, String> next = new LinkedHashMap<>(entries.labels());
        next.remove(lookup);
        entries = new BreakGlassEntries(next, true);
        store(next);
    }

    private void store(Map<String, String> labels) {
        BreakGlassEntries next = new BreakGlassEntries(labels, true);
        try {
            folder.write(NAME, bytes(next));
        } catch (IOException e) {
            throw new NotStored(folder.dir().resolve(NAME), e);
        }
        entries = next;
        lost = false;
    }

    private static byte[] bytes(BreakGlassEntries entries) {
        return entries.text().getBytes(StandardCharsets.UTF_8);
    }

    /// The disk refused; the caller says so to whoever asked.
    public static final class NotStored extends AccessSystemException {
        private static final long serialVersionUID = 1L;

        NotStored(Path file, IOException cause) {
            super(file + " cannot be written: " + cause, cause);
        }
    }
}
