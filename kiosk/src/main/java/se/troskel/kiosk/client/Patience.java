package se.troskel.kiosk.client;

import java.time.Duration;

/// How long the client waits. All positive.
///
/// @param connect for a connection
/// @param attempt for one whole answer
/// @param question for all attempts at one question together; less than the flow's own limit
/// @param silence of the event stream, which has a heartbeat every 15 s, before it counts as dead
/// @param backoffMax longest pause before the event stream is opened again
public record Patience(
        Duration connect,
        Duration attempt,
        Duration question,
        Duration silence,
        Duration backoffMax) {
    /// As in production.
    public static final Patience USUAL =
            new Patience(
                    Duration.ofSeconds(2),
                    Duration.ofMillis(2500),
                    Duration.ofSeconds(8),
                    Duration.ofSeconds(40),
                    Duration.ofSeconds(5));
}
