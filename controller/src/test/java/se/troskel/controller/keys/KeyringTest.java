package se.troskel.controller.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Signature;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: keys are made once, readable by their owner only, and never made anew behind anybody's
/// back. Method: real files with real permissions.
class KeyringTest {
    @TempDir Path root;

    @Test
    void keysAreMadeOnceForTheirOwnerAlone() throws Exception {
        Path dir = root.resolve("keys");
        Keyring made = Keyring.open(dir);
        assertThat(mode(dir)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(dir)) {
            for (Path file : files.toList()) {
                assertThat(mode(file)).isEqualTo("rw-------");
            }
        }
        Keyring read = Keyring.open(dir);
        assertThat(read.register()).isEqualTo(made.register());
        assertThat(read.registerLog()).isEqualTo(made.registerLog());
        assertThat(read.localBodies()).isEqualTo(made.localBodies());
        assertThat(read.lookup().shortCode("A")).isEqualTo(made.lookup().shortCode("A"));
        assertThat(made.register()).isNotEqualTo(made.registerLog());
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(made.record().getPrivate());
        signature.update((byte) 1);
        byte[] signed = signature.sign();
        signature.initVerify(read.record().getPublic());
        signature.update((byte) 1);
        assertThat(signature.verify(signed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx--x---"})
    void aKeyThatOthersCanUseIsRefused(String mode) throws IOException {
        Path dir = root.resolve("keys");
        Keyring.open(dir);
        Path key = dir.resolve("look-up.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(mode));
        assertThatThrownBy(() -> Keyring.open(dir))
                .isInstanceOf(KeysUnusableException.class)
                .hasMessageContaining("look-up.key")
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aMissingKeyIsNotMadeAnew() throws IOException {
        Path dir = root.resolve("keys");
        Keyring.open(dir);
        Files.delete(dir.resolve("register.key"));
        assertThatThrownBy(() -> Keyring.open(dir))
                .isInstanceOf(KeysUnusableException.class)
                .hasMessageContaining("register.key is missing");
        assertThat(dir.resolve("register.key")).doesNotExist();
    }

    @Test
    void aShortenedKeyIsRefused() throws IOException {
        Path dir = root.resolve("keys");
        Keyring.open(dir);
        Files.write(dir.resolve("register.key"), new byte[31]);
        assertThatThrownBy(() -> Keyring.open(dir)).hasMessageContaining("31 bytes");
    }

    @Test
    void sealedBytesOpenOnlyInTheirPlace() {
        Aead aead = new Aead(Keyring.open(root.resolve("keys")).register());
        byte[] text = "text".getBytes(StandardCharsets.UTF_8);
        byte[] sealed = aead.seal(text, new byte[] {1});
        assertThat(aead.open(sealed, new byte[] {1})).isEqualTo(text);
        assertThatThrownBy(() -> aead.open(sealed, new byte[] {2}))
                .isInstanceOf(Aead.WrongKeyException.class);
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> aead.open(sealed, new byte[] {1}))
                .isInstanceOf(Aead.WrongKeyException.class);
        assertThatThrownBy(() -> aead.open(new byte[3], new byte[] {1}))
                .isInstanceOf(Aead.WrongKeyException.class);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
