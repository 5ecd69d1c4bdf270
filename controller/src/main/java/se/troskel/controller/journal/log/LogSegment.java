package se.troskel.controller.journal.log;

/// The committed part of a segment.
///
/// @param lastSeq one less than `firstSeq` when it has no record yet
/// @param bytes what its records and its header take; the file may be larger
public record LogSegment(long number, long firstSeq, long lastSeq, int bytes) {}
