package se.troskel.region.store;

/// The newest state of a topic, as it came.
public record StoredState(String topic, String centre, String payload) {}
