package se.troskel.controller.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.troskel.controller.exam.Candidate.Stage;
import se.troskel.controller.exam.ExamFact.InterruptionCause;
import se.troskel.controller.exam.Progress.Out;
import se.troskel.protocol.decision.ApprovalReason;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.InvigilatorTask;
import se.troskel.protocol.exam.ErrandKind;
import se.troskel.protocol.exam.ExamProtocol.PaperStep.PaperStage;

/// What a candidate's lines add up to, which lines are refused, and that undoing and late entries
/// leave the same picture as writing everything in order. Written line by line, on the plan of
/// [ExamScene].
class ExamLogTest {
    private static final Instant NINE = Instant.parse("2026-10-22T07:00:00Z");
    private static final String ONE = "lth";
    private static final String SITTING = "lth";

    private ExamLog log = ExamLog.EMPTY;
    private int lines;

    @Test
    void somebodyComesIsLetInGoesOutComesBackAndHandsIn() {
        write(0, arrived(ExamReason.MANUAL_ID));
        assertThat(progress().candidate().stage()).isEqualTo(Stage.ARRIVED);
        write(5, admitted());
        assertThat(progress().isInRoom()).isTrue();
        write(60, new ExamFact.WentOut(ONE, ErrandKind.RESTROOM, null));
        assertThat(progress().candidate().isOnErrand(at(61))).isTrue();
        assertThat(progress().isInRoom()).isFalse();
        write(64, new ExamFact.CameBack(ONE));
        write(120, new ExamFact.HandedIn(ONE, 4, false));

        assertThat(progress().candidate().stage()).isEqualTo(Stage.HANDED_IN);
        assertThat(progress().out()).containsExactly(new Out(ErrandKind.RESTROOM, at(60), at(64)));
        assertThat(progress().came()).isEqualTo(at(0));
    }

    @Test
    void whatWasNotedOnPaperIsEnteredLaterInItsPlace() {
        write(5, admitted());
        write(60, new ExamFact.WentOut(ONE, ErrandKind.RESTROOM, null));
        write(64, new ExamFact.CameBack(ONE));
        writeLater(30, 90, new ExamFact.WentOut(ONE, ErrandKind.COAT, at(33)));

        assertThat(progress().out())
                .containsExactly(
                        new Out(ErrandKind.COAT, at(30), at(33)),
                        new Out(ErrandKind.RESTROOM, at(60), at(64)));
    }

    @Test
    void linesThatDoNotFitAreRefusedWithTheirReason() {
        refused(NoteProblem.NOT_LET_IN, 1, new ExamFact.WentOut(ONE, ErrandKind.RESTROOM, null));
        refused(NoteProblem.NOT_LET_IN, 1, new ExamFact.HandedIn(ONE, 1, false));
        refused(NoteProblem.NOT_OUT, 1, new ExamFact.CameBack(ONE));
        write(5, admitted());
        refused(NoteProblem.LET_IN_ALREADY, 6, admitted());
        refused(
                NoteProblem.LET_IN_ALREADY,
                6,
                new ExamFact.Refused(ONE, ExamReason.NOT_REGISTERED));
        write(10, new ExamFact.WentOut(ONE, ErrandKind.RESTROOM, null));
        refused(NoteProblem.OUT_ALREADY, 11, new ExamFact.WentOut(ONE, ErrandKind.COAT, null));
        refused(NoteProblem.IS_OUT, 11, new ExamFact.HandedIn(ONE, 1, false));
        write(12, new ExamFact.CameBack(ONE));
        refused(
                NoteProblem.BACK_BEFORE_OUT,
                20,
                new ExamFact.WentOut(ONE, ErrandKind.COAT, at(20)));
        refused(NoteProblem.IN_FUTURE, 20, new ExamFact.WentOut(ONE, ErrandKind.COAT, at(25)));
        write(90, new ExamFact.HandedIn(ONE, 0, true));
        refused(NoteProblem.HANDED_IN, 91, new ExamFact.WentOut(ONE, ErrandKind.COAT, null));
        refused(NoteProblem.UNKNOWN, 91, new ExamFact.PaperSeen("nobody"));
        refused(NoteProblem.NOT_INTERRUPTED, 91, new ExamFact.Resumed());
        refused(
                NoteProblem.NO_SUCH_NOTE,
                91,
                new ExamFact.Undone(UUID.nameUUIDFromBytes(new byte[0])));
        assertThat(
                        log.problem(
                                new ExamNote(
                                        id(999),
                                        SITTING,
                                        at(95),
                                        at(90),
                                        "eva",
                                        new ExamFact.PaperSeen(ONE)),
                                plan()))
                .isEqualTo(NoteProblem.IN_FUTURE);
    }

