package se.troskel.controller.register;

import java.time.Instant;

/// Why staff changed one candidate by hand.
///
/// @param by the account
public record CandidateChange(Source source, String by, Instant at) {
    /// Whom staff has it from.
    public enum Source {
        PHONED_BY_EXAM_OFFICE,
        MAIL_FROM_EXAM_OFFICE,
        OWN_MISTAKE,
        CANDIDATE_SAYS,
        OTHER
    }
}
