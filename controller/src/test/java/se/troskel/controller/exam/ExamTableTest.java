package se.troskel.controller.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.exam.ExamScene.local;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.config.ExamRules;
import se.troskel.controller.exam.Approval.Approver;
import se.troskel.controller.exam.Candidate.Errand;
import se.troskel.controller.exam.Candidate.Stage;
import se.troskel.controller.register.Registration.Accommodation;
import se.troskel.controller.register.Registration.Fee;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Registration.Status;
import se.troskel.controller.register.Sitting.ListState;
import se.troskel.protocol.decision.ApprovalReason;
import se.troskel.protocol.decision.DocumentReading;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ExamDetails;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.IdentityMatch;
import se.troskel.protocol.decision.InvigilatorTask;
import se.troskel.protocol.exam.ErrandKind;

/// Goal: every row of the decision table of the exam day (DOMAIN 4.5) holds. Method: one test or
/// more per row, named after it; LTH's rules are confirmed, MDU's are not.
class ExamTableTest {
    private static final Approver ALVA = new Approver("alva", false, false);

    private final ExamScene scene = new ExamScene();

    @Test
    void row01_documentReadAndDataMatchIsSentToTheRoomWhereTheFaceIsCompared() {
        ExamDecision decision = scene.comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.PRE_OK);
        assertThat(decision.task()).isEqualTo(InvigilatorTask.COMPARE_FACE);
        assertThat(decision.unlock()).isNull();
        assertThat(decision.registration()).isEqualTo("lth");
        assertThat(decision.details().roomName()).isEqualTo("Tentasal 1");
        assertThat(decision.details().seat()).isEqualTo("1");
        assertThat(decision.also()).isEmpty();
        assertThat(decision.alert()).isFalse();
        assertThat(decision.byStaff()).isFalse();
        assertThat(decision.lateMinutes()).isZero();
    }

    @Test
    void row02_approvedIsAdmittedAndTheRoomUnlocked() {
        ExamDecision decision = scene.approve(approval("lth", true, true, null, ALVA));
        assertThat(decision.reason()).isEqualTo(ExamReason.ADMITTED);
        assertThat(decision.unlock()).isEqualTo(ExamScene.ROOM);
        assertThat(decision.details().seat()).isEqualTo("1");
        assertThat(decision.task()).isEqualTo(InvigilatorTask.HAND_OUT_PAPER);
        assertThat(decision.draftsDeviation()).isFalse();
        assertThat(decision.byStaff()).isTrue();
    }

    @Test
    void row03_rejectedOpensNothingAndTakesAReason() {
        assertThat(scene.approve(approval("lth", false, true, null, ALVA)).reason())
                .isEqualTo(ExamReason.REASON_NEEDED);
        ExamDecision decision =
                scene.approve(approval("lth", false, true, ApprovalReason.FACE_DIFFERS, ALVA));
        assertThat(decision.reason()).isEqualTo(ExamReason.ID_REJECTED);
        assertThat(decision.unlock()).isNull();
        assertThat(decision.draftsDeviation()).isTrue();
        assertThat(decision.alert()).isTrue();
        assertThat(decision.task()).isEqualTo(InvigilatorTask.CALL_COORDINATOR);
    }

    @Test
    void row03_afterARejectionAnotherDocumentMayBeShown() {
        scene.candidates.put("lth", new Candidate(Stage.ARRIVED, null, false, true));
        ExamDecision decision = scene.comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.PRE_OK);
        assertThat(decision.also()).containsExactly(ExamReason.ID_REJECTED);
        assertThat(decision.alert()).isTrue();
    }

    @Test
    void row04_nothingReadIsLookedAtByHand() {
        for (Shown shown :
                List.of(
                        new Shown.Later(),
                        new Shown.Document(
                                DocumentType.SWEDISH_DRIVING_LICENCE,
                                null,
                                DocumentReading.NOT_READ,
                                null))) {
            ExamDecision decision = scene.shows(shown).comes("lth");
            assertThat(decision.reason()).isEqualTo(ExamReason.MANUAL_ID);
            assertThat(decision.task()).isEqualTo(InvigilatorTask.CHECK_DOCUMENT);
            assertThat(decision.unlock()).isNull();
        }
    }

    @Test
    void row05_aChipWhoseSignatureDoesNotHoldIsFlaggedAndAccusesNobody() {
        ExamDecision decision =
                scene.shows(DocumentReading.CHIP_UNTRUSTED, IdentityMatch.EXACT).comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.DOC_UNTRUSTED);
        assertThat(decision.task()).isEqualTo(InvigilatorTask.CHECK_DOCUMENT);
        assertThat(decision.alert()).isTrue();
        assertThat(scene.shows(DocumentReading.CHIP_TRUSTED, IdentityMatch.EXACT).comes("lth"))
                .returns(ExamReason.PRE_OK, ExamDecision::reason)
                .returns(false, ExamDecision::alert);
    }

    @Test
    void row06_anExpiredDocumentIsForTheInvigilator() {
        ExamDecision decision = scene.shows(expired(true)).comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.DOC_EXPIRED);
        assertThat(decision.task()).isEqualTo(InvigilatorTask.DECIDE);
        assertThat(scene.shows(expired(false)).comes("lth").reason()).isEqualTo(ExamReason.PRE_OK);
        assertThat(scene.shows(expired(null)).comes("lth").reason()).isEqualTo(ExamReason.PRE_OK);
    }

    @ParameterizedTest
    @CsvSource({
        "lth, STUDENT_CARD, DOC_TYPE_NOT_ACCEPTED, NOTHING",
        "lth, DIGITAL_ID, DOC_TYPE_NOT_ACCEPTED, NOTHING",
        "lth, COPY, INVIGILATOR_DECIDES, DECIDE",
        "lth, LMA_CARD, INVIGILATOR_DECIDES, DECIDE",
        "lth, RESIDENCE_PERMIT, INVIGILATOR_DECIDES, DECIDE",
        "lth, SWEDISH_ID_CARD, MANUAL_ID, CHECK_DOCUMENT",
        "mdu, STUDENT_CARD, INVIGILATOR_DECIDES, DECIDE",
        "mdu, DIGITAL_ID, INVIGILATOR_DECIDES, DECIDE",
        "hig, RESIDENCE_PERMIT, MANUAL_ID, CHECK_DOCUMENT",
        "su, FOREIGN_DRIVING_LICENCE, INVIGILATOR_DECIDES, DECIDE"
    })
    void row07_aKindOfDocumentThatIsNotTaken(
            String who, DocumentType type, ExamReason reason, InvigilatorTask task) {
        ExamDecision decision = scene.shows(type).comes(who);
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(decision.task()).isEqualTo(task);
        assertThat(decision.unlock()).isNull();
    }

    @Test
    void row07_whyTheInvigilatorDecidesIsSaid() {
        assertThat(scene.shows(DocumentType.COPY).comes("lth").rules())
                .containsExactly("document.type", "unconfirmed.documents.COPY");
        assertThat(scene.shows(DocumentType.RESIDENCE_PERMIT).comes("lth").rules())
                .as("referred, not refused")
                .containsExactly("document.type");
    }

    @ParameterizedTest
    @CsvSource({"08:00", "08:10", "08:19", "08:40", "08:59", "09:00"})
    void row08_withoutADocumentThereIsTimeToFetchIt(String time) {
        scene.rules = ExamScene.confirmed(ExamScene.EXAMPLES);
        ExamDecision decision = scene.at(time).shows(new Shown.NoDocument()).comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.NO_ID_CAN_FETCH);
        assertThat(decision.details().time()).isEqualTo(local("09:00"));
        assertThat(decision.task()).isEqualTo(InvigilatorTask.KEEP_PAPER_UNSEEN);
        assertThat(decision.unlock()).isNull();
    }

    @Test
    void row08_theSeatIsKeptForWhoComesBackWithTheDocument() {
        scene.candidates.put(
                "lth",
                new Candidate(
                        Stage.ARRIVED,
                        new Errand(ErrandKind.FETCH_ID, local("09:01")),
                        false,
                        false));
        ExamDecision back = scene.at("08:40").comes("lth");
        assertThat(back.reason()).isEqualTo(ExamReason.PRE_OK);
        assertThat(back.lateMinutes()).isEqualTo(10);
        assertThat(back.rules()).contains("errand.comes-back");
        assertThat(scene.at("09:01").comes("lth").reason()).isEqualTo(ExamReason.TOO_LATE);
    }

    @Test
    void row08_nobodyIsPromisedATimeByARuleThatNobodyConfirmed() {
        ExamDecision decision = scene.shows(new Shown.NoDocument()).comes("mdu");
        assertThat(decision.reason()).isEqualTo(ExamReason.INVIGILATOR_DECIDES);
        assertThat(decision.details().time()).isNull();
        assertThat(decision.rules()).contains("unconfirmed.fetchId");
    }

    @Test
    void row09_withoutADocumentWhenTheTimeIsOverAPersonRecordsTheRefusal() {
        ExamDecision decision = scene.at("09:01").shows(new Shown.NoDocument()).comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.NO_ID_DENIED);
        assertThat(decision.byStaff()).isTrue();
        assertThat(decision.task()).isEqualTo(InvigilatorTask.RECORD_REFUSAL);
        assertThat(decision.details().universityPhone()).isEqualTo("046-000 00 00");
        assertThat(decision.details().universityName()).isEqualTo("Lunds Tekniska Högskola");
    }

    @Test
    void row09_whoHasSeenThePaperMayNotGoForTheDocument() {
        scene.candidates.put("lth", new Candidate(Stage.ARRIVED, null, true, false));
        assertThat(scene.shows(new Shown.NoDocument()).comes("lth").reason())
                .isEqualTo(ExamReason.NO_ID_DENIED);
        assertThat(scene.comes("lth").rules()).containsExactly("document.none");
        scene.candidates.put("mdu", new Candidate(Stage.ARRIVED, null, true, false));
        assertThat(scene.comes("mdu").reason()).isEqualTo(ExamReason.INVIGILATOR_DECIDES);
    }

    @Test
    void row09_thatNothingMayBeFetchedRestsOnThatRuleAlone() {
        scene.shows(new Shown.NoDocument());
        scene.rules = Houses.withFetchId(false);
        assertThat(scene.comes("hig").reason()).isEqualTo(ExamReason.NO_ID_DENIED);
        scene.rules = Houses.withFetchId(true);
        assertThat(scene.comes("hig"))
                .as("until when is confirmed by nobody")
                .returns(ExamReason.INVIGILATOR_DECIDES, ExamDecision::reason)
                .satisfies(d -> assertThat(d.rules()).contains("unconfirmed.lastEntryAfter"));
        scene.candidates.put("hig", new Candidate(Stage.ARRIVED, null, true, false));
        assertThat(scene.comes("hig").reason()).isEqualTo(ExamReason.NO_ID_DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lth", "mdu", "hig", "su", "cth"})
    void row10_aPoliceReportIsForTheInvigilator(String who) {
        ExamDecision decision = scene.shows(DocumentType.POLICE_REPORT).comes(who);
        assertThat(decision.reason()).isEqualTo(ExamReason.ID_POLICE_REPORT);
        assertThat(decision.task()).isEqualTo(InvigilatorTask.CHECK_POLICE_REPORT);
        assertThat(decision.unlock()).isNull();
    }

    @Test
    void row11_anotherNameWithTheSameNumberIsConfirmedInTheRoom() {
        ExamDecision decision =
                scene.shows(DocumentReading.LINES_READ, IdentityMatch.NAME_VARIANT).comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.NAME_VARIANT);
        assertThat(decision.task()).isEqualTo(InvigilatorTask.CONFIRM_NAME);
        assertThat(decision.alert()).isFalse();
    }

    @Test
    void row12_anotherNumberIsConfirmedAndBothAreTold() {
        ExamDecision decision =
                scene.shows(DocumentReading.LINES_READ, IdentityMatch.NUMBER_VARIANT).comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.NUMBER_VARIANT);
        assertThat(decision.task()).isEqualTo(InvigilatorTask.CONFIRM_NUMBERS);
    }

    @Test
    void row12_withoutANumberOrOfSomebodyElseTheDocumentIsLookedAtByHand() {
        assertThat(scene.shows(DocumentReading.LINES_READ, IdentityMatch.DOB_NAME).comes("lth"))
                .returns(ExamReason.MANUAL_ID, ExamDecision::reason)
                .returns(false, ExamDecision::alert);
        assertThat(scene.shows(DocumentReading.LINES_READ, IdentityMatch.NONE).comes("lth"))
                .returns(ExamReason.ID_MISMATCH, ExamDecision::reason)
                .returns(InvigilatorTask.CHECK_DOCUMENT, ExamDecision::task)
                .returns(true, ExamDecision::alert);
    }

    @Test
    void row13_twoExamsThatFitAreChosenFromByCourseAndTime() {
        scene.sittings.add(ExamScene.sitting("su-b", LocalTime.of(8, 15)));
        scene.register("su-b", "su-b", "lth");
        ExamDecision decision = scene.comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.AMBIGUOUS);
        assertThat(decision.task()).isEqualTo(InvigilatorTask.CHOOSE);
        assertThat(decision.registration()).isNull();
        assertThat(decision.details().choices())
                .extracting(
                        choice -> choice.sitting() + " " + choice.course() + " " + choice.start())
                .containsExactly("lth TDA100 " + local("08:30"), "su-b TDA100 " + local("08:15"));
        assertThat(scene.chooses("lth", "su-b").registration()).isEqualTo("su-b");
        assertThat(scene.chooses("lth", "mdu").reason())
                .as("not the candidate's")
                .isEqualTo(ExamReason.AMBIGUOUS);
    }

    @Test
    void row13_twoPeopleThatFitAreForStaffAndNothingOfThemIsShown() {
        ExamDecision decision = scene.comes("lth", "mdu");
        assertThat(decision.reason()).isEqualTo(ExamReason.AMBIGUOUS);
        assertThat(decision.details().choices()).isEmpty();
        assertThat(decision.alert()).isTrue();
    }

    @Test
    void row13_ofSomebodyProtectedNoCourseIsShownToChooseFrom() {
        scene.sittings.add(ExamScene.sitting("su-b", LocalTime.of(8, 15)));
        scene.register("su-b", "su-b", "lth");
        scene.protectedPersons.add("lth");
        assertThat(scene.comes("lth").details().choices()).isEmpty();
    }

    @Test
    void row13_ofTwoExamsOnOneDayTheOneThatIsNowCounts() {
        scene.sittings.add(ExamScene.sitting("su-b", LocalTime.of(14, 30)));
        scene.register("su-b", "su-b", "lth");
        assertThat(scene.at("08:10").comes("lth").registration()).isEqualTo("lth");
        assertThat(scene.at("07:10").comes("lth").registration()).as("the next").isEqualTo("lth");
        assertThat(scene.at("13:10").comes("lth"))
                .as("the first is over, the second not yet open")
                .returns("su-b", ExamDecision::registration)
                .returns(ExamReason.TOO_EARLY, ExamDecision::reason);
        assertThat(scene.at("14:10").comes("lth").registration()).isEqualTo("su-b");
        assertThat(scene.at("20:10").comes("lth").registration()).as("the last").isEqualTo("su-b");
    }

    @Test
    void row13_whoHasHandedInTheFirstIsHereForTheSecond() {
        scene.sittings.add(ExamScene.sitting("su-b", LocalTime.of(12, 0)));
        scene.register("su-b", "su-b", "lth");
        scene.at("11:50");
        assertThat(scene.comes("lth").reason()).isEqualTo(ExamReason.AMBIGUOUS);
        scene.candidates.put("lth", new Candidate(Stage.HANDED_IN, null, true, false));
        assertThat(scene.comes("lth").registration()).isEqualTo("su-b");
    }

    @Test
    void row14_registeredAtAnotherCentre() {
        scene.centres.put("NYK", Map.of("sv", "Campus Nyköping", "en", "Nyköping Campus"));
        scene.change("lth", one -> ExamScene.with(one, Status.REGISTERED, "NYK"));
        ExamDecision decision = scene.comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.WRONG_SITE);
        assertThat(decision.details().centreName()).containsEntry("sv", "Campus Nyköping");
        assertThat(decision.task()).isEqualTo(InvigilatorTask.DECIDE_SEAT);
        assertThat(decision.unlock()).isNull();
        scene.centres.clear();
        assertThat(scene.comes("lth").details().centreName()).isNull();
    }

    @Test
    void row14_aRegistrationHereCountsMoreThanOneElsewhere() {
        scene.register("elsewhere", "mdu", "lth");
        scene.change("elsewhere", one -> ExamScene.with(one, Status.REGISTERED, "NYK"));
        assertThat(scene.comes("lth").reason()).isEqualTo(ExamReason.PRE_OK);
    }

    @Test
    void row14_aRegistrationElsewhereCountsMoreThanACancelledOneHere() {
        scene.register("elsewhere", "mdu", "lth");
        scene.change("elsewhere", one -> ExamScene.with(one, Status.REGISTERED, "NYK"));
        scene.change("lth", one -> ExamScene.with(one, Status.CANCELLED, null));
        assertThat(scene.comes("lth").reason()).isEqualTo(ExamReason.WRONG_SITE);
    }

    @Test
    void row15_notRegisteredWaitsWhereAUniversityLetsPeopleWait() {
        ExamDecision decision = scene.comes("stranger");
        assertThat(decision.reason()).isEqualTo(ExamReason.WAITLIST);
        assertThat(decision.details().time()).as("LTH: 60 minutes").isEqualTo(local("09:30"));
        assertThat(decision.task()).isEqualTo(InvigilatorTask.DECIDE_SEAT);
        assertThat(decision.byStaff()).isTrue();
    }

    @Test
    void row15_notRegisteredIsRefusedByAPersonOnceEveryUniversityStandsForIt() {
        scene.rules = ExamScene.confirmed(ExamScene.EXAMPLES);
        scene.sittings.removeIf(one -> !one.id().equals("mdu"));
        scene.registrations.removeIf(one -> !one.id().equals("mdu"));
        ExamDecision decision = scene.comes();
        assertThat(decision.reason()).isEqualTo(ExamReason.NOT_REGISTERED);
        assertThat(decision.task()).isEqualTo(InvigilatorTask.RECORD_REFUSAL);
        assertThat(decision.byStaff()).isTrue();
        scene.rules = ExamScene.EXAMPLES;
        assertThat(scene.comes())
                .returns(ExamReason.INVIGILATOR_DECIDES, ExamDecision::reason)
                .returns(
                        List.of("list.not-on-it", "unconfirmed.unregistered"), ExamDecision::rules);
    }

    @Test
    void row15_afterTheWaitNobodyNewIsLetIn() {
        scene.rules = ExamScene.confirmed(ExamScene.EXAMPLES);
        assertThat(scene.at("09:29").comes().reason()).isEqualTo(ExamReason.WAITLIST);
        assertThat(scene.at("09:30").comes().reason()).isEqualTo(ExamReason.NOT_REGISTERED);
        ExamQuestion forHig = new ExamQuestion.Arrival(Set.of(), "hig", new Shown.Later());
        assertThat(scene.at("08:59").ask(forHig).reason()).isEqualTo(ExamReason.WAITLIST);
        assertThat(scene.at("09:00").ask(forHig).reason()).isEqualTo(ExamReason.NOT_REGISTERED);
    }

    @Test
    void row16_cancelledIsAsNotRegistered() {
        scene.rules = ExamScene.confirmed(ExamScene.EXAMPLES);
        scene.change("mdu", one -> ExamScene.with(one, Status.CANCELLED, null));
        scene.change("hig", one -> ExamScene.with(one, Status.CANCELLED, null));
        ExamDecision decision = scene.comes("mdu");
        assertThat(decision.reason()).isEqualTo(ExamReason.CANCELLED);
        assertThat(decision.byStaff()).isTrue();
        assertThat(decision.unlock()).isNull();
        assertThat(scene.comes("hig").reason()).isEqualTo(ExamReason.WAITLIST);
        scene.rules = ExamScene.EXAMPLES;
        ExamDecision unconfirmed = scene.comes("mdu");
        assertThat(unconfirmed.reason()).isEqualTo(ExamReason.INVIGILATOR_DECIDES);
        assertThat(unconfirmed.also()).containsExactly(ExamReason.CANCELLED);
    }

    @Test
    void row17_tooEarlyIsToldWhenToCome() {
        ExamDecision decision = scene.at("07:59").comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.TOO_EARLY);
        assertThat(decision.details().time()).isEqualTo(local("08:00"));
        assertThat(decision.task()).isEqualTo(InvigilatorTask.NOTHING);
        assertThat(scene.at("08:00").comes("lth").reason()).isEqualTo(ExamReason.PRE_OK);
    }

    @Test
    void row18_lateWaitsForTheNextAdmission() {
        ExamDecision decision = scene.at("08:42").comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.LATE_WAIT);
        assertThat(decision.details().time()).isEqualTo(local("09:00"));
        assertThat(decision.lateMinutes()).isEqualTo(12);
        assertThat(decision.unlock()).isNull();
    }

    @Test
    void row18_lateIsLetInAtTheAdmission() {
        ExamDecision decision = scene.at("09:00").comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.LATE_ADMIT);
        assertThat(decision.unlock()).isEqualTo(ExamScene.ROOM);
        assertThat(decision.lateMinutes()).isEqualTo(30);
        assertThat(decision.task()).isEqualTo(InvigilatorTask.SEAT_QUIETLY);
        assertThat(scene.at("08:35").comes("su").reason()).isEqualTo(ExamReason.LATE_ADMIT);
    }

    @Test
    void row18_lateWithADocumentInDoubtOpensNoDoor() {
        ExamDecision decision =
                scene.at("09:00")
                        .shows(DocumentReading.LINES_READ, IdentityMatch.NONE)
                        .comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.ID_MISMATCH);
        assertThat(decision.unlock()).isNull();
        assertThat(scene.at("08:42").comes("lth").reason()).isEqualTo(ExamReason.LATE_WAIT);
    }

    @Test
    void row18_byARuleThatNobodyConfirmedTheInvigilatorDecides() {
        ExamDecision decision = scene.at("08:25").comes("mdu");
        assertThat(decision.reason()).isEqualTo(ExamReason.INVIGILATOR_DECIDES);
        assertThat(decision.task()).isEqualTo(InvigilatorTask.DECIDE);
        assertThat(decision.alert()).isTrue();
        assertThat(decision.unlock()).isNull();
        assertThat(decision.rules())
                .containsExactly(
                        "clock.late",
                        "unconfirmed.doorClosesBefore",
                        "unconfirmed.lateMode",
                        "unconfirmed.lastEntryAfter");
        assertThat(scene.at("11:00").comes("mdu").reason())
                .isEqualTo(ExamReason.INVIGILATOR_DECIDES);
    }

    @Test
    void row19_tooLateIsToldWhomToAsk() {
        ExamDecision decision = scene.at("09:01").comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.TOO_LATE);
        assertThat(decision.details().time()).isEqualTo(local("09:00"));
        assertThat(decision.details().universityPhone()).isNotNull();
        assertThat(decision.byStaff()).as("a pure rule of the clock").isFalse();
        assertThat(decision.unlock()).isNull();
    }

    @Test
    void row20_whoIsLetInAlreadyIsADuplicate() {
        for (Stage stage : List.of(Stage.ADMITTED, Stage.HANDED_IN)) {
            scene.candidates.put("lth", new Candidate(stage, null, true, false));
            ExamDecision decision = scene.comes("lth");
            assertThat(decision.reason()).isEqualTo(ExamReason.DUPLICATE);
            assertThat(decision.alert()).isTrue();
            assertThat(decision.unlock()).isNull();
            assertThat(decision.task()).isEqualTo(InvigilatorTask.VERIFY);
        }
    }

    @Test
    void row20_whoHasOnlyArrivedIsDirectedAgain() {
        scene.candidates.put("lth", new Candidate(Stage.ARRIVED, null, false, false));
        assertThat(scene.comes("lth").reason()).isEqualTo(ExamReason.PRE_OK);
    }

    @ParameterizedTest
    @EnumSource(ErrandKind.class)
    void row20_fromAnOpenErrandSomebodyComesBackHoweverLate(ErrandKind kind) {
        scene.candidates.put(
                "lth", new Candidate(Stage.ADMITTED, new Errand(kind, null), true, false));
        ExamDecision decision = scene.at("11:30").comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.BACK_IN);
        assertThat(decision.unlock()).isEqualTo(ExamScene.ROOM);
        assertThat(decision.task())
                .isEqualTo(
                        kind == ErrandKind.FETCH_ID
                                ? InvigilatorTask.CHECK_DOCUMENT
                                : InvigilatorTask.NOTHING);
    }

    @Test
    void row20_anErrandThatIsOverGivesNoRight() {
        scene.candidates.put(
                "lth",
                new Candidate(
                        Stage.ADMITTED,
                        new Errand(ErrandKind.FETCH_ID, local("09:00")),
                        false,
                        false));
        assertThat(scene.at("08:59").comes("lth").reason()).isEqualTo(ExamReason.BACK_IN);
        assertThat(scene.at("09:00").comes("lth").reason()).isEqualTo(ExamReason.DUPLICATE);
    }

    @Test
    void row20_whoHasHandedInDoesNotComeBack() {
        scene.candidates.put(
                "lth",
                new Candidate(Stage.HANDED_IN, new Errand(ErrandKind.COAT, null), true, false));
        assertThat(scene.at("11:30").comes("lth").reason()).isEqualTo(ExamReason.DUPLICATE);
        assertThat(scene.plan().rights(scene.candidates, List.of(), scene.at))
                .noneMatch(right -> right.registration().equals("lth"));
    }

    @Test
    void row21_withAnAccommodationOnlyTheRoomIsAnother() {
        scene.change(
                "lth",
                one ->
                        ExamScene.with(
                                one,
                                new Seat(ExamScene.SMALL_ROOM, "2"),
                                new Accommodation(50, true)));
        ExamDecision decision = scene.comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.PRE_OK);
        assertThat(decision.details().roomName()).isEqualTo("Tentasal 2");
        assertThat(decision.toString()).doesNotContain("50").doesNotContainIgnoringCase("accom");
    }

    @Test
    void row22_aProtectedIdentityShowsNeitherNameNorCourse() {
        scene.protectedPersons.add("lth");
        for (Shown shown : List.of(ExamScene.PASSPORT, new Shown.Later())) {
            ExamDecision decision = scene.shows(shown).comes("lth");
            assertThat(decision.reason()).isEqualTo(ExamReason.PRE_OK_PRIVATE);
            assertThat(decision.isPrivate()).isTrue();
            assertThat(decision.details().toString()).doesNotContain("TDA100");
        }
        assertThat(scene.comes("mdu").isPrivate()).isFalse();
        assertThat(scene.at("09:01").comes("lth").isPrivate()).as("refusals too").isTrue();
    }

    @Test
    void row23_anUnpaidFeeWarnsOrBlocksAsTheCentreSays() {
        scene.change("lth", one -> ExamScene.with(one, Fee.DUE));
        ExamDecision warned = scene.comes("lth");
        assertThat(warned.reason()).isEqualTo(ExamReason.PRE_OK);
        assertThat(warned.also()).containsExactly(ExamReason.PAYMENT_DUE);
        scene.change("lth", one -> ExamScene.with(one, Fee.PAID));
        assertThat(scene.comes("lth").also()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BLOCK, true, PAYMENT_DUE",
        "BLOCK, false, PRE_OK",
        "WARN, true, PRE_OK",
        "IGNORE, true, PRE_OK"
    })
    void row23_onlyAConfirmedRuleBlocks(
            ExamRules.Fee unpaid, boolean confirmed, ExamReason reason) {
        scene.rules = Houses.withFee(unpaid, confirmed);
        scene.change("lth", one -> ExamScene.with(one, Fee.DUE));
        assertThat(scene.comes("lth").reason()).isEqualTo(reason);
        assertThat(scene.comes("mdu").reason()).as("nothing due").isEqualTo(ExamReason.PRE_OK);
    }

    @Test
    void row24_twoExamsAtOnceAreOneSeatAndTwoPapers() {
        scene.register("second", "mdu", "lth");
        ExamDecision decision = scene.comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.DOUBLE_EXAM);
        assertThat(decision.registration()).isEqualTo("lth");
        assertThat(decision.task()).isEqualTo(InvigilatorTask.COMPARE_FACE);
        assertThat(scene.approve(approval("lth", true, true, null, ALVA)))
                .returns(InvigilatorTask.HAND_OUT_PAPERS, ExamDecision::task)
                .satisfies(d -> assertThat(d.also()).containsExactly(ExamReason.DOUBLE_EXAM));
    }

    @ParameterizedTest
    @CsvSource({
        "cth, 50, false, DECIDE",
        "cth, 50, true, CALL_COORDINATOR",
        "cth, 0, true, COMPARE_FACE",
        "su, 50, true, COMPARE_FACE"
    })
    void row24_withExtendedTimeNotAtChalmers(
            String who, int extra, boolean confirmed, InvigilatorTask task) {
        scene.rules = confirmed ? ExamScene.confirmed(scene.rules) : scene.rules;
        scene.register("second", "mdu", who);
        scene.change(who, one -> ExamScene.with(one, one.seat(), new Accommodation(extra, false)));
        ExamDecision decision = scene.comes(who);
        assertThat(decision.reason()).isEqualTo(ExamReason.DOUBLE_EXAM);
        assertThat(decision.task()).isEqualTo(task);
        assertThat(decision.alert()).isEqualTo(task != InvigilatorTask.COMPARE_FACE);
    }

    @Test
    void row25_aRoomIsFullByCountedHeadsOnly() {
        scene.estimated.put(ExamScene.ROOM, 99);
        ExamDecision warned = scene.comes("lth");
        assertThat(warned.reason()).isEqualTo(ExamReason.PRE_OK);
        assertThat(warned.also()).containsExactly(ExamReason.ROOM_FULL);
        assertThat(warned.alert()).isTrue();
        scene.counted.put(ExamScene.ROOM, ExamScene.MAX_PERSONS - 1);
        scene.estimated.put(ExamScene.ROOM, ExamScene.MAX_PERSONS - 1);
        assertThat(scene.comes("lth"))
                .returns(ExamReason.PRE_OK, ExamDecision::reason)
                .returns(false, ExamDecision::alert);
        scene.estimated.put(ExamScene.ROOM, ExamScene.MAX_PERSONS);
        assertThat(scene.comes("lth").also()).containsExactly(ExamReason.ROOM_FULL);
        scene.counted.put(ExamScene.ROOM, ExamScene.MAX_PERSONS);
        ExamDecision full = scene.comes("lth");
        assertThat(full.reason()).isEqualTo(ExamReason.ROOM_FULL);
        assertThat(full.task()).isEqualTo(InvigilatorTask.OPEN_OTHER_ROOM);
        assertThat(full.alert()).isTrue();
        assertThat(full.unlock()).isNull();
    }

    @Test
    void row26_withoutANetworkNothingIsOtherwise() {
        ExamDecision online = scene.comes("lth");
        scene.connected = false;
        ExamDecision offline = scene.comes("lth");
        assertThat(offline.reason()).isEqualTo(online.reason());
        assertThat(offline.also()).containsExactly(ExamReason.OFFLINE_OK);
        assertThat(offline.details()).isEqualTo(online.details());
    }

    @ParameterizedTest
    @EnumSource(value = ListState.class, names = "READY", mode = EnumSource.Mode.EXCLUDE)
    void row27_withoutAListThePaperDecides(ListState state) {
        scene.list("lth", state);
        ExamDecision decision = scene.comes("lth");
        assertThat(decision.reason()).isEqualTo(ExamReason.OFFLINE_UNKNOWN);
        assertThat(decision.task()).isEqualTo(InvigilatorTask.USE_PAPER);
        assertThat(decision.alert()).isTrue();
        assertThat(scene.comes("stranger").reason())
                .as("who is on no list may be on the missing one")
                .isEqualTo(ExamReason.OFFLINE_UNKNOWN);
        assertThat(scene.comes("mdu").reason()).as("its list is here").isEqualTo(ExamReason.PRE_OK);
    }

    @Test
    void row27_aListForAnotherDateIsNone() {
        scene.at = ExamScene.local(ExamScene.TUESDAY.plusDays(1), "08:10");
        assertThat(scene.comes("lth").reason()).isEqualTo(ExamReason.OFFLINE_UNKNOWN);
        assertThat(scene.comes().reason()).isEqualTo(ExamReason.OFFLINE_UNKNOWN);
    }

    @Test
    void row28_atATerminalInTroubleTheInvigilatorLooks() {
        ExamDecision decision = scene.ask(new ExamQuestion.Fault());
        assertThat(decision.reason()).isEqualTo(ExamReason.DEVICE_FAULT);
        assertThat(decision.alert()).isTrue();
        assertThat(decision.registration()).isNull();
    }

    @Test
    void row29_inAnEvacuationNobodyIsAdmitted() {
        scene.evacuate = true;
        scene.candidates.put(
                "lth",
                new Candidate(
                        Stage.ADMITTED, new Errand(ErrandKind.EVACUATION, null), true, false));
        assertThat(scene.comes("lth"))
                .returns(ExamReason.EVACUATE, ExamDecision::reason)
                .returns(null, ExamDecision::unlock);
        assertThat(scene.approve(approval("mdu", true, true, null, ALVA)).reason())
                .isEqualTo(ExamReason.EVACUATE);
        scene.evacuate = false;
        assertThat(scene.comes("lth").reason()).as("afterwards").isEqualTo(ExamReason.BACK_IN);
    }

    @Test
    void row30_anAbandonedTerminalKeepsNothing() {
        ExamDecision decision = scene.ask(new ExamQuestion.Abandoned());
        assertThat(decision.reason()).isEqualTo(ExamReason.RESET);
        assertThat(decision.registration()).isNull();
        assertThat(decision.details()).isEqualTo(ExamDetails.NONE);
    }

    private static Approval approval(
            String id,
            boolean approved,
            boolean valid,
            @Nullable ApprovalReason reason,
            Approver... by) {
        return new Approval(id, approved, valid, reason, List.of(by));
    }

    private static Shown expired(@Nullable Boolean expired) {
        return new Shown.Document(
                DocumentType.SWEDISH_PASSPORT,
                expired,
                DocumentReading.LINES_READ,
                IdentityMatch.EXACT);
    }
}
