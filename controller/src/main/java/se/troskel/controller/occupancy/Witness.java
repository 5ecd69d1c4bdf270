package se.troskel.controller.occupancy;

/// Who can tell how many people are in a room, the most credible first.
enum Witness {
    /// Sensors that count heads; where a room has several, the highest.
    HEADS,
    /// Sensors that see people pass.
    PASSAGES,
    /// Openings of the room's door after a grant or a request to exit.
    DOORS,
    /// Check-ins and check-outs; people forget the latter.
    CHECK_INS
}
