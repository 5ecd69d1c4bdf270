package se.troskel.protocol.event;

import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.Purpose;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorHappening;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.occupancy.Quality;

/// The public body of a journal record: what the region may know. No person, no credential, no text
/// typed by anybody.
public sealed interface EventBody {

    /// The controller started. `clean` is whether it had stopped in order before.
    record CentreStarted(String version, boolean clean) implements EventBody {}

    /// The controller stopped in order.
    record CentreStopped() implements EventBody {}

    /// The way the centre is open changed.
    record OpeningChanged(OpeningMode mode) implements EventBody {}

    /// A credential was presented and decided upon, refusals included.
    ///
    /// @param device the reader or terminal
    /// @param door the door that the decision was about; null when it was only a check-in
    /// @param room the room that the person was sent to; null when none
    /// @param kind null when nobody was recognised
    record CheckIn(
            CheckInReason reason,
            Medium medium,
            String device,
            @Nullable String door,
            @Nullable String room,
            @Nullable VisitKind kind)
            implements EventBody {}

    /// A visit was counted. `people` is 1 or more; `purpose` is null when none was chosen.
    record Visit(VisitKind kind, @Nullable Purpose purpose, int people, String device)
            implements EventBody {}

    /// Something happened at a door. `cause` is null where nobody caused it; `millis` is the
    /// longest time an unlock may last, or how long a door stood open; null where there is none.
    record DoorChanged(
            String door, DoorHappening what, @Nullable DoorCause cause, @Nullable Long millis)
            implements EventBody {}

    /// A door was put in a mode, or under a standing order.
    record DoorModeChanged(String door, DoorMode mode, DoorPosture posture, DoorCause cause)
            implements EventBody {}

    /// Staff gave a door a standing order, or lifted it: lockdown or an exam posture. Who is in the
    /// local body. `NORMAL` lifts any exam posture.
    record DoorOrdered(String door, DoorPosture posture, boolean given) implements EventBody {}

    /// A break-glass credential was used. Which one is in the local body.
    record BreakGlassUsed(String device, String door) implements EventBody {}

    /// The fire input was latched, or the latch was reset by hand.
    record FireChanged(boolean latched) implements EventBody {}

    /// The burglar alarm of the building was set or unset at its own panel.
    record ArmedChanged(boolean armed) implements EventBody {}

    /// What a visit recorded before was for; not tied to any one visit, so that no visit can be
    /// followed.
    record PurposeChosen(Purpose purpose, VisitKind kind, String device) implements EventBody {}

    /// The number of people in a room, with how sure it is. `people` is null when nothing is known,
    /// and when `few` is true: the number is withheld because it is small and nobody is at the
    /// desk.
    record OccupancyChanged(String room, @Nullable Integer people, boolean few, Quality quality)
            implements EventBody {}

    /// How many checked-in visitors are still inside after closing; `people` is 0 when it is over,
    /// and null when `few` is true: the number is withheld because it is small and nobody is at the
    /// desk.
    record OverstayChanged(@Nullable Integer people, boolean few) implements EventBody {}

    /// Staff did something; who is in the local body.
    record StaffActed(
            StaffAction action,
            @Nullable String door,
            @Nullable String room,
            @Nullable Integer minutes)
            implements EventBody {}

    /// The register was edited; the counts are how many people and credentials changed.
    record RegisterEdited(RegisterEditKind edit, int people, int credentials)
            implements EventBody {}

    /// Something was noted of an exam: what, and of whom, is in the local body.
    ///
    /// @param room the room that it is about; null for none
    record ExamNoted(@Nullable String room) implements EventBody {}

    /// A device came, went or failed. `changes` is how often an input changed over: within the
    /// minute that made it `BOUNCING`, and in all when it no longer is; null otherwise.
    record DeviceChanged(String device, DeviceHealth health, @Nullable Integer changes)
            implements EventBody {
        /// Of a device that does not bounce.
        public DeviceChanged(String device, DeviceHealth health) {
            this(device, health, null);
        }
    }

    /// The wall clock was set, lost or jumped by `jumpMillis`.
    record ClockChanged(ClockTrust clock, long jumpMillis) implements EventBody {}

    /// The link to the broker came or went.
    record LinkChanged(boolean connected) implements EventBody {}

    /// A torn tail was cut off at start-up: no valid record followed it.
    record JournalRepaired(long bytesDropped) implements EventBody {}

    /// Public bodies were given up because the disk quota was reached before they were
    /// acknowledged.
    record JournalGap(long firstSeq, long lastSeq) implements EventBody {}
}
