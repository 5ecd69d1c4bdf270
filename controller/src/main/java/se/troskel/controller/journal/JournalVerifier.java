package se.troskel.controller.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.journal.log.LogBeginning;
import se.troskel.controller.journal.log.LogInspection;
import se.troskel.controller.journal.log.LogInspection.Finding;
import se.troskel.controller.journal.log.StoredRecord;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.json.Json;

/// Accounts for every byte of a journal. Reads only; a journal in use can be checked too.
public final class JournalVerifier implements LogInspection.RecordCheck {
    private static final byte[] NO_ANCHOR = {};

    /// What was found.
    ///
    /// @param records good records, from the first on that is still there
    /// @param anchor what stands for those before; null when none was retired, and when it is
    ///   damaged
    /// @param head hex hash of the last of them
    /// @param findings what cannot be accounted for; empty when the journal is whole
    public record Report(
            Path dir,
            String centre,
            String epoch,
            long records,
            int segments,
            @Nullable JournalAnchor anchor,
            String head,
            List<Finding> findings) {
        public Report {
            findings = List.copyOf(findings);
        }

        /// Position of the first record that is there.
        public long firstSeq() {
            return anchor == null ? 1 : anchor.statement().seq() + 1;
        }

        public boolean whole() {
            return findings.isEmpty();
        }
    }

    private static final List<String> OTHER_FILES =
            List.of(
                    AcknowledgedHead.FILE,
                    AcknowledgedHead.FRESH_FILE,
                    AnchorFile.FILE,
                    AnchorFile.FRESH_FILE);

    private final Path dir;
    private final int patience;
    private final Consumer<StoredRecord> visitor;
    private long visited;
    private Optional<AcknowledgedHead> acknowledged = Optional.empty();
    private Optional<String> hashAtAcknowledged = Optional.empty();

    private JournalVerifier(Path dir, Consumer<StoredRecord> visitor, int patience) {
        this.dir = dir;
        this.visitor = visitor;
        this.patience = patience;
    }

    /// Blocks; reads the whole folder. The journal's folder holds segments, the prepared segment,
    /// the lock, the anchor and [AcknowledgedHead#FILE]; any other file is a finding.
    ///
    /// @throws IOException when the folder cannot be read
    public static Report verify(Path dir) throws IOException {
        return verify(dir, stored -> {});
    }

    /// As [#verify(Path)].
    ///
    /// @param visitor sees each good record, in order
    static Report verify(Path dir, Consumer<StoredRecord> visitor) throws IOException {
        return verify(dir, visitor, LogInspection.PATIENT);
    }

    /// As [#verify(Path)].
    ///
    /// @param patience as [LogInspection] has it
    static Report verify(Path dir, Consumer<StoredRecord> visitor, int patience)
            throws IOException {
        return new JournalVerifier(dir, visitor, patience).verify();
    }

    /// A beginning that was retired meanwhile is no damage: then everything is read again.
    private Report verify() throws IOException {
        while (true) {
            byte[] anchor = AnchorFile.bytes(dir).orElse(NO_ANCHOR);
            Report report = report(anchor);
            if (report.whole() || Arrays.equals(anchor, AnchorFile.bytes(dir).orElse(NO_ANCHOR))) {
                return report;
            }
        }
    }

    private Report report(byte[] anchorBytes) throws IOException {
        List<Finding> first = new ArrayList<>();
        JournalAnchor anchor = null;
        try {
            anchor = anchorBytes.length == 0 ? null : AnchorFile.parse(anchorBytes).anchor();
        } catch (AnchorFile.DamagedException e) {
            first.add(new Finding(dir.resolve(AnchorFile.FILE), 0, String.valueOf(e.getMessage())));
        }
        acknowledged = Optional.empty();
        hashAtAcknowledged = Optional.empty();
        try {
            acknowledged = AcknowledgedHead.read(dir);
        } catch (Json.MalformedMessageException e) {
            first.add(
                    new Finding(
                            dir.resolve(AcknowledgedHead.FILE), 0, String.valueOf(e.getMessage())));
        }
        LogBeginning beginning = anchor == null ? LogBeginning.START : anchor.beginning();
        LogInspection inspection = new LogInspection(dir, OTHER_FILES, patience, beginning);
        inspection.run(this);
        first.forEach(finding -> inspection.add(finding.file(), finding.offset(), finding.what()));
        if (anchor != null && !anchor.statement().centre().equals(inspection.owner())) {
            inspection.add(dir.resolve(AnchorFile.FILE), 0, "the anchor is of another centre");
        }
        compareWithRegion(anchor, inspection);
        return new Report(
                dir,
                inspection.owner(),
                inspection.epoch(),
                inspection.lastSeq() - beginning.seq(),
                inspection.segments(),
                anchor,
                inspection.head().hex(),
                inspection.findings());
    }

    @Override
    public Optional<String> problem(StoredRecord stored, String owner, String epoch) {
        if (acknowledged.isPresent() && acknowledged.get().seq() == stored.seq()) {
            hashAtAcknowledged = Optional.of(stored.hash().hex());
        }
        Envelope envelope;
        try {
            envelope = Json.read(stored.content().envelope(), Envelope.class);
            Json.read(Json.readTree(stored.content().body()), envelope.type().body());
        } catch (Json.MalformedMessageException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        if (envelope.seq() != stored.seq()) {
            return Optional.of("its envelope says that it is record " + envelope.seq());
        }
        if (!envelope.centre().equals(owner)) {
            return Optional.of("its envelope is of the centre '" + envelope.centre() + "'");
        }
        if (!envelope.epoch().equals(epoch)) {
            return Optional.of("its envelope is of the epoch '" + envelope.epoch() + "'");
        }
        if (stored.seq() > visited) {
            visited = stored.seq();
            visitor.accept(stored);
        }
        return Optional.empty();
    }

    private void compareWithRegion(@Nullable JournalAnchor anchor, LogInspection inspection) {
        if (acknowledged.isEmpty()) {
            return;
        }
        AcknowledgedHead head = acknowledged.get();
        Path file = dir.resolve(AcknowledgedHead.FILE);
        if (!head.epoch().equals(inspection.epoch())) {
            inspection.add(file, 0, "the region's acknowledgement is of another epoch");
            return;
        }
        Optional<String> known =
                anchor == null || head.seq() > anchor.statement().seq()
                        ? hashHere(head)
                        : hashKnownBy(anchor.statement(), head);
        if (known.isEmpty()) {
            inspection.add(file, 0, "the region has record " + head.seq() + ", which is not here");
        } else if (!known.get().equals(head.hash())) {
            inspection.add(file, 0, "the region has another record " + head.seq() + " than this");
        }
    }

    private Optional<String> hashHere(AcknowledgedHead head) {
        return head.seq() == 0 ? Optional.of(JournalReader.NO_HASH) : hashAtAcknowledged;
    }

    /// Of the retired records only the last one is known, and the one that the region had then.
    private static Optional<String> hashKnownBy(
            JournalAnchor.Statement anchor, AcknowledgedHead head) {
        if (head.seq() == anchor.seq()) {
            return Optional.of(anchor.hash());
        }
        return head.seq() == anchor.acknowledged().seq()
                ? Optional.of(anchor.acknowledged().hash())
                : Optional.empty();
    }
}
