package se.troskel.controller.desk;

import se.troskel.protocol.AccessSystemException;

/// A list cannot be taken back, because a candidate was edited by hand since; nothing was changed.
/// Staff takes that back first, on the page of the candidate.
final class CandidateEditedException extends AccessSystemException {
    private static final long serialVersionUID = 1L;

    CandidateEditedException() {
        super("a candidate was edited by hand since the list was imported");
    }
}
