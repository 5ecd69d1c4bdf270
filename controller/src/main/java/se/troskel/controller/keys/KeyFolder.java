package se.troskel.controller.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// The folder of key files: only their owner may read or write them.
record KeyFolder(Path dir) {
    static final int ANY_LENGTH = -1;

    /// Its presence says that every key was made and is on the disk.
    private static final String MARK = "made";

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.complementOf(
                    EnumSet.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE));

    boolean isComplete() {
        return Files.exists(dir.resolve(MARK));
    }

    void complete() throws IOException {
        write(MARK, new byte[0]);
    }

    byte[] read(String name, int length) throws IOException {
        Path file = dir.resolve(name);
        Set<PosixFilePermission> permissions;
        try {
            permissions = Files.getPosixFilePermissions(file);
        } catch (NoSuchFileException e) {
            throw new KeysUnusableException(
                    file
                            + " is missing; restore it from the backup. It is not made anew, because"
                            + " what it locks would be lost",
                    e);
        }
        if (permissions.stream().anyMatch(OTHERS::contains)) {
            throw new KeysUnusableException(
                    file
                            + " can be used by others than its owner ("
                            + PosixFilePermissions.toString(permissions)
                            + "); find out who read it, then: chmod 600 "
                            + file);
        }
        byte[] key = Files.readAllBytes(file);
        if (length != ANY_LENGTH && key.length != length) {
            throw new KeysUnusableException(
                    file
                            + " has "
                            + key.length
                            + " bytes, not "
                            + length
                            + "; restore it from the backup");
        }
        return key;
    }

    /// On the disk, with mode 0600, when this returns.
    void write(String name, byte[] bytes) throws IOException {
        Path unfinished = dir.resolve(name + ".tmp");
        Files.deleteIfExists(unfinished);
        try (FileChannel channel =
                FileChannel.open(
                        unfinished,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(OWNER))) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(true);
        }
        Files.move(unfinished, dir.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(dir, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
