package se.troskel.controller.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.config.Mail.Security;
import se.troskel.controller.signin.ClientSecret;

/// Goal: mail goes over an encrypted way to the server that was meant, or not at all, and each way
/// to fail is told apart. Method: real mail servers in the process with certificates made here.
class MailRunTest {
    private static final byte[] MESSAGE =
            "Subject: Tentamen\r\nFrom: a@example.org\r\n\r\n.\r\nHej\r\n".getBytes(US_ASCII);

    @TempDir static Path folder;
    private static TestCertificates ours;
    private static TestCertificates another;

    @BeforeAll
    static void make() throws Exception {
        ours = TestCertificates.make(folder, "dns:localhost");
        another = TestCertificates.make(folder, "dns:mail.example.org");
    }

    @Test
    void severalGoOverOneConnectionThatWasEncryptedFirst() {
        try (var server = TestMailServer.startTls(ours.server());
                var run = server.known(Security.STARTTLS, ours.client()).run()) {
            assertThat(run.send("alva@example.org", MESSAGE)).isEqualTo(MailFate.SENT);
            assertThat(run.send("elis@example.org", MESSAGE)).isEqualTo(MailFate.SENT);
            assertThat(server.taken)
                    .hasSize(2)
                    .allSatisfy(
                            mail -> assertThat(mail).contains("Subject: Tentamen", "\n.\r\nHej"));
        }
    }

    @Test
    void orEncryptedFromTheFirstByte() {
        try (var server = TestMailServer.tls(ours.server())) {
            assertThat(once(server.known(Security.TLS, ours.client()))).isEqualTo(MailFate.SENT);
            assertThat(server.taken).hasSize(1);
        }
    }

    @Test
    void nothingIsSentToAServerThatCannotProveWhoItIs() throws Exception {
        SSLContext everybodys = SSLContext.getDefault();
        try (var forAnotherName = TestMailServer.startTls(another.server());
                var forAnotherNameAtOnce = TestMailServer.tls(another.server());
                var unknown = TestMailServer.startTls(ours.server())) {
            assertThat(once(forAnotherName.known(Security.STARTTLS, another.client())))
                    .isEqualTo(MailFate.UNTRUSTED);
            assertThat(once(forAnotherNameAtOnce.known(Security.TLS, another.client())))
                    .isEqualTo(MailFate.UNTRUSTED);
            assertThat(once(unknown.known(Security.STARTTLS, everybodys)))
                    .isEqualTo(MailFate.UNTRUSTED);
            assertThat(forAnotherName.taken).isEmpty();
            assertThat(forAnotherNameAtOnce.taken).isEmpty();
            assertThat(unknown.taken).isEmpty();
        }
    }

    @Test
    void nothingIsSentWithoutEncryptionUnlessThatIsConfigured() {
        try (var server = TestMailServer.unencrypted()) {
            assertThat(once(server.known(Security.STARTTLS, ours.client())))
                    .isEqualTo(MailFate.UNTRUSTED);
            assertThat(once(server.known(Security.TLS, ours.client())))
                    .isEqualTo(MailFate.UNTRUSTED);
            assertThat(server.taken).isEmpty();
            assertThat(once(server.known(Security.NONE, ours.client()))).isEqualTo(MailFate.SENT);
        }
    }

    @Test
    void anAddressThatIsNotTakenHoldsUpNobodyElse() {
        try (var server = TestMailServer.startTls(ours.server());
                var run = server.known(Security.STARTTLS, ours.client()).run()) {
            assertThat(run.send("gone@example.org", MESSAGE)).isEqualTo(MailFate.ADDRESS);
            assertThat(run.send("full@example.org", MESSAGE)).isEqualTo(MailFate.REFUSED);
            assertThat(run.send("a@example.org>\r\nRCPT TO:<b@example.org", MESSAGE))
                    .isEqualTo(MailFate.ADDRESS);
            assertThat(run.send("alva@example.org", MESSAGE)).isEqualTo(MailFate.SENT);
            assertThat(server.taken).hasSize(1);
        }
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUp() {
        MailServer down;
        try (var server = TestMailServer.startTls(ours.server())) {
            down = server.known(Security.STARTTLS, ours.client());
            server.thinkForEver();
            assertThat(once(down)).isEqualTo(MailFate.UNSURE);
        }
        assertThat(once(down)).isEqualTo(MailFate.UNREACHABLE);
    }

    @Test
    void thePasswordOfTheFileIsForTheEncryptedServerOnly() throws Exception {
        Path file = Files.createDirectories(folder.resolve("credentials")).resolve("mail-secret");
        ClientSecret secret = ClientSecret.of("mail-secret", folder, Map.of());
        try (var server = TestMailServer.withAccounts(ours.server())) {
            MailServer known = server.known(Security.STARTTLS, ours.client(), secret);
            assertThat(once(known)).isEqualTo(MailFate.LOG_IN);
            Files.writeString(file, "hemligt\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            assertThat(once(known)).isEqualTo(MailFate.SENT);
            Files.writeString(file, "fel\n");
            assertThat(once(known)).isEqualTo(MailFate.LOG_IN);
        }
    }

    private static MailFate once(MailServer server) {
        try (var run = server.run()) {
            return run.send("alva@example.org", MESSAGE);
        }
    }
}
