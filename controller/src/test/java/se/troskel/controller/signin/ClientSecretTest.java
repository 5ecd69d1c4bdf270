package se.troskel.controller.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: the client secret is found where it was put, and nowhere that others can read it. Method:
/// real files.
class ClientSecretTest {
    private static final String SYSTEMD = "CREDENTIALS_DIRECTORY";

    private @TempDir Path data;
    private @TempDir Path given;

    private void write(String text, String mode) throws IOException {
        Path folder = Files.createDirectories(data.resolve("credentials"));
        Path file = Files.writeString(folder.resolve("secret"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private ClientSecret secret() {
        return ClientSecret.of("secret", data, Map.of(SYSTEMD, given.toString()));
    }

    @Test
    void isTheServicesOwnCredentialBeforeAFile() throws IOException {
        write("of the file\n", "rw-------");
        assertThat(secret().read()).isEqualTo("of the file");
        assertThat(ClientSecret.of("secret", data, Map.of()).read()).isEqualTo("of the file");
        Files.writeString(given.resolve("secret"), "of systemd");
        assertThat(secret().read()).isEqualTo("of systemd");
    }

    @Test
    void isReadAnewEachTime() throws IOException {
        write("old", "r--------");
        ClientSecret secret = secret();
        assertThat(secret.read()).isEqualTo("old");
        Files.delete(secret.file());
        write("new", "rw-------");
        assertThat(secret.read()).isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void isNotUsedWhenOthersCan(String mode) throws IOException {
        write("hemligt", mode);
        assertThatThrownBy(secret()::read)
                .isInstanceOf(SignInRefusedException.class)
                .hasMessageContaining("chmod 600")
                .hasMessageNotContaining("hemligt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void isNotEmpty(String text) throws IOException {
        write(text, "rw-------");
        assertThatThrownBy(secret()::read)
                .isInstanceOf(SignInRefusedException.class)
                .hasMessageContaining("put the secret there");
    }

    @Test
    void isMissedInWords() {
        assertThatThrownBy(secret()::read)
                .isInstanceOf(SignInRefusedException.class)
                .hasMessageContaining("credentials/secret cannot be read");
    }
}
