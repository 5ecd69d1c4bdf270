package se.troskel.kiosk.flow;

import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.kiosk.Answer;

/// A group that is counted once its host has been let in.
///
/// @param people 1 to 99, the host among them
/// @param host the answer that let the host in; null until then
public record HostedGroup(int people, @Nullable Answer host) {
    static HostedGroup of(int people) {
        return new HostedGroup(people, null);
    }

    HostedGroup hostedBy(Answer answer) {
        return new HostedGroup(people, answer);
    }

    /// Whether this answer lets the host in, so that the group can be counted.
    boolean isLetInBy(Answer answer) {
        return host == null && answer.reason().isGranted();
    }

    /// What is shown of `answer`: that the group was counted, and where the host was told to go.
    Answer shown(Answer answer) {
        return host == null || answer.reason() != CheckInReason.VISIT_COUNTED
                ? answer
                : new Answer(
                        answer.presentation(),
                        answer.reason(),
                        answer.recorded(),
                        host.next(),
                        host.mode(),
                        host.details(),
                        null);
    }
}
