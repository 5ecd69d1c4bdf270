package se.troskel.controller.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.config.Mail;
import se.troskel.controller.signin.ClientSecret;
import se.troskel.controller.signin.SignInRefusedException;

/// Some mails over one connection, which is made when it is needed. For one thread, which it
/// blocks. What the server answers is not logged where it may hold an address.
public final class MailRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailRun.class);

    /// Smallest code of an answer that refuses; below it there was no answer at all.
    private static final int REFUSING = 400;

    private final MailServer server;
    private final Session session;
    private final SMTPTransport transport;

    MailRun(MailServer server) {
        this.server = server;
        this.session = Session.getInstance(server.properties());
        this.transport = new SMTPTransport(session, null);
    }

    /// Sends a mail and waits for the server's word.
    ///
    /// @param message with its headers (RFC 5322)
    /// @return never `WAITING`
    public MailFate send(String to, byte[] message) {
        MailFate unconnected = connect();
        if (unconnected != null) {
            return unconnected;
        }
        try {
            transport.sendMessage(
                    new MimeMessage(session, new ByteArrayInputStream(message)),
                    new Address[] {new InternetAddress(to, true)});
            return MailFate.SENT;
        } catch (AddressException e) {
            return MailFate.ADDRESS;
        } catch (SMTPSendFailedException e) {
            return e.getReturnCode() < REFUSING ? MailFate.UNSURE : refused(e);
        } catch (SendFailedException e) {
            return refused(e);
        } catch (MessagingException e) {
            return MailFate.UNSURE;
        }
    }

    private static MailFate refused(SendFailedException e) {
        Address[] invalid = e.getInvalidAddresses();
        return invalid != null && invalid.length > 0 ? MailFate.ADDRESS : MailFate.REFUSED;
    }

    /// Null when there is a connection.
    private @Nullable MailFate connect() {
        if (transport.isConnected()) {
            return null;
        }
        Mail how = server.how();
        Mail.LogIn logIn = how.logIn();
        ClientSecret secret = server.secret();
        try {
            transport.connect(
                    how.host(),
                    how.port(),
                    logIn == null ? null : logIn.user(),
                    secret == null ? null : secret.read());
            return null;
        } catch (SignInRefusedException e) {
            LOG.warn("No mail is sent: {}", e.getMessage());
            return MailFate.LOG_IN;
        } catch (AuthenticationFailedException e) {
            LOG.warn("No mail is sent: {} does not take the account", how.host());
            return MailFate.LOG_IN;
        } catch (MessagingException e) {
            LOG.warn("No mail is sent: {} ({})", e.getMessage(), String.valueOf(e.getCause()));
            return isUnsafe(e) ? MailFate.UNTRUSTED : MailFate.UNREACHABLE;
        }
    }

    private boolean isUnsafe(MessagingException e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SSLException) {
                return true;
            }
        }
        return server.how().security() == Mail.Security.STARTTLS
                && e.getCause() == null
                && !transport.supportsExtension("STARTTLS");
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server did not say goodbye", e);
        }
    }
}
