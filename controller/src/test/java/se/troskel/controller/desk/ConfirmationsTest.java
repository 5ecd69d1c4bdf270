package se.troskel.controller.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.desk.DeskRig.ADA;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.config.ExamRulesLoader;
import se.troskel.config.Trust;
import se.troskel.controller.access.Claim;
import se.troskel.controller.confirmation.Confirmation;
import se.troskel.controller.page.ConfirmationDesk.Told;
import se.troskel.controller.page.ConfirmationDesk.Whom;
import se.troskel.controller.page.StaffDesk.ImportKind;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.register.Registration;
import se.troskel.controller.ticket.TicketIssuer;
import se.troskel.controller.ticket.TicketKeys;
import se.troskel.controller.ticket.TicketVerifier;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.RegisterEditKind;

/// Goal: each candidate has one ticket for the day, which is the same however often it is made and
/// falls with the registration. Method: a desk over a real register and loop, the shipped list with
/// addresses, and what the terminal makes of code and QR.
class ConfirmationsTest {
    private static final Path CENTRE = Path.of("../config/centres/katrineholm");
    private static final Instant DAY_BEFORE = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir Path data;
    private DeskRig rig;
    private TicketKeys keys;
    private Confirmations confirmations;

    @BeforeEach
    void begin() throws IOException {
        rig = new DeskRig(data);
        rig.now.set(DAY_BEFORE);
        keys = TicketKeys.open(data.resolve("tickets"));
        confirmations =
                new Confirmations(
                        new Confirmations.Parts(
                                rig.config,
                                rig.register,
                                rig.loop,
                                rig.keys.lookup(),
                                new TicketIssuer(new SecureRandom(), keys, "KAT"),
                                new ExamRulesLoader().load(List.of(CENTRE)).rulebook(),
                                rig.now::get,
                                null));
        var imports =
                new Imports(
                        rig.config,
                        new ExamRulesLoader()
                                .load(List.of(Path.of("../config/centres/katrineholm")))
                                .rulebook(),
                        rig.register,
                        rig.keys.lookup(),
                        new SecureRandom(),
                        rig.now::get,
                        one -> false);
        String list =
                Files.readString(Path.of("../docs/examples/sittings.csv"))
                        .replaceFirst("\\R", ";E-post\n")
                        .replaceFirst("(19961020-2385[^\\r\\n]*)", "$1;alva@example.org");
        var preview = imports.preview(ImportKind.SITTINGS, list.getBytes(StandardCharsets.UTF_8));
        assertThat(preview.bad()).isEmpty();
        assertThat(imports.apply(preview.id())).isPresent();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void makingAgainGivesTheSameTickets() {
        List<Confirmation> first = make("MDU");
        var tickets = rig.register.contents().tickets();
        List<Confirmation> again = make("MDU");
        assertThat(again).isEqualTo(first).hasSize(3);
        assertThat(rig.register.contents().tickets()).isEqualTo(tickets).hasSize(3);
        assertThat(first).extracting(told -> told.ticket().shortCode()).doesNotHaveDuplicates();
        assertThat(rig.bodies())
                .containsOnlyOnce(
                        new EventBody.RegisterEdited(RegisterEditKind.TICKET_ISSUED, 3, 0));
        assertThat(rig.journal.toString()).doesNotContain("Alva", "example.org");
    }

    @Test
    void codeAndPictureAreOfThePersonForTheWholeDay() {
        Confirmation alva = alva();
        Instant day = Instant.parse("2026-11-23T23:00:00Z");
        assertThat(List.of(typed(alva), scanned(alva)))
                .allSatisfy(ticket -> {
                    assertThat(ticket.person()).isEqualTo(registration(alva).person());
                    assertThat(ticket.room()).isNull();
                    assertThat(ticket.validFrom()).isEqualTo(day);
                    assertThat(ticket.validUntil()).isEqualTo(day.plusSeconds(24 * 60 * 60));
                });
    }

    @Test
    void theTicketOfACancelledRegistrationIsOverAndOfOneThatStandsAgainIsNot() {
        Confirmation alva = alva();
        Registration one = registration(alva);
        put(one.withStatus(Registration.Status.CANCELLED));
        assertThat(List.of(typed(alva), scanned(alva)))
                .allSatisfy(
                        ticket -> assertThat(ticket.validUntil()).isEqualTo(ticket.validFrom()));
        assertThat(make("MDU")).hasSize(2);
        put(one);
        assertThat(scanned(alva).validUntil()).isAfter(scanned(alva).validFrom());
    }

    @Test
    void theAddressIsOfWhoHasOneAndAProtectedIdentityIsNotNamed() {
        assertThat(alva().to().email()).isEqualTo("alva@example.org");
        assertThat(make("MDU")).filteredOn(told -> told.to().email() == null).hasSize(2);
        List<Confirmation> all =
                confirmations.sittings().stream()
                        .flatMap(told -> confirmations.make(ADA, told.id()).orElseThrow().stream())
                        .toList();
        assertThat(all)
                .filteredOn(told -> told.to().name() == null)
                .hasSize(1)
                .allMatch(told -> told.exam().course() == null);
        assertThat(confirmations.sittings())
                .flatExtracting(Told::candidates)
                .hasSize(6)
                .allMatch(line -> line.hasTicket());
    }

    @Test
    void nothingIsMadeThatCannotBeRecorded() {
        String sitting = sitting("MDU");
        rig.refusing = true;
        assertThat(confirmations.make(ADA, sitting)).isEmpty();
        assertThat(rig.register.contents().tickets()).isEmpty();
        assertThat(confirmations.make(ADA, "gone")).isEmpty();
    }

    @Test
    void nobodyIsMailedWithoutAMailServer() {
        assertThat(confirmations.isMailing()).isFalse();
        assertThat(confirmations.send(ADA, sitting("MDU"), new Whom(null, false)).done()).isFalse();
        assertThat(rig.register.contents().tickets()).isEmpty();
    }

    private List<Confirmation> make(String university) {
        return confirmations.make(ADA, sitting(university)).orElseThrow();
    }

    private String sitting(String university) {
        return confirmations.sittings().stream()
                .filter(told -> told.what().startsWith(university))
                .map(Told::id)
                .findFirst()
                .orElseThrow();
    }

    private Confirmation alva() {
        return make("MDU").stream()
                .filter(told -> "Alva Testsson".equals(told.to().name()))
                .findFirst()
                .orElseThrow();
    }

    private Registration registration(Confirmation told) {
        return rig.register.contents().exams().standing(told.to().registration()).orElseThrow();
    }

    private Claim.Ticket typed(Confirmation told) {
        return (Claim.Ticket)
                verifier()
                        .typed(
                                told.ticket().shortCode(),
                                rig.register.contents(),
                                rig.keys.lookup()::shortCode);
    }

    private Claim.Ticket scanned(Confirmation told) {
        return (Claim.Ticket) verifier().scanned(told.ticket().text(), rig.register.contents());
    }

    private TicketVerifier verifier() {
        return new TicketVerifier(keys, "KAT", Trust.NONE, rig.now::get);
    }

    private void put(Registration one) {
        rig.register.edit(
                new RegisterEdit.ImportExams(
                        "i" + one.status(),
                        List.of(),
                        new ExamLists(Map.of(), Map.of(one.id(), one), Map.of()),
                        List.of()));
    }
}
