package se.troskel.controller.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.controller.keys.Keyring;
import se.troskel.controller.keys.Lookup;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Status;
import se.troskel.controller.register.Sitting;

/// Goal: a university's list becomes sittings and candidates, nobody is there twice, and nobody who
/// has come is touched. Method: lists as text against a real register; the shipped example; a table
/// of bad rows; any bytes.
class SittingsIntakeTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Map<String, String> ROOMS =
            Map.of("exam-1", "exam-1", "tentasal 1", "exam-1", "exam-2", "exam-2");
    private static final Lookup LOOKUP = new Lookup(new SecretKeySpec(new byte[32], "HmacSHA256"));
    private static final String HEAD =
            "Lärosäte;Kurs;Prov;Datum;Start;Längd;Rum;Plats;Namn;Personnummer;Förlängd tid;Liten"
                    + " sal;Referens;Skyddad;Avgift;Avanmäld\n";
    private static final String ALVA =
            "MDU;MAA140;TEN1;2026-11-24;08:30;240;exam-1;1;Alva Testsson;199610202385;;;;;;\n";
    private static final String ELIS =
            "MDU;MAA140;TEN1;2026-11-24;08:30;240;exam-1;2;Elis Prov;199504242398;;;;;;\n";

    @TempDir Path root;

    private final Set<String> arrived = new HashSet<>();

    @Test
    void theShippedExampleIsTakenWhole() throws IOException {
        try (Register register = open()) {
            Preview preview =
                    preview(register, Files.readAllBytes(Path.of("../docs/examples/sittings.csv")));
            assertThat(preview.bad()).isEmpty();
            assertThat(preview.added()).isEqualTo(6);
            RegisterContents contents = register.edit(preview.edit());
            assertThat(contents.exams().sittings().values())
                    .extracting(Sitting::university)
                    .containsExactlyInAnyOrder("MDU", "LTH", "SU", "HIG");
            Registration small = of(contents, "Birk Exempelsson");
            assertThat(small.accommodation()).isEqualTo(new Registration.Accommodation(50, true));
            assertThat(small.seat()).isEqualTo(new Registration.Seat("exam-2", "1"));
            Registration coded = of(contents, "Nils Provsson");
            assertThat(coded.reference()).isEqualTo("A-0417");
            assertThat(coded.hasPlace()).isFalse();
            Sitting abroad = sitting(contents, coded);
            assertThat(abroad.homeStart()).isEqualTo(LocalTime.of(9, 0));
            assertThat(abroad.writingMinutes()).isEqualTo(240);
            assertThat(contents.exams().numbers().get(coded.person()))
                    .extracting(number -> number.value())
                    .isEqualTo("20000101T220");
            Registration secret = of(contents, "Ester Exempelsson");
            assertThat(secret.fee()).isEqualTo(Registration.Fee.DUE);
            assertThat(person(contents, secret).protectedIdentity()).isTrue();
        }
    }

    @Test
    void anAddressIsKeptAndOneThatIsNoneIsRefused() {
        String head = HEAD.replace("\n", ";E-post\n");
        try (Register register = open()) {
            RegisterContents contents =
                    take(register, head + ALVA.replace("\n", ";alva@example.org\n"));
            assertThat(contents.exams().contacts().values())
                    .extracting(contact -> contact.email())
                    .containsExactly("alva@example.org");
            assertThat(contents.exams().contacts().toString()).doesNotContain("example");
            assertThat(take(register, HEAD + ALVA).exams()).isEqualTo(contents.exams());
            for (String bad :
                    List.of("alva", "a@b", "a b@c.se", "Alva <a@b.se>", "a@b.se,c@d.se")) {
                assertThat(preview(register, head + ALVA.replace("\n", ";" + bad + "\n")).bad())
                        .as(bad)
                        .hasSize(1);
            }
        }
    }

    @Test
    void theSameListAgainChangesNothing() {
        try (Register register = open()) {
            RegisterContents first = take(register, HEAD + ALVA + ELIS);
            Preview again = preview(register, HEAD + ALVA + ELIS);
            assertThat(again.unchanged()).isEqualTo(2);
            assertThat(again.added() + again.changed() + again.gone()).isZero();
            assertThat(register.edit(again.edit()).exams()).isEqualTo(first.exams());
        }
    }

    @Test
    void englishHeadingsAndTabsAreTheSameList() {
        String english =
                "University\tCourse code\tExam code\tDate\tStart\tLength\tRoom\tSeat\tName"
                        + "\tPersonal number\nmdu\tMAA140\tTEN1\t20261124\t8.30\t4:00\tTentasal 1\t1"
                        + "\tAlva Testsson\t961020-2385\n";
        try (Register register = open()) {
            take(register, HEAD + ALVA);
            assertThat(preview(register, english).unchanged()).isEqualTo(1);
        }
    }

    @Test
    void whoIsMissingFromAWholeListIsCancelledAndComesBackWithUndo() {
        try (Register register = open()) {
            RegisterContents before = take(register, HEAD + ALVA + ELIS);
            Preview shorter = preview(register, HEAD + ALVA);
            assertThat(shorter.gone()).isEqualTo(1);
            RegisterContents after = register.edit(shorter.edit());
            assertThat(of(after, "Elis Prov").status()).isEqualTo(Status.CANCELLED);
            assertThat(of(after, "Alva Testsson").status()).isEqualTo(Status.REGISTERED);
            String id = register.latestImport().orElseThrow();
            assertThat(register.edit(new RegisterEdit.UndoImport(id)).exams())
                    .isEqualTo(before.exams());
        }
    }

    @Test
    void aListWithABadRowCancelsNobody() {
        try (Register register = open()) {
            take(register, HEAD + ALVA + ELIS);
            Preview typo = preview(register, HEAD + ALVA + ELIS.replace("2398", "2399"));
            assertThat(typo.bad()).hasSize(1);
            assertThat(typo.gone()).isZero();
            assertThat(of(register.edit(typo.edit()), "Elis Prov").status())
                    .isEqualTo(Status.REGISTERED);
        }
    }

    @Test
    void aListOfAnotherSittingCancelsNobody() {
        try (Register register = open()) {
            take(register, HEAD + ALVA);
            Preview other = preview(register, HEAD + ELIS.replace("TEN1", "TEN2"));
            assertThat(other.gone()).isZero();
            assertThat(register.edit(other.edit()).exams().sittings()).hasSize(2);
        }
    }

    @Test
    void nothingIsChangedOfACandidateWhoHasCome() {
        try (Register register = open()) {
            RegisterContents before = take(register, HEAD + ALVA + ELIS);
            arrived.add(of(before, "Elis Prov").id());
            Preview gone = preview(register, HEAD + ALVA);
            assertThat(gone.gone()).isZero();
            String cancelled = ELIS.replace(";\n", ";ja\n");
            Preview bad = preview(register, HEAD + ALVA + cancelled);
            assertThat(bad.bad()).extracting(row -> row.problem()).containsExactly("ARRIVED");
            assertThat(register.edit(bad.edit()).exams()).isEqualTo(before.exams());
            assertThat(preview(register, HEAD + ALVA + ELIS).unchanged()).isEqualTo(2);
        }
    }

    @Test
    void aMovedStartIsTheSameSitting() {
        try (Register register = open()) {
            RegisterContents before = take(register, HEAD + ALVA);
            Preview moved = preview(register, HEAD + ALVA.replace("08:30", "09:00"));
            assertThat(moved.changed()).isEqualTo(1);
            RegisterContents after = register.edit(moved.edit());
            assertThat(after.exams().sittings().keySet())
                    .isEqualTo(before.exams().sittings().keySet());
            assertThat(sitting(after, of(after, "Alva Testsson")).start())
                    .isEqualTo(LocalTime.of(9, 0));
        }
    }

    @Test
    void somebodyWithACardIsFoundByNumberAndKeepsWhatThePeopleListSays() {
        try (Register register = open()) {
            register.edit(
                    PeopleIntake.preview(
                                    bytes(
                                            """
                                            Namn;Personnummer;Kort;Skyddad
                                            Alva Provsson;19961020-2385;04A2B3C4D5E601;ja
                                            """),
                                    context(register),
                                    null)
                            .edit());
            Person before = register.contents().people().values().iterator().next();
            RegisterContents after = take(register, HEAD + ALVA.replace(";;;;;;\n", ";;;;nej;;\n"));
            assertThat(after.people().values()).containsExactly(before);
            assertThat(after.exams().registrations().values())
                    .extracting(Registration::person)
                    .containsExactly(before.id());
        }
    }

    @Test
    void whoIsKnownFromListsOnlyIsHereForTheDaysOfTheSittings() {
        try (Register register = open()) {
            take(register, HEAD + ALVA);
            RegisterContents after =
                    take(register, HEAD + ALVA.replace("2026-11-24", "2026-11-26"));
            Person alva = after.people().values().iterator().next();
            assertThat(alva.validFrom()).isEqualTo(Instant.parse("2026-11-23T23:00:00Z"));
            assertThat(alva.validUntil()).isEqualTo(Instant.parse("2026-11-26T23:00:00Z"));
        }
    }

    @Test
    void twoPapersAtOneHourAreOneSeat() {
        try (Register register = open()) {
            RegisterContents both = take(register, HEAD + ALVA + ALVA.replace("TEN1", "TEN2"));
            assertThat(both.exams().registrations()).hasSize(2);
            assertThat(both.people()).hasSize(1);
        }
    }

    @Test
    void aSeatThatAnEarlierListGaveIsRefusedAndLeavesNothingBehind() {
        try (Register register = open()) {
            RegisterContents before = take(register, HEAD + ALVA);
            String other = ELIS.replace("MAA140", "FYA100").replace(";2;Elis", ";1;Elis");
            Preview preview = preview(register, HEAD + other);
            assertThat(preview.bad()).extracting(row -> row.problem()).containsExactly("SEAT_HELD");
            assertThat(preview.bad().getFirst().column()).isEqualTo("Plats");
            RegisterContents after = register.edit(preview.edit());
            assertThat(after.exams()).isEqualTo(before.exams());
            assertThat(after.people()).isEqualTo(before.people());
        }
    }

    @ParameterizedTest
    @CsvSource({"08:30, 1", "12:29, 1", "12:30, 0", "05:00, 1", "04:30, 0"})
    void aSeatIsHeldForAsLongAsItsHolderWrites(String start, int bad) {
        try (Register register = open()) {
            take(register, HEAD + ALVA);
            String other =
                    ELIS.replace("MAA140", "FYA100")
                            .replace(";2;Elis", ";1;Elis")
                            .replace("08:30", start);
            assertThat(preview(register, HEAD + other).bad()).hasSize(bad);
        }
    }

    @Test
    void twoWhoChangeSeatsInOneListDoSo() {
        try (Register register = open()) {
            take(register, HEAD + ALVA + ELIS);
            RegisterContents after =
                    take(
                            register,
                            HEAD
                                    + ALVA.replace(";1;Alva", ";2;Alva")
                                    + ELIS.replace(";2;Elis", ";1;Elis"));
            assertThat(of(after, "Elis Prov").seat())
                    .isEqualTo(new Registration.Seat("exam-1", "1"));
        }
    }

    @Test
    void theSeatOfWhoIsGoneFromAWholeListIsFreeAndOfWhoStaysNot() {
        try (Register register = open()) {
            take(register, HEAD + ALVA);
            String heir = ELIS.replace(";2;Elis", ";1;Elis");
            assertThat(preview(register, HEAD + heir).bad()).isEmpty();
            String bad = "MDU;A;;2026-11-24;08:30;240;exam-1;7;E P;199504242399;;;;;;\n";
            assertThat(preview(register, HEAD + heir + bad).bad())
                    .extracting(row -> row.problem())
                    .containsExactlyInAnyOrder("SEAT_HELD", "PERSONAL_NUMBER_CHECK");
        }
    }

    /// The second of two rows; the first is Alva's.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "M/D;A;;2026-11-24;08:30;240;exam-1;2;E P;199504242398|UNIVERSITY|Lärosäte",
                "MDU;;;2026-11-24;08:30;240;exam-1;2;E P;199504242398|MISSING|Kurs",
                "MDU;A;;2026-02-30;08:30;240;exam-1;2;E P;199504242398|DATE|Datum",
                "MDU;A;;;08:30;240;exam-1;2;E P;199504242398|MISSING|Datum",
                "MDU;A;;2026-11-24;25:30;240;exam-1;2;E P;199504242398|TIME|Start",
                "MDU;A;;2026-11-24;08:30;4;exam-1;2;E P;199504242398|MINUTES|Längd",
                "MDU;A;;2026-11-24;08:30;24:00;exam-1;2;E P;199504242398|MINUTES|Längd",
                "MDU;A;;2026-11-24;08:30;fyra;exam-1;2;E P;199504242398|MINUTES|Längd",
                "MDU;A;;2026-11-24;08:30;240;källaren;2;E P;199504242398|UNKNOWN_ROOM|Rum",
                "MDU;A;;2026-11-24;08:30;240;exam-1;2;;199504242398|MISSING|Namn",
                "MDU;A;;2026-11-24;08:30;240;exam-1;2;E P;|NOBODY|-",
                "MDU;A;;2026-11-24;08:30;240;exam-1;2;E P;199504242399|PERSONAL_NUMBER_CHECK|"
                        + "Personnummer",
                "MDU;A;;2026-11-24;08:30;240;exam-1;2;E P;19951324-2398|PERSONAL_NUMBER_DATE|"
                        + "Personnummer",
                "MDU;A;;2026-11-24;08:30;240;exam-1;2;E P;vet inte|PERSONAL_NUMBER_FORM|"
                        + "Personnummer",
                "MDU;A;;2026-11-24;08:30;240;exam-1;2;E P;0001042399|CENTURY|Personnummer",
                "MDU;MAA140;TEN1;2026-11-24;09:30;240;exam-1;2;E P;199504242398|SITTING_DIFFERS|"
                        + "Start",
                "MDU;MAA140;TEN1;2026-11-24;08:30;240;exam-1;2;E P;199610202385|CANDIDATE_TWICE|-",
                "MDU;MAA140;TEN1;2026-11-24;08:30;240;exam-1;1;E P;199504242398|SEAT_TAKEN|Plats",
                "MDU;A;;2026-11-24;08:30;240;exam-1;2;E P;199504242398;mer|PERCENT|Förlängd tid",
                "MDU;A;;2026-11-24;08:30;240;exam-1;2;E P;199504242398;201|PERCENT|Förlängd tid",
                "MDU;A;;2026-11-24;08:30;240;exam-1;2;E P;199504242398;;kanske|YES_NO|Liten sal",
                "MDU;A;;2026-11-24;08:30;240;exam-1;2;E P;199504242398;;;;;gratis|FEE|Avgift"
            })
    void aBadRowIsNamedWithLineColumnAndProblemAndTheGoodOneTaken(
            String row, String problem, String column) {
        try (Register register = open()) {
            Preview preview = preview(register, HEAD + ALVA + row + "\n");
            assertThat(preview.bad()).hasSize(1);
            var bad = preview.bad().getFirst();
            assertThat(bad.line()).isEqualTo(3);
            assertThat(bad.problem()).isEqualTo(problem);
            assertThat(bad.column()).isEqualTo(column);
            assertThat(bad.cells().toString()).doesNotContain("199504242398");
            assertThat(preview.added()).isEqualTo(1);
            assertThat(register.edit(preview.edit()).exams().registrations()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lärosäte", "Kurs", "Start", "Längd", "Rum", "Namn", "Personnummer"})
    void aMissingColumnIsNamed(String column) {
        try (Register register = open()) {
            String head = HEAD.replace(column + ";", "X;");
            assertThatThrownBy(() -> preview(register, head + ALVA))
                    .isInstanceOf(UnreadableTableException.class)
                    .hasMessageStartingWith("table.missing.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "kanske"})
    void theNameOfAProtectedPersonIsNotParked(String isProtected) {
        try (Register register = open()) {
            String row =
                    ELIS.replace("2398", "2399").replace(";;;;;;\n", ";;;;" + isProtected + ";;\n");
            assertThat(preview(register, HEAD + row).bad().getFirst().cells())
                    .containsEntry("Kurs", "MAA140")
                    .doesNotContainKey("Namn");
            String open = row.replace(isProtected, "nej");
            assertThat(preview(register, HEAD + open).bad().getFirst().cells())
                    .containsEntry("Namn", "Elis Prov");
        }
    }

    @Test
    void noPreviewSaysWhomItIsAbout() {
        try (Register register = open()) {
            Preview preview = preview(register, HEAD + ALVA + ELIS.replace("2398", "2399"));
            assertThat(preview.toString())
                    .doesNotContain("Testsson", "199610202385", "199504242399", "Prov,");
        }
    }

    @FuzzTest
    void anyListIsTakenOrRefusedAndNeverHarmsWhatIsThere(String rows) {
        IntakeContext context =
                new IntakeContext(
                        RegisterContents.EMPTY, Map.of(), LOOKUP, ZONE, NOW, new Random(1));
        try {
            Preview preview =
                    SittingsIntake.preview(bytes(HEAD + ALVA + rows), context, ROOMS, one -> false);
            assertThat(preview.gone()).isZero();
            assertThat(preview.edit()).isInstanceOf(RegisterEdit.ImportExams.class);
        } catch (UnreadableTableException e) {
            assertThat(e).hasMessageStartingWith("table.");
        }
    }

    private RegisterContents take(Register register, String list) {
        Preview preview = preview(register, list);
        assertThat(preview.bad()).isEmpty();
        return register.edit(preview.edit());
    }

    private Preview preview(Register register, String list) {
        return preview(register, bytes(list));
    }

    private Preview preview(Register register, byte[] list) {
        return SittingsIntake.preview(list, context(register), ROOMS, arrived::contains);
    }

    private static IntakeContext context(Register register) {
        return new IntakeContext(
                register.contents(), register.personKeys(), LOOKUP, ZONE, NOW, new Random());
    }

    private Register open() {
        return Register.open(
                root.resolve("register"), Keyring.open(root.resolve("keys")), new Random(5));
    }

    private static Registration of(RegisterContents contents, String name) {
        List<Registration> found =
                contents.exams().registrations().values().stream()
                        .filter(one -> person(contents, one).name().equals(name))
                        .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Person person(RegisterContents contents, Registration one) {
        return Objects.requireNonNull(contents.people().get(one.person()));
    }

    private static Sitting sitting(RegisterContents contents, Registration one) {
        return Objects.requireNonNull(contents.exams().sittings().get(one.sitting()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
