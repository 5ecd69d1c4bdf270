package se.troskel.protocol.decision;

/// What somebody shows to prove who they are at an exam. Source: DOMAIN 4.2 matrix.
public enum DocumentType {
    SWEDISH_PASSPORT,
    /// Given at an airport for one journey.
    PROVISIONAL_PASSPORT,
    /// Issued by the police.
    SWEDISH_NATIONAL_ID,
    SWEDISH_DRIVING_LICENCE,
    /// Of the Tax Agency, SIS-marked, or a state employee's.
    SWEDISH_ID_CARD,
    FOREIGN_PASSPORT,
    /// A national identity card of the EU or the EEA.
    EEA_NATIONAL_ID,
    FOREIGN_DRIVING_LICENCE,
    /// A residence permit card (UT-kort).
    RESIDENCE_PERMIT,
    /// An asylum seeker's card.
    LMA_CARD,
    /// A photocopy or a photo of a document.
    COPY,
    /// A student's, campus or Mecenat card.
    STUDENT_CARD,
    /// On a screen: BankID, Freja, a wallet.
    DIGITAL_ID,
    /// A report to the police that the document was stolen or lost.
    POLICE_REPORT,
    /// Anything else.
    OTHER
}
