package se.troskel.protocol.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever runs a program reads what to look at, however deep the cause lies. Failures as the JDK's
/// TLS and sockets throw them, wrapped.
class BrokerFailureTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new CertPathValidatorException("x"), "compare THE_CA with"),
                Arguments.of(new CertificateException("x"), "is for another host"),
                Arguments.of(new SSLHandshakeException("x"), "TLS cannot be agreed on"),
                Arguments.of(new ConnectException("x"), "nobody answers there"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theCauseBehindSaysWhatToLookAt(Exception cause, String said) {
        Exception wrapped = new IOException("outer", new RuntimeException(cause));
        assertThat(BrokerFailure.sentence(wrapped, "THE_CA"))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(said));
    }

    @Test
    void whatIsNeitherNetworkNorTlsIsLeftToTheCaller() {
        assertThat(BrokerFailure.sentence(new IOException("x"), "THE_CA")).isEmpty();
    }

    @Test
    void aRefusedLogInNamesItsSettings() {
        assertThat(BrokerFailure.refused("user and password"))
                .isEqualTo(
                        "it refuses the log-in; compare user and password with the broker's"
                                + " accounts");
    }
}
