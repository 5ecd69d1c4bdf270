package se.troskel.controller.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.config.ExamRulesLoader;
import se.troskel.controller.journal.LocalBody;
import se.troskel.controller.page.CandidateDesk.Line;
import se.troskel.controller.page.CandidateDesk.Rights;
import se.troskel.controller.page.CandidateDesk.Typed;
import se.troskel.controller.page.CandidateDesk.Where;
import se.troskel.controller.page.CandidateDesk.Who;
import se.troskel.controller.page.StaffDesk.ImportKind;
import se.troskel.controller.page.StaffDesk.ImportPreview;
import se.troskel.controller.register.CandidateChange.Source;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Fee;
import se.troskel.controller.register.Registration.Status;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.RegisterEditKind;
import se.troskel.protocol.event.StaffAction;

/// Goal: one candidate is added, corrected, moved and cancelled with its source, nobody who has
/// come is taken off a list, and nobody gets another's seat or number. Method: lists through the
/// real intake into a real register, edited over a real loop.
class CandidatesTest {
    private static final String HEAD =
            "Lärosäte;Kurs;Prov;Datum;Start;Längd;Rum;Plats;Namn;Personnummer\n";
    private static final String MDU = "MDU;MAA140;TEN1;2027-02-09;14:30;240;exam-1;";
    private static final String ALVA = MDU + "1;Alva Testsson;199610202385\n";
    private static final String ELIS = MDU + "2;Elis Prov;199504242398\n";
    private static final Source PHONED = Source.PHONED_BY_EXAM_OFFICE;

    @TempDir Path root;

    private final Set<String> arrived = new HashSet<>();
    private DeskRig rig;
    private Imports imports;
    private Candidates desk;

    @BeforeEach
    void open() {
        rig = new DeskRig(root);
        SecureRandom random = new SecureRandom();
        imports =
                new Imports(
                        rig.config,
                        new ExamRulesLoader().load(List.of()).rulebook(),
                        rig.register,
                        rig.keys.lookup(),
                        random,
                        rig.now::get,
                        arrived::contains);
        desk =
                new Candidates(
                        new Candidates.Parts(
                                rig.config,
                                rig.register,
                                rig.loop,
                                rig.keys.lookup(),
                                random,
                                rig.now::get,
                                arrived::contains));
        take(HEAD + ALVA + ELIS);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void addsSomebodyWithTheSourceInJournalAndRegister() {
        assertThat(add("Doris Testsson", "200001052380", "7"))
                .isEqualTo(new Done(true, "candidate.added", null));
        Registration one = of("Doris Testsson");
        assertThat(one.seat()).isEqualTo(new Registration.Seat("exam-1", "7"));
        assertThat(person(one).born()).isEqualTo(LocalDate.of(2000, 1, 5));
        assertThat(rig.bodies())
                .endsWith(
                        new EventBody.RegisterEdited(RegisterEditKind.CANDIDATE, 1, 0),
                        new EventBody.StaffActed(StaffAction.CANDIDATE_EDITED, null, null, null));
        assertThat(Objects.requireNonNull(rig.journal.getLast().local()))
                .extracting(LocalBody::facts)
                .isEqualTo(Map.of("source", "PHONED_BY_EXAM_OFFICE", "staff", "ada"));
        var latest = desk.latest().orElseThrow();
        assertThat(latest.source()).isEqualTo(PHONED);
        assertThat(latest.by()).isEqualTo("ada");
        assertThat(latest.at()).isEqualTo(DeskRig.MORNING);
        assertThat(take(HEAD + ALVA + ELIS + MDU + "7;Doris Testsson;200001052380\n").added())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'', false, true, ''",
        "20000101-T220, false, true, 20000101T220",
        "20000101-TF01, false, true, 20000101TF01",
        "195705749959, false, true, 195705749959",
        "121212+1212, false, true, 191212121212",
        "ab-1234, true, true, AB1234",
        "ab-1234, false, false, candidate.number",
        "x, true, false, candidate.reserve",
        "0001042399, false, false, candidate.century",
        "198707049996, false, false, candidate.number-check",
        "20001301-2380, false, false, candidate.number-date"
    })
    void takesNumbersOfEveryKindAndNoOther(
            String number, boolean isReserve, boolean isTaken, String outcome) {
        Done done =
                desk.add(
                        DeskRig.ADA,
                        PHONED,
                        typed(new Who("Doris Testsson", number, isReserve, false, ""), "7"));
        assertThat(done.done()).isEqualTo(isTaken);
        if (isTaken) {
            var stored =
                    rig.register.contents().exams().numbers().get(of("Doris Testsson").person());
            assertThat(stored == null ? "" : stored.value()).isEqualTo(outcome);
        } else {
            assertThat(done.key()).isEqualTo(outcome);
            assertThat(registrations()).hasSize(2);
        }
    }

