package se.troskel.region.intake;

/// The way back to the centres.
public interface RegionLink {
    /// Sends a QoS 1 message without waiting. Without a connection it is forgotten: the intake says
    /// everything again when there is one.
    void send(String topic, byte[] payload);
}
