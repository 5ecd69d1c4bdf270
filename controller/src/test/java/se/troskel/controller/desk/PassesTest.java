package se.troskel.controller.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.desk.DeskRig.ADA;
import static se.troskel.controller.desk.DeskRig.MORNING;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.config.Retention;
import se.troskel.config.Trust;
import se.troskel.controller.access.Claim;
import se.troskel.controller.api.PresentedClaims;
import se.troskel.controller.journal.RetentionJob;
import se.troskel.controller.keys.Argon2Passwords;
import se.troskel.controller.keys.BreakGlassFile;
import se.troskel.controller.keys.EasyPins;
import se.troskel.controller.page.PassDesk.Order;
import se.troskel.controller.page.PassDesk.Place;
import se.troskel.controller.page.PassDesk.Printed;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.DayPass;
import se.troskel.controller.staff.Done;
import se.troskel.controller.ticket.TicketKeys;
import se.troskel.controller.ticket.TicketVerifier;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.RegisterEditKind;
import se.troskel.protocol.event.StaffAction;

/// Goal: a day pass is recorded before it works, keeps nothing readable but the name, is found by
/// what is printed, ends at once, and is forgotten in time. Method: a desk over a real register and
/// loop.
class PassesTest {
    private static final Order ORDER =
            new Order(
                    "Doris Prov",
                    Set.of("exam-1"),
                    Set.of("entrance"),
                    MORNING,
                    MORNING.plus(Duration.ofHours(4)));

    @TempDir Path data;
    private final SecureRandom random = new SecureRandom();
    private final Argon2Passwords passwords = new Argon2Passwords(random);
    private DeskRig rig;
    private Passes passes;

    @BeforeEach
    void begin() {
        rig = new DeskRig(data);
        passes =
                new Passes(
                        new Passes.Parts(
                                rig.config,
                                rig.register,
                                rig.loop,
                                rig.keys.lookup(),
                                passwords,
                                random,
                                rig.now::get));
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void placesAreRoomsWithDoorsAndDoorsToNoRoom() {
        assertThat(passes.places())
                .contains(
                        new Place("exam-1", "Tentasal 1", true),
                        new Place("entrance", "Entrén", false));
    }

    @Test
    void codeAndPinAreKeptAsHashesOnlyAndTheNameInTheRegisterOnly() {
        Printed made = passes.make(ADA, ORDER).orElseThrow();

        assertThat(made.pin()).matches("[0-9]{6}");
        assertThat(EasyPins.isTooEasy(made.pin(), null)).isFalse();
        assertThat(made.pass().places()).containsExactly("Entrén", "Tentasal 1");
        DayPass pass = pass();
        Credential credential = credential();
        assertThat(credential.pinHash()).startsWith("$argon2id$");
        assertThat(passwords.matches(made.pin(), Objects.requireNonNull(credential.pinHash())))
                .isTrue();
        assertThat(pass.rooms()).containsExactly("exam-1");
        assertThat(pass.doors()).containsExactly("entrance");
        assertThat(rig.bodies())
                .containsSubsequence(
                        new EventBody.StaffActed(StaffAction.PASS_MADE, null, null, null),
                        new EventBody.RegisterEdited(RegisterEditKind.DAY_PASS, 1, 1));
        assertThat(rig.journal.toString() + made + ORDER + pass + credential)
                .doesNotContain("Doris", made.pin(), made.shortCode());
    }

    @Test
    void isFoundByWhatIsPrinted() {
        Printed made = passes.make(ADA, ORDER).orElseThrow();
        var claims =
                new PresentedClaims(
                        rig.keys.lookup(),
                        BreakGlassFile.open(data),
                        new TicketVerifier(
                                TicketKeys.open(data.resolve("tickets")),
                                "KAT",
                                Trust.NONE,
                                rig.now::get),
                        rig.register::contents,
                        () -> LocalDate.ofInstant(rig.now.get(), ZoneOffset.UTC));
        assertThat(claims.claim(Medium.SHORT_CODE, made.shortCode()))
                .isEqualTo(new Claim.Pass(Medium.SHORT_CODE, pass().lookup()));
        assertThat(claims.claim(Medium.QR, "TP1:0123456789ABCDEF0123456789ABCDEF01234567"))
                .isInstanceOf(Claim.Pass.class)
                .isNotEqualTo(new Claim.Pass(Medium.QR, pass().lookup()));
    }

    @Test
    void whatCannotBeRecordedIsNotMade() {
        rig.refusing = true;
        assertThat(passes.make(ADA, ORDER)).isEmpty();
        assertThat(rig.register.contents().passes()).isEmpty();
        assertThat(rig.register.contents().people()).isEmpty();
    }

    @Test
    void isEndedInJournalAndRegister() {
        Printed made = passes.make(ADA, ORDER).orElseThrow();
        assertThat(passes.end(ADA, made.pass().id())).isEqualTo(new Done(true, "pass.ended", null));
        assertThat(credential().blocked()).isTrue();
        assertThat(rig.blockedInJournal()).containsExactly(pass().lookup());
        assertThat(rig.bodies())
                .contains(new EventBody.StaffActed(StaffAction.PASS_ENDED, null, null, null));
        assertThat(passes.passes()).singleElement().matches(one -> one.ended());
        assertThat(passes.end(ADA, "gone")).isEqualTo(new Done(false, "pass.gone", null));
    }

    @Test
    void isNoLongerShownWhenItIsOver() {
        passes.make(ADA, ORDER);
        rig.now.set(ORDER.until());
        assertThat(passes.passes()).isEmpty();
    }

    @Test
    void itsHolderIsForgottenInTimeAndNotEarlierOrWithoutADecisionOrAClock() {
        passes.make(ADA, ORDER);
        Instant kept = ORDER.until().plus(Duration.ofDays(30));
        forget(kept, "KS 1");
        forget(kept.plusSeconds(1), null);
        rig.clock.set(ClockTrust.UNTRUSTED);
        forget(kept.plusSeconds(1), "KS 1");
        assertThat(rig.register.contents().passes()).hasSize(1);

        rig.clock.set(ClockTrust.SYNCED);
        forget(kept.plusSeconds(1), "KS 1");
        assertThat(rig.register.contents().passes()).isEmpty();
        assertThat(rig.register.contents().people()).isEmpty();
        assertThat(rig.register.contents().credentials()).isEmpty();
    }

    private void forget(Instant at, @Nullable String decision) {
        new PassRetention(
                        rig.register,
                        new Retention(30, 90, 365, 400, decision),
                        new RetentionJob.Time(() -> at, System::nanoTime, rig.clock::get))
                .run();
    }

    private DayPass pass() {
        return List.copyOf(rig.register.contents().passes().values()).getFirst();
    }

    private Credential credential() {
        return List.copyOf(rig.register.contents().credentials().values()).getFirst();
    }
}
