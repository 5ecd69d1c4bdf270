package se.troskel.controller.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.exam.ExamScene.local;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.config.ExamRules;
import se.troskel.controller.identity.Identity;
import se.troskel.controller.register.CandidateNumber;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Accommodation;
import se.troskel.controller.register.Registration.Fee;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Registration.Status;
import se.troskel.controller.register.Sitting;
import se.troskel.controller.register.Sitting.ListState;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.VisitKind;

/// Goal: the evening before says who will be held up and by what, whom to telephone and which doors
/// will open. Method: the Tuesday of [ExamScene], where nothing is wrong but rules that nobody has
/// confirmed; then one thing is made wrong at a time.
class RehearsalTest {
    private static final String NUMBER = "199610202385";
    private static final String INTERIM = "20000101T220";

    private final ExamScene scene = new ExamScene();
    private final Map<String, Identity> identities = new HashMap<>();

    @BeforeEach
    void everybodyHasANumber() {
        for (String who : List.of("lth", "mdu", "su", "hig", "cth")) {
            known(who, NUMBER, LocalDate.of(1996, 10, 20));
        }
    }

    private void known(String person, @Nullable String number, @Nullable LocalDate born) {
        Person one =
                new Person(
                        person,
                        "Alva Testsson",
                        VisitKind.STUDENT,
                        born,
                        local("00:00"),
                        null,
                        null,
                        false,
                        false);
        identities.put(
                person,
                RegisteredIdentity.of(
                        one,
                        number == null ? null : new CandidateNumber(person, number),
                        ExamScene.TUESDAY));
    }

    private Rehearsal rehearsal() {
        return Rehearsal.of(scene.snapshot(), identities, ExamScene.TUESDAY);
    }

    private List<Snag.Kind> kinds() {
        return rehearsal().snags().stream().map(Snag::kind).toList();
    }

    private Snag only(Snag.Kind kind) {
        List<Snag> found =
                rehearsal().snags().stream().filter(snag -> snag.kind() == kind).toList();
        assertThat(found).as(kind.name()).hasSize(1);
        return found.getFirst();
    }

    @Test
    void aDayOnWhichNothingIsWrongHasNoSnags() {
        assertThat(rehearsal().snags()).isEmpty();
        assertThat(rehearsal().candidates()).hasSize(5);
        scene.rules = ExamScene.confirmed(ExamScene.EXAMPLES);
        assertThat(rehearsal().calls()).isEmpty();
        assertThat(rehearsal().gaps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "missing list, LIST_MISSING, mdu",
        "withdrawn list, LIST_WITHDRAWN, mdu",
        "fee that blocks, REFUSED, mdu",
        "no room, NO_ROOM, mdu",
        "unknown room, UNKNOWN_ROOM, mdu",
        "no seat, NO_SEAT_NUMBER, mdu",
        "small room, NOT_IN_SMALL_ROOM, mdu",
        "cancelled, CANCELLED, mdu",
        "other centre, OTHER_CENTRE, mdu",
        "no number, NO_NUMBER, mdu",
        "T-number, NUMBER_ON_NO_DOCUMENT, mdu",
        "nobody knows, DOCUMENT_NEVER_FITS, mdu",
        "fee that warns, FEE_DUE, mdu"
    })
    void oneThingWrongIsOneSnag(String what, Snag.Kind kind, String sitting) {
        wrong(what).accept("mdu");
        assertThat(kinds()).as(what).containsExactly(kind);
        assertThat(only(kind).sitting()).isEqualTo(sitting);
        boolean ofTheList = kind == Snag.Kind.LIST_MISSING || kind == Snag.Kind.LIST_WITHDRAWN;
        assertThat(only(kind).registrations()).isEqualTo(ofTheList ? List.of() : List.of("mdu"));
    }

    private Consumer<String> wrong(String what) {
        return switch (what) {
            case "missing list" -> who -> scene.list(who, ListState.MISSING);
            case "withdrawn list" -> who -> scene.list(who, ListState.WITHDRAWN);
            case "fee that blocks" -> who -> fee(who, ExamRules.Fee.BLOCK);
            case "fee that warns" -> who -> fee(who, ExamRules.Fee.WARN);
            case "no room" -> who -> seat(who, null);
            case "unknown room" -> who -> seat(who, new Seat("cellar", "1"));
            case "no seat" -> who -> seat(who, new Seat(ExamScene.ROOM, null));
            case "small room" ->
                    who ->
                            scene.change(
                                    who,
                                    one ->
                                            ExamScene.with(
                                                    one, one.seat(), new Accommodation(0, true)));
            case "cancelled" ->
                    who -> scene.change(who, one -> ExamScene.with(one, Status.CANCELLED, null));
            case "other centre" ->
                    who -> scene.change(who, one -> ExamScene.with(one, Status.REGISTERED, "NYK"));
            case "no number" -> who -> known(who, null, LocalDate.of(1996, 10, 20));
            case "T-number" -> who -> known(who, INTERIM, null);
            case "nobody knows" -> who -> known(who, "RESERVE123", null);
            default -> throw new IllegalArgumentException(what);
        };
    }

