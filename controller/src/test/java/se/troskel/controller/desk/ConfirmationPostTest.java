package se.troskel.controller.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.desk.DeskRig.ADA;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.config.ExamRulebook;
import se.troskel.config.ExamRulesLoader;
import se.troskel.config.Mail.Security;
import se.troskel.controller.mail.MailFate;
import se.troskel.controller.mail.TestCertificates;
import se.troskel.controller.mail.TestMailServer;
import se.troskel.controller.page.ConfirmationDesk.Line;
import se.troskel.controller.page.ConfirmationDesk.Told;
import se.troskel.controller.page.ConfirmationDesk.Whom;
import se.troskel.controller.page.StaffDesk.ImportKind;
import se.troskel.controller.register.IssuedTicket;
import se.troskel.controller.ticket.TicketIssuer;
import se.troskel.controller.ticket.TicketKeys;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.StaffAction;

/// Goal: each candidate with an address is mailed once, again only when asked, and a server that
/// fails holds up nobody at the page. Method: a desk over a real register and loop, the shipped
/// list with addresses, and a real mail server with STARTTLS.
class ConfirmationPostTest {
    private static final Path CENTRE = Path.of("../config/centres/katrineholm");
    private static final Instant DAY_BEFORE = Instant.parse("2026-11-23T08:00:00Z");
    private static final Whom UNSENT = new Whom(null, false);
    private static final Whom ALL = new Whom(null, true);

    @TempDir static Path folder;
    @TempDir Path data;
    private static TestCertificates certificates;
    private DeskRig rig;
    private TestMailServer server;
    private ConfirmationPost post;
    private Confirmations confirmations;

    @BeforeAll
    static void certify() throws Exception {
        certificates = TestCertificates.make(folder, "dns:localhost");
    }

    @BeforeEach
    void begin() throws IOException {
        rig = new DeskRig(data);
        rig.now.set(DAY_BEFORE);
        server = TestMailServer.startTls(certificates.server());
        post =
                new ConfirmationPost(
                        server.known(Security.STARTTLS, certificates.client()),
                        rig.register,
                        rig.now::get);
        ExamRulebook rules = new ExamRulesLoader().load(List.of(CENTRE)).rulebook();
        confirmations =
                new Confirmations(
                        new Confirmations.Parts(
                                rig.config,
                                rig.register,
                                rig.loop,
                                rig.keys.lookup(),
                                new TicketIssuer(
                                        new SecureRandom(),
                                        TicketKeys.open(data.resolve("tickets")),
                                        "KAT"),
                                rules,
                                rig.now::get,
                                post));
        var imports =
                new Imports(
                        rig.config,
                        rules,
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
        post.close();
        server.close();
        rig.close();
    }

    @Test
    void mailsOnceAndAgainOnlyWhenAsked() {
        assertThat(confirmations.send(ADA, sitting(), UNSENT).value()).isEqualTo("1");
        await(MailFate.SENT);
        assertThat(confirmations.send(ADA, sitting(), UNSENT).done()).isFalse();
        assertThat(confirmations.send(ADA, sitting(), new Whom("unknown", true)).done()).isFalse();
        assertThat(server.taken)
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail)
                                .contains(
                                        "From: tentamen@example.org",
                                        "To: alva@example.org",
                                        "Date: Mon, 23 Nov 2026 08:00:00 +0000",
                                        "Message-ID: <",
                                        "Auto-Submitted: auto-generated",
                                        "text/calendar")
                                .doesNotContain("X-Unsent"));
        assertThat(rig.bodies())
                .containsOnlyOnce(
                        new EventBody.StaffActed(StaffAction.CONFIRMATIONS_SENT, null, null, null));
        assertThat(rig.journal.toString()).doesNotContain("Alva", "example.org");

        assertThat(confirmations.send(ADA, sitting(), ALL).done()).isTrue();
        await(MailFate.SENT);
        confirmations.send(ADA, sitting(), new Whom(alva().registration(), true));
        await(MailFate.SENT);
        assertThat(server.taken).hasSize(3);
    }

    @Test
    void whatWasSentStandsInTheRegisterAlsoAfterTheTicketsAreMadeAgain() {
        confirmations.send(ADA, sitting(), UNSENT);
        await(MailFate.SENT);
        assertThat(confirmations.make(ADA, sitting())).isPresent();
        assertThat(rig.register.contents().tickets().values())
                .extracting(IssuedTicket::mailed)
                .filteredOn(Objects::nonNull)
                .containsExactly(DAY_BEFORE);
        assertThat(post.fate(alva().registration())).isNull();
        assertThat(alva().mail()).isEqualTo(MailFate.SENT);
    }

    @Test
    void aServerThatIsDownIsToldAndTriedAgainOnDemand() {
        server.close();
        confirmations.send(ADA, sitting(), UNSENT);
        await(MailFate.UNREACHABLE);
        assertThat(alva().isUnsent()).isTrue();
        assertThat(confirmations.send(ADA, sitting(), UNSENT).done()).isTrue();
        await(MailFate.UNREACHABLE);
        assertThat(rig.register.contents().tickets().values())
                .allMatch(ticket -> ticket.mailed() == null);
    }

    @Test
    void aServerThatThinksForEverHoldsUpNobodyAndNobodyIsQueuedTwice() {
        server.thinkForEver();
        assertThat(confirmations.send(ADA, sitting(), UNSENT).value()).isEqualTo("1");
        assertThat(alva().mail()).isEqualTo(MailFate.WAITING);
        assertThat(confirmations.send(ADA, sitting(), UNSENT).done()).isFalse();
        assertThat(confirmations.send(ADA, sitting(), ALL).value()).isEqualTo("0");
        await(MailFate.UNSURE);
    }

    @Test
    void nothingIsMailedThatCannotBeRecorded() {
        rig.refusing = true;
        assertThat(confirmations.send(ADA, sitting(), UNSENT).done()).isFalse();
        assertThat(alva().mail()).isNull();
        assertThat(confirmations.send(ADA, "gone", UNSENT).done()).isFalse();
    }

    private String sitting() {
        return told().id();
    }

    private Told told() {
        return confirmations.sittings().stream()
                .filter(told -> told.known() > 0)
                .findFirst()
                .orElseThrow();
    }

    private Line alva() {
        return told().candidates().stream()
                .filter(line -> "Alva Testsson".equals(line.name()))
                .findFirst()
                .orElseThrow();
    }

    private void await(MailFate fate) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (alva().mail() != fate) {
            assertThat(System.nanoTime()).as("still " + alva().mail()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
