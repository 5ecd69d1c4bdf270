package se.troskel.protocol.event;

/// The name of each kind of event on the wire and in the journal, with the record that carries it.
/// Names are added, never reused.
public enum EventType {
    CENTRE_STARTED(EventBody.CentreStarted.class),
    CENTRE_STOPPED(EventBody.CentreStopped.class),
    OPENING_CHANGED(EventBody.OpeningChanged.class),
    CHECK_IN(EventBody.CheckIn.class),
    VISIT(EventBody.Visit.class),
    PURPOSE_CHOSEN(EventBody.PurposeChosen.class),
    DOOR_CHANGED(EventBody.DoorChanged.class),
    DOOR_MODE_CHANGED(EventBody.DoorModeChanged.class),
    DOOR_ORDERED(EventBody.DoorOrdered.class),
    BREAK_GLASS_USED(EventBody.BreakGlassUsed.class),
    FIRE_CHANGED(EventBody.FireChanged.class),
    ARMED_CHANGED(EventBody.ArmedChanged.class),
    OCCUPANCY_CHANGED(EventBody.OccupancyChanged.class),
    OVERSTAY_CHANGED(EventBody.OverstayChanged.class),
    STAFF_ACTED(EventBody.StaffActed.class),
    REGISTER_EDITED(EventBody.RegisterEdited.class),
    EXAM_NOTED(EventBody.ExamNoted.class),
    DEVICE_CHANGED(EventBody.DeviceChanged.class),
    CLOCK_CHANGED(EventBody.ClockChanged.class),
    LINK_CHANGED(EventBody.LinkChanged.class),
    JOURNAL_REPAIRED(EventBody.JournalRepaired.class),
    JOURNAL_GAP(EventBody.JournalGap.class);

    private final Class<? extends EventBody> body;

    EventType(Class<? extends EventBody> body) {
        this.body = body;
    }

    /// The record that carries this kind of event.
    public Class<? extends EventBody> body() {
        return body;
    }

    /// The type of a body.
    public static EventType of(EventBody body) {
        for (var type : values()) {
            if (type.body.isInstance(body)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no event type for " + body.getClass().getSimpleName());
    }
}
