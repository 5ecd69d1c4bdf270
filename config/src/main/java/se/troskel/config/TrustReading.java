package se.troskel.config;

import java.util.List;

/// What came of reading the trust files of a configuration.
///
/// @param trust what stands in the files without errors; the others count for nothing
/// @param problems everything found, file by file
public record TrustReading(Trust trust, List<Problem> problems) {
    public TrustReading {
        problems = List.copyOf(problems);
    }
}
