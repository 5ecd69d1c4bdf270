package se.troskel.controller.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.config.Retention;
import se.troskel.controller.journal.Appender.Outcome;
import se.troskel.controller.keys.Keyring;
import se.troskel.controller.register.Register;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.event.EventType;
import se.troskel.protocol.json.Json;

/// Goal: what has outlived its days cannot be read, what has not can, and the chain holds. Method:
/// a table of months; a real journal with a real register, run at moments around the limits.
class RetentionJobTest {
    private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");
    private static final Instant OLD = Instant.parse("2026-09-30T23:59:59.999Z");
    private static final Instant YOUNG = Instant.parse("2026-10-01T00:00:00Z");
    private static final Retention DAYS = new Retention(30, 90, 365, 400, "KS 1");

    @TempDir Path root;

    private Register register;
    private Journal journal;

    @BeforeEach
    void open() {
        register =
                Register.open(
                        root.resolve("register"),
                        Keyring.open(root.resolve("keys")),
                        new Random(5));
        journal = JournalFixture.open(root.resolve("journal"), register);
    }

    @AfterEach
    void close() {
        journal.close();
        register.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T17:00:00Z, 30, 2026-10",
        "2026-10-30T23:59:59.999Z, 30, 2026-09",
        "2026-10-31T00:00:00Z, 30, 2026-10",
        "2026-11-30T23:59:59.999Z, 30, 2026-10",
        "2026-12-01T00:00:00Z, 30, 2026-11",
        "2027-01-01T00:00:00Z, 1, 2026-12",
        "2027-01-30T23:59:59Z, 30, 2026-12",
        "2027-01-31T00:00:00Z, 30, 2027-01",
        "2028-03-01T00:00:00Z, 1, 2028-02",
        "2028-03-30T12:00:00Z, 29, 2028-03",
        "2026-12-29T23:59:59Z, 90, 2026-09",
        "2026-12-30T00:00:00Z, 90, 2026-10",
        "2028-01-04T23:59:59Z, 400, 2026-11",
        "2028-01-05T00:00:00Z, 400, 2026-12"
    })
    void aMonthIsKeptAsLongAsAnyMomentOfItIsYoungEnough(
            Instant now, int days, YearMonth firstKept) {
        assertThat(RetentionJob.firstKept(now, days)).isEqualTo(firstKept);
    }

    @Test
    void whatHasOutlivedItsDaysCannotBeReadAndTheChainHolds() throws IOException {
        append(OLD, "p1", RetentionClass.ACCESS);
        append(YOUNG, "p2", RetentionClass.ACCESS);
        append(OLD, "p3", RetentionClass.STAFF);
        append(OLD, LocalBody.NOBODY, RetentionClass.OPERATION);
        String head = journal.hashAt(4).orElseThrow();

        job(ClockTrust.SYNCED, register).run();

        append(NOW, "p2", RetentionClass.ACCESS);
        assertThat(journal.readLocal(1)).isEmpty();
        assertThat(journal.readLocal(2)).isPresent();
        assertThat(journal.readLocal(3)).isPresent();
        assertThat(journal.readLocal(4)).isPresent();
        assertThat(journal.hashAt(4)).contains(head);
        JournalVerifier.Report report = JournalVerifier.verify(root.resolve("journal"));
        assertThat(report.findings()).isEmpty();
        assertThat(report.records()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-30T12:00:00Z, ACCESS, false",
        "2025-11-30T12:00:00Z, STAFF, false",
        "2025-10-31T12:00:00Z, EXAM, false",
        "2025-11-01T00:00:00Z, EXAM, true",
        "2025-10-31T12:00:00Z, OPERATION, true"
    })
    void eachClassGoesByItsOwnDays(Instant at, RetentionClass retention, boolean kept) {
        append(at, "p1", retention);

        job(ClockTrust.SYNCED, register).run();

        assertThat(journal.readLocal(1).isPresent()).isEqualTo(kept);
    }

    @Test
    void eachErasureIsRecordedOnce() {
        append(OLD, "p1", RetentionClass.ACCESS);
        append(OLD, "p2", RetentionClass.ACCESS);

        job(ClockTrust.SYNCED, register).run();
        job(ClockTrust.SYNCED, register).run();

        append(NOW, "p2", RetentionClass.ACCESS);
        assertThat(types())
                .containsExactly(
                        EventType.CHECK_IN,
                        EventType.CHECK_IN,
                        EventType.REGISTER_EDITED,
                        EventType.CHECK_IN);
        assertThat(journal.readLocal(3).orElseThrow().facts())
                .isEqualTo(Map.of("erased", "ACCESS", "before", "2026-10", "keys", "2"));
    }

    @ParameterizedTest
    @EnumSource(ClockTrust.class)
    void nothingIsErasedByAClockThatCannotBeTrusted(ClockTrust clock) {
        append(OLD, "p1", RetentionClass.ACCESS);

        job(clock, register).run();

        assertThat(journal.readLocal(1).isPresent()).isEqualTo(clock == ClockTrust.UNTRUSTED);
    }

    @Test
    void withoutADecisionNothingIsErased() {
        append(OLD, "p1", RetentionClass.ACCESS);

        new RetentionJob(
                        register,
                        journal,
                        new Retention(30, 90, 365, 400, null),
                        new RetentionJob.Time(
                                InstantSource.fixed(NOW), () -> 7L, () -> ClockTrust.SYNCED))
                .run();

        assertThat(journal.readLocal(1)).isPresent();
    }

    @Test
    void aRunThatFailsLeavesItToTheNext() {
        append(OLD, "p1", RetentionClass.ACCESS);
        RetentionJob job = job(ClockTrust.SYNCED, new FailingOnce(register));

        job.run();
        assertThat(journal.readLocal(1)).isPresent();

        job.run();
        assertThat(journal.readLocal(1)).isEmpty();
    }

    private RetentionJob job(ClockTrust clock, LocalKeys keys) {
        return new RetentionJob(
                keys,
                journal,
                DAYS,
                new RetentionJob.Time(InstantSource.fixed(NOW), () -> 7L, () -> clock));
    }

    /// Appends and waits, so that all that was appended before is there too.
    private void append(Instant at, String subject, RetentionClass retention) {
        Draft draft =
                new Draft(
                        at,
                        7L,
                        ClockTrust.SYNCED,
                        JournalFixture.checkIn(null).body(),
                        new LocalBody(subject, retention, Map.of("n", "1")));
        assertThat(JournalFixture.append(journal, draft)).isInstanceOf(Outcome.Committed.class);
    }

    private List<EventType> types() {
        List<EventType> types = new ArrayList<>();
        for (EventMessage message : journal.read(1, 100)) {
            types.add(Json.read(message.envelope(), Envelope.class).type());
        }
        return types;
    }

    /// Refuses the first erasure, as a register whose disk refuses.
    private static final class FailingOnce implements LocalKeys {
        private final LocalKeys keys;
        private boolean failed;

        FailingOnce(LocalKeys keys) {
            this.keys = keys;
        }

        @Override
        public LocalKey keyFor(String subject, RetentionClass retention, YearMonth month) {
            return keys.keyFor(subject, retention, month);
        }

        @Override
        public Optional<LocalKey> find(String id) {
            return keys.find(id);
        }

        @Override
        public int erase(Erasure erasure) {
            if (!failed) {
                failed = true;
                throw new IllegalStateException("the disk refuses");
            }
            return keys.erase(erasure);
        }
    }
}
