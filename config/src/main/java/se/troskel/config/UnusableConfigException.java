package se.troskel.config;

import java.util.List;
import java.util.stream.Collectors;
import se.troskel.protocol.AccessSystemException;

/// Thrown when a program needs a configuration that cannot be used. The message holds every
/// problem, one a line; the program prints it and ends.
public final class UnusableConfigException extends AccessSystemException {
    private static final long serialVersionUID = 1L;

    UnusableConfigException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
}
