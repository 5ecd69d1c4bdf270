package se.troskel.controller.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.controller.exam.ExamFact.InterruptionCause;
import se.troskel.controller.register.CandidateNumber;
import se.troskel.controller.register.ExamText;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Accommodation;
import se.troskel.controller.register.Registration.Fee;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Registration.Status;
import se.troskel.protocol.decision.ApprovalReason;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.IdentityMatch;
import se.troskel.protocol.decision.InvigilatorTask;
import se.troskel.protocol.exam.ErrandKind;
import se.troskel.protocol.exam.ExamCandidate;
import se.troskel.protocol.exam.ExamCandidate.Outcome;
import se.troskel.protocol.exam.ExamProtocol;
import se.troskel.protocol.exam.ExamProtocol.PaperStep.PaperStage;
import se.troskel.protocol.exam.Noted;

/// Goal: the university reads what happened, and nothing that did not. Method: a morning noted line
/// by line on the plan of [ExamScene], and what its records then say.
class SittingRecordTest {
    private static final UUID ID = new UUID(7, 7);
    private static final String KIOSK = "kiosk-1";

    private final ExamScene scene = new ExamScene();
    private final Map<String, CandidateNumber> numbers = new HashMap<>();
    private final Map<String, ExamText> texts = new HashMap<>();
    private ExamLog log = ExamLog.EMPTY;
    private String sitting = "lth";
    private int lines;

    @Test
    void whoWroteStandsThereWithAllThatWasNoted() {
        seat("mdu", "exam-1", "12", new Accommodation(50, false));
        terminal("08:10", arrived("mdu", ExamReason.PRE_OK));
        write("08:12", "ada", admitted("mdu", 0));
        write("09:30", "ada", new ExamFact.WentOut("mdu", ErrandKind.RESTROOM, null));
        write("09:34", "ada", new ExamFact.CameBack("mdu"));
        write("09:40", "ada", new ExamFact.Interrupted(InterruptionCause.ALARM));
        write("09:50", "ada", new ExamFact.Resumed());
        note("12:00", "12:30", "elis", new ExamFact.HandedIn("mdu", 11, false));

        ExamProtocol record = record("mdu");
        assertThat(record.candidates())
                .containsExactly(
                        new ExamCandidate(
                                "mdu",
                                Outcome.WROTE,
                                null,
                                null,
                                new ExamCandidate.Place("Tentasal 1", "12"),
                                new ExamCandidate.Identity(
                                        DocumentType.SWEDISH_PASSPORT,
                                        IdentityMatch.EXACT,
                                        noted("08:12", "08:12", "Ada Provsson")),
                                at("08:10"),
                                at("08:12"),
                                0,
                                at("14:40"),
                                List.of(
                                        new ExamCandidate.Out(
                                                ErrandKind.RESTROOM, at("09:30"), at("09:34"))),
                                new ExamCandidate.HandIn(
                                        noted("12:00", "12:30", "Elis Prov"), 11, false)));
        assertThat(record.interruptions())
                .containsExactly(new ExamProtocol.Interruption(at("09:40"), at("09:50"), "alarm"));
        assertThat(record.sitting().start()).isEqualTo(at("08:30"));
        assertThat(record.sitting().end()).isEqualTo(at("12:30"));
        assertThat(record.sitting().rooms()).containsExactly("Tentasal 1");
    }

