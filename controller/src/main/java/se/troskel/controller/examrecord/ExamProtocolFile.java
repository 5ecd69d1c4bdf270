package se.troskel.controller.examrecord;

import java.util.Optional;
import se.troskel.controller.seal.Seal;
import se.troskel.controller.seal.SealedText;
import se.troskel.protocol.exam.ExamProtocol;
import se.troskel.protocol.json.Json;

/// An exam record as the file that goes to the university: one JSON document, every byte of it
/// covered by its seal.
public final class ExamProtocolFile {
    /// Largest file taken, in bytes; a record of 500 candidates has a tenth of it.
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private ExamProtocolFile() {}

    public static byte[] write(ExamProtocol protocol, Seal seal) {
        return seal.sealedDocument(Json.text(protocol));
    }

    /// The record that a file holds, intact or not; empty when it holds none that can be read.
    public static Optional<ExamProtocol> read(SealedText file) {
        try {
            return file.record().map(json -> Json.read(json, ExamProtocol.class, MAX_BYTES));
        } catch (Json.MalformedMessageException e) {
            return Optional.empty();
        }
    }
}
