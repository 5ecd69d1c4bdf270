package se.troskel.protocol.door;

/// The alarm a door stands in (ONVIF DoorAlarmState).
public enum DoorAlarm {
    NORMAL,
    DOOR_FORCED_OPEN,
    DOOR_OPEN_TOO_LONG
}
