/// The edge of the physical world: ports, the drivers behind them, and simulated devices with the
/// same ports.
module se.troskel.hardware {
    requires static transitive org.jspecify;
    requires transitive se.troskel.config;
    requires com.pi4j;
    requires com.fazecast.jSerialComm;
    requires com.google.zxing;
    requires org.slf4j;

    exports se.troskel.hardware;
    exports se.troskel.hardware.centre;
    exports se.troskel.hardware.qr;
    exports se.troskel.hardware.serial;
    exports se.troskel.hardware.simulated;
    exports se.troskel.hardware.wedge;
}