    @ParameterizedTest
    @CsvSource({
        "never came, ABSENT, , false",
        "terminal too late, NOT_LET_IN, TOO_LATE, true",
        "terminal no document, NOT_LET_IN, NO_ID_DENIED, true",
        "rejected, NOT_LET_IN, ID_REJECTED, true",
        "refused by a person, REFUSED, NO_ID_DENIED, true",
        "refused and then let in, WROTE, , true",
        "let in, WROTE, , true",
        "let in by mistake, ABSENT, , false"
    })
    void onlyAPersonRefuses(
            String what, Outcome outcome, @Nullable ExamReason reason, boolean came) {
        write("08:00", "ada", new ExamFact.Papers(PaperStage.IN_ROOM, 5, null));
        switch (what) {
            case "never came" -> {}
            case "terminal too late" -> terminal("09:10", arrived("lth", ExamReason.TOO_LATE));
            case "terminal no document" ->
                    terminal("08:10", arrived("lth", ExamReason.NO_ID_DENIED));
            case "rejected" -> {
                terminal("08:10", arrived("lth", ExamReason.PRE_OK));
                write("08:12", "ada", new ExamFact.Rejected("lth", ApprovalReason.FACE_DIFFERS));
            }
            case "refused by a person" -> refusedByAda();
            case "refused and then let in" -> {
                refusedByAda();
                write("08:20", "ada", admitted("lth", 0));
            }
            case "let in" -> write("08:12", "ada", admitted("lth", 0));
            default -> {
                ExamNote wrong = write("08:12", "ada", admitted("lth", 0));
                undo("08:13", wrong);
            }
        }
        ExamCandidate one = record("lth").candidates().getFirst();
        assertThat(one.outcome()).isEqualTo(outcome);
        assertThat(one.reason()).isEqualTo(reason);
        assertThat(one.arrived() != null).isEqualTo(came);
        assertThat(one.refused())
                .isEqualTo(
                        outcome == Outcome.REFUSED
                                ? noted("08:15", "08:15", "Ada Provsson")
                                : null);
    }

    private void refusedByAda() {
        terminal("08:10", arrived("lth", ExamReason.NO_ID_DENIED));
        write("08:15", "ada", new ExamFact.Refused("lth", ExamReason.NO_ID_DENIED));
    }

    @ParameterizedTest
    @CsvSource({
        "0004-KXB, 199610202385, false, 0004-KXB",
        "0004-KXB, 199610202385, true, 0004-KXB",
        ", 199610202385, false, 199610202385",
        ", 19800101T123, false, 19800101T123",
        ", 199610202385, true, su",
        ", , false, su"
    })
    void aCandidateIsCalledAsTheUniversityAsks(
            @Nullable String code, @Nullable String number, boolean hidden, String reference) {
        scene.change("su", one -> called(one, code));
        if (number != null) {
            numbers.put("su", new CandidateNumber("su", number));
        }
        if (hidden) {
            scene.protectedPersons.add("su");
        }
        write("08:12", "ada", admitted("su", 0));
        assertThat(record("su").candidates().getFirst().reference()).isEqualTo(reference);
    }

    @Test
    void aCodeThatTwoWereGivenNamesNeitherTwice() {
        scene.register("su-2", "su", "su-2");
        scene.change("su", one -> called(one, "A-17"));
        scene.change("su-2", one -> called(one, "A-17"));
        write("08:12", "ada", admitted("su", 0));
        assertThat(record("su").candidates())
                .extracting(ExamCandidate::reference)
                .containsExactly("A-17", "su-2");
    }

    @Test
    void whoIsCancelledOrElsewhereIsLeftOutUnlessTheyCame() {
        for (String id : List.of("gone", "gone-came", "there", "there-came")) {
            scene.register(id, "su", id);
            boolean cancelled = id.startsWith("gone");
            scene.change(
                    id,
                    one ->
                            ExamScene.with(
                                    one,
                                    cancelled ? Status.CANCELLED : Status.REGISTERED,
                                    cancelled ? null : "ESK"));
        }
        terminal("08:05", arrived("gone-came", ExamReason.CANCELLED));
        write("08:06", "ada", new ExamFact.Refused("gone-came", ExamReason.CANCELLED));
        terminal("08:07", arrived("there-came", ExamReason.WRONG_SITE));
        write("08:12", "ada", admitted("there-came", 0));
        assertThat(record("su").candidates())
                .extracting(ExamCandidate::reference, ExamCandidate::outcome)
                .containsExactly(
                        tuple("su", Outcome.ABSENT),
                        tuple("gone-came", Outcome.REFUSED),
                        tuple("there-came", Outcome.WROTE));
    }

