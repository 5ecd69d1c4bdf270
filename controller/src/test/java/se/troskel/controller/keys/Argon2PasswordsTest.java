package se.troskel.controller.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import se.troskel.protocol.AccessSystemException;

/// Goal: a secret is recognised and nothing else is. Method: real hashes, a test vector of the
/// reference implementation, and a damaged one.
class Argon2PasswordsTest {
    private final Argon2Passwords passwords = new Argon2Passwords(new SecureRandom());

    @Test
    void recognisesOnlyTheSecretItHashed() {
        var phc = passwords.hash("rätt häst batteri");

        assertThat(phc).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("rätt häst batteri", phc)).isTrue();
        assertThat(passwords.matches("rätt häst batterj", phc)).isFalse();
        assertThat(passwords.matches("", phc)).isFalse();
    }

    @Test
    void agreesWithTheReferenceImplementation() {
        var vector =
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$"
                        + "nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

        assertThat(passwords.matches("password", vector)).isTrue();
        assertThat(passwords.matches("Password", vector)).isFalse();
    }

    @Test
    void saltsEachHash() {
        assertThat(passwords.hash("same secret")).isNotEqualTo(passwords.hash("same secret"));
    }

    @Test
    void neverMatchesForNobody() {
        assertThat(passwords.matchesNobody("anything")).isFalse();
    }

    @Test
    void refusesSecretsThatAreTooLong() {
        var longest = "x".repeat(Argon2Passwords.SECRET_LENGTH_MAX);

        assertThatThrownBy(() -> passwords.hash(longest + "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(passwords.matches(longest + "x", passwords.hash(longest))).isFalse();
    }

    @Test
    void saysThatAStoredHashIsDamaged() {
        assertThatThrownBy(() -> passwords.matches("x", "not a hash"))
                .isInstanceOf(AccessSystemException.class)
                .hasMessageContaining("set a new one")
                .hasMessageNotContaining("not a hash");
    }
}
