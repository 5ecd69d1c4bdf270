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
import java.util.random.RandomGenerator;

/// The secret that the centre's terminals show to the controller. Made at the first start, mode
/// 0600.
public final class BearerToken {
    private static final String SCHEME = "Bearer ";

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

    /// Whether an `Authorization` header carries this token; takes the same time whether it does or
    /// not.
    boolean isPresentedIn(String authorization) {
        return MessageDigest.isEqual(header, authorization.getBytes(StandardCharsets.UTF_8));
    }
}