    @Test
    void aMovedCandidateStandsWhereTheySatAndSeatsAreInOrder() {
        seat("mdu", "exam-1", "10", Accommodation.NONE);
        scene.register("second", "mdu", "second");
        seat("second", "exam-1", "9", Accommodation.NONE);
        scene.register("moved", "mdu", "moved");
        seat("moved", "exam-2", null, Accommodation.NONE);
        write("08:12", "ada", admitted("moved", 0));
        assertThat(record("mdu").candidates())
                .extracting(ExamCandidate::place)
                .containsExactly(
                        new ExamCandidate.Place("Tentasal 1", "9"),
                        new ExamCandidate.Place("Tentasal 1", "10"),
                        new ExamCandidate.Place("Tentasal 2", ""));
        assertThat(record("mdu").sitting().rooms()).containsExactly("Tentasal 1", "Tentasal 2");
    }

    @Test
    void whoWritesTwoExamsStandsInBothRecordsAndInEachWithItsOwnLines() {
        scene.register("also", "su", "mdu");
        write("08:12", "ada", admitted("mdu", 0));
        write("08:13", "ada", admitted("also", 0));
        write("10:00", "ada", new ExamFact.HandedIn("also", 0, true));
        assertThat(find(record("su"), "also").handIn())
                .isEqualTo(
                        new ExamCandidate.HandIn(noted("10:00", "10:00", "Ada Provsson"), 0, true));
        assertThat(find(record("mdu"), "mdu").handIn()).isNull();
        assertThat(record("mdu").candidates()).hasSize(1);
    }

    @Test
    void whatWasNotedOnPaperStandsWithBothTimesInTheOrderInWhichItHappened() {
        write("08:12", "ada", admitted("cth", 0));
        write("10:00", "ada", new ExamFact.WentOut("cth", ErrandKind.RESTROOM, null));
        write("10:05", "ada", new ExamFact.CameBack("cth"));
        note("09:00", "12:40", "elis", new ExamFact.WentOut("cth", ErrandKind.COAT, at("09:02")));
        write("12:00", "ada", deviation(null, "Ljuset blinkade."));
        text("Ljuset blinkade.");
        note("09:10", "12:41", "elis", deviation("cth", "Fel omslag."));
        text("Fel omslag.");
        ExamProtocol record = record("cth");
        assertThat(find(record, "cth").out())
                .containsExactly(
                        new ExamCandidate.Out(ErrandKind.COAT, at("09:00"), at("09:02")),
                        new ExamCandidate.Out(ErrandKind.RESTROOM, at("10:00"), at("10:05")));
        assertThat(record.deviations())
                .containsExactly(
                        new ExamProtocol.Deviation(
                                noted("09:10", "12:41", "Elis Prov"), "cth", "Fel omslag."),
                        new ExamProtocol.Deviation(
                                noted("12:00", "12:00", "Ada Provsson"), null, "Ljuset blinkade."));
    }

    @Test
    void wordsThatAreGoneOrOthersAreSaidToBe() {
        write("08:12", "ada", admitted("cth", 0));
        write("09:00", "ada", deviation("cth", "Fel omslag."));
        assertThat(record("cth").deviations().getFirst().text()).isEqualTo("lost");
        text("Rätt omslag.");
        assertThat(record("cth").deviations().getFirst().text()).isEqualTo("lost");
    }

    @Test
    void anExceptionIsADeviationWithWhoApprovedItToo() {
        ExamNote alone =
                write(
                        "09:10",
                        "ada",
                        new ExamFact.Admitted(
                                "hig", null, null, ApprovalReason.WEATHER, null, 40, true));
        assertThat(record("hig").deviations())
                .containsExactly(
                        new ExamProtocol.Deviation(
                                noted("09:10", "09:10", "Ada Provsson"), "hig", "WEATHER []"));
        assertThat(find(record("hig"), "hig").lateMinutes()).isEqualTo(40);
        assertThat(find(record("hig"), "hig").identity()).isNull();
        assertThat(gaps("hig")).containsKey(RecordGap.NOT_COUNTERSIGNED);
        line("12:50", "12:50", "karin", null, new ExamFact.Countersigned(alone.id()));
        assertThat(record("hig").deviations().getFirst().text()).isEqualTo("WEATHER [karin]");
        assertThat(gaps("hig")).doesNotContainKey(RecordGap.NOT_COUNTERSIGNED);
    }

