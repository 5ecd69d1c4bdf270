package se.troskel.controller.desk;

import se.troskel.protocol.AccessSystemException;

/// What was typed of a candidate cannot be; nothing was changed. The message is the stable key of
/// the sentence for staff, for example `candidate.seat-taken`.
final class CandidateRefusedException extends AccessSystemException {
    private static final long serialVersionUID = 1L;

    CandidateRefusedException(String key) {
        super(key);
    }
}
