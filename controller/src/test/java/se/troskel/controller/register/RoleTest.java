package se.troskel.controller.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.controller.register.StaffAccount.Capability;

/// Goal: who may administer may everything, also what came later, and nobody else does by a role.
/// Method: accounts with every single capability and every role.
class RoleTest {
    @ParameterizedTest
    @EnumSource
    void onlyAdministeringGivesEverything(Capability capability) {
        StaffAccount account = account(Set.of(capability));
        assertThat(account.capabilities())
                .isEqualTo(
                        capability == Capability.ADMINISTER
                                ? EnumSet.allOf(Capability.class)
                                : Set.of(capability));
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheAdministratorAdministers(Role role) {
        assertThat(account(role.capabilities()).may(Capability.ADMINISTER))
                .isEqualTo(role == Role.ADMIN);
    }

    @Test
    void examRoomsAreForThoseWithExams() {
        assertThat(
                        EnumSet.allOf(Role.class).stream()
                                .filter(role ->
                                        account(role.capabilities()).may(Capability.EXAM_ROOMS)))
                .containsExactly(Role.EXAM_COORDINATOR, Role.INVIGILATOR, Role.ADMIN);
    }

    @Test
    void changingCapabilitiesKeepsEverythingElse() {
        StaffAccount before = account(Set.of(Capability.VIEW)).withPerson("p1");
        assertThat(before.withCapabilities(Set.of(Capability.UNLOCK)))
                .isEqualTo(
                        new StaffAccount(
                                "ada",
                                "Ada Provsson",
                                "-",
                                false,
                                Set.of(Capability.UNLOCK),
                                "p1"));
    }

    private static StaffAccount account(Set<Capability> capabilities) {
        return new StaffAccount("ada", "Ada Provsson", "-", false, capabilities);
    }
}
