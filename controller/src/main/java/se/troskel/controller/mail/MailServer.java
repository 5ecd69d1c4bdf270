package se.troskel.controller.mail;

import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Mail;
import se.troskel.controller.signin.ClientSecret;

/// The configured mail server. Its certificate must be for its name and from an authority that the
/// Java runtime trusts; without encryption nothing is sent unless the configuration says so, which
/// it can for this machine only. Thread-safe.
///
/// @param secret of the account; null where there is none
/// @param encryption makes the encrypted connections, and knows whom to trust
/// @param patience how long to wait for a connection, and for each answer
public record MailServer(
        Mail how, @Nullable ClientSecret secret, SSLSocketFactory encryption, Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// A server that proves itself to this Java runtime.
    public static MailServer of(Mail how, @Nullable ClientSecret secret) {
        return new MailServer(
                how, secret, (SSLSocketFactory) SSLSocketFactory.getDefault(), PATIENCE);
    }

    /// A connection to send some mails with; nothing is connected yet.
    public MailRun run() {
        return new MailRun(this);
    }

    Properties properties() {
        var properties = new Properties();
        String wait = String.valueOf(patience.toMillis());
        properties.put("mail.smtp.connectiontimeout", wait);
        properties.put("mail.smtp.timeout", wait);
        properties.put("mail.smtp.writetimeout", wait);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.from", how.from());
        properties.put("mail.smtp.auth", String.valueOf(how.logIn() != null));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", encryption);
        properties.put("mail.smtp.ssl.socketFactory.fallback", "false");
        switch (how.security()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
        return properties;
    }
}
