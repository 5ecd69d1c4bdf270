package se.troskel.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A wall clock that runs beside the real one, as far from it as a file says: so every program of a
/// demo has the same time, also after it was killed and started again. Thread-safe.
public final class SteeredClock implements InstantSource {
    private final InstantSource real;
    private final Path file;
    private volatile Duration offset;

    /// @param file holds the distance to the real clock as an ISO 8601 duration; none means no
    ///   distance
    public SteeredClock(InstantSource real, Path file) {
        this.real = real;
        this.file = file;
        this.offset = Duration.ZERO;
        reload();
    }

    /// Jumps to `at`, for every program that reads this file.
    public void set(Instant at) {
        try {
            Files.writeString(file, Duration.between(real.instant(), at).toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot set the demo's clock in " + file, e);
        }
        reload();
    }

    /// Reads the file again.
    public void reload() {
        try {
            offset =
                    Files.exists(file)
                            ? Duration.parse(Files.readString(file).strip())
                            : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the demo's clock from " + file, e);
        }
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset);
    }
}
