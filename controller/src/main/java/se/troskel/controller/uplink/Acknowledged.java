package se.troskel.controller.uplink;

/// How far the region has stored the journal.
///
/// @param seq 0 for nothing
/// @param hash of the record at `seq`; [se.troskel.protocol.event.Chain#START] for 0
public record Acknowledged(String epoch, long seq, String hash) {}