    @Test
    void givesNoSeatTwiceAndListsNobodyTwice() {
        assertThat(add("Doris Testsson", "200001052380", "2").key())
                .isEqualTo("candidate.seat-taken");
        assertThat(add("Alva Testsson", "19961020-2385", "7").key()).isEqualTo("candidate.listed");
        assertThat(move(of("Alva Testsson"), "2").key()).isEqualTo("candidate.seat-taken");
        assertThat(move(of("Alva Testsson"), "3").done()).isTrue();
        assertThat(move(of("Elis Prov"), "1").done()).isTrue();
    }

    @Test
    void aNumberThatIsSomebodyElsesIsRefused() {
        assertThat(add("Doris Provsson", "199610202385", "7").key())
                .isEqualTo("candidate.other-name");
        assertThat(correct(of("Elis Prov"), "Elis Prov", "199610202385").key())
                .isEqualTo("candidate.other-name");
    }

    @Test
    void aCorrectedNumberIsTheCandidatesAndTheWrongOneIsNobodys() {
        assertThat(correct(of("Elis Prov"), "Elis Prov", "199710182396").done()).isTrue();
        Registration elis = of("Elis Prov");
        assertThat(person(elis).born()).isEqualTo(LocalDate.of(1997, 10, 18));
        take(
                HEAD
                        + ALVA
                        + MDU
                        + "2;Elis Prov;199710182396\n"
                        + MDU
                        + "3;Bo Exempelsson;199504242398\n");
        assertThat(of("Elis Prov")).isEqualTo(elis);
        assertThat(of("Bo Exempelsson").person()).isNotEqualTo(elis.person());
        assertThat(registrations()).hasSize(3);
    }

    @Test
    void aCorrectedNumberOfSomebodyKnownIsTheirs() {
        take(HEAD + "SU;DT1;;2027-02-10;09:00;240;exam-1;4;Elis Prov;199710182396\n");
        Registration wrong = of("MDU", "Elis Prov");
        Registration right = of("SU", "Elis Prov");
        assertThat(correct(wrong, "Elis Prov", "199710182396").done()).isTrue();
        assertThat(of("MDU", "Elis Prov").person()).isEqualTo(right.person());
        assertThat(rig.register.contents().exams().numbers()).doesNotContainKey(wrong.person());
        assertThat(rig.register.personKeys()).doesNotContainValue(wrong.person());
        assertThat(undo()).isEqualTo(new Done(true, "candidate.undone", null));
        assertThat(of("MDU", "Elis Prov")).isEqualTo(wrong);
        assertThat(rig.register.personKeys()).containsValue(wrong.person());
    }

    @Test
    void whoeverHasACardIsNotRenamedAndAnotherNumberIsAnotherPerson() {
        Registration alva = of("Alva Testsson");
        Person before = person(alva);
        rig.register.edit(
                new RegisterEdit.ImportPeople(
                        "p1",
                        List.of(
                                new RegisterEdit.ImportedPerson(
                                        before,
                                        null,
                                        List.of(
                                                new Credential(
                                                        "c1", before.id(), null, null, false)))),
                        List.of()));
        assertThat(correct(alva, "Elsa Testsson", "").key()).isEqualTo("candidate.has-card");
        assertThat(correct(alva, "Elsa Exempelsson", "199805222387").key())
                .isEqualTo("candidate.number-check");
        assertThat(correct(alva, "Elsa Exempelsson", "198705212382").done()).isTrue();
        assertThat(of("Elsa Exempelsson").id()).isEqualTo(alva.id());
        assertThat(rig.register.contents().people()).containsEntry(before.id(), before);
    }

