package se.troskel.controller.uplink;

import java.time.Duration;

/// How long the uplink waits and how much it holds. Only tests differ from [#standard()].
///
/// @param connect longest wait for the broker's answer to a connection or a subscription
/// @param keepAlive the longest silence on the line before a ping; whole seconds
/// @param backoffMin upper end of the first pause between attempts (full jitter below it)
/// @param backoffMax upper end of the longest pause
/// @param watchdog a message that the broker has not confirmed after this ends the connection
/// @param resend pause before records that the region has not acknowledged are sent again; doubled
///   each time up to 32 times itself, until the region is heard
/// @param heartbeat pause between two [se.troskel.protocol.mqtt.CentreState]
/// @param willDelay how long the broker waits before it tells that the centre is gone; whole
///   seconds, 0 or more
/// @param inFlight messages that may be unconfirmed by the broker, 1 or more
/// @param window records that may be unacknowledged by the region, 1 or more
public record UplinkLimits(
        Duration connect,
        Duration keepAlive,
        Duration backoffMin,
        Duration backoffMax,
        Duration watchdog,
        Duration resend,
        Duration heartbeat,
        Duration willDelay,
        int inFlight,
        int window) {

    public static UplinkLimits standard() {
        return new UplinkLimits(
                Duration.ofSeconds(15),
                Duration.ofSeconds(20),
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofSeconds(3),
                100,
                1000);
    }
}
