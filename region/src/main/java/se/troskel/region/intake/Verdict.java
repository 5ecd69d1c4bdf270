package se.troskel.region.intake;

import java.util.List;
import se.troskel.protocol.event.EventMessage;

/// What became of a record that arrived.
sealed interface Verdict {
    /// It continues the history; with it come those that had waited for it.
    record Continues(List<EventMessage> records) implements Verdict {}

    /// It is stored already.
    record Duplicate() implements Verdict {}

    /// Records before it are missing; it waits, or is forgotten when too many wait.
    record Ahead() implements Verdict {}

    /// It does not fit what is stored: another history under the same epoch.
    record Differs() implements Verdict {}
}
