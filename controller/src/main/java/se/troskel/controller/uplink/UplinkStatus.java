package se.troskel.controller.uplink;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the uplink is doing, for the staff page and the metrics.
///
/// @param since when `connected` last changed
/// @param unacknowledged records of the journal that the region has not acknowledged
/// @param givenUp records that the journal gave up before the region acknowledged them: an alarm,
///   until the region says that it has stepped over them
/// @param acknowledgedSeq the last record that it has; 0 for none
/// @param historyDiffers the region holds another history than the journal: an alarm; nothing more
///   is sent until the region acknowledges a record of ours again
/// @param droppedMessages messages that came from outside and were not understood, not meant for
///   this centre, or more than the queue holds
/// @param droppedStates states given up because there were more topics than a centre can have
/// @param attempts connections tried since the start
/// @param trouble why the last attempt failed or the connection ended; null when there is none
public record UplinkStatus(
        boolean connected,
        Instant since,
        long unacknowledged,
        long givenUp,
        long acknowledgedSeq,
        boolean historyDiffers,
        long droppedMessages,
        long droppedStates,
        long attempts,
        @Nullable String trouble) {}
