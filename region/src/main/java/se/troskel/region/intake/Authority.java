package se.troskel.region.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.AccessSystemException;

/// The certificate authority of the broker.
final class Authority {
    private Authority() {}

    /// Trusts the certificates of a PEM file and nothing else; the JVM's own where it is null.
    ///
    /// @throws AccessSystemException when the file cannot be used
    static TrustManagerFactory trusting(@Nullable Path file) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            if (file != null) {
                add(store, file);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(file == null ? null : store);
            return trust;
        } catch (GeneralSecurityException | IOException e) {
            throw new AccessSystemException(
                    "the broker's certificate authority cannot be used: "
                            + file
                            + "; give a readable PEM file in "
                            + BrokerAccess.AUTHORITY,
                    e);
        }
    }

    private static void add(KeyStore store, Path file)
            throws GeneralSecurityException, IOException {
        try (InputStream pem = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
            if (number == 0) {
                throw new IOException("no certificate in the file");
            }
        }
    }
}
