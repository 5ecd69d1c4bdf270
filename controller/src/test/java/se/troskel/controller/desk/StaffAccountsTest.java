package se.troskel.controller.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.desk.DeskRig.ADA;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.controller.keys.Argon2Passwords;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.register.Role;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.staff.Done;

/// Goal: what an account may do is changed, and a centre is never left without an administrator who
/// has logged in. Method: accounts in a real register.
class StaffAccountsTest {
    private static final Done LAST = new Done(false, "account.last", null);

    @TempDir Path data;
    private DeskRig rig;
    private StaffAccounts accounts;

    @BeforeEach
    void begin() {
        rig = new DeskRig(data);
        var random = new SecureRandom();
        accounts =
                new StaffAccounts(
                        rig.register,
                        rig.loop,
                        rig.keys.lookup(),
                        new Argon2Passwords(random),
                        random);
        put("ada", false, Role.ADMIN);
        put("vm", false, Role.CARETAKER);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void theOnlyAdministratorStaysOne() {
        assertThat(accounts.allow(ADA, "ada", Role.STAFF.capabilities())).isEqualTo(LAST);
        assertThat(accounts.end(ADA, "ada")).isEqualTo(LAST);
        assertThat(may("ada", Capability.ADMINISTER)).isTrue();
    }

    @Test
    void anAdministratorWhoNeverLoggedInDoesNotCount() {
        put("bo", true, Role.ADMIN);
        assertThat(accounts.allow(ADA, "ada", Set.of())).isEqualTo(LAST);
        assertThat(accounts.end(ADA, "ada")).isEqualTo(LAST);
        put("bo", false, Role.ADMIN);
        assertThat(accounts.allow(ADA, "ada", Set.of()).done()).isTrue();
        assertThat(accounts.allow(ADA, "bo", Set.of())).isEqualTo(LAST);
    }

    @Test
    void whoNeverLoggedInCanLoseTheRightAgain() {
        put("bo", true, Role.ADMIN);
        assertThat(accounts.allow(ADA, "bo", Role.STAFF.capabilities()).done()).isTrue();
        assertThat(may("bo", Capability.ADMINISTER)).isFalse();
    }

    @Test
    void aCaretakerIsGivenExamRoomsAndNothingElse() {
        assertThat(
                        accounts.allow(
                                ADA,
                                "VM",
                                Set.of(Capability.VIEW, Capability.UNLOCK, Capability.EXAM_ROOMS)))
                .isEqualTo(new Done(true, "account.changed", "vm"));
        assertThat(may("vm", Capability.EXAM_ROOMS)).isTrue();
        assertThat(may("vm", Capability.BLOCK_CARDS)).isFalse();
        assertThat(accounts.allow(ADA, "gone", Set.of()))
                .isEqualTo(new Done(false, "account.none", null));
    }

    @Test
    void administeringBringsEverything() {
        accounts.allow(ADA, "vm", Set.of(Capability.ADMINISTER));
        for (Capability capability : Capability.values()) {
            assertThat(may("vm", capability)).as(capability.name()).isTrue();
        }
    }

    private boolean may(String user, Capability capability) {
        return accounts.find(user).orElseThrow().may(capability);
    }

    private void put(String user, boolean mustChange, Role role) {
        rig.register.edit(
                new RegisterEdit.PutStaffAccount(
                        new StaffAccount(
                                user, "Ada Provsson", "-", mustChange, role.capabilities())));
    }
}