    @Test
    void aLateEntryIsRefusedWhenWhatCameAfterContradictsIt() {
        write(5, admitted());
        write(60, new ExamFact.WentOut(ONE, ErrandKind.RESTROOM, null));
        write(64, new ExamFact.CameBack(ONE));
        assertThat(
                        log.problem(
                                note(50, 90, new ExamFact.WentOut(ONE, ErrandKind.COAT, null)),
                                plan()))
                .as("out since 09.50, so not going out at 10.00")
                .isEqualTo(NoteProblem.OUT_ALREADY);
    }

    @Test
    void undoingLeavesBothLinesAndCountsNeither() {
        write(5, admitted());
        ExamNote out = write(10, new ExamFact.WentOut(ONE, ErrandKind.RESTROOM, null));
        refused(NoteProblem.NOT_LAST, 11, new ExamFact.Undone(log.notes().iterator().next().id()));
        write(11, null, new ExamFact.Undone(out.id()));

        assertThat(progress().out()).isEmpty();
        assertThat(progress().isInRoom()).isTrue();
        assertThat(log.notes()).hasSize(3);
        assertThat(log.isUndone(out.id())).isTrue();
        refused(NoteProblem.UNDONE_ALREADY, 12, new ExamFact.Undone(out.id()));
    }

    @Test
    void anAlarmSendsThoseInTheRoomOutWithARightToComeBack() {
        write(5, admitted());
        write(70, new ExamFact.Interrupted(InterruptionCause.ALARM));
        assertThat(progress().candidate().isOnErrand(at(80))).isTrue();
        refused(
                NoteProblem.INTERRUPTED_ALREADY,
                71,
                new ExamFact.Interrupted(InterruptionCause.POWER));
        write(85, new ExamFact.CameBack(ONE));
        write(90, new ExamFact.Resumed());

        assertThat(progress().out())
                .containsExactly(new Out(ErrandKind.EVACUATION, at(70), at(85)));
        assertThat(log.interruptions()).containsExactly(new Interruption(SITTING, at(70), at(90)));
        assertThat(progress().isInRoom()).isTrue();
    }

    @Test
    void aPowerCutSendsNobodyOut() {
        write(5, admitted());
        write(70, new ExamFact.Interrupted(InterruptionCause.POWER));
        assertThat(progress().isInRoom()).isTrue();
        assertThat(log.interruptions()).containsExactly(new Interruption(SITTING, at(70), null));
    }

    @Test
    void theMissingDocumentMayBeFetchedUntilItsTime() {
        write(
                0,
                new ExamFact.Arrived(
                        ONE,
                        ExamReason.NO_ID_CAN_FETCH,
                        InvigilatorTask.KEEP_PAPER_UNSEEN,
                        null,
                        null,
                        at(31)));
        assertThat(progress().candidate().isOnErrand(at(30))).isTrue();
        assertThat(progress().candidate().isOnErrand(at(31))).isFalse();
        assertThat(progress().out()).as("was never in the room").isEmpty();
    }

    @Test
    void thePapersDoNotGoBackwards() {
        write(0, new ExamFact.Papers(PaperStage.ISSUED, 12, "A-17"));
        refused(NoteProblem.PAPERS_BACKWARDS, 5, new ExamFact.Papers(PaperStage.STORED, 12, null));
        write(6, new ExamFact.Papers(PaperStage.IN_ROOM, 12, null));
    }

    @Test
    void anExceptionMadeAloneIsCountersignedBySomebodyElse() {
        ExamNote alone =
                write(
                        40,
                        new ExamFact.Admitted(
                                ONE, null, null, ApprovalReason.WEATHER, null, 40, true));
        refused(NoteProblem.SAME_PERSON, 50, new ExamFact.Countersigned(alone.id()));
        ExamNote signed =
                new ExamNote(
                        id(500),
                        null,
                        at(50),
                        at(50),
                        "karin",
                        new ExamFact.Countersigned(alone.id()));
        assertThat(log.problem(signed, plan())).isNull();
        log = log.with(signed);
        assertThat(log.isCountersigned(alone.id())).isTrue();
    }

    @Test
    void aCallForHelpIsSeenOnce() {
        ExamNote help = write(40, null, new ExamFact.HelpAsked("room-1"));
        assertThat(log.isSeen(help.id())).isFalse();
        write(41, null, new ExamFact.Seen(help.id()));
        assertThat(log.isSeen(help.id())).isTrue();
        refused(NoteProblem.NO_SUCH_NOTE, 42, new ExamFact.Seen(id(12345)));
    }

