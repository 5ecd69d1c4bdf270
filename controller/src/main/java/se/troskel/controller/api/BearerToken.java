package se.troskel.controller.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The secret that somebody shows to the controller: the centre's terminals one that was made at
/// the first start, mode 0600, other systems one that an administrator made.
public final class BearerToken {
    private static final Logger LOG = LoggerFactory.getLogger(BearerToken.class);
    private static final String SCHEME = "Bearer ";
    private static final int SHORTEST = 32;

    private final byte[] header;

    private BearerToken(String token) {
        this.header = (SCHEME + token).getBytes(StandardCharsets.UTF_8);
    }

    /// Reads the token, or makes one of 256 random bits.
    ///
    /// @throws UncheckedIOException when the file cannot be read or made; the controller then does
    ///   not start
    public static BearerToken open(Path file, RandomGenerator random) {
        try {
            if (!Files.exists(file)) {
                byte[] secret = new byte[32];
                random.nextBytes(secret);
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(secret), StandardOpenOption.SYNC);
            }
            return new BearerToken(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or make the terminals' token " + file, e);
        }
    }

    /// Reads a token that an administrator put there; empty when there is none, or it is too short
    /// to be a secret, which is said in the log.
    ///
    /// @throws UncheckedIOException when the file cannot be read; the controller then does not
    ///   start
    public static Optional<BearerToken> given(Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String token = Files.readString(file).strip();
            if (!token.matches("[!-~]{" + SHORTEST + ",}")) {
                LOG.error(
                        "{} holds no token of {} characters or more in one word; what it is for stays"
                                + " off. Make one: openssl rand -hex 32",
                        file,
                        SHORTEST);
                return Optional.empty();
            }
            return Optional.of(new BearerToken(token));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the token " + file, e);
        }
    }

    /// Whether an `Authorization` header carries this token; takes the same time whether it does or
    /// not.
    boolean isPresentedIn(String authorization) {
        return MessageDigest.isEqual(header, authorization.getBytes(StandardCharsets.UTF_8));
    }
}
