package se.troskel.protocol.mqtt;

/// The records that a centre's journal no longer has: all from the first to this one.
///
/// @param lastSeq position of the last of them, 1 or more
/// @param hash its hex hash: the `previous` of the first record that the journal still has
public record RetiredPrefix(long lastSeq, String hash) {}
