package se.troskel.controller.seal;

/// The last line of a sealed text.
///
/// @param key id of the record key
/// @param publicKey Base64 of its X.509 form, so that anybody can check the signature
/// @param signature Base64
record SealLine(String key, String publicKey, String signature) {}
