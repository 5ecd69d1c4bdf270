package se.troskel.simulation.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.troskel.controller.examrecord.ExamProtocolFile;
import se.troskel.controller.examrecord.ProtocolCommand;
import se.troskel.controller.seal.SealedText;
import se.troskel.protocol.exam.ExamProtocol;
import se.troskel.simulation.day.Expectation.Where;
import se.troskel.simulation.process.Program;

/// The end of the exam Tuesday: hand-in, packages, and four signed records.
final class ExamRecords implements Scene {
    /// Where the controller keeps the records.
    static final String FOLDER = "protocols";

    private static final String RECORDS = "/staff/exam-record";

    @Override
    public String name() {
        return "Exam records";
    }

    @Override
    public void play(Stage stage) {
        handIn(stage);
        papers(stage);
        records(stage);
        verified(stage);
    }

    private static void handIn(Stage stage) {
        stage.step(
                "13.00: everybody hands in, one of them a blank paper",
                () -> {
                    stage.clock("2027-02-16T13:00");
                    ExamCast.writers().forEach(one -> handIn(stage, one));
                },
                stage.tablet.count("HANDED_IN", 12),
                stage.tablet.count("INSIDE", 0));
    }

    private static void handIn(Stage stage, ExamCast candidate) {
        stage.tablet.act(
                "hand-in",
                candidate,
                candidate.equals(ExamCast.ALMA)
                        ? Map.of("sheets", "0", "blank", "yes")
                        : Map.of("sheets", "5"));
    }

    private static void papers(Stage stage) {
        Tablet tablet = stage.tablet;
        stage.step(
                "the papers are counted and sealed, and the invigilator stands for each sitting",
                () ->
                        tablet.sittings()
                                .forEach(sitting -> {
                                    papers(
                                            tablet,
                                            sitting,
                                            Map.of("stage", "COLLECTED", "count", "55"));
                                    papers(
                                            tablet,
                                            sitting,
                                            Map.of(
                                                    "stage", "SEALED", "count", "55", "seal",
                                                    "SE-1044"));
                                    tablet.order("sign", Map.of("sitting", sitting));
                                }),
                stage.invigilator.answers("Noterat."),
                tablet.shows("förseglat"));
    }

    private static void papers(Tablet tablet, String sitting, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("sitting", sitting);
        tablet.order("papers", form);
    }

    private static void records(Stage stage) {
        StaffClient invigilator = stage.invigilator;
        stage.step(
                "a record of each university's sitting is made and signed",
                () ->
                        stage.tablet
                                .sittings()
                                .forEach(sitting ->
                                        invigilator.submit(
                                                RECORDS, RECORDS, Map.of("sitting", sitting))),
                invigilator.answers("Protokollet är skrivet och signerat."),
                stage.centre.records("STAFF_ACTED", "action=EXAM_RECORD_MADE"),
                looksAt(
                        "four records are there",
                        () -> {
                            int files = files(stage).size();
                            return new Seen(files == 4, files + " records");
                        }));
        stage.step(
                "they say what happened, the power cut notwithstanding",
                () -> {},
                looksAt("who wrote, was late and was interrupted", () -> contents(stage)));
    }

    private static void verified(Stage stage) {
        stage.step(
                "the four records are verified by the command",
                () -> {},
                looksAt("intact=yes", () -> verified(files(stage))));
        stage.step(
                "one byte of a copy of each is changed",
                () -> {},
                looksAt("each such copy fails and is named", () -> changed(stage)));
    }

    private static Seen verified(List<Path> files) {
        try {
            Told told = verify(files);
            return new Seen(
                    told.status() == 0 && told.last().equals("protocol: files=4 intact=yes"),
                    told.last());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Seen contents(Stage stage) {
        List<String> told = new ArrayList<>();
        boolean held = true;
        int wrote = 0;
        for (Path file : files(stage)) {
            ExamProtocol record = read(file);
            long writers = record.candidates().stream().filter(one -> one.handIn() != null).count();
            wrote += (int) writers;
            held &= record.interruptions().size() == 1 && record.papers().size() == 2;
            told.add(
                    record.sitting().university()
                            + " wrote="
                            + writers
                            + " interruptions="
                            + record.interruptions().size()
                            + " deviations="
                            + record.deviations().size()
                            + " papers="
                            + record.papers().size());
        }
        return new Seen(held && wrote == 13, String.join("; ", told));
    }

    private static ExamProtocol read(Path file) {
        try {
            return ExamProtocolFile.read(SealedText.of(Files.readAllBytes(file))).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Seen changed(Stage stage) {
        Path folder = stage.settings.folder().resolve(FOLDER + "-with-one-byte-changed");
        List<String> told = new ArrayList<>();
        boolean held = true;
        try {
            Files.createDirectories(folder);
            for (Path file : files(stage)) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 1;
                Path copy = folder.resolve(file.getFileName());
                Files.write(copy, bytes);
                Told said = verify(List.of(copy));
                held &= said.status() == 1 && said.last().endsWith("damaged=" + copy.getFileName());
                told.add(said.last());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Seen(held && !told.isEmpty(), String.join("; ", told));
    }

    /// @param last the last line of what it printed
    private record Told(int status, String last) {}

    private static Told verify(List<Path> files) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("verify"));
        files.forEach(file -> arguments.add(file.toString()));
        Process command =
                new ProcessBuilder(
                                new Program("protocol", ProtocolCommand.class, List.of(), arguments)
                                        .command())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Told(command.waitFor(), said.lines().reduce("", (_, last) -> last));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static List<Path> files(Stage stage) {
        try (Stream<Path> files = Files.list(stage.settings.folder().resolve(FOLDER))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Expectation looksAt(String words, Supplier<Seen> look) {
        return new Expectation(words, Where.ELSEWHERE, look);
    }
}