    @Test
    void anIdentityThatWasNotApprovedIsADeviationAlsoOfWhoWrote() {
        write("08:12", "ada", admitted("hig", 0));
        write("08:40", "elis", new ExamFact.Rejected("hig", ApprovalReason.FACE_DIFFERS));
        assertThat(record("hig").deviations())
                .containsExactly(
                        new ExamProtocol.Deviation(
                                noted("08:40", "08:40", "Elis Prov"),
                                "hig",
                                "rejected FACE_DIFFERS"));
        assertThat(find(record("hig"), "hig").outcome()).isEqualTo(Outcome.WROTE);
    }

    @Test
    void thePapersAndThoseWhoStandForItAreThereInOrder() {
        terminal("08:00", arrived("lth", ExamReason.PRE_OK));
        write("08:05", "elis", new ExamFact.Papers(PaperStage.IN_ROOM, 4, null));
        write("08:12", "ada", admitted("lth", 0));
        write("12:40", "ada", new ExamFact.Papers(PaperStage.SEALED, 4, "4711"));
        write("10:00", ExamNote.BUILDING, new ExamFact.Interrupted(InterruptionCause.ALARM));
        write("12:45", "ada", new ExamFact.Signed());
        ExamProtocol record = record("lth");
        assertThat(record.papers())
                .containsExactly(
                        new ExamProtocol.PaperStep(
                                PaperStage.IN_ROOM, noted("08:05", "08:05", "Elis Prov"), 4, null),
                        new ExamProtocol.PaperStep(
                                PaperStage.SEALED,
                                noted("12:40", "12:40", "Ada Provsson"),
                                4,
                                "4711"));
        assertThat(record.invigilators())
                .containsExactly(
                        new ExamProtocol.Invigilator("Elis Prov", null),
                        new ExamProtocol.Invigilator("Ada Provsson", at("12:45")));
    }

    @Test
    void withoutAnybodyWhoStandsForItThereIsNoRecord() {
        terminal("08:00", arrived("lth", ExamReason.PRE_OK));
        assertThat(make("lth")).isEmpty();
        assertThat(make("no-sitting")).isEmpty();
    }

    @Test
    void whatIsMissingIsSaidAndGoesAwayOnceItIsDone() {
        assertThat(gaps("lth")).isEmpty();
        terminal("08:00", arrived("lth", ExamReason.MANUAL_ID));
        assertThat(gaps("lth")).isEqualTo(Map.of(RecordGap.NOT_DECIDED, 1));
        write("08:12", "ada", admitted("lth", 0));
        write("09:00", "ada", new ExamFact.Interrupted(InterruptionCause.POWER));
        assertThat(gaps("lth"))
                .isEqualTo(
                        Map.of(
                                RecordGap.INTERRUPTED,
                                1,
                                RecordGap.NOT_HANDED_IN,
                                1,
                                RecordGap.NOT_SEALED,
                                1));
        assertThat(record("lth").interruptions())
                .as("told until now")
                .containsExactly(new ExamProtocol.Interruption(at("09:00"), at("15:00"), "power"));
        write("09:05", "ada", new ExamFact.Resumed());
        write("12:00", "ada", new ExamFact.HandedIn("lth", 3, false));
        write("12:40", "ada", new ExamFact.Papers(PaperStage.SEALED, 1, "4711"));
        assertThat(gaps("lth")).isEmpty();
        terminal("12:45", arrived("mdu", ExamReason.TOO_LATE));
        assertThat(gaps("mdu")).as("the clock needs no person").isEmpty();
    }

    @Test
    void nothingItPrintsAboutItselfNamesAnybody() {
        numbers.put("su", new CandidateNumber("su", "199610202385"));
        assertThat(sources().toString()).isEqualTo("RecordSources");
    }

