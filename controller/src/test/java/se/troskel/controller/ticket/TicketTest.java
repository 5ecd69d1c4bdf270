package se.troskel.controller.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.config.Trust;
import se.troskel.controller.access.Claim;
import se.troskel.controller.register.IssuedTicket;
import se.troskel.controller.register.RegisterContents;
import se.troskel.protocol.decision.Medium;

/// Goal: only what this centre signed is a ticket of it. Method: issue and read back, flip every
/// bit, change keys, and a table of everything else that a scanner may send.
class TicketTest {
    private static final Instant FROM = Instant.parse("2026-03-03T08:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-03-03T16:00:00Z");

    private final TicketKey key = TicketKey.generate();
    private final TicketKeys keys = new TicketKeys(List.of(key));
    private final TicketVerifier verifier = verifier(keys);

    private static TicketVerifier verifier(TicketKeys keys) {
        return new TicketVerifier(keys, "KAT", Trust.NONE, InstantSource.fixed(FROM));
    }

    private static TicketIssuer.Made issue(TicketKeys keys, String centre, @Nullable String room) {
        return new TicketIssuer(new Random(1), keys, centre)
                .issue(new TicketIssuer.Order("p1", room, FROM, UNTIL), code -> "hash " + code);
    }

    private static RegisterContents registerWith(IssuedTicket entry) {
        return new RegisterContents(
                1, Map.of(), Map.of(), List.of(), Map.of(entry.id(), entry), Map.of(), Map.of());
    }

    @Test
    void anIssuedTicketReadsBack() {
        TicketIssuer.Made made = issue(keys, "KAT", "exam-1");
        Claim expected =
                new Claim.Ticket(Medium.QR, made.entry().id(), "p1", "exam-1", FROM, UNTIL);
        assertThat(verifier.scanned(made.text(), registerWith(made.entry()))).isEqualTo(expected);
        assertThat(made.text()).startsWith("TR1:").matches("[0-9A-Z $%*+./:-]+").hasSize(148);
        assertThat(made.toString()).doesNotContain(made.text()).doesNotContain(made.shortCode());
    }

    @Test
    void aTicketNotInTheRegisterIsForNobodyInParticular() {
        Claim claim = verifier.scanned(issue(keys, "KAT", null).text(), RegisterContents.EMPTY);
        assertThat(claim).isInstanceOf(Claim.Ticket.class);
        assertThat(((Claim.Ticket) claim).person()).isNull();
        assertThat(((Claim.Ticket) claim).room()).isNull();
    }

    @Test
    void theShortCodeOfATicketIsTheSameTicket() {
        TicketIssuer.Made made = issue(keys, "KAT", "exam-1");
        RegisterContents register = registerWith(made.entry());
        Claim typed =
                verifier.typed(
                        made.shortCode().toLowerCase(Locale.ROOT), register, c -> "hash " + c);
        assertThat(typed)
                .isEqualTo(
                        new Claim.Ticket(
                                Medium.SHORT_CODE, made.entry().id(), "p1", "exam-1", FROM, UNTIL));
        assertThat(verifier.typed("A2C3E4F5", register, c -> "hash " + c))
                .isEqualTo(new Claim.Unreadable(Medium.SHORT_CODE));
        assertThat(verifier.typed("hello", register, c -> "hash " + c))
                .isEqualTo(new Claim.Unreadable(Medium.SHORT_CODE));
    }

