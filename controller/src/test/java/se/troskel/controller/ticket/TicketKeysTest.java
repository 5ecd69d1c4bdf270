package se.troskel.controller.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Goal: keys survive a restart, rotate, and are refused when they are damaged or open to others.
/// Method: real files.
class TicketKeysTest {
    @TempDir Path folder = Path.of("");

    @Test
    void theFirstStartMakesAKeyThatOnlyItsOwnerMayReadAndLaterOnesKeepIt() throws IOException {
        Path keys = folder.resolve("new/tickets");
        int made = TicketKeys.open(keys).newest().id();
        assertThat(TicketKeys.open(keys).newest().id()).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(keys.resolve("ticket-0001.pem")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void rotationMakesANewKeySignAndKeepsTheOldUntilItsFileIsRemoved() throws IOException {
        int old = TicketKeys.open(folder).newest().id();
        TicketKeys rotated = TicketKeys.rotate(folder);
        assertThat(rotated.newest().id()).isNotEqualTo(old);
        assertThat(rotated.byId(old)).isPresent();
        Files.delete(folder.resolve("ticket-0001.pem"));
        assertThat(TicketKeys.open(folder).byId(old)).isEmpty();
        assertThat(TicketKeys.open(folder).newest().id()).isEqualTo(rotated.newest().id());
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws IOException {
        TicketKeys.open(folder);
        Path file = folder.resolve("ticket-0001.pem");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> TicketKeys.open(folder))
                .isInstanceOf(TicketKeyException.class)
                .hasMessageContaining("0600")
                .hasMessageContaining(file.toString());
    }

    @Test
    void aDamagedKeyIsRefusedWithoutItsContent() throws IOException {
        TicketKeys.open(folder);
        Path file = folder.resolve("ticket-0001.pem");
        String pem = Files.readString(file);
        String secret = pem.lines().skip(1).findFirst().orElseThrow();
        for (String damaged :
                new String[] {
                    "",
                    "hello",
                    pem.substring(0, pem.length() / 2),
                    pem.replace(secret, "A".repeat(secret.length())),
                    pem + "x".repeat(5000),
                    pem.replace(secret, otherSecret())
                }) {
            Files.writeString(file, damaged);
            assertThatThrownBy(() -> TicketKeys.open(folder))
                    .isInstanceOf(TicketKeyException.class)
                    .hasMessageContaining("restore it from a backup")
                    .satisfies(e ->
                            assertThat(Objects.requireNonNull(e.getMessage()))
                                    .doesNotContain(secret));
        }
    }

    private String otherSecret() throws IOException {
        Path other = folder.resolve("other");
        TicketKeys.open(other);
        return Files.readString(other.resolve("ticket-0001.pem"))
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
    }
}