    @Test
    void whoeverHasComeChangesSeatsButIsNotTakenOffTheList() {
        Registration alva = of("Alva Testsson");
        arrived.add(alva.id());
        assertThat(desk.cancel(DeskRig.ADA, PHONED, alva.id(), true).key())
                .isEqualTo("candidate.arrived");
        Typed away =
                new Typed(
                        alva.sitting(),
                        who("Alva Testsson", ""),
                        new Where("exam-1", "1", "ESK"),
                        new Rights(0, false, false));
        assertThat(desk.change(DeskRig.ADA, PHONED, alva.id(), away).key())
                .isEqualTo("candidate.arrived");
        assertThat(move(alva, "9").done()).isTrue();
        assertThat(undo().done()).isTrue();
        assertThat(of("Alva Testsson").seat()).isEqualTo(new Registration.Seat("exam-1", "1"));
        add("Doris Testsson", "200001052380", "7");
        arrived.add(of("Doris Testsson").id());
        assertThat(undo().key()).isEqualTo("candidate.arrived");
    }

    @Test
    void movesToAnotherSittingOfTheUniversityAndToAnotherCentre() {
        take(
                HEAD
                        + "MDU;MAA141;;2027-02-10;09:00;240;exam-1;4;Bo Exempelsson;199710182396\n"
                        + "SU;DT1;;2027-02-10;09:00;240;exam-1;5;Bo Exempelsson;199710182396\n");
        Registration alva = of("Alva Testsson");
        String next = of("MDU", "Bo Exempelsson").sitting();
        assertThat(desk.candidate(alva.id()).orElseThrow().others().stream().map(at -> at.what()))
                .containsExactly("MDU MAA140 TEN1", "MDU MAA141");
        Typed moved =
                new Typed(
                        next,
                        who("Alva Testsson", ""),
                        new Where("exam-1", "1", "ESK"),
                        new Rights(25, true, true));
        assertThat(desk.change(DeskRig.ADA, PHONED, alva.id(), moved).done()).isTrue();
        Registration now = of("Alva Testsson");
        assertThat(now.sitting()).isEqualTo(next);
        assertThat(now.centre()).isEqualTo("ESK");
        assertThat(now.fee()).isEqualTo(Fee.PAID);
        assertThat(now.accommodation()).isEqualTo(new Registration.Accommodation(25, true));
        assertThat(person(now).validUntil()).isEqualTo(Instant.parse("2027-02-10T23:00:00Z"));
        Typed elsewhere =
                new Typed(
                        of("SU", "Bo Exempelsson").sitting(),
                        moved.who(),
                        moved.where(),
                        moved.rights());
        assertThat(desk.change(DeskRig.ADA, PHONED, alva.id(), elsewhere).key())
                .isEqualTo("candidate.gone");
    }

    @Test
    void cancelsAndRegistersAgainUnlessTheSeatIsGone() {
        Registration alva = of("Alva Testsson");
        assertThat(desk.cancel(DeskRig.ADA, Source.CANDIDATE_SAYS, alva.id(), true).done())
                .isTrue();
        assertThat(of("Alva Testsson").status()).isEqualTo(Status.CANCELLED);
        add("Doris Testsson", "", "1");
        assertThat(desk.cancel(DeskRig.ADA, PHONED, alva.id(), false).key())
                .isEqualTo("candidate.seat-taken");
        assertThat(undo().done()).isTrue();
        assertThat(desk.cancel(DeskRig.ADA, PHONED, alva.id(), false).done()).isTrue();
    }

    @Test
    void onlyTheLatestEditIsTakenBackAndAListNotBeforeIt() {
        add("Doris Testsson", "", "7");
        String first = desk.latest().orElseThrow().id();
        assertThatThrownBy(imports::undo).isInstanceOf(CandidateEditedException.class);
        move(of("Alva Testsson"), "9");
        assertThat(desk.undo(DeskRig.ADA, first).key()).isEqualTo("candidate.undo-gone");
        assertThat(undo().done()).isTrue();
        assertThat(undo().done()).isTrue();
        assertThat(desk.latest()).isEmpty();
        assertThat(imports.undo()).isPresent();
    }

