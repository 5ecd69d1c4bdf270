package se.troskel.hardware.serial;

import se.troskel.config.Device;
import se.troskel.hardware.HardwareException;

/// Where a serial device is.
///
/// @param id of the device
/// @param port path of the port, for example `/dev/ttyACM0`; it need not exist yet
/// @param baud bits per second, more than zero
record SerialAddress(String id, String port, int baud) {
    /// The address that a device is configured with.
    ///
    /// @throws HardwareException when the device names no port
    static SerialAddress of(Device device) {
        String port = device.port();
        if (port == null) {
            throw new HardwareException(
                    "device " + device.id() + ": SERIAL needs a port, for example /dev/ttyACM0");
        }
        Integer baud = device.baud();
        return new SerialAddress(device.id(), port, baud == null ? SerialLine.USUAL_BAUD : baud);
    }
}
