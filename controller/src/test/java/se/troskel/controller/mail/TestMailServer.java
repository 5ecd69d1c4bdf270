package se.troskel.controller.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import se.troskel.config.Mail;
import se.troskel.controller.signin.ClientSecret;

/// A real mail server on a free port of this machine. It keeps what it takes, knows the account
/// `kat` with the password `hemligt`, takes nothing for `gone@` and too much for `full@`, and can
/// be told to think for ever.
public final class TestMailServer implements AutoCloseable {
    /// What arrived, with its headers.
    public final List<String> taken = new CopyOnWriteArrayList<>();

    private final SMTPServer server;
    private final CountDownLatch thinking = new CountDownLatch(1);
    private volatile boolean slow;

    private TestMailServer(UnaryOperator<SMTPServer.Builder> how) {
        server =
                how.apply(
                                SMTPServer.port(0)
                                        .bindAddress(InetAddress.getLoopbackAddress())
                                        .messageHandlerFactory(this::handler))
                        .build();
        server.start();
    }

    /// Encrypted after the greeting, and not used without.
    public static TestMailServer startTls(SSLContext certificate) {
        return new TestMailServer(
                how -> how.enableTLS().requireTLS().startTlsSocketFactory(certificate));
    }

    /// The same for those who log in only.
    static TestMailServer withAccounts(SSLContext certificate) {
        return new TestMailServer(how ->
                how.enableTLS()
                        .requireTLS()
                        .startTlsSocketFactory(certificate)
                        .requireAuth()
                        .authenticationHandlerFactory(
                                new EasyAuthenticationHandlerFactory((user, password, context) -> {
                                    if (!user.equals("kat") || !password.equals("hemligt")) {
                                        throw new LoginFailedException();
                                    }
                                })));
    }

    /// Encrypted from the first byte.
    static TestMailServer tls(SSLContext certificate) {
        return new TestMailServer(how -> how.serverSocketFactory(certificate));
    }

    static TestMailServer unencrypted() {
        return new TestMailServer(UnaryOperator.identity());
    }

    /// What a controller has that is to use it.
    public MailServer known(Mail.Security security, SSLContext trust) {
        return known(security, trust, null);
    }

    MailServer known(Mail.Security security, SSLContext trust, @Nullable ClientSecret secret) {
        return new MailServer(
                new Mail(
                        "localhost",
                        server.getPortAllocated(),
                        security,
                        "tentamen@example.org",
                        secret == null ? null : new Mail.LogIn("kat", "mail-secret")),
                secret,
                trust.getSocketFactory(),
                Duration.ofSeconds(6));
    }

    /// From now on no mail is answered.
    public void thinkForEver() {
        slow = true;
    }

    private MessageHandler handler(MessageContext context) {
        return new MessageHandler() {
            @Override
            public void from(String address) {}

            @Override
            public void recipient(String address) throws RejectException {
                if (address.startsWith("gone@")) {
                    throw new RejectException(550, "no such mailbox");
                }
                if (address.startsWith("full@")) {
                    throw new RejectException(452, "too much mail");
                }
            }

            @Override
            public @Nullable String data(InputStream message) throws IOException {
                if (slow) {
                    try {
                        thinking.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                taken.add(new String(message.readAllBytes(), StandardCharsets.UTF_8));
                return null;
            }

            @Override
            public void done() {}
        };
    }

    @Override
    public void close() {
        thinking.countDown();
        server.stop();
    }
}