    private void fee(String who, ExamRules.Fee unpaid) {
        scene.rules = Houses.withFee(unpaid, true);
        scene.change(who, one -> ExamScene.with(one, Fee.DUE));
    }

    private void seat(String who, @Nullable Seat seat) {
        scene.change(who, one -> ExamScene.with(one, seat, Accommodation.NONE));
    }

    @Test
    void aRefusalSaysWithWhatReason() {
        fee("lth", ExamRules.Fee.BLOCK);
        assertThat(only(Snag.Kind.REFUSED).reason()).isEqualTo(ExamReason.PAYMENT_DUE);
        scene.rules = Houses.withFee(ExamRules.Fee.BLOCK, false);
        assertThat(kinds()).as("nobody is refused by it").containsExactly(Snag.Kind.FEE_DUE);
    }

    @Test
    void aSeatThatTwoHaveIsToldWithBoth() {
        seat("mdu", new Seat(ExamScene.ROOM, "1"));
        assertThat(only(Snag.Kind.SEAT_TAKEN))
                .isEqualTo(
                        new Snag(
                                Snag.Kind.SEAT_TAKEN,
                                null,
                                ExamScene.ROOM,
                                null,
                                List.of("lth", "mdu")));
    }

    @Test
    void twoExamsAtOnceInTwoRoomsAreToldAndInOneSeatNot() {
        scene.sittings.add(ExamScene.sitting("lth-b", ExamScene.START));
        scene.register("lth-b", "lth-b", "lth");
        seat("lth-b", new Seat(ExamScene.SMALL_ROOM, "1"));
        assertThat(only(Snag.Kind.TWO_EXAMS_APART).registrations())
                .containsExactlyInAnyOrder("lth", "lth-b");
        seat("lth-b", scene.registration("lth").seat());
        assertThat(kinds()).doesNotContain(Snag.Kind.TWO_EXAMS_APART, Snag.Kind.SEAT_TAKEN);
        scene.sittings.replaceAll(one ->
                one.id().equals("lth-b") ? ExamScene.sitting("lth-b", LocalTime.of(10, 0)) : one);
        assertThat(kinds()).as("one starts within the other").contains(Snag.Kind.TWO_EXAMS_APART);
        scene.sittings.replaceAll(one ->
                one.id().equals("lth-b") ? ExamScene.sitting("lth-b", LocalTime.of(12, 30)) : one);
        assertThat(kinds()).as("one after the other").isEmpty();
    }

    @Test
    void twoPapersWithExtendedTimeAreAskedOfTheUniversity() {
        scene.sittings.add(ExamScene.sitting("cth-b", ExamScene.START));
        scene.register("cth-b", "cth-b", "cth");
        for (String one : List.of("cth", "cth-b")) {
            scene.change(
                    one,
                    before ->
                            ExamScene.with(
                                    before,
                                    new Seat(ExamScene.ROOM, "9"),
                                    new Accommodation(50, false)));
        }
        assertThat(kinds()).containsOnly(Snag.Kind.DOUBLE_EXTENDED);
        assertThat(rehearsal().calls())
                .filteredOn(call -> call.university().equals("CTH"))
                .singleElement()
                .satisfies(call -> assertThat(call.about()).contains(Snag.Kind.DOUBLE_EXTENDED));
    }

    @Test
    void moreThanTheRoomMayHoldAtOneTimeIsTold() {
        for (int more = 0; more < ExamScene.MAX_PERSONS - 5; more++) {
            scene.register("more" + more, "lth", "more" + more);
            known("more" + more, NUMBER, null);
        }
        assertThat(kinds()).isEmpty();
        scene.register("too-many", "su", "too-many");
        known("too-many", NUMBER, null);
        assertThat(only(Snag.Kind.ROOM_OVER_MAX).registrations())
                .hasSize(ExamScene.MAX_PERSONS + 1);
        scene.change("too-many", one -> ExamScene.with(one, Status.CANCELLED, null));
        assertThat(kinds()).doesNotContain(Snag.Kind.ROOM_OVER_MAX);
    }

    @Test
    void ofSomebodyProtectedNoCourseIsNamed() {
        scene.protectedPersons.add("mdu");
        known("mdu", INTERIM, null);
        known("lth", INTERIM, null);
        assertThat(rehearsal().snags())
                .containsExactly(
                        new Snag(
                                Snag.Kind.NUMBER_ON_NO_DOCUMENT, "lth", null, null, List.of("lth")),
                        new Snag(
                                Snag.Kind.NUMBER_ON_NO_DOCUMENT, null, null, null, List.of("mdu")));
    }

