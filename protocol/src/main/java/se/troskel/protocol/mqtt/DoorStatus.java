package se.troskel.protocol.mqtt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;

/// A door: told, sensed lock and sensed position side by side, never merged.
///
/// @param until when the present unlocking ends; null when it is locked or has no end known
public record DoorStatus(
        String centre,
        String door,
        String name,
        DoorMode mode,
        LockCommand told,
        LockState lock,
        DoorPhysicalState contact,
        DoorAlarm alarm,
        boolean jammed,
        @Nullable Instant until,
        Instant at) {}
