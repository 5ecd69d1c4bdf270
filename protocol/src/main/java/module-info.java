/// The shared words of Tröskel: reason codes, messages of the local API, MQTT topics and messages.
/// No I/O.
module se.troskel.protocol {
    requires static transitive org.jspecify;
    requires transitive tools.jackson.databind;

    exports se.troskel.protocol;
    exports se.troskel.protocol.decision;
    exports se.troskel.protocol.door;
    exports se.troskel.protocol.event;
    exports se.troskel.protocol.exam;
    exports se.troskel.protocol.json;
    exports se.troskel.protocol.kiosk;
    exports se.troskel.protocol.lists;
    exports se.troskel.protocol.mqtt;
    exports se.troskel.protocol.occupancy;
}
