package se.troskel.controller.desk;

import se.troskel.protocol.AccessSystemException;

/// A list would change something of a candidate who has come; nothing was changed. Staff previews
/// the list again, which says of whom.
final class CandidateArrivedException extends AccessSystemException {
    private static final long serialVersionUID = 1L;

    CandidateArrivedException() {
        super("a candidate of the list has arrived");
    }
}