    @Test
    void aListPreviewedBeforeAnEditIsPreviewedAgain() {
        String preview = imports.preview(ImportKind.SITTINGS, bytes(HEAD + ALVA)).id();
        move(of("Alva Testsson"), "9");
        assertThat(imports.apply(preview)).isEmpty();
    }

    @Test
    void aProtectedIdentityIsNeverNamedAndStaysProtected() {
        Registration alva = of("Alva Testsson");
        Who hidden = new Who("Alva Testsson", "", false, true, "A-17");
        assertThat(desk.change(DeskRig.ADA, PHONED, alva.id(), typed(hidden, "1")).done()).isTrue();
        var known = desk.candidate(alva.id()).orElseThrow();
        assertThat(known.line().name()).isNull();
        assertThat(known.now().who().name()).isEmpty();
        assertThat(desk.sitting(alva.sitting()).orElseThrow().candidates())
                .extracting(Line::name)
                .containsExactly(null, "Elis Prov");
        Typed blank = typed(new Who("", "", false, false, ""), "3");
        assertThat(desk.change(DeskRig.ADA, PHONED, alva.id(), blank).done()).isTrue();
        assertThat(person(of("Alva Testsson")).protectedIdentity()).isTrue();
    }

    @Test
    void nothingIsEditedOfASittingThatIsOver() {
        Registration alva = of("Alva Testsson");
        rig.now.set(DeskRig.MORNING.plusSeconds(86_400));
        assertThat(desk.sitting(alva.sitting())).isEmpty();
        assertThat(desk.candidate(alva.id())).isEmpty();
        assertThat(move(alva, "9").key()).isEqualTo("candidate.gone");
    }

    @Test
    void saysSoWhenTheJournalRefuses() {
        rig.refusing = true;
        assertThat(move(of("Alva Testsson"), "9").done()).isFalse();
    }

    private Done add(String name, String number, String seat) {
        return desk.add(DeskRig.ADA, PHONED, typed(who(name, number), seat));
    }

    private Done correct(Registration one, String name, String number) {
        String seat = Objects.requireNonNull(Objects.requireNonNull(one.seat()).number());
        Typed typed = typed(who(name, number), seat);
        return desk.change(
                DeskRig.ADA,
                PHONED,
                one.id(),
                new Typed(one.sitting(), typed.who(), typed.where(), typed.rights()));
    }

    private Done move(Registration one, String seat) {
        return desk.change(
                DeskRig.ADA, PHONED, one.id(), typed(new Who("", "", false, false, ""), seat));
    }

    private Done undo() {
        return desk.undo(DeskRig.ADA, desk.latest().orElseThrow().id());
    }

    private Typed typed(Who who, String seat) {
        String sitting =
                rig.register.contents().exams().sittings().values().stream()
                        .filter(one -> one.course().equals("MAA140"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        return new Typed(sitting, who, new Where("exam-1", seat, ""), new Rights(0, false, false));
    }

    private static Who who(String name, String number) {
        return new Who(name, number, false, false, "");
    }

    private ImportPreview take(String list) {
        var preview = imports.preview(ImportKind.SITTINGS, bytes(list));
        assertThat(preview.bad()).isEmpty();
        assertThat(imports.apply(preview.id())).isPresent();
        return preview;
    }

    private static byte[] bytes(String list) {
        return list.getBytes(StandardCharsets.UTF_8);
    }

    private List<Registration> registrations() {
        return List.copyOf(rig.register.contents().exams().registrations().values());
    }

    private Person person(Registration one) {
        return Objects.requireNonNull(rig.register.contents().people().get(one.person()));
    }

    private Registration of(String name) {
        return registrations().stream()
                .filter(one -> person(one).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Registration of(String university, String name) {
        var sittings = rig.register.contents().exams().sittings();
        return registrations().stream()
                .filter(one -> person(one).name().equals(name))
                .filter(one ->
                        Objects.requireNonNull(sittings.get(one.sitting()))
                                .university()
                                .equals(university))
                .findFirst()
                .orElseThrow();
    }
}
