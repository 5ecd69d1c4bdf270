package se.troskel.controller.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.controller.commissioning.CommissioningReport;
import se.troskel.controller.commissioning.CommissioningText;
import se.troskel.controller.commissioning.CommissioningText.Progress;
import se.troskel.controller.commissioning.CommissioningText.UnreadableCommissioningException;
import se.troskel.controller.page.CommissioningDesk.Filed;
import se.troskel.controller.seal.Seal;
import se.troskel.controller.seal.SealedText;
import se.troskel.controller.seal.WholeFile;

/// The folder of commissioning: `progress.jsonl`, and a signed `report-….jsonl` for each report. A
/// file is whole or not there. Blocks on disk; one thread at a time.
public final class CommissioningFolder {
    private static final Logger LOG = LoggerFactory.getLogger(CommissioningFolder.class);
    private static final String PROGRESS = "progress.jsonl";
    private static final String ENDING = ".jsonl";
    private static final Pattern ID = Pattern.compile("report-[0-9TZ-]{16,24}");
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'report-'yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Seal seal;

    private CommissioningFolder(Path folder, Seal seal) {
        this.folder = folder;
        this.seal = seal;
    }

    /// Makes the folder when it is not there.
    ///
    /// @throws UncheckedIOException when it cannot be made; the controller does not start
    public static CommissioningFolder open(Path folder, Seal seal) {
        try {
            return new CommissioningFolder(Files.createDirectories(folder), seal);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder, e);
        }
    }

    /// What was proven before a restart; empty when nothing was, or when it was of another
    /// configuration or cannot be read: then its file is put aside under another name.
    ///
    /// @param config fingerprint of the present configuration
    Optional<Progress> resume(String config) {
        Path file = folder.resolve(PROGRESS);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Progress progress = CommissioningText.progress(read(file));
            if (progress.head().config().equals(config)) {
                return Optional.of(progress);
            }
            putAside("the configuration is another than in");
        } catch (UnreadableCommissioningException | IOException e) {
            putAside(e.getMessage() + " in");
        }
        return Optional.empty();
    }

    private void putAside(String why) {
        Path file = folder.resolve(PROGRESS);
        try {
            Path aside = Files.createTempFile(folder, "progress-aside-", ENDING);
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.warn("{} {}; it is kept as {} and commissioning begins anew", why, file, aside);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot put aside " + file, e);
        }
    }

    /// Keeps how far it is.
    ///
    /// @throws UncheckedIOException when it cannot be written; what was kept before still is
    void save(Progress progress) {
        WholeFile.write(folder, PROGRESS, CommissioningText.write(progress));
    }

    /// Keeps a report, sealed.
    ///
    /// @return its id
    /// @throws UncheckedIOException as [#save(Progress)]
    String file(CommissioningReport report) {
        String id = freeId(report.head().at());
        WholeFile.write(folder, id + ENDING, seal.sealed(CommissioningText.write(report)));
        return id;
    }

    /// Two reports of one second are a second apart in their names.
    private String freeId(Instant at) {
        Instant second = at;
        while (Files.exists(folder.resolve(NAME.format(second) + ENDING))) {
            second = second.plusSeconds(1);
        }
        return NAME.format(second);
    }

    /// The newest reports that can be read, newest first.
    List<Filed> filed(int max) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("report-") && name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted(Comparator.reverseOrder())
                    .limit(max)
                    .flatMap(id -> find(id).stream())
                    .toList();
        } catch (IOException e) {
            LOG.warn("{} cannot be listed", folder, e);
            return List.of();
        }
    }

    /// The report with this id; empty when there is none or it cannot be read.
    Optional<Filed> find(String id) {
        try {
            return bytes(id)
                    .map(SealedText::of)
                    .map(sealed ->
                            new Filed(
                                    id,
                                    CommissioningText.report(sealed.text()),
                                    seal.keyId(),
                                    seal.isIntact(sealed)));
        } catch (UnreadableCommissioningException e) {
            LOG.warn("{} cannot be read: {}", id, e.getMessage());
            return Optional.empty();
        }
    }

    /// The report's file; empty when there is none with this id or it cannot be read.
    Optional<byte[]> bytes(String id) {
        Path file = folder.resolve(id + ENDING);
        if (!ID.matcher(id).matches() || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(file));
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static byte[] read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(CommissioningText.MAX_BYTES + 1);
        }
    }
}
