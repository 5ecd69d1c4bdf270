package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.protocol.decision.VisitKind;

/// Goal: only visitors who stay after closing are an alarm (DOMAIN 5.1 row 20). Method: a table of
/// who is inside, open and closed.
class OverstayTest {
    @ParameterizedTest
    @CsvSource({"true, 3, 1, 0", "false, 3, 1, 3", "false, 0, 2, 0", "false, 0, 0, 0"})
    void countsVisitorsButNotWorkersAndOnlyAfterClosing(
            boolean open, int students, int workers, int left) {
        var inside = new java.util.ArrayList<VisitKind>();
        inside.addAll(java.util.Collections.nCopies(students, VisitKind.STUDENT));
        inside.addAll(java.util.Collections.nCopies(workers, VisitKind.WORKER));
        assertThat(Overstay.left(open, List.copyOf(inside))).isEqualTo(left);
    }
}
