package se.troskel.simulation.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The one-time password that a controller prints at its first start.
final class OneTimePassword {
    private static final Pattern LINE =
            Pattern.compile("First log-in: user (?<user>\\S+), password (?<password>\\S+)");

    private OneTimePassword() {}

    /// Reads it as the person does who installed the controller.
    ///
    /// @throws IllegalStateException when it was not printed
    static StaffClient.Login find(Path logs) {
        Path file = logs.resolve("controller.log");
        try {
            Matcher line = LINE.matcher(Files.readString(file));
            if (!line.find()) {
                throw new IllegalStateException("no one-time password in " + file);
            }
            return new StaffClient.Login(line.group("user"), line.group("password"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