    @Test
    void universitiesWhoseRulesNobodyConfirmedAreTelephonedWithTheRules() {
        assertThat(rehearsal().calls())
                .extracting(UniversityCall::university)
                .contains("MDU", "HIG", "CTH");
        UniversityCall mdu =
                rehearsal().calls().stream()
                        .filter(call -> call.university().equals("MDU"))
                        .findFirst()
                        .orElseThrow();
        assertThat(mdu.rules())
                .contains("doorClosesBefore", "lateMode", "fetchId", "documents.STUDENT_CARD");
        assertThat(mdu.about()).isEmpty();
        scene.list("lth", ListState.MISSING);
        UniversityCall lth =
                rehearsal().calls().stream()
                        .filter(call -> call.university().equals("LTH"))
                        .findFirst()
                        .orElseThrow();
        assertThat(lth.about()).containsExactly(Snag.Kind.LIST_MISSING);
        assertThat(lth.phone()).isEqualTo("046-000 00 00");
    }

    @Test
    void rulesAreToldWithTheirSourceAndWhetherSomebodyOnceStoodForThem() {
        List<RuleGap> mdu =
                rehearsal().gaps().stream().filter(gap -> gap.university().equals("MDU")).toList();
        assertThat(mdu)
                .filteredOn(gap -> gap.source().id().equals("important"))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.names()).containsExactly("doorClosesBefore");
                    assertThat(gap.wasConfirmed()).isFalse();
                    assertThat(gap.source().date()).isEqualTo(LocalDate.of(2026, 11, 1));
                });
        scene.rules = ExamScene.confirmed(ExamScene.EXAMPLES);
        scene.sittings.replaceAll(one -> onDay(one, ExamScene.TUESDAY.plusYears(4)));
        assertThat(
                        Rehearsal.of(scene.snapshot(), identities, ExamScene.TUESDAY.plusYears(4))
                                .gaps())
                .isNotEmpty()
                .allMatch(RuleGap::wasConfirmed);
    }

    private static Sitting onDay(Sitting one, LocalDate day) {
        return new Sitting(
                one.id(),
                one.university(),
                one.course(),
                day,
                one.start(),
                one.writingMinutes(),
                one.homeStart(),
                one.list());
    }

    @Test
    void whatToShowIsAskedOfTheDecisionsThemselves() {
        assertThat(shows("LTH", DocumentType.SWEDISH_PASSPORT).isDirected()).isTrue();
        assertThat(shows("LTH", DocumentType.STUDENT_CARD).decision().reason())
                .isEqualTo(ExamReason.DOC_TYPE_NOT_ACCEPTED);
        assertThat(shows("MDU", DocumentType.STUDENT_CARD).decision().reason())
                .as("nobody at MDU stands for it")
                .isEqualTo(ExamReason.INVIGILATOR_DECIDES);
    }

    private Rehearsed.Answer shows(String university, DocumentType type) {
        return rehearsal().documents().stream()
                .filter(one -> one.university().equals(university))
                .map(one -> Objects.requireNonNull(one.answers().get(type)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theDoorsOpenAsTheRightsSay() {
        assertThat(rehearsal().openings())
                .contains(
                        new DoorOpening(
                                ExamScene.ROOM,
                                local("08:00"),
                                local("08:20"),
                                Map.of("lth", 1, "mdu", 1, "hig", 1, "cth", 1)))
                .allSatisfy(opening -> assertThat(opening.from()).isBefore(opening.until()));
        scene.list("lth", ListState.MISSING);
        assertThat(rehearsal().openings()).noneMatch(one -> one.candidates().containsKey("lth"));
    }

    @Test
    void otherDaysAreNotRehearsed() {
        scene.sittings.add(
                onDay(ExamScene.sitting("lth-b", ExamScene.START), ExamScene.TUESDAY.plusDays(1)));
        scene.register("lth-b", "lth-b", "lth");
        seat("lth-b", null);
        assertThat(rehearsal().snags()).isEmpty();
        assertThat(rehearsal().candidates()).hasSize(5);
        Rehearsal next = Rehearsal.of(scene.snapshot(), identities, ExamScene.TUESDAY.plusDays(1));
        assertThat(next.snags()).extracting(Snag::kind).containsExactly(Snag.Kind.NO_ROOM);
    }

    @Test
    void whoHasAnotherRegistrationThatStandsIsAnsweredAboutThat() {
        Registration again = scene.register("again", "mdu", "lth");
        scene.change("again", one -> ExamScene.with(one, Status.CANCELLED, null));
        assertThat(again.person()).isEqualTo("lth");
        Rehearsed one =
                rehearsal().candidates().stream()
                        .filter(r -> r.registration().id().equals("again"))
                        .findFirst()
                        .orElseThrow();
        assertThat(one.isAnsweredBy(one.inTime())).isFalse();
        assertThat(kinds()).isEmpty();
    }
}
