package se.troskel.controller.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.controller.keys.Keyring;
import se.troskel.controller.keys.Lookup;
import se.troskel.controller.register.Booking;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.protocol.decision.VisitKind;

/// Goal: good rows are taken, bad ones are named with line, column and problem, nobody is ever
/// removed, and no number is kept. Method: files as text against an empty register and a real one;
/// the shipped examples; any bytes.
class IntakeTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Map<String, String> ROOMS =
            Map.of(
                    "studio",
                    "studio",
                    "grupprum 1",
                    "group-1",
                    "group-1",
                    "group-1",
                    "study-hall",
                    "study-hall");
    private static final Lookup LOOKUP = new Lookup(new SecretKeySpec(new byte[32], "HmacSHA256"));

    @TempDir Path root;

    @Test
    void anExtendedTimeIsSetAndTakenBackAndElseLeftAsItWas() {
        try (Register register = open()) {
            take(register, "namn;id;längre tid\nAlva Testsson;a1;ja\nBo Provsson;b1;\n");
            assertThat(named(register.contents(), "Alva Testsson").extendedTime()).isTrue();
            assertThat(named(register.contents(), "Bo Provsson").extendedTime()).isFalse();
            take(register, "namn;id\nAlva Testsson;a1\n");
            assertThat(named(register.contents(), "Alva Testsson").extendedTime()).isTrue();
            take(register, "name;id;extended time\nAlva Testsson;a1;no\n");
            assertThat(named(register.contents(), "Alva Testsson").extendedTime()).isFalse();
        }
    }

    private static void take(Register register, String file) {
        Preview preview =
                PeopleIntake.preview(
                        file.getBytes(StandardCharsets.UTF_8), context(register), null);
        assertThat(preview.bad()).isEmpty();
        register.edit(preview.edit());
    }

    @Test
    void theShippedExamplesAreTakenWhole() throws IOException {
        try (Register register = open()) {
            Preview people = PeopleIntake.preview(example("people.csv"), context(register), null);
            assertThat(people.bad()).isEmpty();
            assertThat(people.added()).isEqualTo(5);
            assertThat(people.cards()).isEqualTo(new CardColumn(CardFormat.HEX, List.of()));
            assertThat(people.separator()).isEqualTo(';');
            register.edit(people.edit());
            Preview bookings =
                    BookingsIntake.preview(example("bookings.csv"), context(register), ROOMS, null);
            assertThat(bookings.bad()).isEmpty();
            register.edit(bookings.edit());
            Preview counts =
                    HeadCountsIntake.preview(
                            example("head-counts.csv"), register.contents(), ROOMS);
            assertThat(counts.bad()).isEmpty();
            register.edit(counts.edit());

            RegisterContents contents = register.contents();
            Person alva = named(contents, "Alva Testsson");
            assertThat(alva.born()).isEqualTo(LocalDate.of(1996, 10, 20));
            assertThat(alva.validUntil()).isEqualTo(Instant.parse("2027-01-17T23:00:00Z"));
            assertThat(named(contents, "Stina Vikarie").kind()).isEqualTo(VisitKind.WORKER);
            assertThat(contents.bookings().all())
                    .first()
                    .extracting(Booking::person, Booking::from)
                    .containsExactly(alva.id(), Instant.parse("2026-11-24T08:00:00Z"));
            assertThat(contents.headCounts()).containsEntry("study-hall", 4);
        }
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        try (Register register = open()) {
            register.edit(
                    PeopleIntake.preview(example("people.csv"), context(register), null).edit());
            RegisterContents before = register.contents();
            Preview again = PeopleIntake.preview(example("people.csv"), context(register), null);
            assertThat(again.unchanged()).isEqualTo(5);
            assertThat(again.added() + again.changed()).isZero();
            register.edit(again.edit());
            assertThat(register.contents().people()).isEqualTo(before.people());
            assertThat(register.contents().credentials()).isEqualTo(before.credentials());
        }
    }

    @Test
    void anImportRemovesNobodyUnblocksNothingAndKeepsWhatItDoesNotSay() throws IOException {
        try (Register register = open()) {
            register.edit(
                    PeopleIntake.preview(example("people.csv"), context(register), null).edit());
            Person alva = named(register.contents(), "Alva Testsson");
            register.edit(new RegisterEdit.BlockCredentials(alva.id(), true));
            Preview rename =
                    PeopleIntake.preview(
                            bytes("name,pnr,card\nAlva Provsson,961020-2385,04A2B3C4D5E601\n"),
                            context(register),
                            null);
            assertThat(rename.changed()).isEqualTo(1);
            register.edit(rename.edit());
            RegisterContents after = register.contents();
            assertThat(after.people()).hasSize(5);
            Person renamed = named(after, "Alva Provsson");
            assertThat(renamed.id()).isEqualTo(alva.id());
            assertThat(renamed.agreementAcceptedAt()).isEqualTo(alva.agreementAcceptedAt());
            assertThat(after.credentials().values())
                    .filteredOn(card -> card.person().equals(alva.id()))
                    .allMatch(card -> card.blocked());
            register.edit(new RegisterEdit.UndoImport(register.latestImport().orElseThrow()));
            assertThat(named(register.contents(), "Alva Testsson")).isEqualTo(alva);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Alva;19961020-2386;;;|personnummer|PERSONAL_NUMBER_CHECK",
                "Alva;hej;;;|personnummer|PERSONAL_NUMBER_FORM",
                "Alva;19961320-2385;;;|personnummer|PERSONAL_NUMBER_DATE",
                "Alva;;;;||NOBODY",
                ";19961020-2385;;;|namn|MISSING",
                "Alva;19961020-2385;xyz;;|kort|CARD_FORM",
                "Alva;19961020-2385;;imorgon;|giltig till|DATE",
                "Alva;19961020-2385;;2026-01-01;|giltig till|ORDER",
                "Alva;19961020-2385;;;kanske|avtal|AGREEMENT",
                "Alva;19961020-2385;04A2B3C4D5E601;;|kort|CARD_TAKEN",
                "Alva;19961020-2385;;;;extra||CELLS",
                "Alva;\"19961020-2385||QUOTE_OPEN"
            })
    void badRowsAreParkedWithLineColumnAndProblem(String row, String column, String problem) {
        String file =
                """
                namn;personnummer;kort;giltig till;avtal
                Elis Prov;19950424-2398;04A2B3C4D5E601;;ja
                """
                        + row
                        + "\n";
        Preview preview = PeopleIntake.preview(bytes(file), emptyContext(), null);
        assertThat(preview.added()).isEqualTo(1);
        assertThat(preview.bad()).hasSize(1);
        assertThat(preview.bad().getFirst().line()).isEqualTo(3);
        assertThat(preview.bad().getFirst().column()).isEqualTo(column);
        assertThat(preview.bad().getFirst().problem()).isEqualTo(problem);
        assertThat(RowProblem.sentence(problem, "sv")).isNotEqualTo(problem);
        String parked = ParkedRowsFile.write(preview.bad(), "sv");
        assertThat(parked).doesNotContain("19961020", "2385", "04A2B3C4", "xyz");
    }

    @Test
    void cardsOfOnePersonAddUpOverRows() {
        String file =
                "namn;id;kort\nAlva Testsson;a1;04A2B3C4D5E601\nAlva Testsson;a1;04A2B3C4D5E602\n";
        Preview preview = PeopleIntake.preview(bytes(file), emptyContext(), null);
        assertThat(preview.added()).isEqualTo(1);
        RegisterEdit.ImportPeople edit = (RegisterEdit.ImportPeople) preview.edit();
        assertThat(edit.people().getFirst().credentials()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'rum;kort;x', table.missing.NAME",
        "'namn;avtal', table.missing.PERSONAL_NUMBER",
        "'namn;id;name', table.twice.NAME"
    })
    void aTableWithoutTheColumnsIsRefused(String heading, String key) {
        assertThatThrownBy(() ->
                        PeopleIntake.preview(bytes(heading + "\nx;y;z"), emptyContext(), null))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessage(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nowhere;a1;2026-11-24;09:00;10:00|UNKNOWN_ROOM",
                "studio;zz;2026-11-24;09:00;10:00|UNKNOWN_PERSON",
                "studio;a1;2026-11-24;25:00;26:00|TIME",
                "studio;a1;;09:00;10:00|MISSING",
                "studio;a1;2026-11-24;10:00;10:00|ORDER",
                "studio;a1;2026-11-24;08:00;10:00|TWICE"
            })
    void badBookingsAreParked(String row, String problem) {
        IntakeContext context =
                new IntakeContext(
                        RegisterContents.EMPTY,
                        Map.of(LOOKUP.externalId("a1"), "p1"),
                        LOOKUP,
                        ZONE,
                        NOW,
                        new Random(3));
        String file = "Rum;Id;Datum;Start;Slut\nStudio;a1;2026-11-24;8.00;2026-11-24 09:00\n" + row;
        Preview preview = BookingsIntake.preview(bytes(file), context, ROOMS, null);
        assertThat(preview.added()).isEqualTo(1);
        assertThat(preview.bad()).hasSize(1);
        assertThat(preview.bad().getFirst().problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "studio, -1, NUMBER",
        "studio, många, NUMBER",
        "group-1, 2, TWICE",
        "x, 1, UNKNOWN_ROOM"
    })
    void badHeadCountsAreParked(String room, String count, String problem) {
        Preview preview =
                HeadCountsIntake.preview(
                        bytes("room,people\nGrupprum 1,3\n" + room + "," + count),
                        RegisterContents.EMPTY,
                        ROOMS);
        assertThat(preview.bad().getFirst().problem()).isEqualTo(problem);
    }

    @FuzzTest
    void anyFileIsPreviewedOrRefused(byte[] rows) {
        for (String heading : List.of("namn;personnummer;kort;född;avtal\n", "")) {
            byte[] start = bytes(heading);
            byte[] file = java.util.Arrays.copyOf(start, start.length + rows.length);
            System.arraycopy(rows, 0, file, start.length, rows.length);
            try {
                Preview preview = PeopleIntake.preview(file, emptyContext(), null);
                assertThat(preview.changed() + preview.unchanged()).isZero();
            } catch (UnreadableTableException e) {
                assertThat(e).hasMessageStartingWith("table.");
            }
        }
    }

    private Register open() {
        return Register.open(
                root.resolve("register"), Keyring.open(root.resolve("keys")), new Random(5));
    }

    private static IntakeContext context(Register register) {
        return new IntakeContext(
                register.contents(), register.personKeys(), LOOKUP, ZONE, NOW, new Random(9));
    }

    private static IntakeContext emptyContext() {
        return new IntakeContext(
                RegisterContents.EMPTY, Map.of(), LOOKUP, ZONE, NOW, new Random(9));
    }

    private static Person named(RegisterContents contents, String name) {
        return contents.people().values().stream()
                .filter(person -> person.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] example(String name) throws IOException {
        return Files.readAllBytes(Path.of("..", "docs", "examples", name));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
