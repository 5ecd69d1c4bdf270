package se.troskel.controller.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.json.Json;

/// The last line that a journal command prints.
///
/// @param damaged how many things were found that cannot be accounted for
/// @param epoch of the journal; null when there are several
/// @param head hex hash of its last record; null when there are several
record JournalResult(
        long records,
        int segments,
        int damaged,
        int journals,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String epoch,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String head) {
    static JournalResult of(List<JournalVerifier.Report> reports) {
        boolean one = reports.size() == 1;
        return new JournalResult(
                reports.stream().mapToLong(JournalVerifier.Report::records).sum(),
                reports.stream().mapToInt(JournalVerifier.Report::segments).sum(),
                reports.stream().mapToInt(report -> report.findings().size()).sum(),
                reports.size(),
                one ? reports.getFirst().epoch() : null,
                one ? reports.getFirst().head() : null);
    }

    int exitStatus() {
        return damaged == 0 ? 0 : 1;
    }

    String line(boolean asJson) {
        if (asJson) {
            return Json.text(this);
        }
        return "journal: records="
                + records
                + " segments="
                + segments
                + " damaged="
                + damaged
                + " journals="
                + journals
                + (epoch == null ? "" : " epoch=" + epoch)
                + (head == null ? "" : " head=" + head);
    }
}
