package se.troskel.controller.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: what an import did can be taken back without undoing anything else, above all no block.
/// Method: edits on states in memory.
class RegisterStateTest {
    private final RegisterState imported =
            RegisterState.EMPTY.apply(
                    RegisterFixture.people("i1", "k1", RegisterFixture.person("p1")));

    @Test
    void undoRemovesWhatTheImportAdded() {
        RegisterState undone = imported.apply(new RegisterEdit.UndoImport("i1"));
        assertThat(undone.contents().people()).isEmpty();
        assertThat(undone.contents().credentials()).isEmpty();
        assertThat(undone.keys()).isEmpty();
        assertThat(undone.imports()).isEmpty();
        assertThat(undone.contents().version()).isEqualTo(2);
    }

    @Test
    void undoRestoresWhatTheImportChanged() {
        RegisterState undone =
                imported.apply(RegisterFixture.people("i2", "k1", RegisterFixture.worker("p1")))
                        .apply(new RegisterEdit.UndoImport("i2"));
        assertThat(undone.contents().people()).containsEntry("p1", RegisterFixture.person("p1"));
        assertThat(undone.keys()).containsEntry("k1", "p1");
    }

    @Test
    void undoDoesNotUnblockACardThatWasBlockedSince() {
        RegisterState undone =
                imported.apply(new RegisterEdit.BlockCredentials("p1", true))
                        .apply(new RegisterEdit.UndoImport("i1"));
        assertThat(undone.contents().credentials())
                .containsEntry("c-p1", RegisterFixture.card("c-p1", "p1", true));
    }

    @Test
    void onlyTheLatestImportCanBeTakenBack() {
        RegisterState second =
                imported.apply(RegisterFixture.people("i2", null, RegisterFixture.person("p2")));
        assertThatThrownBy(() -> second.apply(new RegisterEdit.UndoImport("i1")))
                .isInstanceOf(EditRefusedException.class);
    }

    @Test
    void aCardNeverChangesItsHolderInAnImport() {
        RegisterEdit.ImportPeople taking =
                new RegisterEdit.ImportPeople(
                        "i2",
                        List.of(
                                new RegisterEdit.ImportedPerson(
                                        RegisterFixture.person("p2"),
                                        null,
                                        List.of(RegisterFixture.card("c-p1", "p2", false)))),
                        List.of());
        assertThatThrownBy(() -> imported.apply(taking)).isInstanceOf(EditRefusedException.class);
    }

    @Test
    void aSpareCardIsLentAgainButNobodysOwnCardIs() {
        Credential spare = loan("spare", "p1");
        RegisterState lent = imported.apply(new RegisterEdit.LendCard(spare));
        assertThat(lent.contents().credentials()).containsEntry("spare", spare);
        assertThat(lent.apply(new RegisterEdit.LendCard(loan("spare", "p1")))).isNotNull();
        for (Credential card :
                List.of(
                        loan("c-p1", "p1"),
                        loan("spare", "nobody"),
                        RegisterFixture.card("new", "p1", false))) {
            assertThatThrownBy(() -> lent.apply(new RegisterEdit.LendCard(card)))
                    .isInstanceOf(EditRefusedException.class);
        }
    }

    @Test
    void blockingAPersonsCardsLeavesWhatIsLentToThemAndOneCardIsBlockedAlone() {
        RegisterState lent = imported.apply(new RegisterEdit.LendCard(loan("spare", "p1")));
        var own = lent.apply(new RegisterEdit.BlockCredentials("p1", true)).contents();
        assertThat(blocked(own, "c-p1")).isTrue();
        assertThat(blocked(own, "spare")).isFalse();
        var one = lent.apply(new RegisterEdit.BlockCard("spare", true)).contents();
        assertThat(blocked(one, "c-p1")).isFalse();
        assertThat(blocked(one, "spare")).isTrue();
        assertThat(Objects.requireNonNull(one.credentials().get("spare")).loan()).isEqualTo("1");
        assertThatThrownBy(() -> lent.apply(new RegisterEdit.BlockCard("gone", true)))
                .isInstanceOf(EditRefusedException.class);
    }

    private static Credential loan(String lookup, String person) {
        return new Credential(lookup, person, null, RegisterFixture.UNTIL, false, "1");
    }

