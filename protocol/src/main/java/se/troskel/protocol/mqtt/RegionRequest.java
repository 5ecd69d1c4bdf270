package se.troskel.protocol.mqtt;

/// What the region may ask of a centre. There is deliberately no request that opens, locks or
/// blocks a door.
///
/// @param id repeated in the reply
public record RegionRequest(String centre, String id, Kind kind) {
    /// The kinds of request.
    public enum Kind {
        /// Publish all retained state again.
        STATE,
        /// Send a fingerprint of the configuration for comparison.
        CONFIG_FINGERPRINT
    }
}