    @Test
    void whatTheJournalDidNotTakeLeavesNothing() {
        write(5, admitted());
        ExamLog before = log;
        ExamNote out = note(10, 10, new ExamFact.WentOut(ONE, ErrandKind.RESTROOM, null));
        ExamLog after = log.with(out).without(out);
        assertThat(after.notes()).containsExactlyElementsOf(before.notes());
        assertThat(after.progress(ONE)).isEqualTo(before.progress(ONE));
    }

    /// Whatever is pressed in whatever order: what was taken line by line reads the same from the
    /// journal.
    @Test
    void readAgainFromTheJournalEverybodyIsWhereTheyWere() {
        for (long seed = 0; seed < 300; seed++) {
            log = ExamLog.EMPTY;
            Random random = new Random(seed);
            for (int minute = 0; minute < 60; minute++) {
                ExamNote note = note(minute - random.nextInt(10), minute, any(random));
                if (log.problem(note, plan()) == null) {
                    log = log.with(note);
                }
            }
            ExamLog again = ExamLog.of(log.notes());
            assertThat(again.progress(ONE)).as("seed %s", seed).isEqualTo(progress());
            assertThat(again.interruptions()).isEqualTo(log.interruptions());
        }
    }

    private ExamFact any(Random random) {
        List<ExamNote> all = new ArrayList<>(log.notes());
        return switch (random.nextInt(all.isEmpty() ? 9 : 10)) {
            case 0 -> arrived(ExamReason.PRE_OK);
            case 1 -> admitted();
            case 2 ->
                    new ExamFact.WentOut(
                            ONE,
                            ErrandKind.RESTROOM,
                            random.nextBoolean() ? null : at(random.nextInt(60)));
            case 3 -> new ExamFact.CameBack(ONE);
            case 4 -> new ExamFact.HandedIn(ONE, 2, false);
            case 5 -> new ExamFact.Interrupted(InterruptionCause.ALARM);
            case 6 -> new ExamFact.Resumed();
            case 7 -> new ExamFact.Rejected(ONE, ApprovalReason.FACE_DIFFERS);
            case 8 -> new ExamFact.Refused(ONE, ExamReason.NO_ID_DENIED);
            default -> new ExamFact.Undone(all.get(random.nextInt(all.size())).id());
        };
    }

    private static ExamFact arrived(ExamReason reason) {
        return new ExamFact.Arrived(
                ONE,
                reason,
                InvigilatorTask.CHECK_DOCUMENT,
                DocumentType.SWEDISH_PASSPORT,
                null,
                null);
    }

    private static ExamFact admitted() {
        return new ExamFact.Admitted(
                ONE, DocumentType.SWEDISH_PASSPORT, null, null, null, 0, false);
    }

    private ExamNote write(int minute, ExamFact fact) {
        return write(minute, SITTING, fact);
    }

    private ExamNote write(int minute, @Nullable String sitting, ExamFact fact) {
        ExamNote note = new ExamNote(id(++lines), sitting, at(minute), at(minute), "eva", fact);
        return written(note);
    }

    private void writeLater(int happened, int recorded, ExamFact fact) {
        written(note(happened, recorded, fact));
    }

    private ExamNote written(ExamNote note) {
        assertThat(log.problem(note, plan())).isNull();
        log = log.with(note);
        return note;
    }

    private void refused(NoteProblem problem, int minute, ExamFact fact) {
        String sitting = fact instanceof ExamFact.OfNote ? null : SITTING;
        ExamNote note = new ExamNote(id(++lines), sitting, at(minute), at(minute), "eva", fact);
        assertThat(log.problem(note, plan())).isEqualTo(problem);
    }

    private ExamNote note(int happened, int recorded, ExamFact fact) {
        String sitting = fact instanceof ExamFact.OfNote ? null : SITTING;
        return new ExamNote(id(++lines), sitting, at(happened), at(recorded), "eva", fact);
    }

    private Progress progress() {
        return log.progress(ONE);
    }

    private static ExamPlan plan() {
        return new ExamScene().snapshot().plan();
    }

    private static Instant at(int minute) {
        return NINE.plusSeconds(60L * minute);
    }

    private static UUID id(int number) {
        return UUID.nameUUIDFromBytes(Integer.toString(number).getBytes(StandardCharsets.UTF_8));
    }
}
