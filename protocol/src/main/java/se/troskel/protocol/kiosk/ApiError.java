package se.troskel.protocol.kiosk;

/// Why the local API refused a message: for logs and people who write clients.
///
/// @param code stable, upper case
/// @param message what was wrong, where, and what to do; holds no value that was sent
public record ApiError(String code, String message) {}