    private Map<RecordGap, Integer> gaps(String sitting) {
        return RecordGap.of(sources().day(), sitting);
    }

    private ExamProtocol record(String sitting) {
        return make(sitting).orElseThrow();
    }

    private Optional<ExamProtocol> make(String sitting) {
        return SittingRecord.of(sources(), sitting, new RecordSources.Stamp(ID, null, at("15:00")));
    }

    private static ExamCandidate find(ExamProtocol record, String reference) {
        return record.candidates().stream()
                .filter(one -> one.reference().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private RecordSources sources() {
        return new RecordSources(
                new ExamDay(scene.plan(), log, scene.protectedPersons),
                numbers,
                texts,
                new ExamProtocol.Centre("KAT", "Campus", ExamScene.ZONE.getId()),
                Map.of("exam-1", "Tentasal 1", "exam-2", "Tentasal 2"),
                user -> Map.of("ada", "Ada Provsson", "elis", "Elis Prov").getOrDefault(user, user),
                Set.of(KIOSK, ExamNote.BUILDING),
                new RecordSources.Words() {
                    @Override
                    public String interruption(InterruptionCause cause) {
                        return cause == InterruptionCause.ALARM ? "alarm" : "power";
                    }

                    @Override
                    public String exception(ApprovalReason why, List<String> others) {
                        return why + " " + others;
                    }

                    @Override
                    public String rejection(ApprovalReason why) {
                        return "rejected " + why;
                    }

                    @Override
                    public String lost() {
                        return "lost";
                    }
                });
    }

    private static Registration called(Registration one, @Nullable String reference) {
        return new Registration(
                one.id(),
                one.sitting(),
                one.person(),
                one.status(),
                one.seat(),
                one.centre(),
                one.accommodation(),
                Fee.NONE,
                reference);
    }

    private void seat(String id, String room, @Nullable String number, Accommodation right) {
        scene.change(id, one -> ExamScene.with(one, new Seat(room, number), right));
    }

    private static ExamFact arrived(String registration, ExamReason reason) {
        return new ExamFact.Arrived(
                registration, reason, InvigilatorTask.CHECK_DOCUMENT, null, null, null);
    }

    private static ExamFact admitted(String registration, int late) {
        return new ExamFact.Admitted(
                registration,
                DocumentType.SWEDISH_PASSPORT,
                IdentityMatch.EXACT,
                null,
                null,
                late,
                false);
    }

    private static ExamFact deviation(@Nullable String registration, String text) {
        return new ExamFact.Deviated(registration, ExamText.hash(text));
    }

    /// Words for the latest line.
    private void text(String text) {
        String id = id(lines).toString();
        texts.put(id, new ExamText(id, "cth", text));
    }

    private ExamNote write(String at, String by, ExamFact fact) {
        return note(at, at, by, fact);
    }

    private void terminal(String at, ExamFact fact) {
        note(at, at, KIOSK, fact);
    }

    private void undo(String at, ExamNote wrong) {
        line(at, at, "ada", null, new ExamFact.Undone(wrong.id()));
    }

    /// In the candidate's sitting, else in that of the line before.
    private ExamNote note(String happened, String recorded, String by, ExamFact fact) {
        if (fact instanceof ExamFact.OfCandidate one) {
            sitting = scene.registration(one.registration()).sitting();
        }
        return line(happened, recorded, by, sitting, fact);
    }

    private ExamNote line(
            String happened, String recorded, String by, @Nullable String sitting, ExamFact fact) {
        lines++;
        ExamNote note = new ExamNote(id(lines), sitting, at(happened), at(recorded), by, fact);
        assertThat(log.problem(note, scene.plan())).as("%s", fact).isNull();
        log = log.with(note);
        return note;
    }

    private static UUID id(int line) {
        return new UUID(1, line);
    }

    private static Noted noted(String happened, String recorded, String by) {
        return new Noted(at(happened), at(recorded), by);
    }

    private static Instant at(String time) {
        return ExamScene.local(time);
    }
}
