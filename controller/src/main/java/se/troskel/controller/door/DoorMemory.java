package se.troskel.controller.door;

import org.jspecify.annotations.Nullable;
import se.troskel.protocol.door.DoorCause;

/// What a door's state machine remembers between steps and publishes nowhere. All times are
/// monotonic nanoseconds.
///
/// @param unlockedBy whose order the present unlocking is; null while told to lock
/// @param wasOpen whether the door was seen open during the present unlocking
/// @param severalGranted whether a second grant extended the present unlocking
/// @param warned whether the warning before open-too-long was given for this opening
/// @param otherwiseAllowed whether an opening by key or another system is no alarm now
/// @param noEntries unlocked for people this many times in a row and never opened, at most 2
/// @param retried whether the present unlocking was told once more because the lock did not move
/// @param exitUntilNanos end of the exit window; null when none was opened
/// @param openedAtNanos when the door was seen to open; null when it is not open or that was not
///   seen
/// @param heldFromNanos from when its standing open counts; null when it does not
/// @param jamAtNanos when the lock counts as jammed unless its monitor says otherwise by then; null
///   when it cannot jam
public record DoorMemory(
        @Nullable DoorCause unlockedBy,
        boolean wasOpen,
        boolean severalGranted,
        boolean warned,
        boolean otherwiseAllowed,
        int noEntries,
        boolean retried,
        @Nullable Long exitUntilNanos,
        @Nullable Long openedAtNanos,
        @Nullable Long heldFromNanos,
        @Nullable Long jamAtNanos) {}
