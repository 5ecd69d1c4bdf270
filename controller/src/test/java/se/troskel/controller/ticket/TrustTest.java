package se.troskel.controller.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.troskel.config.Trust;
import se.troskel.config.TrustLoader;
import se.troskel.config.TrustReading;
import se.troskel.config.TrustedCentre;
import se.troskel.controller.access.Claim;
import se.troskel.controller.keys.Keyring;
import se.troskel.controller.register.RegisterContents;
import se.troskel.protocol.decision.Medium;

/// A centre knows another's tickets by the trust file which that one wrote, and by nothing else.
/// Both centres have keys on disk; the file is made by the command and read by the loader.
class TrustTest {
    private static final Instant FROM = Instant.parse("2026-11-22T23:00:00Z");
    private static final Instant UNTIL = Instant.parse("2028-11-22T23:00:00Z");
    private static final Claim NAMELESS = new Claim.OtherCentre(Medium.QR, null);
    private static final Claim FORGED = new Claim.Unreadable(Medium.QR, true);
    private static final Claim NAMED =
            new Claim.OtherCentre(
                    Medium.QR, Map.of("sv", "Lärcentrum Trosa", "en", "Trosa Learning Centre"));

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir Path folder = Path.of("");
    private Path trosa = folder;
    private TicketKeys own = new TicketKeys(List.of());

    @BeforeEach
    void makeBothCentres() {
        trosa = folder.resolve("trosa");
        Keyring.open(trosa.resolve("keys"));
        TicketKeys.open(trosa.resolve(TicketCommand.KEYS));
        own = TicketKeys.open(folder.resolve("own").resolve(TicketCommand.KEYS));
    }

    @Test
    void aTicketSignedWithATrustedKeyIsToldByItsCentresName() throws IOException {
        assertThat(claim(signed("TRO"), written(), FROM)).isEqualTo(NAMED);
        assertThat(claim(signed("TRO"), written(), UNTIL.minusSeconds(1))).isEqualTo(NAMED);
    }

    @Test
    void trustThatHasEndedOrNotBegunGivesNoName() throws IOException {
        assertThat(claim(signed("TRO"), written(), UNTIL)).isEqualTo(NAMELESS);
        assertThat(claim(signed("TRO"), written(), FROM.minusSeconds(1))).isEqualTo(NAMELESS);
        assertThat(claim(signed("TRO"), Trust.NONE, FROM)).isEqualTo(NAMELESS);
    }

    @Test
    void aTrustedKeySpeaksForItsOwnCentreOnly() throws IOException {
        assertThat(claim(signed("NYK"), written(), FROM)).isEqualTo(FORGED);
        assertThat(claim(signed("KAT"), written(), FROM))
                .isEqualTo(new Claim.Unreadable(Medium.QR));
    }

    @Test
    void aTicketChangedAfterItWasSignedIsForged() throws IOException {
        SignedTicket genuine = SignedTicket.parse(signed("TRO")).orElseThrow();
        TicketCode code = genuine.code();
        TicketCode longer =
                new TicketCode(
                        code.keyId(),
                        code.id(),
                        "TRO",
                        null,
                        code.fromMinutes(),
                        code.untilMinutes() + 60);
        String text = new SignedTicket(longer, genuine.signature()).text();
        assertThat(claim(text, written(), FROM)).isEqualTo(FORGED);
    }

    @Test
    void aTrustFileOfThisCentreMakesNoTicketsForIt() throws IOException {
        TrustedCentre pretended =
                TrustFile.of(
                        "KAT",
                        Map.of("sv", "K", "en", "K"),
                        trosa,
                        new TrustFile.Window(FROM, UNTIL));
        assertThat(claim(signed("KAT"), new Trust(List.of(pretended)), FROM))
                .isEqualTo(new Claim.Unreadable(Medium.QR));
    }

    @Test
    void afterARotationOldAndNewTicketsHoldAndOthersKnowBothKeys() throws IOException {
        String old = signed("TRO");
        assertThat(run("rotate", "--data", trosa.toString())).isZero();
        assertThat(out.toString()).startsWith("ticket: keys=2 newest=");
        String fresh = signed("TRO");
        assertThat(SignedTicket.parse(fresh).orElseThrow().code().keyId())
                .isNotEqualTo(SignedTicket.parse(old).orElseThrow().code().keyId());
        TicketVerifier there =
                new TicketVerifier(
                        TicketKeys.open(trosa.resolve(TicketCommand.KEYS)),
                        "TRO",
                        Trust.NONE,
                        InstantSource.fixed(FROM));
        Trust trust = written();
        for (String text : List.of(old, fresh)) {
            assertThat(there.scanned(text, RegisterContents.EMPTY))
                    .isInstanceOf(Claim.Ticket.class);
            assertThat(claim(text, trust, FROM)).isEqualTo(NAMED);
        }
    }

    @Test
    void theFileHoldsPublicKeysOnly() throws IOException {
        assertThat(written().keys()).hasSize(2);
        assertThat(err.toString()).contains("ticket: trust=TRO keys=2");
        String pem = Files.readString(trosa.resolve("keys/tickets/ticket-0001.pem"));
        String secret = pem.lines().skip(1).findFirst().orElseThrow();
        assertThat(pem).startsWith("-----BEGIN PRIVATE KEY");
        assertThat(out.toString()).doesNotContain(secret).doesNotContain("PRIVATE");
    }

    @Test
    void aCentreThatNeverRanHasNothingToGiveAndGetsNoKeys() {
        Path empty = folder.resolve("empty");
        assertThat(trust(empty, "2028-11-23")).isEqualTo(1);
        assertThat(err.toString())
                .contains("start the controller once")
                .doesNotContain("at se.troskel");
        assertThat(empty).doesNotExist();
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsRefused() {
        assertThat(trust(trosa, "2026-11-23")).isEqualTo(2);
        assertThat(err.toString()).contains("--until 2026-11-23 has to be later");
        assertThat(out.toString()).isEmpty();
    }

    /// As another centre reads it from its configuration.
    private Trust written() throws IOException {
        assertThat(trust(trosa, "2028-11-23")).isZero();
        Path there = folder.resolve("config/trust");
        Files.createDirectories(there);
        Files.writeString(there.resolve("tro.json"), out.toString());
        TrustReading reading = new TrustLoader().load(folder.resolve("config"));
        assertThat(reading.problems()).isEmpty();
        return reading.trust();
    }

    private int trust(Path data, String until) {
        out.getBuffer().setLength(0);
        return run(
                "trust",
                "--config",
                "../config/centres/trosa",
                "--data",
                data.toString(),
                "--name-en",
                "Trosa Learning Centre",
                "--from",
                "2026-11-23",
                "--until",
                until);
    }

    private int run(String... arguments) {
        CommandLine line = TicketCommand.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private Claim claim(String text, Trust trust, Instant at) {
        return new TicketVerifier(own, "KAT", trust, InstantSource.fixed(at))
                .scanned(text, RegisterContents.EMPTY);
    }

    /// A ticket signed with Trosa's newest key, for whatever centre it claims.
    private String signed(String centre) {
        TicketKeys keys = TicketKeys.open(trosa.resolve(TicketCommand.KEYS));
        TicketIssuer.Order order =
                new TicketIssuer.Order(null, null, FROM, FROM.plusSeconds(3_600));
        return new TicketIssuer(new Random(1), keys, centre).issue(order, code -> "h").text();
    }
}
