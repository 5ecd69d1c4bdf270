package se.troskel.controller.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;

/// The file with a secret: the client secret of a log-in, or a mail server's password. Read each
/// time it is needed, so that a new secret needs no restart.
///
/// @param file a systemd credential of the service, or a file that only its owner can use
/// @param isOurs whether we are to look who else can use it; systemd has seen to its own
public record ClientSecret(Path file, boolean isOurs) {
    /// Where systemd puts a service's credentials.
    private static final String SYSTEMD = "CREDENTIALS_DIRECTORY";

    private static final String FOLDER = "credentials";
    private static final int LONGEST = 1024;
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /// The credential with this name of the service, or else `credentials/NAME` in the data folder,
    /// which need not be there yet.
    ///
    /// @param environment of this process
    public static ClientSecret of(String name, Path data, Map<String, String> environment) {
        String given = environment.get(SYSTEMD);
        if (given != null && Files.exists(Path.of(given, name))) {
            return new ClientSecret(Path.of(given, name), false);
        }
        return new ClientSecret(data.resolve(FOLDER).resolve(name), true);
    }

    /// The secret, without the end of its line.
    ///
    /// @throws SignInRefusedException when it cannot be read or others can; the message says what
    ///   to do
    public String read() {
        try {
            if (isOurs && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
                throw unusable("can be used by others; get a new secret, then: chmod 600");
            }
            String secret = Files.readString(file).strip();
            if (secret.isEmpty() || secret.length() > LONGEST) {
                throw unusable("is empty or too long: put the secret there");
            }
            return secret;
        } catch (IOException e) {
            throw new SignInRefusedException(
                    Refusal.OUT_OF_REACH,
                    file + " cannot be read: put the secret there, mode 0600",
                    e);
        }
    }

    private SignInRefusedException unusable(String why) {
        return new SignInRefusedException(Refusal.OUT_OF_REACH, file + " " + why);
    }
}
