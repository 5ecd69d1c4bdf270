package se.troskel.controller.intake;

import org.jspecify.annotations.Nullable;
import se.troskel.protocol.AccessSystemException;

/// A row cannot be taken; caught where the row began.
final class RowRefusedException extends AccessSystemException {
    private static final long serialVersionUID = 1L;

    private final RowProblem problem;
    private final @Nullable Column column;

    RowRefusedException(RowProblem problem, @Nullable Column column) {
        super(problem.name());
        this.problem = problem;
        this.column = column;
    }

    RowProblem problem() {
        return problem;
    }

    /// Null when it is the row as a whole.
    @Nullable Column column() {
        return column;
    }
}
