package se.troskel.controller.journal.log;

/// A record in its place.
///
/// @param seq position in the log, from 1
/// @param previous chain hash of the record before
/// @param hash chain hash of this record
public record StoredRecord(long seq, LogRecord content, ChainHash previous, ChainHash hash) {}
