package se.troskel.protocol.mqtt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;

/// A door: told, sensed lock and sensed position side by side, never merged.
///
/// @param posture the standing order it acts under
/// @param source whose order that is; null for `NORMAL`, which is nobody's
/// @param notOpening unlocked for people twice in a row and never opened since
/// @param until when the present unlocking ends; null when it is locked or has no end known
public record DoorStatus(
        String centre,
        String door,
        String name,
        DoorMode mode,
        DoorPosture posture,
        @Nullable DoorCause source,
        LockCommand told,
        LockState lock,
        DoorPhysicalState contact,
        DoorAlarm alarm,
        boolean jammed,
        boolean notOpening,
        @Nullable Instant until,
        Instant at) {}
