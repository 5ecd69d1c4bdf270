package se.troskel.controller.ticket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The keys that sign and verify this centre's tickets. The newest signs; older ones verify until
/// their file is removed. Immutable; any thread.
///
/// On disk one file `ticket-NNNN.pem` for each, mode 0600, holding a private and a public key in
/// PEM; the highest number is the newest. Rotation makes the next number.
public final class TicketKeys {
    private static final Pattern FILE = Pattern.compile("ticket-(\\d{4})\\.pem");
    private static final int MAX_FILE_BYTES = 4096;
    private static final Base64.Encoder LINES =
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private final List<TicketKey> newestFirst;

    TicketKeys(List<TicketKey> newestFirst) {
        this.newestFirst = List.copyOf(newestFirst);
    }

    /// Reads the keys in a folder, and makes folder and first key when there is none. Blocks on the
    /// disk.
    ///
    /// @throws TicketKeyException when a file cannot be read, is no key, or others may read it; the
    ///   caller says so and runs without tickets
    public static TicketKeys open(Path folder) {
        List<Path> files = files(folder);
        if (files.isEmpty()) {
            return rotate(folder);
        }
        return new TicketKeys(files.stream().map(TicketKeys::read).toList());
    }

    /// Makes a new key, which signs from now on. Blocks on the disk.
    ///
    /// @throws TicketKeyException when it cannot be written; the keys are then as before
    public static TicketKeys rotate(Path folder) {
        List<Path> files = files(folder);
        int next = files.isEmpty() ? 1 : number(files.getFirst()) + 1;
        write(folder.resolve("ticket-%04d.pem".formatted(next)), TicketKey.generate());
        return new TicketKeys(files(folder).stream().map(TicketKeys::read).toList());
    }

    /// The public halves, the newest first.
    public List<PublicKey> publicKeys() {
        return newestFirst.stream().map(TicketKey::open).toList();
    }

    TicketKey newest() {
        return newestFirst.getFirst();
    }

    Optional<TicketKey> byId(int id) {
        return newestFirst.stream().filter(key -> key.id() == id).findFirst();
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> FILE.matcher(name(file)).matches())
                    .sorted(Comparator.comparingInt(TicketKeys::number).reversed())
                    .toList();
        } catch (IOException e) {
            throw new TicketKeyException("cannot list the ticket keys in " + folder, e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static int number(Path file) {
        Matcher matcher = FILE.matcher(name(file));
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static TicketKey read(Path file) {
        try {
            refuseIfOthersMayRead(file);
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw notAKey(file, null);
            }
            String pem = Files.readString(file, StandardCharsets.US_ASCII);
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            KeyPair pair =
                    new KeyPair(
                            factory.generatePublic(
                                    new X509EncodedKeySpec(block(pem, "PUBLIC KEY"))),
                            factory.generatePrivate(
                                    new PKCS8EncodedKeySpec(block(pem, "PRIVATE KEY"))));
            return matching(TicketKey.of(pair), file);
        } catch (IOException e) {
            throw new TicketKeyException("cannot read the ticket key " + file, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw notAKey(file, e);
        }
    }

    private static TicketKey matching(TicketKey key, Path file) {
        TicketCode probe = new TicketCode(key.id(), 0, "A", null, 0, 1);
        if (!key.sign(probe).isSignedBy(key.open())) {
            throw notAKey(file, null);
        }
        return key;
    }

    private static TicketKeyException notAKey(Path file, @Nullable Exception cause) {
        String message =
                file
                        + " is not an Ed25519 key pair in PEM: restore it from a backup, or remove"
                        + " it and issue its tickets anew";
        return cause == null
                ? new TicketKeyException(message)
                : new TicketKeyException(message, cause);
    }

    private static void refuseIfOthersMayRead(Path file) throws IOException {
        Set<PosixFilePermission> owner =
                EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        List<PosixFilePermission> more = new ArrayList<>(Files.getPosixFilePermissions(file));
        more.removeAll(owner);
        if (!more.isEmpty()) {
            throw new TicketKeyException(
                    "others may use the ticket key " + file + ": set its mode to 0600");
        }
    }

    private static byte[] block(String pem, String label) {
        String begin = "-----BEGIN " + label + "-----";
        String end = "-----END " + label + "-----";
        int from = pem.indexOf(begin);
        int until = pem.indexOf(end);
        if (from < 0 || until < from) {
            throw new IllegalArgumentException("no " + label);
        }
        return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), until));
    }

    private static void write(Path file, TicketKey key) {
        String pem =
                pem("PRIVATE KEY", key.secret().getEncoded())
                        + pem("PUBLIC KEY", key.open().getEncoded());
        Path part = file.resolveSibling(name(file) + ".part");
        try {
            Files.createDirectories(
                    file.toAbsolutePath().getParent(),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            Files.deleteIfExists(part);
            Files.createFile(
                    part,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(part, pem, StandardCharsets.US_ASCII, StandardOpenOption.DSYNC);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new TicketKeyException(
                    "cannot write the ticket key " + file + ": check the folder and the disk", e);
        }
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(label, LINES.encodeToString(der));
    }
}
