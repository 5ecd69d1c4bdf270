package se.troskel.controller.examrecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.controller.register.Sitting;
import se.troskel.controller.seal.Seal;
import se.troskel.controller.seal.WholeFile;
import se.troskel.protocol.exam.ExamProtocol;

/// The folder of signed exam records, one `DAY.UNIVERSITY.SITTING.NUMBER.json` each; what adds to a
/// record has the next number. A file is whole or not there, and is never changed. Thread-safe;
/// blocks on disk.
public final class ExamRecordFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ExamRecordFolder.class);
    private static final String ENDING = ".json";
    private static final Pattern ID =
            Pattern.compile(
                    "([0-9]{4}-[0-9]{2}-[0-9]{2})\\.[A-Za-z0-9_-]*\\.([A-Za-z0-9_-]+)\\.([0-9]{1,6})");
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^A-Za-z0-9_-]");

    private final Path folder;
    private final Seal seal;

    private ExamRecordFolder(Path folder, Seal seal) {
        this.folder = folder;
        this.seal = seal;
    }

    /// Makes the folder when it is not there.
    ///
    /// @throws UncheckedIOException when it cannot be made; the controller does not start
    public static ExamRecordFolder open(Path folder, Seal seal) {
        try {
            return new ExamRecordFolder(Files.createDirectories(folder), seal);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }

    /// Ids of a sitting's records, oldest first. One id is a file's name without its ending.
    public List<String> records(Sitting sitting) {
        return ids().stream()
                .filter(id -> sitting.id().equals(part(id, 2)))
                .sorted(Comparator.comparingInt(ExamRecordFolder::number))
                .toList();
    }

    /// The file with this id; empty when there is none or it cannot be read.
    public Optional<byte[]> bytes(String id) {
        Path file = folder.resolve(id + ENDING);
        if (!ID.matcher(id).matches() || !Files.exists(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(ExamProtocolFile.MAX_BYTES + 1));
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    /// Keeps a record, sealed, as the newest of its sitting.
    ///
    /// @return its id
    /// @throws UncheckedIOException when it cannot be written; what was kept before still is
    public synchronized String file(Sitting sitting, ExamProtocol protocol) {
        List<String> before = records(sitting);
        int number = before.isEmpty() ? 1 : number(before.getLast()) + 1;
        String university = NOT_IN_NAMES.matcher(sitting.university()).replaceAll("_");
        String id = sitting.day() + "." + university + "." + sitting.id() + "." + number;
        WholeFile.write(folder, id + ENDING, ExamProtocolFile.write(protocol, seal));
        return id;
    }

    /// Deletes the records of sittings before a day.
    ///
    /// @return how many
    /// @throws UncheckedIOException when one cannot be deleted; others may be
    public synchronized int erase(LocalDate before) {
        List<String> over =
                ids().stream().filter(id -> part(id, 1).compareTo(before.toString()) < 0).toList();
        try {
            for (String id : over) {
                Files.deleteIfExists(folder.resolve(id + ENDING));
            }
            if (!over.isEmpty()) {
                WholeFile.force(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete from " + folder, e);
        }
        return over.size();
    }

    private List<String> ids() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(id -> ID.matcher(id).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static int number(String id) {
        return Integer.parseInt(part(id, 3));
    }

    private static String part(String id, int group) {
        Matcher parts = ID.matcher(id);
        return parts.matches() ? parts.group(group) : "";
    }
}
