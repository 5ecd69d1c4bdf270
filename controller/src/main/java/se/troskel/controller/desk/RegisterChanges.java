package se.troskel.controller.desk;

import se.troskel.protocol.event.RegisterEditKind;

/// What an edit of the register changed, for its record in the journal.
record RegisterChanges(RegisterEditKind kind, int people, int credentials) {}
