package se.troskel.simulation.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.troskel.controller.journal.JournalVerifier;
import se.troskel.simulation.day.Expectation.Where;

/// What the day left behind: a journal that is whole, a region that has all of it, and no trace of
/// anybody where none may be.
final class Proof implements Scene {
    private static final int FLIPS = 12;

    /// Pictures of pages that staff see, the broker's own files, and a copy.
    private static final List<String> NOT_LOOKED_AT =
            List.of("pictures", "broker", "journal-with-one-bit-flipped");

    @Override
    public String name() {
        return "Proof";
    }

    @Override
    public void play(Stage stage) {
        Path journal = stage.settings.folder().resolve("journal");
        stage.step(
                Duration.ofSeconds(60),
                "region and journal are compared at the end",
                () -> {},
                stage.region.equalsJournal(stage.centre));
        stage.step(
                "the journal of the running controller is verified",
                () -> {},
                looksAt("every byte is accounted for", () -> whole(journal)));
        stage.step(
                "one bit of a copy is flipped, in one place after the other",
                () -> {},
                looksAt("each such copy fails", () -> flipped(stage, journal)));
        stage.step(
                "everything that was heard on the broker all day is looked through",
                () -> {},
                looksAt("only documented topics", () -> topics(stage)),
                looksAt("nothing of anybody in any message", () -> messages(stage)));
        stage.step(
                "the logs and the idle screens are looked through",
                () -> {},
                looksAt("nothing of anybody in any log", () -> logs(stage)),
                looksAt("nothing of anybody on an idle screen", () -> screens(stage)));
        stage.step(
                "every file that the programs keep is looked through, exam records included",
                () -> {},
                looksAt("nobody but whom a record is about, by number", () -> files(stage)));
    }

    private static Expectation looksAt(String words, Supplier<Seen> look) {
        return new Expectation(words, Where.ELSEWHERE, look);
    }

    private static Seen whole(Path journal) {
        try {
            JournalVerifier.Report report = JournalVerifier.verify(journal);
            return new Seen(
                    report.whole() && report.records() > 0,
                    report.records() + " records, findings " + report.findings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Seen flipped(Stage stage, Path journal) {
        Path copy = stage.settings.folder().resolve("journal-with-one-bit-flipped");
        try {
            copy(journal, copy);
            Path segment = firstSegment(copy);
            byte[] bytes = Files.readAllBytes(segment);
            int passed = 0;
            for (int i = 0; i < FLIPS; i++) {
                int at = (int) ((long) i * bytes.length / FLIPS) + i;
                bytes[at] ^= 1;
                Files.write(segment, bytes);
                passed += JournalVerifier.verify(copy).whole() ? 1 : 0;
                bytes[at] ^= 1;
            }
            Files.write(segment, bytes);
            boolean whole = JournalVerifier.verify(copy).whole();
            return new Seen(
                    passed == 0 && whole,
                    (FLIPS - passed)
                            + " of "
                            + FLIPS
                            + " failed; the copy as it was is "
                            + (whole ? "whole" : "not whole"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().contains("lock")) {
                    Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
                }
            }
        }
    }

    private static Path firstSegment(Path journal) throws IOException {
        try (Stream<Path> files = Files.list(journal)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".log"))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new IOException("no segment in " + journal));
        }
    }

    private static Seen topics(Stage stage) {
        var undocumented = stage.topics.undocumented();
        return new Seen(
                undocumented.isEmpty() && stage.topics.heard() > 0,
                stage.topics.heard()
                        + " messages on "
                        + stage.topics.topics()
                        + " topics, undocumented "
                        + undocumented);
    }

    private static Seen messages(Stage stage) {
        List<String> leaked = stage.topics.leaked(stage.secrets);
        return new Seen(
                leaked.isEmpty(), "looked for " + stage.secrets.count() + ", found " + leaked);
    }

    private static Seen logs(Stage stage) {
        List<String> leaked = new ArrayList<>();
        int bytes = 0;
        try (Stream<Path> files = Files.walk(stage.settings.logs())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                bytes += text.length();
                stage.secrets
                        .in(text)
                        .forEach(secret -> leaked.add(secret + " in " + file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Seen(
                leaked.isEmpty() && bytes > 0, bytes + " characters of logs, found " + leaked);
    }

    /// Journals, registers, the region's store, settings and the exam records; everything that went
    /// over the broker was heard.
    private static Seen files(Stage stage) {
        Path folder = stage.settings.folder();
        List<String> leaked = new ArrayList<>();
        int looked = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (NOT_LOOKED_AT.stream().noneMatch(name::startsWith)) {
                    looked++;
                    stage.secrets.in(written(file)).stream()
                            .filter(secret -> !mayStandIn(name, secret))
                            .forEach(secret -> leaked.add(secret + " in " + name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Seen(leaked.isEmpty() && looked > 0, looked + " files, found " + leaked);
    }

    /// An exam record goes to the university that sent these numbers; of a protected identity it
    /// has the reference only.
    private static boolean mayStandIn(String file, String secret) {
        return file.startsWith(ExamRecords.FOLDER)
                && secret.contains("personal number of")
                && !secret.endsWith(" Ina");
    }

    /// Its bytes as characters, but for those that were never written.
    private static String written(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).replace("\0", "");
    }

    private static Seen screens(Stage stage) {
        return new Seen(stage.visitor.leaked().isEmpty(), "found " + stage.visitor.leaked());
    }
}
