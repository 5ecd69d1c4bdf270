package se.troskel.controller.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.config.Retention;
import se.troskel.controller.journal.Appender;
import se.troskel.controller.journal.Draft;
import se.troskel.controller.journal.LocalBody;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.controller.journal.RetentionJob;
import se.troskel.controller.keys.Keyring;
import se.troskel.controller.register.CandidateNumber;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Sitting;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.RegisterEditKind;

/// Goal: the register forgets by itself, in time, only by decision and by a clock that is believed,
/// and the journal says so. Method: runs at moments around the limit over a real register.
class RegisterRetentionTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Instant OVER = Instant.parse("2027-11-24T23:00:00Z");

    @TempDir Path root;
    private final List<Draft> journal = new ArrayList<>();
    private Register register;

    @BeforeEach
    void open() {
        register =
                Register.open(
                        root.resolve("register"),
                        Keyring.open(root.resolve("keys")),
                        new SecureRandom());
        register.edit(list());
    }

    @AfterEach
    void close() {
        register.close();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, SYNCED, KS 1, false",
        "0, SYNCED, KS 1, true",
        "0, HOLDOVER, KS 1, true",
        "0, UNTRUSTED, KS 1, false",
        "0, SYNCED, , false"
    })
    void forgetsInTimeByAClockAndADecision(
            int seconds, ClockTrust clock, @Nullable String decision, boolean forgotten) {
        job(OVER.plusSeconds(seconds), clock, decision).run();
        RegisterContents contents = register.contents();
        assertThat(contents.exams().equals(ExamLists.EMPTY)).isEqualTo(forgotten);
        assertThat(contents.people().isEmpty()).isEqualTo(forgotten);
        assertThat(journal).hasSize(forgotten ? 1 : 0);
        assertThat(register.latestImport().isEmpty()).isEqualTo(forgotten);
    }

    @Test
    void saysInTheJournalHowMuchAndOnce() {
        job(OVER, ClockTrust.SYNCED, "KS 1").run();
        job(OVER.plus(Duration.ofHours(1)), ClockTrust.SYNCED, "KS 1").run();
        assertThat(journal)
                .extracting(Draft::body)
                .containsExactly(new EventBody.RegisterEdited(RegisterEditKind.RETENTION, 1, 0));
        LocalBody proof = Objects.requireNonNull(journal.getFirst().local());
        assertThat(proof.subject()).isEqualTo(LocalBody.NOBODY);
        assertThat(proof.retention()).isEqualTo(RetentionClass.OPERATION);
        assertThat(proof.facts())
                .isEqualTo(
                        Map.of(
                                "erased", "REGISTER",
                                "sittings", "1",
                                "registrations", "1",
                                "numbers", "1",
                                "bookings", "0",
                                "tickets", "0"));
    }

    @Test
    void whatTheJournalDoesNotTakeIsForgottenAllTheSame() {
        Appender refusing =
                (draft, done) -> done.accept(new Appender.Outcome.Refused("the disk is full"));
        job(OVER, ClockTrust.SYNCED, "KS 1", refusing).run();
        assertThat(register.contents().people()).isEmpty();
    }

    @Test
    void aRunFinishesWhatTheDiskRefusedOfTheOneBeforeWithoutAnotherRecord() throws IOException {
        Path snapshots = root.resolve("register/snapshots");
        Path away = root.resolve("away");
        Files.move(snapshots, away);
        Files.createFile(snapshots);
        job(OVER, ClockTrust.SYNCED, "KS 1").run();
        assertThat(register.contents().people()).isEmpty();
        assertThat(journal).hasSize(1);
        Files.delete(snapshots);
        Files.move(away, snapshots);

        job(OVER, ClockTrust.UNTRUSTED, null).run();

        try (Stream<Path> files = Files.list(snapshots)) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasFileName("snapshot-0000000002.bin"));
        }
        assertThat(journal).hasSize(1);
    }

    private RegisterRetention job(Instant at, ClockTrust clock, @Nullable String decision) {
        return job(at, clock, decision, (draft, done) -> journal.add(draft));
    }

    private RegisterRetention job(
            Instant at, ClockTrust clock, @Nullable String decision, Appender appender) {
        return new RegisterRetention(
                new RegisterRetention.Parts(
                        register, appender, new Retention(30, 90, 365, 400, decision), ZONE),
                new RetentionJob.Time(() -> at, System::nanoTime, () -> clock));
    }

    /// A sitting on 24 November 2026 with one candidate, who is known from nothing else.
    private static RegisterEdit.ImportExams list() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        Sitting sitting =
                new Sitting(
                        "s1",
                        "MDU",
                        "MAA101",
                        day,
                        LocalTime.of(8, 30),
                        240,
                        null,
                        Sitting.ListState.READY);
        Person candidate =
                new Person(
                        "p1",
                        "Alva Testsson",
                        VisitKind.STUDENT,
                        null,
                        day.atStartOfDay(ZONE).toInstant(),
                        day.plusDays(1).atStartOfDay(ZONE).toInstant(),
                        null,
                        false,
                        false);
        Registration registration =
                new Registration(
                        "r1",
                        "s1",
                        "p1",
                        Registration.Status.REGISTERED,
                        null,
                        null,
                        Registration.Accommodation.NONE,
                        Registration.Fee.NONE);
        return new RegisterEdit.ImportExams(
                "i1",
                List.of(new RegisterEdit.ImportedPerson(candidate, "k1", List.of())),
                new ExamLists(
                        Map.of("s1", sitting),
                        Map.of("r1", registration),
                        Map.of("p1", new CandidateNumber("p1", "199610202385"))),
                List.of());
    }
}
