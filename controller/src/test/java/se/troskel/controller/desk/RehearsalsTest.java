package se.troskel.controller.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.ExamRulebook;
import se.troskel.config.ExamRulesLoader;
import se.troskel.controller.exam.Snag;
import se.troskel.controller.keys.Keyring;
import se.troskel.controller.page.RehearsalDesk.Evening;
import se.troskel.controller.page.RehearsalDesk.Readiness;
import se.troskel.controller.page.StaffDesk.ImportKind;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterDamage;
import se.troskel.protocol.event.ClockTrust;

/// Goal: the lists as they were imported are rehearsed, for the day that comes next, and a
/// protected identity stays one. Method: the shipped list and the shipped rules at a real register.
class RehearsalsTest {
    private static final Path CENTRE = Path.of("../config/centres/katrineholm");
    private static final Instant EVENING = Instant.parse("2026-11-23T18:00:00Z");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @TempDir Path root;

    private final CentreConfig config = new CentreLoader().require(CENTRE);
    private final ExamRulebook rules = new ExamRulesLoader().load(List.of(CENTRE)).rulebook();
    private Register register;

    @BeforeEach
    void open() throws IOException {
        Keyring keys = Keyring.open(root.resolve("keys"));
        SecureRandom random = new SecureRandom();
        register = Register.open(root.resolve("register"), keys, random);
        Imports imports =
                new Imports(
                        config,
                        rules,
                        register,
                        keys.lookup(),
                        random,
                        () -> EVENING,
                        nobodyYet -> false);
        var list = Files.readAllBytes(Path.of("../docs/examples/sittings.csv"));
        imports.apply(imports.preview(ImportKind.SITTINGS, list).id());
    }

    @AfterEach
    void close() {
        register.close();
    }

    private Rehearsals rehearsals(Instant now) {
        return new Rehearsals(
                new Rehearsals.Parts(
                        config, register, rules, Set::of, () -> ClockTrust.HOLDOVER, () -> now));
    }

    @Test
    void theNextDayIsRehearsedWithTheImportedLists() {
        Evening evening = rehearsals(EVENING).rehearse(null);
        assertThat(evening.rehearsal().day()).isEqualTo(TUESDAY);
        assertThat(evening.days()).containsExactly(TUESDAY);
        assertThat(evening.rehearsal().candidates()).hasSize(6);
        assertThat(evening.rehearsal().snags())
                .extracting(Snag::kind)
                .containsExactly(
                        Snag.Kind.NO_SEAT_NUMBER,
                        Snag.Kind.NUMBER_ON_NO_DOCUMENT,
                        Snag.Kind.FEE_DUE);
    }

    @Test
    void aProtectedIdentityHasAMarkAndNoName() {
        Evening evening = rehearsals(EVENING).rehearse(TUESDAY);
        assertThat(evening.who().values())
                .filteredOn(who -> who.isProtected())
                .singleElement()
                .satisfies(who -> assertThat(who.name()).doesNotContain("Ester").isNotBlank());
        assertThat(evening.who().toString()).doesNotContain("Testsson", "Exempelsson");
    }

    @Test
    void aDayThatHasBegunIsFollowedByTheNext() {
        Instant noon = Instant.parse("2026-11-24T11:00:00Z");
        assertThat(rehearsals(noon).rehearse(null).rehearsal().candidates())
                .as("no later day: today")
                .hasSize(6);
        Instant dayAfter = Instant.parse("2026-11-25T11:00:00Z");
        assertThat(rehearsals(dayAfter).rehearse(null).rehearsal().sittings()).isEmpty();
        assertThat(rehearsals(dayAfter).rehearse(null).days()).isEmpty();
    }

    @Test
    void whatOfTheBuildingIsReadyIsTold() {
        long terminals = rehearsals(EVENING).rehearse(null).ready().terminals();
        assertThat(terminals).isPositive();
        assertThat(rehearsals(EVENING).rehearse(null).ready())
                .isEqualTo(
                        new Readiness(
                                ClockTrust.HOLDOVER, RegisterDamage.NONE, (int) terminals, 0));
    }
}