    @Test
    void everyFlippedBitIsRefused() {
        String text = issue(keys, "KAT", "exam-1").text();
        byte[] bytes =
                Objects.requireNonNull(Base45.decode(text.substring(SignedTicket.PREFIX.length())));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Claim claim =
                    verifier.scanned(
                            SignedTicket.PREFIX + Base45.encode(flipped), RegisterContents.EMPTY);
            assertThat(claim).as("bit %d", bit).isInstanceOf(Claim.Unreadable.class);
        }
    }

    @Test
    void everyChangedCharacterIsRefused() {
        String text = issue(keys, "KAT", null).text();
        for (int i = 0; i < text.length(); i++) {
            for (char other : "0Z%é".toCharArray()) {
                if (other != text.charAt(i)) {
                    String changed = text.substring(0, i) + other + text.substring(i + 1);
                    assertThat(verifier.scanned(changed, RegisterContents.EMPTY))
                            .isInstanceOf(Claim.Unreadable.class);
                }
            }
        }
    }

    @Test
    void aSignatureThatDoesNotHoldIsAForgery() {
        SignedTicket signed = SignedTicket.parse(issue(keys, "KAT", null).text()).orElseThrow();
        TicketCode genuine = signed.code();
        TicketCode longer =
                new TicketCode(
                        genuine.keyId(),
                        genuine.id(),
                        "KAT",
                        null,
                        genuine.fromMinutes(),
                        genuine.untilMinutes() + 1);
        String text = new SignedTicket(longer, signed.signature()).text();
        assertThat(verifier.scanned(text, RegisterContents.EMPTY))
                .isEqualTo(new Claim.Unreadable(Medium.QR, true));
    }

    @Test
    void aTicketOfAnotherCentreIsToldAsThatAndNeverOfThisOne() {
        TicketKeys foreign = new TicketKeys(List.of(TicketKey.generate()));
        assertThat(verifier.scanned(issue(foreign, "NYK", null).text(), RegisterContents.EMPTY))
                .isEqualTo(new Claim.OtherCentre(Medium.QR, null));
        assertThat(verifier.scanned(issue(foreign, "KAT", null).text(), RegisterContents.EMPTY))
                .isEqualTo(new Claim.Unreadable(Medium.QR));
    }

    @Test
    void afterRotationTheOldKeyVerifiesUntilItIsRemoved() {
        TicketKey newer = TicketKey.generate();
        TicketKeys rotated = new TicketKeys(List.of(newer, key));
        String old = issue(keys, "KAT", null).text();
        String fresh = issue(rotated, "KAT", null).text();
        assertThat(SignedTicket.parse(fresh).orElseThrow().code().keyId()).isEqualTo(newer.id());
        for (String text : List.of(old, fresh)) {
            assertThat(verifier(rotated).scanned(text, RegisterContents.EMPTY))
                    .isInstanceOf(Claim.Ticket.class);
        }
        TicketKeys removed = new TicketKeys(List.of(newer));
        assertThat(verifier(removed).scanned(old, RegisterContents.EMPTY))
                .isEqualTo(new Claim.Unreadable(Medium.QR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "TR1:",
                "TR1",
                "tr1:00",
                "TR2:BB8",
                "TR1:A",
                "TR1:BB8",
                "https://example.org/TR1:BB8",
                "'; DROP TABLE tickets; --",
                "\u0000\u0001\u0002",
                "TR1:::::::::",
                "199610202385"
            })
    void whatIsNotATicketIsUnreadable(String text) {
        assertThat(verifier.scanned(text, RegisterContents.EMPTY))
                .isEqualTo(new Claim.Unreadable(Medium.QR));
    }

    @Test
    void aSignedCodeWithAWrongFormIsUnreadable() {
        for (TicketCode wrong :
                List.of(
                        code("KAT", null, 10, 10),
                        code("KAT", null, 11, 10),
                        code("", null, 10, 20),
                        code("K+T", null, 10, 20),
                        code("KAT", "a/b", 10, 20),
                        code("KAT", "r".repeat(33), 10, 20))) {
            assertThat(verifier.scanned(key.sign(wrong).text(), RegisterContents.EMPTY))
                    .isEqualTo(new Claim.Unreadable(Medium.QR));
        }
        byte[] more = Arrays.copyOf(key.sign(code("KAT", null, 10, 20)).signature(), 65);
        assertThat(
                        verifier.scanned(
                                new SignedTicket(code("KAT", null, 10, 20), more).text(),
                                RegisterContents.EMPTY))
                .isEqualTo(new Claim.Unreadable(Medium.QR));
    }

    @Test
    void theLongestTicketIsWithinTheCapAndTheScannersLimit() {
        String longest = "r".repeat(32);
        String text = key.sign(code(longest, longest, 10, 20)).text();
        assertThat(text).hasSizeLessThanOrEqualTo(SignedTicket.MAX_TEXT);
        assertThat(SignedTicket.parse(text)).isPresent();
        assertThat(SignedTicket.parse(text + "0".repeat(300))).isEmpty();
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() ->
                        new TicketIssuer.Order(null, null, /* from= */ UNTIL, /* until= */ FROM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private TicketCode code(String centre, @Nullable String room, long from, long until) {
        return new TicketCode(key.id(), 7, centre, room, from, until);
    }
}
