package se.troskel.protocol.kiosk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.DocumentType;

/// What somebody says at a terminal that they will show the invigilator. Only what people can tell
/// apart themselves; whoever looks at the document corrects it. Source: DOMAIN 4.2.
public enum DocumentShown {
    SWEDISH_PASSPORT(DocumentType.SWEDISH_PASSPORT),
    SWEDISH_NATIONAL_ID(DocumentType.SWEDISH_NATIONAL_ID),
    SWEDISH_DRIVING_LICENCE(DocumentType.SWEDISH_DRIVING_LICENCE),
    SWEDISH_ID_CARD(DocumentType.SWEDISH_ID_CARD),
    FOREIGN_PASSPORT(DocumentType.FOREIGN_PASSPORT),
    EEA_NATIONAL_ID(DocumentType.EEA_NATIONAL_ID),
    RESIDENCE_PERMIT(DocumentType.RESIDENCE_PERMIT),
    STUDENT_CARD(DocumentType.STUDENT_CARD),
    DIGITAL_ID(DocumentType.DIGITAL_ID),
    POLICE_REPORT(DocumentType.POLICE_REPORT),
    OTHER(DocumentType.OTHER),
    /// "I have no identity document with me."
    NONE(null);

    private final @Nullable DocumentType type;

    DocumentShown(@Nullable DocumentType type) {
        this.type = type;
    }

    /// The type of the document; empty for no document.
    public Optional<DocumentType> type() {
        return Optional.ofNullable(type);
    }
}
