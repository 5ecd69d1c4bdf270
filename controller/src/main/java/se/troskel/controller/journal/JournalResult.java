package se.troskel.controller.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.json.Json;

/// The last line that a journal command prints.
///
/// @param damaged how many things were found that cannot be accounted for
/// @param begins its first record that is still there; null when there are several, or none was
///   retired
/// @param trusted whether every anchor is signed with a trusted key of its centre; null when no
///   trust was given, or there is no anchor
/// @param epoch of the journal; null when there are several
/// @param head hex hash of its last record; null when there are several
record JournalResult(
        long records,
        int segments,
        int damaged,
        int journals,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long begins,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean trusted,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String epoch,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String head) {
    static JournalResult of(List<JournalVerifier.Report> reports, @Nullable AnchorTrust trust) {
        boolean one = reports.size() == 1;
        List<JournalAnchor> anchors =
                reports.stream()
                        .map(JournalVerifier.Report::anchor)
                        .filter(Objects::nonNull)
                        .toList();
        Long begins = null;
        Boolean trusted = null;
        if (!anchors.isEmpty()) {
            begins = one ? reports.getFirst().firstSeq() : null;
            trusted = trust == null ? null : anchors.stream().allMatch(trust::holds);
        }
        return new JournalResult(
                reports.stream().mapToLong(JournalVerifier.Report::records).sum(),
                reports.stream().mapToInt(JournalVerifier.Report::segments).sum(),
                reports.stream().mapToInt(report -> report.findings().size()).sum(),
                reports.size(),
                begins,
                trusted,
                one ? reports.getFirst().epoch() : null,
                one ? reports.getFirst().head() : null);
    }

    int exitStatus() {
        boolean holds = damaged == 0 && !Boolean.FALSE.equals(trusted);
        return holds ? 0 : 1;
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
                + (begins == null ? "" : " begins=" + begins)
                + (trusted == null ? "" : " trusted=" + (trusted ? "yes" : "no"))
                + (epoch == null ? "" : " epoch=" + epoch)
                + (head == null ? "" : " head=" + head);
    }
}
