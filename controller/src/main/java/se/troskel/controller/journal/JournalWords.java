package se.troskel.controller.journal;

import java.util.ArrayList;
import java.util.List;

/// What an operator reads about a journal before the result line.
final class JournalWords {
    private JournalWords() {}

    static List<String> of(JournalVerifier.Report report) {
        List<String> lines = new ArrayList<>();
        JournalAnchor anchor = report.anchor();
        if (anchor != null) {
            lines.add(
                    "begins: record %d; those before it were retired at %s, signed with the key %s"
                            .formatted(report.firstSeq(), anchor.statement().at(), anchor.keyId()));
        }
        report.findings().forEach(finding -> lines.add("damaged: " + finding));
        return lines;
    }
}
