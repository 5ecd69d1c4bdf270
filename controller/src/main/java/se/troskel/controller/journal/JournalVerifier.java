package se.troskel.controller.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import se.troskel.controller.journal.log.LogInspection;
import se.troskel.controller.journal.log.LogInspection.Finding;
import se.troskel.controller.journal.log.StoredRecord;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.json.Json;

/// Accounts for every byte of a journal. Reads only; a journal in use can be checked too.
public final class JournalVerifier implements LogInspection.RecordCheck {
    /// What was found.
    ///
    /// @param records good records, from the first on
    /// @param head hex hash of the last of them
    /// @param findings what cannot be accounted for; empty when the journal is whole
    public record Report(
            Path dir,
            String centre,
            String epoch,
            long records,
            int segments,
            String head,
            List<Finding> findings) {
        public Report {
            findings = List.copyOf(findings);
        }

        public boolean whole() {
            return findings.isEmpty();
        }
    }

    private final Optional<AcknowledgedHead> acknowledged;
    private final Consumer<StoredRecord> visitor;
    private Optional<String> hashAtAcknowledged = Optional.empty();

    private JournalVerifier(
            Optional<AcknowledgedHead> acknowledged, Consumer<StoredRecord> visitor) {
        this.acknowledged = acknowledged;
        this.visitor = visitor;
    }

    /// Blocks; reads the whole folder. The journal's folder holds segments, the prepared segment,
    /// the lock and [AcknowledgedHead#FILE]; any other file is a finding.
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
        LogInspection inspection =
                new LogInspection(
                        dir, List.of(AcknowledgedHead.FILE, AcknowledgedHead.FRESH_FILE), patience);
        Optional<AcknowledgedHead> acknowledged = Optional.empty();
        try {
            acknowledged = AcknowledgedHead.read(dir);
        } catch (Json.MalformedMessageException e) {
            inspection.add(dir.resolve(AcknowledgedHead.FILE), 0, String.valueOf(e.getMessage()));
        }
        JournalVerifier verifier = new JournalVerifier(acknowledged, visitor);
        inspection.run(verifier);
        verifier.compareWithRegion(dir, inspection);
        return new Report(
                dir,
                inspection.owner(),
                inspection.epoch(),
                inspection.lastSeq(),
                inspection.segments(),
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
        visitor.accept(stored);
        return Optional.empty();
    }

    private void compareWithRegion(Path dir, LogInspection inspection) {
        if (acknowledged.isEmpty()) {
            return;
        }
        AcknowledgedHead head = acknowledged.get();
        Path file = dir.resolve(AcknowledgedHead.FILE);
        String known = head.seq() == 0 ? JournalReader.NO_HASH : hashAtAcknowledged.orElse("");
        if (!head.epoch().equals(inspection.epoch())) {
            inspection.add(file, 0, "the region's acknowledgement is of another epoch");
        } else if (known.isEmpty()) {
            inspection.add(file, 0, "the region has record " + head.seq() + ", which is not here");
        } else if (!known.equals(head.hash())) {
            inspection.add(file, 0, "the region has another record " + head.seq() + " than this");
        }
    }
}