    private static boolean blocked(RegisterContents contents, String lookup) {
        return Objects.requireNonNull(contents.credentials().get(lookup)).blocked();
    }

    @Test
    void editsSurviveTheLogsForm() {
        for (RegisterEdit edit : RegisterFixture.oneOfEach()) {
            assertThat(RegisterJson.readEdit(RegisterJson.write(edit))).isEqualTo(edit);
        }
    }

    @Test
    void undoTakesBackAListOfSittingsAndLeavesTheOneBefore() {
        RegisterState first = imported.apply(RegisterFixture.exams("e1", "k1x", "r1"));
        RegisterState undone =
                first.apply(RegisterFixture.exams("e2", "k2x", "r2"))
                        .apply(new RegisterEdit.UndoImport("e2"));
        assertThat(undone.contents().exams()).isEqualTo(first.contents().exams());
        assertThat(undone.contents().people()).isEqualTo(first.contents().people());
        assertThat(undone.keys()).isEqualTo(first.keys());
        RegisterState none = undone.apply(new RegisterEdit.UndoImport("e1"));
        assertThat(none.contents().exams()).isEqualTo(ExamLists.EMPTY);
        assertThat(none.contents().people()).containsOnlyKeys("p1");
    }

    @Test
    void undoRestoresACandidateWhomTheListCancelled() {
        var edit = RegisterFixture.exams("e1", "k1x", "r1");
        var registration = Objects.requireNonNull(edit.lists().registrations().get("r1"));
        var cancelled = registration.withStatus(Registration.Status.CANCELLED);
        var gone =
                new RegisterEdit.ImportExams(
                        "e2",
                        List.of(),
                        new ExamLists(Map.of(), Map.of("r1", cancelled), Map.of()),
                        List.of());
        RegisterState state = imported.apply(edit).apply(gone);
        assertThat(state.contents().exams().registrations()).containsEntry("r1", cancelled);
        assertThat(state.apply(new RegisterEdit.UndoImport("e2")).contents().exams())
                .isEqualTo(edit.lists());
    }

