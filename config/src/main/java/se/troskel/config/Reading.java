package se.troskel.config;

import java.util.List;

/// What came of reading a centre's configuration.
public sealed interface Reading {
    /// Everything found, in the order of the file.
    List<Problem> problems();

    /// The configuration can be used.
    ///
    /// @param problems warnings only, often none
    record Usable(CentreConfig config, List<Problem> problems) implements Reading {
        public Usable {
            problems = List.copyOf(problems);
        }
    }

    /// The configuration cannot be used.
    ///
    /// @param problems at least one error, and the warnings
    record Refused(List<Problem> problems) implements Reading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
