package se.troskel.controller.exam;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.ApprovalReason;

/// What staff say about a candidate who stands before them.
///
/// @param approved false when they do not recognise the holder of the document
/// @param validDocument whether they have seen a document that the university takes
/// @param reason null where none is needed
/// @param by those who say so, at least one; each once is enough
public record Approval(
        String registration,
        boolean approved,
        boolean validDocument,
        @Nullable ApprovalReason reason,
        List<Approver> by) {
    public Approval {
        by = List.copyOf(by);
        if (by.isEmpty()) {
            throw new IllegalArgumentException("an approval is by somebody");
        }
    }

    /// A member of staff, known by card and PIN or by a session.
    ///
    /// @param staff id of the account
    /// @param coordinator whether the account may decide on exceptions
    /// @param remote whether they are somewhere else
    public record Approver(String staff, boolean coordinator, boolean remote) {}
}
