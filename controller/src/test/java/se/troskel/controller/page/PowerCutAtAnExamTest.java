package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.controller.exam.ExamDay;
import se.troskel.controller.exam.ExamNote;
import se.troskel.controller.examrecord.ExamProtocolFile;
import se.troskel.controller.register.SeatRight;
import se.troskel.controller.seal.SealedText;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.EventType;
import se.troskel.protocol.exam.ExamProtocol;
import se.troskel.protocol.json.Json;

/// Goal: when the power goes seventy minutes into an exam, whoever sits in it, is out or came late
/// is there again as before, and the record says the same. Method: a whole controller on real
/// files; they are copied while it runs, and another controller starts on the copy, as after a cut.
class PowerCutAtAnExamTest {
    private static final Path GNESTA = Path.of("../config/centres/gnesta");
    private static final Instant START = Instant.parse("2026-11-24T07:30:00Z");

    /// Official test numbers.
    private static final List<String> NUMBERS =
            List.of(
                    "199107172380",
                    "199610202385",
                    "200001052380",
                    "199312172381",
                    "200001032382",
                    "199007282388",
                    "199007302384",
                    "199705162387",
                    "198705212382",
                    "198808112380",
                    "199006022397",
                    "200001022391");

    private @TempDir Path root;
    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Test
    void everythingIsThereAgainAndTheRecordSaysTheSame() throws IOException {
        Path before = Files.createDirectories(root.resolve("before"));
        Path after = root.resolve("after");
        try (CentreInUse centre = new CentreInUse(GNESTA, before, now)) {
            seventyMinutes(centre);
            CentreInUse.await(() -> isTwelveRecorded(centre));
            copy(before, after);
            try (CentreInUse again = new CentreInUse(GNESTA, after, now)) {
                again.awaitCandidates();
                assertThat(lines(again)).hasSize(12 + 5).isEqualTo(lines(centre));
                assertThat(rights(again))
                        .as("of those who are out")
                        .hasSize(2)
                        .isEqualTo(rights(centre));
                assertThat(again.states()).isEqualTo(centre.states());
                assertThat(Collections.frequency(again.states(), "INSIDE")).isEqualTo(10);
                assertThat(Collections.frequency(again.states(), "OUT")).isEqualTo(2);
                assertThat(again.controller.view().muster().known())
                        .containsExactlyInAnyOrderElementsOf(
                                centre.controller.view().muster().known());
                assertThat(people(again)).isEqualTo(people(centre)).isEqualTo(12);
                assertThat(says(again.record(), centre)).isTrue();
                itGoesOn(again);
                assertThat(says(again.record(), centre)).as("now it says more").isFalse();
            }
        }
    }

    /// Ten are there in time, two come late; one goes out and comes back; there is a pause; two are
    /// out.
    private void seventyMinutes(CentreInUse centre) {
        at(-25);
        centre.importSittings(list());
        List<String> all = centre.candidates();
        all.subList(0, 10).forEach(one -> approve(centre, one));
        at(5);
        approve(centre, all.get(10));
        at(9);
        approve(centre, all.get(11));
        at(40);
        centre.pressed("interrupt", "cause", "POWER");
        at(52);
        centre.pressed("resume");
        at(61);
        centre.pressed(
                "out",
                "registration",
                all.get(2),
                "errand",
                "RESTROOM",
                "happened",
                "09:25",
                "back",
                "09:29");
        at(68);
        centre.pressed("out", "registration", all.get(4), "errand", "RESTROOM");
        centre.pressed("out", "registration", all.get(11), "errand", "RESTROOM");
        at(70);
    }

    private void itGoesOn(CentreInUse centre) {
        at(80);
        List<String> all = centre.candidates();
        centre.pressed("back", "registration", all.get(4));
        centre.pressed("hand-in", "registration", all.get(0), "sheets", "3");
    }

    private static void approve(CentreInUse centre, String candidate) {
        centre.pressed("approve", "registration", candidate, "document", "SWEDISH_PASSPORT");
    }

    private void at(int minute) {
        now.set(START.plus(Duration.ofMinutes(minute)));
    }

    private static String list() {
        List<String> rows = new ArrayList<>();
        rows.add("Lärosäte;Kurs;Prov;Datum;Start;Längd;Rum;Plats;Namn;Personnummer");
        for (int i = 0; i < NUMBERS.size(); i++) {
            rows.add(
                    "MDU;MAA140;TEN1;2026-11-24;08:30;240;exam-1;"
                            + (i + 1)
                            + ";Alva Testsson;"
                            + NUMBERS.get(i));
        }
        return String.join("\n", rows);
    }

    private static List<ExamNote> lines(CentreInUse centre) {
        return List.copyOf(centre.controller.view().exams().log().notes());
    }

    /// As many as the centre reckons to be in the exam room.
    private static @Nullable Integer people(CentreInUse centre) {
        return centre.controller.view().staffRooms().stream()
                .filter(room -> room.room().equals("exam-1"))
                .findFirst()
                .orElseThrow()
                .people();
    }

    /// Rooms report once a minute.
    private static boolean isTwelveRecorded(CentreInUse centre) {
        return centre.controller.journal().read(1, 500).stream()
                .filter(message ->
                        Json.read(message.envelope(), Envelope.class).type()
                                == EventType.OCCUPANCY_CHANGED)
                .map(message -> Json.read(message.body(), EventBody.OccupancyChanged.class))
                .anyMatch(one -> Integer.valueOf(12).equals(one.people()));
    }

    private List<SeatRight> rights(CentreInUse centre) {
        ExamDay day = centre.controller.view().exams();
        return day.plan().rights(day.log().candidates(), day.log().interruptions(), now.get());
    }

    /// Whether both records say the same, whenever they were made.
    private static boolean says(String record, CentreInUse other) {
        return same(protocol(record)).equals(same(protocol(other.record())));
    }

    private static ExamProtocol protocol(String record) {
        SealedText sealed = SealedText.of(record.getBytes(StandardCharsets.UTF_8));
        assertThat(sealed.isIntact()).isTrue();
        return ExamProtocolFile.read(sealed).orElseThrow();
    }

    private static ExamProtocol same(ExamProtocol one) {
        return new ExamProtocol(
                new UUID(0, 0),
                null,
                START,
                one.centre(),
                one.sitting(),
                one.candidates(),
                one.deviations(),
                one.papers(),
                one.interruptions(),
                one.invigilators());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Files.copy(one, to.resolve(from.relativize(one)));
            }
        }
    }
}
