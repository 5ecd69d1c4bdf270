package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.controller.examrecord.ProtocolCommand;

/// Goal: an exam day runs from list to signed record in a browser alone, at a centre without
/// terminal, doors, sensors and region. Method: the whole controller at Gnesta, asked over HTTP as
/// a browser does, its clock moved through the day.
class ExamDayWithoutHardwareTest {
    private static final String LIST =
            """
            Lärosäte;Kurs;Prov;Datum;Start;Längd;Rum;Plats;Namn;Personnummer
            MDU;MAA140;TEN1;2026-11-24;08:30;240;exam-1;1;Alva Testsson;19961020-2385
            MDU;MAA140;TEN1;2026-11-24;08:30;240;exam-1;2;Elis Prov;19950424-2398
            """;

    private @TempDir Path data;
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-24T07:05:00Z"));
    private CentreInUse centre;

    @BeforeEach
    void start() {
        centre = new CentreInUse(Path.of("../config/centres/gnesta"), data, now);
        centre.importSittings(LIST);
    }

    @AfterEach
    void stop() {
        centre.close();
    }

    @Test
    void itRunsFromListToSignedRecord() throws IOException {
        String alva = centre.candidates().getFirst();
        centre.pressed("approve", "registration", alva, "document", "SWEDISH_NATIONAL_ID");
        assertThat(centre.states()).containsExactly("INSIDE", "EXPECTED");
        assertThat(centre.browser.get("/staff/inside").body())
                .as("whoever was let in is on the list for an evacuation")
                .contains("Alva Testsson", "Tentasalen");

        now.set(Instant.parse("2026-11-24T09:00:00Z"));
        centre.pressed("out", "registration", alva, "errand", "RESTROOM");
        now.set(Instant.parse("2026-11-24T09:04:00Z"));
        centre.pressed("back", "registration", alva);
        now.set(Instant.parse("2026-11-24T11:15:00Z"));
        centre.pressed("hand-in", "registration", alva, "sheets", "4");
        assertThat(centre.states()).containsExactly("HANDED_IN", "EXPECTED");

        now.set(Instant.parse("2026-11-24T11:40:00Z"));
        String record = centre.record();
        assertThat(record).contains("199610202385", "RESTROOM", "ABSENT");
        Path file = Files.writeString(data.resolve("record.json"), record);
        assertThat(ProtocolCommand.commandLine().execute("verify", file.toString())).isZero();
    }

    @Test
    void noPageSpeaksOfDoorsOrTerminalsThatAreNotThere() {
        assertThat(centre.room())
                .contains("/staff/exam-room/interrupt")
                .doesNotContain("formaction=\"/staff/exam-room/let-in\"");
        assertThat(centre.browser.get("/staff").body())
                .contains("Tentasalen")
                .doesNotContain("id=\"doors\"", "/staff/lockdown", "id=\"device-list\"");
        assertThat(centre.browser.get("/staff/board/live").body()).doesNotContain("id=\"devices\"");
        assertThat(centre.press("let-in"))
                .as("pressed on a page that is older")
                .contains("class=\"notice act\"");
    }
}