    @Test
    void wordsOfADeviationStandOnceAndGoWithTheirSitting() {
        RegisterState state =
                imported.apply(RegisterFixture.exams("e1", "k1x", "r1"))
                        .apply(new RegisterEdit.PutExamText(RegisterFixture.text("n1")));
        assertThat(state.contents().exams().texts())
                .containsEntry("n1", RegisterFixture.text("n1"));
        assertThat(state.apply(new RegisterEdit.PutExamText(RegisterFixture.text("n1"))).contents())
                .extracting(RegisterContents::exams)
                .isEqualTo(state.contents().exams());
        var other = new RegisterEdit.PutExamText(new ExamText("n1", "s-r1", "Något annat."));
        var nowhere = new RegisterEdit.PutExamText(new ExamText("n2", "s-r2", "Text."));
        assertThatThrownBy(() -> state.apply(other)).isInstanceOf(EditRefusedException.class);
        assertThatThrownBy(() -> state.apply(nowhere)).isInstanceOf(EditRefusedException.class);
        assertThat(state.apply(new RegisterEdit.UndoImport("e1")).contents().exams())
                .isEqualTo(ExamLists.EMPTY);
        assertThat(state.toString()).doesNotContain("omslag", "Testsson");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "a\u0000b", "a\rb", "a\tb", "a\u0085b", "a\ud800b"})
    void wordsThatDoNotFitAreNotTaken(String text) {
        assertThat(ExamText.isFit(text)).isFalse();
        assertThatThrownBy(() -> new ExamText("n1", "s-r1", text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isEqualTo("the words of a deviation do not fit");
    }

    @Test
    void wordsFitUpToTheirGreatestLength() {
        assertThat(ExamText.isFit("å".repeat(ExamText.MAX_LENGTH))).isTrue();
        assertThat(ExamText.isFit("å".repeat(ExamText.MAX_LENGTH + 1))).isFalse();
        assertThat(ExamText.hash("å"))
                .isEqualTo("e83979df9d36090142f23051f8e8d7ad48e5c20dff5c9e7b92ca3454f67469f9");
    }

    @Test
    void ofTwoPreviewsOfOneListOnlyTheFirstIsTaken() {
        RegisterState state = imported.apply(RegisterFixture.exams("e1", "k1x", "r1"));
        var samePerson = RegisterFixture.exams("e2", "k1x", "r2");
        assertThatThrownBy(() -> state.apply(samePerson)).isInstanceOf(EditRefusedException.class);
        var lists = RegisterFixture.exams("e2", "k2x", "r1").lists();
        var sitting = Objects.requireNonNull(lists.sittings().get("s-r1"));
        var again =
                new Sitting(
                        "s9",
                        sitting.university(),
                        sitting.course(),
                        sitting.exam(),
                        sitting.day(),
                        sitting.start().plusHours(1),
                        60,
                        null,
                        Sitting.ListState.READY);
        var sameSitting =
                new RegisterEdit.ImportExams(
                        "e3",
                        List.of(),
                        new ExamLists(Map.of("s9", again), Map.of(), Map.of()),
                        List.of());
        assertThatThrownBy(() -> state.apply(sameSitting)).isInstanceOf(EditRefusedException.class);
    }

    @Test
    void noTextFormHoldsANumberANameOrAReference() {
        var edit = RegisterFixture.exams("e1", "k1x", "r1");
        var state = imported.apply(edit);
        assertThat(edit + " " + state + " " + state.contents().exams())
                .doesNotContain(RegisterFixture.NUMBER, "Testsson", "A-17");
    }

    @Test
    void lastAdministratorIsNeitherEndedNorDemoted() {
        StaffAccount chief =
                new StaffAccount("chief", "Chefen", "-", false, Role.ADMIN.capabilities());
        StaffAccount other =
                new StaffAccount("other", "Den andra", "-", false, Role.ADMIN.capabilities());
        StaffAccount demoted =
                new StaffAccount("chief", "Chefen", "-", false, Role.STAFF.capabilities());
        RegisterState one = RegisterState.EMPTY.apply(new RegisterEdit.PutStaffAccount(chief));
        assertThatThrownBy(() -> one.apply(new RegisterEdit.EndStaffAccount("chief")))
                .isInstanceOf(EditRefusedException.class);
        assertThatThrownBy(() -> one.apply(new RegisterEdit.PutStaffAccount(demoted)))
                .isInstanceOf(EditRefusedException.class);
        RegisterState two = one.apply(new RegisterEdit.PutStaffAccount(other));
        assertThat(two.apply(new RegisterEdit.EndStaffAccount("chief")).contents().staff())
                .containsOnlyKeys("other");
    }

    @Test
    void anEditOfACandidateKeepsParkedRowsAndIsTakenBackWithWhatItDropped() {
        RegisterState listed = imported.apply(RegisterFixture.exams("e1", "k1x", "r1"));
        RegisterState edited = listed.apply(RegisterFixture.candidate("h1", "r1", "k1x", "k1y"));
        assertThat(edited.parked()).isEqualTo(listed.parked()).isNotEmpty();
        assertThat(edited.keys()).containsEntry("k1y", "x-r1").doesNotContainKey("k1x");
        assertThat(edited.contents().exams().registrations())
                .extractingByKey("r1")
                .extracting(Registration::status)
                .isEqualTo(Registration.Status.CANCELLED);
        RegisterState undone = edited.apply(new RegisterEdit.UndoImport("h1"));
        assertThat(undone.keys()).isEqualTo(listed.keys());
        assertThat(undone.contents().exams()).isEqualTo(listed.contents().exams());
        assertThat(undone.contents().people()).isEqualTo(listed.contents().people());
        assertThat(undone.imports()).isEqualTo(listed.imports());
    }

    @Test
    void aForgottenPersonIsNotBroughtBackByTakingAnEditBack() {
        RegisterState edited =
                imported.apply(RegisterFixture.exams("e1", "k1x", "r1"))
                        .apply(RegisterFixture.candidate("h1", "r1", "k1x", "k1y"));
        RegisterState forgotten =
                edited.apply(
                        new RegisterEdit.Forget(
                                edited.contents().version(),
                                Set.of(),
                                Set.of("r1"),
                                Set.of("x-r1"),
                                Set.of("x-r1"),
                                Set.of(),
                                Set.of(),
                                Set.of()));
        assertThat(RegisterJson.text(forgotten.imports())).doesNotContain("x-r1", "k1x");
    }
}
