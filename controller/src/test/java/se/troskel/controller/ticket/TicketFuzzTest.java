package se.troskel.controller.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import se.troskel.config.Trust;
import se.troskel.controller.access.Claim;
import se.troskel.controller.register.RegisterContents;
import se.troskel.protocol.decision.ShortCode;

/// Goal: nothing that a scanner or a person can send breaks the parsers or becomes a ticket of this
/// centre. Method: fuzzing; in a normal run the seeds only.
class TicketFuzzTest {
    private static final TicketVerifier VERIFIER =
            new TicketVerifier(
                    new TicketKeys(List.of(TicketKey.generate())),
                    "KAT",
                    Trust.NONE,
                    InstantSource.system());

    @FuzzTest
    void noTextIsATicketUnlessItWasSigned(byte[] scanned) {
        String text = new String(scanned, StandardCharsets.UTF_8);
        Claim claim = VERIFIER.scanned(text, RegisterContents.EMPTY);
        assertThat(claim).isNotInstanceOf(Claim.Ticket.class);
        SignedTicket.parse(text).ifPresent(code -> assertThat(code.text()).isEqualTo(text));
    }

    @FuzzTest
    void noTypingBreaksTheShortCode(byte[] typed) {
        String text = new String(typed, StandardCharsets.UTF_8);
        ShortCode.parse(text).ifPresent(code -> assertThat(ShortCode.parse(code)).hasValue(code));
    }
}
